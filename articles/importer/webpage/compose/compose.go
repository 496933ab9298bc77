// Package compose writes a tree of HTML as Markdown: CommonMark with tables,
// task lists, footnotes and maths, as package articles/markdown reads it.
//
// It takes what tidy leaves: code as pre with data-lang, formulas as code with
// data-tex, marks of footnotes as sup with data-note, callouts as blockquote
// with data-callout.
package compose

import (
	"strings"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/webpage/dom"
)

// deepest is how many quotes and lists may stand one in the other. What is
// deeper nobody can read, and each level costs all lines below it a copy.
const deepest = 12

// Markdown is the body that root holds, with one newline at its end; empty when
// nothing of it shows. Notes are the footnotes by their labels: those that root
// has a mark of follow the text.
func Markdown(root *html.Node, notes map[string]*html.Node) string {
	w := &writer{noted: map[string]bool{}}
	all := w.flow(root)
	for i := 0; i < len(w.marks); i++ { // a note may have the mark of another
		label := w.marks[i]
		if note := notes[label]; note != nil {
			all = append(all, indented("[^"+label+"]: ", "    ", w.flow(note), "\n\n"))
		}
	}
	if len(all) == 0 {
		return ""
	}
	return articles.Clean(strings.Join(all, "\n\n")) + "\n"
}

type writer struct {
	marks []string // labels of footnotes, in the order of their marks
	noted map[string]bool
	depth int    // of quotes and lists
	href  string // of the link that the blocks stand in
	cell  bool   // in a table: everything is one line
}

// flow is the blocks that n holds.
func (w *writer) flow(n *html.Node) []string {
	var out []string
	var run []*html.Node
	flush := func() {
		if p := w.paragraph(run); p != "" {
			out = append(out, p)
		}
		run = nil
	}
	for c := range n.ChildNodes() {
		switch {
		case c.Type == html.TextNode, c.Type == html.ElementNode && !dom.IsBlock(c) && !dom.HasBlock(c):
			if c.Type == html.ElementNode && standsAlone(c) {
				flush()
				out = append(out, w.block(c)...)
				continue
			}
			run = append(run, c)
		case c.Type == html.ElementNode:
			flush()
			out = append(out, w.block(c)...)
		}
	}
	flush()
	return out
}

// standsAlone reports whether an inline is set as a block.
func standsAlone(n *html.Node) bool {
	return dom.Is(n, "code") && dom.Attr(n, "data-tex") == "display" || dom.Is(n, "iframe", "video", "audio", "embed", "object")
}

// paragraph is a run of inlines.
func (w *writer) paragraph(run []*html.Node) string {
	l := &line{w: w}
	for _, n := range run {
		l.inline(n)
	}
	text := l.text()
	if text == "" {
		return ""
	}
	text = startEscaped(text)
	if w.href != "" && !l.linked {
		text, w.href = "["+text+"]("+w.href+")", ""
	}
	return text
}

// block is the blocks that an element makes.
func (w *writer) block(n *html.Node) []string {
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return w.heading(n)
	case "blockquote":
		return w.quote(n)
	case "ul", "ol", "menu", "dir":
		return w.list(n)
	case "pre":
		return code(n)
	case "code":
		return formula(n)
	case "table":
		return w.table(n)
	case "dl":
		return w.meanings(n)
	case "hr":
		return []string{"---"}
	case "figure":
		return w.figure(n)
	case "details":
		return w.details(n)
	case "iframe", "video", "audio", "embed", "object":
		return w.player(n)
	case "a":
		return w.linkedBlocks(n)
	}
	return w.flow(n)
}

func (w *writer) heading(n *html.Node) []string {
	l := &line{w: w, single: true}
	l.children(n)
	text := l.text()
	if text == "" {
		return nil
	}
	if w.href != "" && !l.linked {
		text, w.href = "["+text+"]("+w.href+")", ""
	}
	if strings.HasSuffix(text, "#") {
		text = text[:len(text)-1] + "\\#"
	}
	return []string{strings.Repeat("#", int(n.Data[1]-'0')) + " " + text}
}

// linkedBlocks are the blocks in a link: the first of them that can carry it
// does.
func (w *writer) linkedBlocks(n *html.Node) []string {
	before := w.href
	w.href = destination(dom.Attr(n, "href"))
	out := w.flow(n)
	w.href = before
	return out
}

func (w *writer) details(n *html.Node) []string {
	var out []string
	for _, c := range dom.Children(n) {
		if dom.Is(c, "summary") {
			if l := w.flow(c); len(l) == 1 && !strings.ContainsAny(l[0], "*#\n") {
				out = append(out, "**"+l[0]+"**")
			} else {
				out = append(out, l...)
			}
			n.RemoveChild(c)
		}
	}
	return append(out, w.flow(n)...)
}

// player stands for what a terminal cannot play.
func (w *writer) player(n *html.Node) []string {
	src := dom.Attr(n, "src")
	if s := dom.First(n, "source"); src == "" && s != nil {
		src = dom.Attr(s, "src")
	}
	href := destination(src)
	if href == "" {
		return nil
	}
	name := "Video"
	if dom.Is(n, "audio") {
		name = "Audio"
	}
	return []string{"[" + name + "](" + href + ")"}
}

// indented puts first before the first line of blocks that sep parts, and rest
// before each other line that is not blank.
func indented(first, rest string, all []string, sep string) string {
	if len(all) == 0 {
		return strings.TrimRight(first, " ")
	}
	var b strings.Builder
	for i, line := range strings.Split(strings.Join(all, sep), "\n") {
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
