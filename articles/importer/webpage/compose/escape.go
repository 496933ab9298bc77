package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// escaped is a word of text with a backslash before each sign that would mean
// something in Markdown, and in the shortcodes that package articles/markdown
// knows.
func escaped(s string, cell bool) string {
	if !strings.ContainsAny(s, "\\`*_[]<&~$={%^") {
		return s
	}
	if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
		if !strings.ContainsAny(s, "*[]<`") {
			return s // it links itself
		}
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	for i := 0; i < len(s); i++ {
		if marks(s, i, cell) {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// marks reports whether the byte of s at i needs a backslash.
func marks(s string, i int, cell bool) bool {
	next := byte(' ')
	if i+1 < len(s) {
		next = s[i+1]
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	switch s[i] {
	case '\\':
		return !(cell && next == '|') && (next == ' ' || next < utf8.RuneSelf && unicode.In(rune(next), unicode.Punct, unicode.Symbol))
	case '`', '*', '[', ']':
		return true
	case '_':
		after, _ := utf8.DecodeRuneInString(s[i+1:])
		return !isWord(before) || !isWord(after)
	case '<':
		return next == '/' || next == '!' || next == '?' || unicode.IsLetter(rune(next))
	case '&':
		const longest = 40 // more than the name of any entity has
		name, _, ok := strings.Cut(s[i+1:min(len(s), i+1+longest)], ";")
		return ok && name != "" && strings.Trim(name, "#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == ""
	case '~':
		return next == '~' || before == '~'
	case '$':
		return next != ' ' || before != ' ' && i > 0
	case '=':
		return next == '=' && before != '='
	case '{':
		return next == '{' || next == '%' || next == ':'
	case '%':
		return next == '%'
	case '^':
		return i == 0
	}
	return false
}

// startEscaped is a paragraph with a backslash before what would make a line of
// it the start of another block.
func startEscaped(text string) string {
	if !strings.Contains(text, "\n") {
		return escapedStart(text)
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = escapedStart(line)
	}
	return strings.Join(lines, "\n")
}

func escapedStart(line string) string {
	if line == "" {
		return line
	}
	switch line[0] {
	case '#', '>', '+', '-', '=', '|':
		return "\\" + line
	case ':':
		if strings.HasPrefix(line, ": ") || line == ":" {
			return "\\" + line
		}
	case '~':
		if strings.HasPrefix(line, "~~~") {
			return "\\" + line
		}
	}
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	if digits > 0 && digits < 10 && digits < len(line) && (line[digits] == '.' || line[digits] == ')') &&
		(digits+1 == len(line) || line[digits+1] == ' ') {
		return line[:digits] + "\\" + line[digits:]
	}
	return line
}
