package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"lede/articles/markdown/nodes"
	"lede/articles/markdown/plain"
)

// longestByLine is in bytes of source; what is longer is speech that begins
// with a dash.
const longestByLine = 240

// byLines gives each block quote its by-line.
type byLines struct{}

func (byLines) Transform(doc *ast.Document, reader text.Reader, _ parser.Context) {
	src := reader.Source()
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && n.Kind() == ast.KindBlockquote {
			SplitByLine(n, src)
		}
		if n.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
}

// SplitByLine gives a block quote its by-line: its last paragraph, or the last line
// of it, when that begins with a dash and words.
func SplitByLine(quote ast.Node, src []byte) {
	last := quote.LastChild()
	if last == nil || last.Kind() != ast.KindParagraph {
		return
	}
	first := lastLine(last)
	if first == nil || first.PreviousSibling() == nil && last.PreviousSibling() == nil {
		return
	}
	t := firstText(first)
	if t == nil {
		return
	}
	dash := dashLength(t.Segment.Value(src))
	if dash == 0 || sourceLength(first, src) > longestByLine || spokenBefore(first, src) {
		return
	}
	t.Segment = t.Segment.WithStart(t.Segment.Start + dash)
	if next, ok := t.NextSibling().(*ast.Text); ok && t.Segment.IsEmpty() {
		// A word that might be an address begins a text of its own, with the
		// blank before it.
		next.Segment = next.Segment.TrimLeftSpace(src)
	}
	by := &nodes.ByLine{}
	if before, ok := first.PreviousSibling().(*ast.Text); ok {
		before.SetSoftLineBreak(false)
		before.SetHardLineBreak(false)
	}
	for n := first; n != nil; {
		next := n.NextSibling()
		by.AppendChild(by, n)
		n = next
	}
	quote.InsertAfter(quote, last, by)
	if last.FirstChild() == nil {
		quote.RemoveChild(quote, last)
	}
}

// Undash drops the dash that a by-line begins with.
func Undash(by ast.Node, src []byte) {
	t := firstText(by.FirstChild())
	if t == nil {
		return
	}
	t.Segment = t.Segment.WithStart(t.Segment.Start + dashLength(t.Segment.Value(src)))
	if next, ok := t.NextSibling().(*ast.Text); ok && t.Segment.IsEmpty() {
		next.Segment = next.Segment.TrimLeftSpace(src)
	}
}

// firstText is the text that n begins with, if need be within emphasis.
func firstText(n ast.Node) *ast.Text {
	for n != nil && n.Kind() == ast.KindEmphasis {
		n = n.FirstChild()
	}
	t, _ := n.(*ast.Text)
	return t
}

// lastLine is the inline that begins the last line of a paragraph, when that
// line begins outside any markup.
func lastLine(p ast.Node) ast.Node {
	for n := p.LastChild(); n != nil; n = n.PreviousSibling() {
		before, ok := n.PreviousSibling().(*ast.Text)
		if n.PreviousSibling() == nil || ok && (before.SoftLineBreak() || before.HardLineBreak()) {
			return n
		}
	}
	return nil
}

// Dashes are the signs that a by-line may begin with.
const Dashes = "–—―"

func leadingEntity(s []byte) (string, int) {
	if len(s) == 0 || s[0] != '&' {
		return "", 0
	}
	return plain.Entity(s)
}

// dashLength is how many bytes of s are a dash and the blanks after it, when
// words follow; else 0.
func dashLength(s []byte) int {
	str := string(s)
	rest := strings.TrimLeft(str, Dashes)
	if decoded, n := leadingEntity(s); n > 0 && strings.Contains(Dashes, decoded) {
		rest = str[n:]
	}
	if rest == str {
		rest = strings.TrimPrefix(str, "--")
		rest = strings.TrimPrefix(rest, "-")
	}
	if rest == str {
		return 0
	}
	rest = strings.TrimLeft(rest, " \t\u00a0")
	r, _ := utf8.DecodeRuneInString(rest)
	if rest != "" && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("\"'“‘«(@", r) {
		return 0
	}
	return len(str) - len(rest)
}

func sourceLength(from ast.Node, src []byte) int {
	n := 0
	for ; from != nil; from = from.NextSibling() {
		n += len(plain.Text(from, src))
	}
	return n
}

// spokenBefore reports whether the line before also begins with a dash: then
// both are speech.
func spokenBefore(first ast.Node, src []byte) bool {
	n := first.PreviousSibling()
	if n == nil {
		return false
	}
	for n.PreviousSibling() != nil {
		if t, ok := n.PreviousSibling().(*ast.Text); ok && (t.SoftLineBreak() || t.HardLineBreak()) {
			break
		}
		n = n.PreviousSibling()
	}
	t := firstText(n)
	return t != nil && dashLength(t.Segment.Value(src)) > 0
}
