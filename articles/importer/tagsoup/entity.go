package tagsoup

import (
	"html"
	"strconv"
	"strings"
)

// longestEntity is how long the name of an entity may be, in bytes: the longest
// of HTML has 31.
const longestEntity = 40

// mostExpanded is how many bytes the entities of a document's own may come to.
const mostExpanded = 1 << 20

// unescape resolves the references of s: to characters, to the entities of XML
// and HTML, and to those that the document declares, whose own references stay
// as they are. What is no reference stays.
func (r *Reader) unescape(s string) string {
	at := strings.IndexByte(s, '&')
	if at < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for at >= 0 {
		b.WriteString(s[:at])
		s = s[at:]
		text, n := r.reference(s)
		b.WriteString(text)
		s = s[n:]
		at = strings.IndexByte(s, '&')
	}
	b.WriteString(s)
	return b.String()
}

// reference resolves what s, which begins with an ampersand, refers to, and
// says how many bytes that took.
func (r *Reader) reference(s string) (string, int) {
	end := strings.IndexByte(s[:min(len(s), longestEntity)], ';')
	if end < 2 {
		return "&", 1
	}
	name := s[1:end]
	if name[0] == '#' {
		if c, ok := character(name[1:]); ok {
			return c, end + 1
		}
		return "&", 1
	}
	if value, ok := r.entities[name]; ok && r.expanded+len(value) <= mostExpanded {
		r.expanded += len(value)
		return value, end + 1
	}
	if strings.ContainsAny(name, " &<>\n\"'") {
		return "&", 1
	}
	whole := s[:end+1]
	if text := html.UnescapeString(whole); text != whole {
		return text, end + 1
	}
	return "&", 1
}

// character is the one that a numeric reference names. As in HTML the numbers
// of controls mean the characters of windows-1252.
func character(number string) (string, bool) {
	base := 10
	if len(number) > 1 && (number[0] == 'x' || number[0] == 'X') {
		number, base = number[1:], 16
	}
	n, err := strconv.ParseUint(number, base, 32)
	if err != nil || n > 0x10ffff {
		return "", false
	}
	if n >= 0x80 && n <= 0x9f {
		return demoronized(string(rune(n))), true
	}
	return string(rune(n)), true
}

// mostEntities is how many entities a document may declare.
const mostEntities = 1000

// declare reads the entities of a document type's internal subset. One that is
// elsewhere is never looked for.
func (r *Reader) declare(subset string) {
	for len(r.entities) < mostEntities {
		_, after, ok := strings.Cut(subset, "<!ENTITY")
		if !ok {
			return
		}
		end := strings.IndexByte(after, '>')
		if end < 0 {
			return
		}
		subset = after[end:]
		name, value, _ := strings.Cut(strings.TrimSpace(after[:end]), " ")
		value = strings.TrimSpace(value)
		if len(value) < 2 || value[0] != '"' && value[0] != '\'' || value[0] != value[len(value)-1] || name == "%" {
			continue
		}
		if r.entities == nil {
			r.entities = map[string]string{}
		}
		if _, known := r.entities[name]; !known {
			r.entities[name] = html.UnescapeString(value[1 : len(value)-1])
		}
	}
}
