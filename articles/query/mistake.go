package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Mistake is why a text is no query, and where.
type Mistake struct {
	Text     string
	From, To int    // the piece of the text that is wrong, in bytes
	Say      string // one line: what is wrong, and how it is typed
}

func (m *Mistake) Error() string { return m.Say }

// Refuse is the mistake of a condition whose value no library could know until it looked,
// in the query as it is printed.
func (q Query) Refuse(n Named, say string) *Mistake {
	m := &Mistake{Text: q.String(), Say: say}
	for at := 0; at < len(m.Text); {
		t := scan(m.Text, at)
		if t.field != nil && t.field.Name == string(n.Field) && t.text == n.Value {
			m.From, m.To = t.value, t.to
			break
		}
		at = max(t.to, at+1)
		if m.Text[t.from] == '(' || m.Text[t.from] == '-' {
			at = t.from + 1
		}
	}
	return m
}

// Show is the text in a line and, in the one below it, the mark ^^^ where the mistake is.
// The width of a piece of text is in columns of the terminal, which has so many: of a
// longer text what stands around the mistake is shown.
func (m *Mistake) Show(width func(string) int, columns int) string {
	from := min(m.From, len(m.Text))
	to := max(from, min(m.To, len(m.Text)))
	before, wrong, after := visible(m.Text[:from]), visible(m.Text[from:to]), visible(m.Text[to:])
	room := columns - 1 // a line that fills the last column may go on in the next
	if width(before)+max(1, width(wrong))+width(after) > room {
		wrong = head(wrong, room/2, width)
		before = tail(before, room-max(1, width(wrong))-min(width(after), room/4), width)
		after = head(after, room-width(before)-width(wrong), width)
	}
	return before + wrong + after + "\n" + strings.Repeat(" ", width(before)) + strings.Repeat("^", max(1, width(wrong)))
}

const ellipsis = "…"

// head is the beginning of a text, in so many columns, tail the end of one.
func head(s string, columns int, width func(string) int) string {
	if width(s) <= columns {
		return s
	}
	left := columns - width(ellipsis)
	for i, r := range s {
		if left -= width(string(r)); left < 0 {
			return s[:i] + ellipsis
		}
	}
	return s
}

func tail(s string, columns int, width func(string) int) string {
	if width(s) <= columns {
		return s
	}
	left, at := columns-width(ellipsis), len(s)
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:at])
		if left -= width(string(r)); left < 0 {
			break
		}
		at -= size
	}
	return ellipsis + s[at:]
}

// visible is a piece of a text without what moves a terminal's cursor.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r):
			return ' '
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
}
