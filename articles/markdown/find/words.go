package find

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// normal is s as searches compare it: runs of white space as one blank, and
// none between characters of scripts that set none; characters composed; quotes
// and hyphens as a keyboard has them; nothing that has no shape of its own.
// It changes no letter into two or none, which [Spot] depends on.
func normal(s string) string {
	if isNormal(s) {
		return s
	}
	if !strings.ContainsFunc(s, isJamo) { // these would be composed into fewer letters
		s = norm.NFC.String(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	last, blank := rune(0), false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			blank = true
			continue
		case r >= utf8.RuneSelf && unicode.Is(unicode.Cf, r):
			continue
		}
		r = typed(r)
		if blank && last != 0 && !(unspaced(last) && unspaced(r)) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last, blank = r, false
	}
	return b.String()
}

// isNormal reports whether s is ASCII with nothing to change.
func isNormal(s string) bool {
	before := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf || c < ' ' || c == ' ' && before == ' ' {
			return false
		}
		before = c
	}
	return s == "" || before != ' '
}

// typed is what a keyboard has for a sign that a typographer sets.
func typed(r rune) rune {
	switch r {
	case '‘', '’':
		return '\''
	case '“', '”':
		return '"'
	case '\u2010', '\u2011': // hyphens
		return '-'
	}
	return r
}

func isJamo(r rune) bool {
	return 0x1100 <= r && r <= 0x11ff || 0xa960 <= r && r <= 0xa97f || 0xd7b0 <= r && r <= 0xd7ff
}

// unspaced reports whether r is of a script that sets no blanks.
func unspaced(r rune) bool {
	return r >= 0x2e80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) ||
		0x3000 <= r && r <= 0x303f || 0xff00 <= r && r <= 0xff60)
}
