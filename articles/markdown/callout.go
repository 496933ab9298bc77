package markdown

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
	kind := articles.CleanLine(string(line[:end]))
	label = articles.CleanLine(strings.TrimLeft(string(line[end+1:]), "+-"))
	if kind != "" && !strings.EqualFold(label, kind) {
		_, first := utf8.DecodeRuneInString(kind)
		label = strings.Trim(strings.ToUpper(kind[:first])+strings.ToLower(kind[first:])+" · "+label, " ·")
	}
	for c := p.FirstChild(); c != nil; c = c.NextSibling() {
		if t, isText := c.(*ast.Text); isText && (t.SoftLineBreak() || t.HardLineBreak()) {
			return label, c.NextSibling(), true
		}
	}
	return label, nil, true
}
