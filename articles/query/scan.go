package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// term is what stands between two blanks: a word, a phrase, or a field with its value.
type term struct {
	from, to int        // where it stands
	value    int        // where its value begins; from, for a word or a phrase
	field    *FieldInfo // nil for a word or a phrase
	text     string     // the value, or the words, without quotes and the star
	quoted   bool
	open     bool // the quote is not closed
	star     bool
	begun    bool // the star stands for what is not typed yet
}

// scan reads the term that begins at a place.
func scan(s string, at int) term {
	t := term{from: at, value: at}
	if quote(s[at:]) > 0 {
		t.read(s)
		return t
	}
	word := s[at:wordEnd(s, at)]
	name, rest, found := strings.Cut(word, ":")
	switch {
	case word != "" && word[0] == '#':
		if strings.ContainsFunc(word, unicode.IsLetter) || quote(s[at+1:]) > 0 {
			t.field, t.value = fieldNamed(string(Tag)), at+1
		}
	case found && (rest != "" || name == strings.ToLower(name) || at+len(word) == len(s)):
		// but "Time: a history" is a headline
		if t.field = fieldNamed(name); t.field != nil {
			t.value = at + len(name) + 1
		}
	}
	t.read(s)
	return t
}

// read reads the value.
func (t *term) read(s string) {
	if size := quote(s[t.value:]); size > 0 {
		t.quoted = true
		t.text, t.to, t.open = quotedText(s, t.value+size, closing(s[t.value:]))
		if t.to < len(s) && s[t.to] == '*' {
			t.star = true
			t.to++
		}
		return
	}
	t.to = wordEnd(s, t.value)
	t.text, t.star = strings.CutSuffix(s[t.value:t.to], "*")
	if t.field != nil && t.field.kind == takesName && t.field.Name == string(Tag) {
		t.text = strings.TrimPrefix(t.text, "#")
	}
}

// wordEnd is where a word ends: at a blank, at a bar, or at a bracket that closes one
// before the word.
func wordEnd(s string, at int) int {
	inner := 0
	for i, r := range s[at:] {
		switch {
		case unicode.IsSpace(r), r == '|':
			return at + i
		case r == '(':
			inner++
		case r == ')':
			if inner == 0 {
				return at + i
			}
			inner--
		}
	}
	return len(s)
}

// The quotes that a keyboard or a typographer has, each with those that close it.
var quotes = [...]struct {
	open    rune
	closing string
}{{'"', `"`}, {'“', `”"`}, {'”', `”`}, {'„', `“”`}, {'«', `»`}, {'»', `«`}, {'「', `」`}, {'『', `』`}}

// quote is the length of the quote that a text opens with.
func quote(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	for _, q := range quotes {
		if q.open == r {
			return size
		}
	}
	return 0
}

func closing(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	for _, q := range quotes {
		if q.open == r {
			return q.closing
		}
	}
	return ""
}

// quotedText reads what is in quotes, from behind the first to behind the last. A
// backslash stands before a quote and a backslash that are meant.
func quotedText(s string, at int, closing string) (text string, end int, open bool) {
	var b strings.Builder
	escaped := false
	for i, r := range s[at:] {
		size := utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, size = utf8.DecodeRuneInString(s[at+i:])
		}
		switch {
		case escaped:
			escaped = false
		case r == '\\' && strings.HasPrefix(s[at+i+1:], `"`), r == '\\' && strings.HasPrefix(s[at+i+1:], `\`):
			escaped = true
			continue
		case strings.ContainsRune(closing, r):
			return b.String(), at + i + size, false
		}
		b.WriteString(s[at+i : at+i+size])
	}
	return b.String(), len(s), true
}

// Quote is a value as it is typed: in quotes where it needs them.
func Quote(value string) string {
	if isPlain(value) {
		return value
	}
	return quoted(value)
}

func quoted(value string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(value) + `"`
}

// isPlain reports whether a value is read as it stands, without quotes.
func isPlain(value string) bool {
	return value != "" && quote(value) == 0 && value[0] != '#' && !strings.HasSuffix(value, "*") &&
		!strings.ContainsAny(value, "|()") && !strings.ContainsFunc(value, unicode.IsSpace)
}

// standsAlone reports whether a plain value is read as words where no field stands before it.
func standsAlone(words string) bool {
	return words[0] != '-' && operatorOf(words) == "" && scan(words, 0).field == nil && unknown(words) == ""
}

// operators are words that stand between or before others; "not" is too common for one.
var operators = [...]struct{ word, means string }{{"or", "or"}, {"OR", "or"}, {"and", "and"}, {"AND", "and"}, {"NOT", "not"}}

// operatorOf is the operator that a text begins with: "or", "and" or "not"; empty for none.
func operatorOf(s string) string {
	for _, op := range operators {
		if rest, ok := strings.CutPrefix(s, op.word); ok && wordEnd(rest, 0) == 0 {
			return op.means
		}
	}
	return ""
}

// unknown is the name of a field that there is none of, in a word that is no address, time
// or other such word with a colon in it, and that is like a field there is.
func unknown(word string) string {
	name, value, found := strings.Cut(strings.TrimSuffix(word, "*"), ":")
	isLetter := func(r rune) bool { return 'a' <= r|0x20 && r|0x20 <= 'z' }
	if !found || value == "" || strings.ContainsRune(`:/\`, rune(value[0])) ||
		strings.TrimFunc(name, isLetter) != "" || fieldNamed(name) != nil || fieldLike(name) == nil {
		return ""
	}
	return name
}
