package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Completion is what may stand at a place of a text that is being typed.
type Completion struct {
	From, To int      // the piece of the text that a name is put in the place of
	Part     string   // as much of the name as stands before the place, without quotes
	Names    []string // that it may be: of fields with their colon, or the values of one
	Field    Field    // whose values the library knows; empty when Names are all there is
}

// Complete finds what may be typed on with at a place, in bytes.
func Complete(text string, at int) Completion {
	at = max(0, min(at, len(text)))
	t, found := termAt(text, at)
	if found && text[t.from:t.to] == "#" {
		return Completion{From: at, To: at, Field: Tag}
	}
	if !found || t.field == nil || at < t.value {
		c := Completion{From: at, To: at}
		if found {
			if t.quoted {
				return c
			}
			c = Completion{From: t.from, To: t.to, Part: text[t.from:at]}
			if t.field != nil {
				c.To = t.value
			}
		}
		for i := range fields {
			if name := fields[i].Name + ":"; hasPrefix(name, c.Part) {
				c.Names = append(c.Names, name)
			}
		}
		return c
	}
	c := Completion{From: t.value, To: t.to, Part: partOf(t, text[t.value:at])}
	switch t.field.kind {
	case takesName:
		c.Field = Field(t.field.Name)
	case takesState, takesPart, takesOrder:
		for _, name := range t.field.Values {
			if hasPrefix(name, c.Part) {
				c.Names = append(c.Names, name)
			}
		}
	}
	return c
}

// Take is the text with a name in its place, and where to type on.
func (c Completion) Take(text, name string) (taken string, at int) {
	if !strings.HasSuffix(name, ":") || c.Field != "" {
		name = Quote(name)
		if c.To == len(text) {
			name += " "
		}
	}
	return text[:c.From] + name + text[c.To:], c.From + len(name)
}

func hasPrefix(name, part string) bool {
	return len(part) <= len(name) && strings.EqualFold(name[:len(part)], part)
}

// partOf is a value, up to a place in it, without its quotes.
func partOf(t term, typed string) string {
	t.from, t.value = 0, 0
	t.read(typed)
	return t.text
}

// termAt is the term that a place stands in, or at the end of.
func termAt(text string, at int) (t term, found bool) {
	outer := []*FieldInfo{nil} // the fields whose brackets are open
	for next := 0; next < at; {
		switch r, size := utf8.DecodeRuneInString(text[next:]); {
		case r == '(':
			outer = append(outer, outer[len(outer)-1])
			next++
			continue
		case r == ')':
			outer = outer[:max(1, len(outer)-1)]
			next++
			continue
		case r == '|', r == '-', unicode.IsSpace(r):
			next += size
			continue
		}
		t = scan(text, next)
		if t.field == nil && outer[len(outer)-1] != nil {
			t.field = outer[len(outer)-1]
			t.read(text)
		}
		switch {
		case t.value < at && text[t.value] == '(':
			outer = append(outer, t.field)
			next = t.value + 1
		case at <= t.to:
			return t, true
		default:
			next = max(t.to, next+1)
		}
	}
	return term{}, false
}
