package plain

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"lede/articles"
)

// Callout reports whether a quote is a note of the author and nobody's words:
// its first line is "[!NOTE]" or the like. Its label is the kind, "Note", and the
// title behind that, if there is one. Rest is what follows the first line in the first
// paragraph; nil when nothing does.
func Callout(n *ast.Blockquote, src []byte) (label string, rest ast.Node, ok bool) {
	p := n.FirstChild()
	if p == nil || p.Kind() != ast.KindParagraph || p.Lines().Len() == 0 {
		return "", nil, false
	}
	first := p.Lines().At(0)
	line, ok := bytes.CutPrefix(bytes.TrimLeft(first.Value(src), " "), []byte("[!"))
	end := bytes.IndexByte(line, ']')
	if !ok || end < 1 || end > 20 || bytes.ContainsAny(line[:end], `[\`) || bytes.HasPrefix(line[end+1:], []byte("(")) { // a picture, a bracket, a link
		return "", nil, false
	}
	w := writer{src: src}
	for c := p.FirstChild(); c != nil; c = c.NextSibling() {
		w.node(c)
		if t, isText := c.(*ast.Text); isText && (t.SoftLineBreak() || t.HardLineBreak()) {
			return labelOf(w.String()), c.NextSibling(), t.Segment.Stop <= first.Stop
		}
	}
	return labelOf(w.String()), nil, p.Lines().Len() == 1 // else its first line goes on within emphasis or the like
}

// labelOf is the label that a first line has, such as "[!note]- Its title".
func labelOf(line string) string {
	kind, title, _ := strings.Cut(strings.TrimLeft(line, " ["), "]")
	kind = articles.CleanLine(strings.TrimPrefix(kind, "!"))
	title = articles.CleanLine(strings.TrimLeft(title, "+-"))
	if kind == "" || strings.EqualFold(title, kind) {
		return title
	}
	_, first := utf8.DecodeRuneInString(kind)
	return strings.Trim(strings.ToUpper(kind[:first])+strings.ToLower(kind[first:])+" · "+title, " ·")
}
