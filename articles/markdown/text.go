package markdown

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"lede/articles"
)

// Text is the words of n as a reader sees them: without markup, entities
// decoded, soft breaks as spaces, hard breaks and the ends of blocks as
// newlines. Footnotes, their marks and pictures leave nothing, nor do the tags
// of HTML.
func Text(n ast.Node, src []byte) string {
	var b strings.Builder
	writeText(&b, n, src)
	return strings.TrimSpace(b.String())
}

func writeText(b *strings.Builder, n ast.Node, src []byte) {
	switch n := n.(type) {
	case *ast.Text:
		b.WriteString(Decode(n, src))
		switch {
		case n.HardLineBreak():
			b.WriteByte('\n')
		case n.SoftLineBreak():
			b.WriteByte(' ')
		}
		return
	case *ast.String:
		b.WriteString(articles.Clean(string(n.Value)))
		return
	case *ast.AutoLink:
		b.WriteString(articles.Clean(string(n.Label(src))))
		return
	case *ast.RawHTML:
		switch raw := string(n.Segments.Value(src)); {
		case IsBreak(raw):
			b.WriteByte('\n')
		case ShowsTag(raw):
			b.WriteString(articles.Clean(raw))
		default:
			if words := TagWords(raw); words != "" {
				b.WriteString(" " + words + " ")
			}
		}
		return
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		b.WriteString(articles.Clean(string(n.Lines().Value(src))))
		b.WriteByte('\n')
		return
	case *ast.HTMLBlock:
		b.WriteString(HTMLText(RawHTML(n, src)))
		b.WriteByte('\n')
		return
	case *ast.Blockquote:
		if _, rest, ok := Callout(n, src); ok {
			writeCallout(b, n, rest, src)
			return
		}
	case *ast.Image, *NoteMark, *Note:
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		writeText(b, c, src)
	}
	if n.Type() == ast.TypeBlock {
		b.WriteByte('\n')
	}
}

// Decode is the text of t with its backslash escapes and entities resolved and
// cleaned of anything that an entity smuggled in. Breaks are not part of it.
func Decode(t *ast.Text, src []byte) string {
	raw := t.Segment.Value(src)
	if t.IsRaw() {
		return articles.Clean(string(raw))
	}
	return articles.Clean(unescape(raw))
}

// unescape resolves backslash escapes and entities in one pass, as CommonMark
// has it, so that neither can make the other.
func unescape(raw []byte) string {
	var b strings.Builder
	from := 0
	for i := 0; i < len(raw); i++ {
		switch raw[i] {
		case '\\':
			if i+1 < len(raw) && util.IsPunct(raw[i+1]) {
				b.Write(raw[from:i])
				from = i + 1
				i++
			}
		case '&':
			if text, n := entity(raw[i:]); n > 0 {
				b.Write(raw[from:i])
				b.WriteString(text)
				from = i + n
				i = from - 1
			}
		}
	}
	if from == 0 {
		return string(raw)
	}
	b.Write(raw[from:])
	return b.String()
}

// entity decodes the entity that s begins with and returns its length in s,
// which is 0 when there is none.
func entity(s []byte) (string, int) {
	const longest = 40
	end := 1
	for end < len(s) && end < longest && (util.IsAlphaNumeric(s[end]) || s[end] == '#' && end == 1) {
		end++
	}
	if end == 1 || end >= len(s) || s[end] != ';' {
		return "", 0
	}
	name := string(s[1:end])
	if name[0] != '#' {
		if e, ok := util.LookUpHTML5EntityByName(name); ok {
			return string(e.Characters), end + 1
		}
		return "", 0
	}
	digits, base := name[1:], 10
	if strings.HasPrefix(digits, "x") || strings.HasPrefix(digits, "X") {
		digits, base = digits[1:], 16
	}
	code, err := strconv.ParseUint(digits, base, 32)
	if err != nil {
		return "", 0
	}
	if code == 0 || code > utf8.MaxRune || !utf8.ValidRune(rune(code)) {
		return string(utf8.RuneError), end + 1
	}
	return string(rune(code)), end + 1
}
