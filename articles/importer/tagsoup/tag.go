package tagsoup

import (
	"slices"
	"strings"
)

func startsName(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' || c == ':' || c >= 0x80
}

// isBlank reports whether a character can stand between attributes: in the world
// controls do too.
func isBlank(c rune) bool { return c <= ' ' }

// endsName reports whether a character can be none of a name.
func endsName(c byte) bool { return c <= ' ' || c == '>' || c == '/' || c == '=' || c == '<' }

// startTag opens an element.
func (r *Reader) startTag() Token {
	s := r.rest[1:]
	n := 0
	for n < len(s) && !endsName(s[n]) {
		n++
	}
	raw := strings.ToLower(s[:n])
	if top := len(r.open) - 1; r.Ends != nil && top >= 0 && r.Ends(r.open[top].name, raw) {
		r.closing = 1
		return Token{} // it comes again
	}
	attrs, alone, rest := r.attributes(s[n:])
	r.rest = rest
	if len(r.open) >= deepest {
		if !alone {
			r.deeper++
		}
		return Token{}
	}
	binds := r.bind(attrs)
	name := r.named(raw)
	r.open = append(r.open, element{raw, name, binds})
	if alone {
		r.closing = 1
	}
	return Token{Kind: Start, Name: name, Attr: attrs}
}

// attributes reads a tag from behind its name, and says whether it closes
// itself.
func (r *Reader) attributes(s string) (attrs []Attr, alone bool, rest string) {
	for {
		s = strings.TrimLeftFunc(s, isBlank)
		switch {
		case s == "" || s[0] == '<': // the tag was cut off
			return attrs, false, s
		case s[0] == '>':
			return attrs, false, s[1:]
		case strings.HasPrefix(s, "/>"):
			return attrs, true, s[2:]
		case s[0] == '/' || s[0] == '=':
			s = s[1:]
			continue
		}
		n := 0
		for n < len(s) && !endsName(s[n]) {
			n++
		}
		name := s[:n]
		var value string
		value, s = r.attribute(s[n:])
		if len(attrs) < mostAttrs {
			name = strings.ToLower(name)
			if !slices.ContainsFunc(attrs, func(a Attr) bool { return a.Name == name }) {
				attrs = append(attrs, Attr{name, r.unescape(value)})
			}
		}
	}
}

// attribute reads the value of an attribute from behind its name.
func (r *Reader) attribute(s string) (value, rest string) {
	after, ok := strings.CutPrefix(strings.TrimLeftFunc(s, isBlank), "=")
	if !ok {
		return "", s
	}
	after = strings.TrimLeftFunc(after, isBlank)
	if after != "" && (after[0] == '"' || after[0] == '\'') {
		return r.quoted(after[1:], after[0])
	}
	n := 0
	for n < len(after) && after[n] > ' ' && after[n] != '>' && after[n] != '<' && !strings.HasPrefix(after[n:], "/>") {
		n++
	}
	return after[:n], after[n:]
}

// quoted reads a value up to its quote. Behind the one that ends it another
// attribute begins or the tag ends; one before that stands for itself. Where
// none does, it is the first, or else the end of the line or the tag.
func (r *Reader) quoted(s string, mark byte) (value, rest string) {
	if r.lacks[string(mark)] {
		return cutOff(s)
	}
	first := strings.IndexByte(s, mark)
	if first < 0 {
		r.lacks[string(mark)] = true
		return cutOff(s)
	}
	for at := first; r.patience > 0; {
		if endsValue(s[at+1:]) {
			return s[:at], s[at+1:]
		}
		next := strings.IndexByte(s[at+1:min(len(s), at+1+longestQuote)], mark)
		if next < 0 || at+next-first > longestQuote {
			break
		}
		r.patience -= next + 1
		at += next + 1
	}
	return s[:first], s[first+1:]
}

// longestQuote is how far behind the first quote in a value its end is looked
// for, in bytes.
const longestQuote = 2000

// cutOff is a value without a quote at its end.
func cutOff(s string) (value, rest string) {
	at := strings.IndexAny(s, "\n>")
	if at < 0 {
		at = len(s)
	}
	return s[:at], s[at:]
}

// endsValue reports whether what is behind a quote shows that it ends a value.
func endsValue(s string) bool {
	const farthest = 60
	i := 0
	blanks := func() {
		for i < min(len(s), farthest) && s[i] <= ' ' {
			i++
		}
	}
	blanks()
	if i == len(s) || s[i] == '>' || s[i] == '/' || s[i] == '?' {
		return true
	}
	start := i
	for i < min(len(s), farthest) && !endsName(s[i]) && s[i] != '"' && s[i] != '\'' {
		i++
	}
	named := i > start
	blanks()
	return named && i < len(s) && s[i] == '='
}
