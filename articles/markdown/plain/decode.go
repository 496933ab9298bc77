package plain

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"lede/articles"
)

// Decode is the text of t with its backslash escapes and entities resolved and
// cleaned of anything that an entity smuggled in. Breaks are not part of it.
func Decode(t *ast.Text, src []byte) string {
	raw := t.Segment.Value(src)
	if t.IsRaw() {
		return articles.Clean(string(raw))
	}
	return articles.Clean(unescape(raw))
}

// Target is the destination of a link as its author means it: escapes and
// entities resolved, and cleaned.
func Target(destination []byte) string { return articles.CleanLine(unescape(destination)) }

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
			if text, n := Entity(raw[i:]); n > 0 {
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

// Entity decodes the entity that s begins with and returns its length in s,
// which is 0 when there is none.
func Entity(s []byte) (string, int) {
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
	digits, base, most := name[1:], 10, 7
	if strings.HasPrefix(digits, "x") || strings.HasPrefix(digits, "X") {
		digits, base, most = digits[1:], 16, 6
	}
	code, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > most {
		return "", 0
	}
	if code == 0 || code > utf8.MaxRune || !utf8.ValidRune(rune(code)) {
		return string(utf8.RuneError), end + 1
	}
	return string(rune(code)), end + 1
}
