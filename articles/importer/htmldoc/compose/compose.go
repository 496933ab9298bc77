// Package compose writes a tree of HTML as Markdown: CommonMark with tables,
// task lists, footnotes and maths, as package articles/markdown reads it. Every
// word that the tree shows stands in the Markdown once, in order, and no sign of
// Markdown shows that was none in the tree: a mark that Markdown would not read
// where it stands is written as a tag of HTML.
//
// It takes what tidy leaves: code as pre with data-lang, formulas as code with
// data-tex, marks of footnotes as sup with data-note, callouts as blockquote
// with data-callout.
package compose

import (
	"iter"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc/dom"
)

// deepest is how many quotes and lists may stand one in the other. What is
// deeper nobody can read, and each level costs all lines below it a copy.
const deepest = 12

// Markdown is the body that root holds, with one newline at its end; empty when
// nothing of it shows. Notes are the footnotes by their labels: those that root
// has a mark of follow the text.
func Markdown(root *html.Node, notes map[string]*html.Node) string {
	w := &writer{noted: map[string]bool{}, apart: map[*html.Node]bool{}}
	w.look(root)
	all := w.flow(nil, root)
	for i := 0; i < len(w.notes); i++ { // a note may have the mark of another
		if note := notes[w.notes[i]]; note != nil {
			w.look(note)
			if inner := w.flow(nil, note); len(inner) > 0 {
				all = append(all, block{indented("[^"+w.notes[i]+"]: ", "    ", joined(inner, "\n\n")), other})
			}
		}
	}
	if len(all) == 0 {
		return ""
	}
	return articles.Clean(joined(all, "\n\n")) + "\n"
}

type writer struct {
	notes []string // labels of footnotes, in the order of their marks
	noted map[string]bool
	apart map[*html.Node]bool // elements that a block stands in
	depth int                 // of quotes and lists
	lists int                 // that are open
	href  string              // of the link that the blocks stand in
	marks []*mark             // that the blocks stand in
	room  []piece             // of the line before, for the next
}

// look finds the elements below root that a block stands in.
func (w *writer) look(root *html.Node) {
	for n := range dom.Below(root) {
		if dom.IsBlock(n) || isFormula(n) {
			for p := n.Parent; p != nil && !w.apart[p]; p = p.Parent {
				w.apart[p] = true
			}
		}
	}
}

// block is a block of Markdown.
type block struct {
	text string
	kind kind
}

type kind int

// The kinds of blocks that what stands beside them must know.
const (
	other kind = iota
	prose
	term // of a definition
	bullets
	numbers
)

// flow puts the blocks that n holds behind out.
func (w *writer) flow(out []block, n *html.Node) []block {
	var run []*html.Node
	for c := range n.ChildNodes() {
		if c.Type == html.TextNode || c.Type == html.ElementNode && !w.apart[c] && !dom.IsBlock(c) && !isFormula(c) {
			run = append(run, c)
		} else if c.Type == html.ElementNode {
			out = w.block(w.paragraphs(out, run), c)
			run = run[:0]
		}
	}
	return w.paragraphs(out, run)
}

// paragraphs are what a run of inlines makes: two line breaks part it.
func (w *writer) paragraphs(out []block, run []*html.Node) []block {
	text := w.line(&line{}, slices.Values(run))
	if text == "" {
		return out
	}
	for p := range strings.SplitSeq(text, "\n\n") {
		out = append(out, block{startEscaped(p), prose})
	}
	return out
}

// line is inlines as Markdown, within the marks that stand around their block. Of
// the blocks in a link the first that can carry it does. A heading is as good as
// bold.
func (w *writer) line(l *line, inlines iter.Seq[*html.Node]) string {
	l.w, l.all = w, w.room[:0]
	if w.href != "" {
		l.enter(link(w.href))
	}
	for _, m := range w.marks {
		if !l.single || m != strong {
			l.enter(m)
		}
	}
	for n := range inlines {
		l.inline(n)
	}
	text := l.text()
	w.room = l.all
	if text != "" {
		w.href = ""
	}
	return text
}

// single is the words of n on one line.
func (w *writer) single(n *html.Node) string { return w.line(&line{single: true}, n.ChildNodes()) }

// block puts the blocks that an element makes behind out.
func (w *writer) block(out []block, n *html.Node) []block {
	if skips(n) {
		return out
	}
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		if text := w.line(&line{single: true, heading: dom.Outweighs(n, 0)}, n.ChildNodes()); text != "" {
			return append(out, block{strings.Repeat("#", int(n.Data[1]-'0')) + " " + headingEnd(text), other})
		}
	case "blockquote":
		return w.quoted(out, n, w.takeByLine(n))
	case "ul", "ol":
		return w.list(out, n)
	case "pre":
		return code(out, n)
	case "code":
		if isFormula(n) {
			return formula(out, n)
		}
	case "table":
		return w.table(out, n)
	case "dl":
		return w.meanings(out, n)
	case "hr":
		return append(out, block{"___", other}) // dashes and stars may begin items
	case "a":
		before := w.href
		w.href = destination(dom.Attr(n, "href"))
		out = w.flow(out, n)
		w.href = before
		return out
	}
	if m := marks[n.Data]; m != nil {
		w.marks = append(w.marks, m)
		out = w.flow(out, n)
		w.marks = w.marks[:len(w.marks)-1]
		return out
	}
	return w.flow(out, n)
}

// joined is blocks as one text. Lists that stand one behind the other would be one: of
// those with bullets each second has stars, and a comment stands between those with
// numbers.
func joined(all []block, sep string) string {
	if len(all) == 1 {
		return all[0].text
	}
	var b strings.Builder
	size := 0
	for _, c := range all {
		size += len(c.text) + len(sep)
	}
	b.Grow(size)
	starred := false
	for i, c := range all {
		if i > 0 {
			b.WriteString(sep)
			beside := c.kind == all[i-1].kind
			starred = beside && c.kind == bullets && !starred
			if beside && c.kind == numbers {
				b.WriteString("<!-- -->" + sep)
			}
		}
		if starred {
			c.text = withStars(c.text)
		}
		b.WriteString(c.text)
	}
	return b.String()
}

// withStars is a list with stars for the dashes before its items.
func withStars(list string) string {
	lines := strings.Split(list, "\n")
	for i, line := range lines {
		if rest, ok := strings.CutPrefix(line, "- "); ok {
			lines[i] = "* " + rest
		}
	}
	return strings.Join(lines, "\n")
}

// indented puts first before the first line of text, and rest before each other
// line that is not blank.
func indented(first, rest, text string) string {
	var b strings.Builder
	for i, line := range strings.Split(text, "\n") {
		lead := rest
		if i == 0 {
			lead = first
		} else {
			b.WriteByte('\n')
		}
		if line == "" {
			lead = strings.TrimRight(lead, " ")
		}
		b.WriteString(lead)
		b.WriteString(line)
	}
	return b.String()
}
