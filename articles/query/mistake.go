package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Mistake is why a text is no query, and where.
type Mistake struct {
	From, To int    // the piece of the text that is wrong, in bytes
	Say      string // one line: what is wrong, and how it is typed
}

func (m *Mistake) Error() string { return m.Say }

// Show is the text in a line and, in the one below it, the mark ^^^ where the mistake is.
// The width of a piece of text is in columns of the terminal.
func (m *Mistake) Show(text string, width func(string) int) string {
	from := min(m.From, len(text))
	to := max(from, min(m.To, len(text)))
	before, wrong := visible(text[:from]), visible(text[from:to])
	return before + wrong + visible(text[to:]) + "\n" +
		strings.Repeat(" ", width(before)) + strings.Repeat("^", max(1, width(wrong)))
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

// Width counts the characters of a text: a width for [Mistake.Show] where none better is
// at hand.
func Width(s string) int { return utf8.RuneCountInString(s) }
