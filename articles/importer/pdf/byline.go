package pdf

import (
	"strings"

	"golang.org/x/net/html"

	"lede/articles"
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
