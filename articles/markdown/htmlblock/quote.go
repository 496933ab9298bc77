package htmlblock

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"lede/articles/markdown/nodes"
	"lede/articles/markdown/plain"
	"lede/articles/markdown/syntax"
)

// finishQuote gives a quote its by-line: what it cites at its end, or what a
// dash begins.
func (m *marker) finishQuote(quote *ast.Blockquote) {
	last := quote.LastChild()
	if last == nil {
		return
	}
	if last.Kind() == ast.KindParagraph {
		cite, ok := last.LastChild().(*ast.Emphasis)
		before := last.PreviousSibling() != nil
		if ok && m.cites[cite] && (cite.PreviousSibling() != nil || before) {
			by := &nodes.ByLine{}
			moveChildren(by, cite)
			last.RemoveChild(last, cite)
			trimEnd(last, m.src)
			quote.InsertAfter(quote, last, by)
			if !last.HasChildren() {
				quote.RemoveChild(quote, last)
			}
		} else {
			syntax.SplitByLine(quote, m.src)
		}
	}
	if by := quote.LastChild(); by != nil && by.Kind() == nodes.KindByLine {
		syntax.Undash(by, m.src)
	}
}

// trimEnd drops blanks, breaks and a dash at the end of a paragraph.
func trimEnd(p ast.Node, src []byte) {
	for n := p.LastChild(); n != nil; n = p.LastChild() {
		t, ok := n.(*ast.Text)
		if !ok {
			return
		}
		words := strings.TrimRight(string(t.Segment.Value(src)), " \n"+syntax.Dashes)
		if words != "" {
			t.Segment = t.Segment.WithStop(t.Segment.Start + len(words))
			t.SetHardLineBreak(false)
			return
		}
		p.RemoveChild(p, n)
	}
}

// finishCaption puts the caption of a figure where it belongs: it is the
// by-line of a quote, the words of a picture that has none, and else what stands
// below the picture.
func (m *marker) finishCaption(caption ast.Node) {
	before := caption.PreviousSibling()
	if before == nil || !caption.HasChildren() {
		return
	}
	if quote, ok := before.(*ast.Blockquote); ok && quote.LastChild().Kind() != nodes.KindByLine {
		by := &nodes.ByLine{}
		moveChildren(by, caption)
		quote.AppendChild(quote, by)
		syntax.Undash(by, m.src)
		return
	}
	image, ok := before.LastChild().(*ast.Image)
	words := plain.Text(caption, m.src)
	if ok && onlyText(caption) && (!image.HasChildren() || plain.Text(image.FirstChild(), m.src) == words) {
		image.RemoveChildren(image)
		image.AppendChild(image, rawText(m.add(words)))
		caption.RemoveChildren(caption)
		return
	}
	nodes.MarkCaption(caption)
}

// onlyText reports whether n holds words alone, no links or the like.
func onlyText(n ast.Node) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() != ast.KindText {
			return false
		}
	}
	return true
}

func moveChildren(to, from ast.Node) {
	for n := from.FirstChild(); n != nil; n = from.FirstChild() {
		to.AppendChild(to, n)
	}
}
