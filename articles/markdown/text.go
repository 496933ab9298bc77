package markdown

import (
	"html"
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

// RawHTML is the whole source of an HTML block.
func RawHTML(n *ast.HTMLBlock, src []byte) string {
	raw := string(n.Lines().Value(src))
	if n.HasClosure() {
		raw += string(n.ClosureLine.Value(src))
	}
	return raw
}

// IsBreak reports whether tag is a <br>.
func IsBreak(tag string) bool { return TagName(tag) == "br" }

// TagName is the name of an HTML tag in lower case, with a slash before it
// when it closes: "em", "/em". It is empty for a comment and the like.
func TagName(tag string) string {
	s := strings.TrimPrefix(tag, "<")
	end := 0
	if strings.HasPrefix(s, "/") {
		end++
	}
	for end < len(s) && util.IsAlphaNumeric(s[end]) {
		end++
	}
	return strings.ToLower(s[:end])
}

// HTMLText is the text of a piece of HTML: tags, comments, scripts and styles
// dropped, blocks and <br> on lines of their own, entities decoded.
func HTMLText(s string) string {
	var b strings.Builder
	for s != "" {
		at := strings.IndexByte(s, '<')
		if at < 0 {
			at = len(s)
		}
		b.WriteString(html.UnescapeString(s[:at]))
		s = s[at:]
		if s == "" {
			break
		}
		tag, rest := cutTag(s)
		s = rest
		switch name := TagName(tag); {
		case tag == "<":
			b.WriteByte('<')
		case name == "script" || name == "style":
			if _, after, ok := strings.Cut(strings.ToLower(s), "</"+name); ok {
				s = s[len(s)-len(after):]
				_, s, _ = strings.Cut(s, ">")
			} else {
				s = ""
			}
		case isBlockTag(strings.TrimPrefix(name, "/")):
			b.WriteByte('\n')
		}
	}
	return tidyLines(articles.Clean(b.String()))
}

// cutTag cuts s, which begins with "<", after its first tag or comment. A "<"
// that begins neither is returned alone.
func cutTag(s string) (tag, rest string) {
	for _, pair := range [...][2]string{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}} {
		if strings.HasPrefix(s, pair[0]) {
			if end := strings.Index(s[len(pair[0]):], pair[1]); end >= 0 {
				end += len(pair[0]) + len(pair[1])
				return s[:end], s[end:]
			}
			return s, ""
		}
	}
	if len(s) < 2 || !(util.IsAlphaNumeric(s[1]) || s[1] == '/' || s[1] == '!') {
		return s[:1], s[1:]
	}
	var quote byte
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			if s[i-1] == '=' {
				quote = c
			}
		case c == '>':
			return s[:i+1], s[i+1:]
		}
	}
	return s[:1], s[1:]
}

func isBlockTag(name string) bool {
	switch name {
	case "p", "div", "br", "li", "ul", "ol", "dl", "dt", "dd", "tr", "table", "section", "article",
		"header", "footer", "aside", "figure", "figcaption", "blockquote", "pre", "details", "summary",
		"h1", "h2", "h3", "h4", "h5", "h6", "hr", "address", "main", "nav":
		return true
	}
	return false
}

// tidyLines joins runs of blanks, trims lines and keeps at most one empty
// line between others.
func tidyLines(s string) string {
	var out []string
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.Join(strings.Fields(line), " ")
		if line == "" && (len(out) == 0 || out[len(out)-1] == "") {
			continue
		}
		out = append(out, line)
	}
	return strings.TrimSpace(strings.Join(out, "\n"))
}
