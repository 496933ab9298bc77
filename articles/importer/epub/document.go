package epub

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc"
	"lede/articles/importer/htmldoc/compose"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/htmldoc/tidy"
)

// mostTags is how many tags a document may have: each takes some hundred bytes
// of memory.
const mostTags = 400_000

// parseDocument is the tree of a document of XHTML, ill-formed or not.
func parseDocument(data string) (*html.Node, error) {
	text := decode(data)
	if n := strings.Count(text, "<"); n > mostTags {
		return nil, fmt.Errorf("it has %d tags, which no chapter has", n)
	}
	root, err := htmldoc.Tree(toHTML(text))
	if err != nil {
		return nil, fmt.Errorf("parse it: %w", err)
	}
	return root, nil
}

// composed is a document as a chapter.
type composed struct {
	at    int // its place among the documents
	title string
	head  string // Markdown of the headings that it began with, when they are the title
	body  string // Markdown, without head; empty for a document without words
	err   error
}

// compose writes a document as Markdown, and finds its title: what the table of
// contents calls it, or else its heading. Where the text begins with its title,
// that is taken out of it.
func (r *reader) compose(at int, name string, root *html.Node) composed {
	c := composed{at: at}
	page := dom.First(root, "body", "frameset")
	if page == nil {
		page = root
	}
	if r.isNav(name) && onlyLists(page) {
		return c
	}
	prepare(page)
	notes := tidy.Tree(page, nil)
	if dom.Text(page) == "" && len(notes) == 0 {
		return c
	}
	notes = apart(page, notes, at)
	c.title = r.contents.title(name)
	leading := leadingHeadings(page)
	if c.title == "" && len(leading) > 0 {
		c.title = headingOf(leading[0])
	}
	c.head = cutTitle(c.title, leading)
	if c.title == "" {
		c.title = firstHeading(page)
	}
	c.title = articles.CleanLine(c.title)
	r.pictures(name, page)
	c.body = compose.Markdown(page, notes)
	if c.body == "" {
		c.head, c.body = "", c.head // a page with a title and nothing else
	}
	return c
}

// apart gives the notes of a document labels that no other has: the chapters of
// a book can be one text.
func apart(page *html.Node, notes map[string]*html.Node, at int) map[string]*html.Node {
	if len(notes) == 0 {
		return notes
	}
	out := make(map[string]*html.Node, len(notes))
	name := func(label string) string { return strconv.Itoa(at+1) + "-" + label }
	rename := func(n *html.Node) {
		for _, mark := range dom.Elements(n, "sup") {
			if label := dom.Attr(mark, "data-note"); label != "" {
				dom.Set(mark, "data-note", name(label))
			}
		}
	}
	rename(page)
	for label, n := range notes {
		rename(n)
		out[name(label)] = n
	}
	return out
}

// leadingHeadings are the headings that a document begins with. One with the
// mark of a note stays where it is.
func leadingHeadings(page *html.Node) []*html.Node {
	const most = 4
	var out []*html.Node
	for c := range dom.Below(page) {
		if c.Type != html.TextNode || strings.TrimSpace(c.Data) == "" || len(out) > 0 && dom.Within(c, out[len(out)-1]) {
			continue
		}
		h := dom.Above(c, "h1", "h2", "h3", "h4", "h5", "h6")
		if h == nil || len(out) == most || headingOf(h) == "" || dom.Find(h, func(n *html.Node) bool { return dom.Has(n, "data-note") }) != nil {
			break
		}
		out = append(out, h)
	}
	return out
}

// cutTitle takes out the headings that together are the title, and returns them
// as Markdown; nothing when they are not.
func cutTitle(title string, leading []*html.Node) string {
	joined := ""
	for i, h := range leading {
		if joined += headingOf(h); fold(joined) == fold(title) {
			cut := dom.New("div", "")
			for _, h := range leading[:i+1] {
				dom.Remove(h)
				cut.AppendChild(h)
			}
			return compose.Markdown(cut, nil)
		}
	}
	return ""
}

// fold is the letters and digits of a title, in lower case.
func fold(title string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) {
			return unicode.ToLower(r)
		}
		return -1
	}, title)
}

// headingOf is the words of a heading without the readings of ruby.
func headingOf(n *html.Node) string {
	n = dom.Clone(n)
	for _, c := range dom.Elements(n, "rt", "rp", "sup") {
		dom.Remove(c)
	}
	return dom.Text(n)
}

func firstHeading(page *html.Node) string {
	for _, n := range dom.Elements(page, "h1", "h2", "h3", "h4", "h5", "h6") {
		if dom.Text(n) == "" {
			continue
		}
		if words := headingOf(n); words != "" {
			return words
		}
	}
	return ""
}

// prepare gives what EPUB has of its own the form that pages have.
func prepare(page *html.Node) {
	for _, n := range dom.Elements(page) {
		switch kinds := " " + dom.Attr(n, "epub:type") + " "; {
		case strings.Contains(kinds, "note ") && !strings.Contains(kinds, " noteref "),
			strings.Contains(kinds, " footnotes "), strings.Contains(kinds, " endnotes "), strings.Contains(kinds, " rearnotes "):
			dom.Set(n, "class", strings.TrimSpace(dom.Attr(n, "class")+" footnote"))
		}
		switch n.Data {
		case "switch", "epub:switch", "ops:switch":
			choose(n)
		case "button":
			dom.Rename(n, "span")
		case "audio", "video", "object", "iframe", "embed":
			// What a terminal cannot play leaves the words that stand for it.
			if dom.Text(n) == "" {
				dom.Remove(n)
			} else {
				dom.Rename(n, "div")
			}
		}
	}
	drawn(page)
}

// choose leaves of an epub:switch what every reader can show.
func choose(n *html.Node) {
	_, prefix, _ := strings.Cut(n.Data, ":")
	lead := strings.TrimSuffix(n.Data, prefix)
	if dom.First(n, lead+"default", "default") == nil {
		return
	}
	for _, c := range dom.Elements(n, lead+"case", "case") {
		dom.Remove(c)
	}
}

// drawn takes over the words of a page that is a drawing and nothing else; in a
// text, those of its drawings are labels without their places.
func drawn(page *html.Node) {
	drawings := dom.Elements(page, "svg")
	if len(drawings) == 0 {
		return
	}
	for c := range dom.Below(page) {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" && dom.Above(c, "svg", "script", "style") == nil {
			return
		}
	}
	for _, svg := range drawings {
		box := dom.New("div", "")
		for _, t := range dom.Elements(svg, "text", "foreignobject", "foreignObject") {
			if words := dom.Text(t); words != "" && dom.Above(t, "text", "foreignobject", "foreignObject") == nil {
				box.AppendChild(dom.New("p", words))
			}
		}
		dom.Replace(svg, box)
	}
}
