package pdf

import (
	"strings"
	"time"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/dates"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/names"
	"lede/articles/importer/pdf/layout"
)

// byLine finds who wrote a document in the lines under its title, where it does
// not say so itself. A line that says nothing else is taken out of the text.
func byLine(author string, body *html.Node) string {
	const near, longest = 3, 140 // lines; bytes
	for i, n := range dom.Children(body) {
		text := articles.CleanLine(dom.Text(n))
		if i == near || len(text) > longest || !dom.Is(n, "p", "h2", "h3", "h4", "h5", "h6") {
			break
		}
		name := ""
		switch named, ok := names.ByLine(text); {
		case author != "" && (layout.Folded(text) == layout.Folded(author) || ok && layout.Folded(named) == layout.Folded(author)):
			name = author
		case author == "" && ok:
			name = named
		case author == "" && i == 0 && dom.Is(n, "p") && names.IsFullName(text) && dom.Has(n, layout.Slanted):
			name = text
		}
		if name == "" {
			continue
		}
		const lead = 6 // letters before a name, as in "by"
		if all, of := layout.Folded(text), layout.Folded(name); strings.HasSuffix(all, of) && len(all)-len(of) <= lead {
			dom.Remove(n)
		}
		return name
	}
	return author
}

// dateLine is the date that stands on a line of its own near the beginning of a
// document; zero for none.
func dateLine(body *html.Node) time.Time {
	const near = 8 // paragraphs and headings
	for i, n := range dom.Children(body) {
		if i == near {
			break
		}
		for _, part := range lines(n) {
			if at, ok := dates.Parse(part, dates.Unsure); ok && dates.IsLine(part) {
				return at
			}
		}
	}
	return time.Time{}
}

// lines are the words of an element, parted where a line ends in it.
func lines(n *html.Node) []string {
	var out []string
	var line strings.Builder
	for c := range n.ChildNodes() {
		if dom.Is(c, "br") {
			out = append(out, articles.CleanLine(line.String()))
			line.Reset()
			continue
		}
		line.WriteString(dom.Text(c) + " ")
	}
	return append(out, articles.CleanLine(line.String()))
}
