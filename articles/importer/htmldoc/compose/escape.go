package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// escaped is a text with a backslash before each sign that would mean something
// in Markdown. Before and after stand beside it. Addresses lead where they say,
// unless the text is that of a link.
func escaped(s string, before, after rune, cell, link bool) string {
	if !strings.ContainsAny(s, "\\`*_[]<&~$={%^|:!@") && !strings.Contains(s, "w.") && !strings.Contains(s, "W.") {
		return s
	}
	e := escaper{before: before, cell: cell, link: link}
	e.b.Grow(len(s) + 8)
	for more := true; more; e.before = ' ' {
		e.after = ' '
		if e.s, s, more = strings.Cut(s, " "); !more {
			e.after = after
		}
		e.word()
		if more {
			e.b.WriteByte(' ')
		}
	}
	if s := e.b.String(); after != ' ' || !strings.HasSuffix(s, `\\`) {
		return s
	}
	return e.b.String()[:e.b.Len()-2] + "&#92;" // a break of the line may follow, with a backslash
}

// escaper writes the words of a text one by one.
type escaper struct {
	b             strings.Builder
	s             string // the word
	before, after rune
	cell, link    bool
	free, asked   bool // the answer of isFree, and whether there is one
}

// isFree reports whether the word has nothing in or beside it that could be taken for
// more of an address. Many signs of a word ask: it is looked through once.
func (e *escaper) isFree() bool {
	if !e.asked {
		e.asked = true
		e.free = e.before == ' ' && e.after == ' ' && strings.Trim(strings.ToLower(e.s), "abcdefghijklmnopqrstuvwxyz0123456789.-@+/,:") == ""
	}
	return e.free
}

func (e *escaper) word() {
	e.asked = false
	for i := 0; i < len(e.s); i++ {
		if e.s[i] == 'h' && !e.link {
			if n := e.address(i); n > 0 {
				i += n - 1
				continue
			}
		}
		switch {
		case e.s[i] == '|' && e.cell && i > 0 && e.s[i-1] == '\\':
			e.b.WriteString("&#124;")
			continue
		case e.s[i] == '|' && e.cell, e.means(i):
			e.b.WriteByte('\\')
		}
		e.b.WriteByte(e.s[i])
	}
}

// address writes the address that begins at i, and is its length; 0 where none
// does. One that Markdown might end elsewhere, or not see, stands in brackets.
func (e *escaper) address(i int) int {
	rest, before := e.s[i:], e.before
	if i > 0 {
		before, _ = utf8.DecodeLastRuneInString(e.s[:i])
	}
	_, host, ok := strings.Cut(rest[:min(len(rest), len("https://x"))], "://")
	if !ok || host == "" || !isWord(rune(host[0])) || isWord(before) || !strings.HasPrefix(rest, "http://") && !strings.HasPrefix(rest, "https://") {
		return 0
	}
	const longest = 8 << 10 // bytes; what is longer is no address, and words may have many
	n := min(len(rest), longest)
	if end := strings.IndexFunc(rest[:n], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("<>\"`{}|\\^[]*", r) }); end >= 0 {
		n = end
	} else if n == longest {
		return 0
	}
	for open := strings.Contains(rest[:n], "("); n > 0 && (strings.ContainsRune(".,;:!?'*_~&$", rune(rest[n-1])) || rest[n-1] == ')' && !open); n-- {
	}
	if _, entity, ok := strings.Cut(rest[:n], "&"); n <= len("https://") || ok && strings.Contains(entity, ";") || strings.IndexFunc(rest[:n], func(r rune) bool { return r >= utf8.RuneSelf && !isWord(r) }) >= 0 {
		return 0
	}
	alone := before == ' ' && e.after == ' ' && strings.Trim(rest[n:], ".,;:!?") == ""
	if alone && strings.IndexFunc(rest[len("https://"):n], func(r rune) bool { return r >= utf8.RuneSelf || strings.ContainsRune("_~&$()'=%;:", r) }) < 0 {
		e.b.WriteString(rest[:n])
	} else {
		e.b.WriteString("<" + rest[:n] + ">")
	}
	return n
}

// means reports whether the byte of s at i would mean something.
func (e *escaper) means(i int) bool {
	s := e.s
	next, before := e.after, e.before
	if i+1 < len(s) {
		next, _ = utf8.DecodeRuneInString(s[i+1:])
	}
	if i > 0 {
		before, _ = utf8.DecodeLastRuneInString(s[:i])
	}
	switch s[i] {
	case '\\':
		return next == ' ' || next < utf8.RuneSelf && unicode.In(next, unicode.Punct, unicode.Symbol) || strings.HasPrefix(s[i+1:], "begin{") || strings.HasPrefix(s[i+1:], "http")
	case '`', '*', ']', '~', '^':
		return true
	case '[':
		return e.link || next != ' ' // before a blank no link begins, but behind a backslash a formula
	case '_':
		return !isWord(before) || !isWord(next)
	case '<':
		return next == '/' || next == '!' || next == '?' || next < utf8.RuneSelf && unicode.IsLetter(next)
	case '&':
		const longest = 40 // more than the name of any entity has
		name, _, ok := strings.Cut(s[i+1:min(len(s), i+1+longest)], ";")
		return next == '#' || ok && isWord(next) && strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == ""
	case '$':
		return next != ' ' || before != ' '
	case '=', '%':
		return next == rune(s[i]) || before == rune(s[i])
	case '{':
		return strings.ContainsRune("{%:#.", next)
	case '!':
		return next == '['
	case '@':
		return before != ' ' && !e.isFree()
	case '.':
		return i > 2 && strings.EqualFold(s[i-3:i], "www") && !e.isFree()
	case ':':
		return e.isEmoji(i) || strings.HasPrefix(s[i+1:], "//") && !e.isFree() || before == 'p' && strings.HasSuffix(s[:i], "http") || before == 's' && strings.HasSuffix(s[:i], "https")
	}
	return false
}

// isEmoji reports whether the colon at i begins the name of an emoji.
func (e *escaper) isEmoji(i int) bool {
	const longest = 32
	name, _, ok := strings.Cut(e.s[i+1:min(len(e.s), i+1+longest)], ":")
	return ok && name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789_+-") == ""
}

// startEscaped is a paragraph with a backslash before what would make a line of
// it the start of another block.
func startEscaped(text string) string {
	if strings.HasPrefix(text, "\\[") && strings.HasSuffix(text, "\\]") {
		text = text[1:] // a formula would stand in such brackets
	}
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
	case ':', '!', '?':
		if len(line) == 1 || line[1] == ' ' || line[1] == '-' || line[1] == line[0] {
			return "\\" + line
		}
	case '[':
		if label, rest, ok := strings.Cut(line, "]:"); ok && strings.HasPrefix(label, "[^") && !strings.Contains(label, "]") {
			return label + "]\\:" + rest
		}
	}
	if digits := leadingDigits(line); digits > 0 && digits < 10 && digits < len(line) && (line[digits] == '.' || line[digits] == ')') &&
		(digits+1 == len(line) || line[digits+1] == ' ') {
		return line[:digits] + "\\" + line[digits:]
	}
	return line
}

func leadingDigits(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }

// headingEnd is the words of a heading with a backslash before the signs that
// would be taken for its end.
func headingEnd(text string) string {
	if strings.HasSuffix(text, "#") {
		return text[:len(text)-1] + "\\#"
	}
	return text
}
