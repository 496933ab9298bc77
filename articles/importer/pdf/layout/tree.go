package layout

import (
	"strconv"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// Document is a text as a tree of HTML.
type Document struct {
	Title string // as the pages have it; empty when nothing there stands out as one
	Body  *html.Node
	Notes map[string]*html.Node // footnotes by the labels of their marks
}

// Read makes a text of pages. Named is what the document calls itself, which is
// taken out of the text where it is its title; it may be empty.
func Read(pages []Page, named string) Document {
	t := read(pages)
	d := Document{Title: t.takeTitle(named), Body: dom.New("div", ""), Notes: map[string]*html.Node{}}
	w := &writer{text: t, pages: pages, labels: map[string]string{}, taken: map[string]bool{}}
	for i := 0; i < len(t.all); {
		i += w.put(d.Body, t.all[i:])
	}
	for i := 0; i < len(w.noted); i++ { // a note may have the mark of another
		key := w.noted[i]
		d.Notes[w.labels[key]] = w.inline(dom.New("div", ""), t.notes[key], 1, 0)
	}
	for _, p := range t.noted { // those whose mark stands where none can be
		if key := noteKey(p.first().page, p.note); w.labels[key] == "" {
			d.Body.AppendChild(w.inline(dom.New("p", ""), p, 0, 0))
		}
	}
	return d
}

// Slanted is the attribute of a paragraph that is set in italics as a whole.
const Slanted = "data-slanted"

type writer struct {
	*text
	pages  []Page
	labels map[string]string // of footnotes, by noteKey
	taken  map[string]bool   // labels
	noted  []string          // keys of the footnotes that have a mark, in order
}

// put writes the first of some paragraphs, with those that belong to it, and
// says how many that were.
func (w *writer) put(to *html.Node, all []*paragraph) int {
	p := all[0]
	switch p.kind {
	case heading:
		to.AppendChild(w.inline(dom.New("h"+strconv.Itoa(p.level), ""), p, 0, 0))
	case code:
		pre := dom.New("pre", "")
		pre.AppendChild(dom.New("code", p.asCode()))
		to.AppendChild(pre)
	case table:
		w.table(to, p)
	case item:
		if n := w.items(to, all); n > 0 {
			return n
		}
		fallthrough
	default:
		n := w.inline(dom.New("p", ""), p, 0, 0)
		if p.isItalic() {
			dom.Set(n, Slanted, "")
		}
		to.AppendChild(n)
	}
	return 1
}
