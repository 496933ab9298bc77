// Package lexicon knows the words of pages by language: what menus, buttons,
// labels, by-lines, dates and notices say. They are data, a file a language in
// the folder words; whoever reads pages asks here, and has no word of a
// language in its own conditions.
//
// A file has a section for each [Kind], under its name in square brackets, and
// phrases between bars or on lines of their own. A phrase ending in … stands
// for all that begins with it, one beginning with … for all that ends with it;
// one between two … for all that has it. A line that begins with # is a remark.
package lexicon

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// Fold brings a line into the form of the phrases: small letters, one blank
// between words, plain apostrophes and colons, no digits, and no signs at its ends.
// Signs that say what a line is, such as "©", stay.
func Fold(s string) string {
	if folded := fold(make([]byte, 0, room), s); string(folded) != s {
		return string(folded)
	}
	return s
}

// room is how many bytes most lines have at the most: so much is kept on the stack.
const room = 256

// fold is [Fold] into buf.
func fold(buf []byte, s string) []byte {
	blank := false
	for _, r := range s {
		if unicode.IsSpace(r) || unicode.IsDigit(r) {
			blank = len(buf) > 0
			continue
		}
		if blank {
			buf = append(buf, ' ')
			blank = false
		}
		buf = utf8.AppendRune(buf, unicode.ToLower(plain(r)))
	}
	return bytes.TrimFunc(buf, isEdge)
}

// plain is r as the phrases have it, where there are several signs for one.
func plain(r rune) rune {
	switch r {
	case '’', '‘':
		return '\''
	case '：':
		return ':'
	case '／':
		return '/'
	case '＝':
		return '='
	}
	return r
}

// isEdge reports whether r says nothing at the end of a line.
func isEdge(r rune) bool {
	return r != '©' && r != '#' && r != '@' && (unicode.IsPunct(r) || unicode.IsSymbol(r) || unicode.IsSpace(r))
}

// Whole returns what a line is by what it says from its first to its last word;
// digits and signs beside them do not matter.
func Whole(line string) Kinds { return book().whole[string(fold(make([]byte, 0, room), line))] }

// Opening returns what a line is by the words it begins with, and the longest
// such words as they stand in line. It has none for a line that goes on in the
// middle of a word.
func Opening(line string) (Kinds, string) {
	b := book()
	folded, _ := foldStart(make([]byte, 0, room), line, 2)
	if len(folded) < 2 {
		return 0, ""
	}
	folded, _ = foldStart(folded[:0], line, b.longest[pair(folded)])
	for n := len(folded); n > 0; n-- {
		if n < len(folded) && !endsWord(folded, n) {
			continue
		}
		if kinds, ok := b.openings[string(folded[:n])]; ok {
			_, end := foldStart(folded[:0], line, n)
			return kinds, line[:end]
		}
	}
	return 0, ""
}

// Closing returns what a line is by the words it ends with.
func Closing(line string) Kinds { return closing(fold(make([]byte, 0, room), line)) }

func closing(folded []byte) Kinds {
	var kinds Kinds
	for i := max(0, len(folded)-book().longestEnd); i < len(folded); i++ {
		if utf8.RuneStart(folded[i]) && (i == 0 || endsWord(folded, i)) {
			kinds |= book().closings[string(folded[i:])]
		}
	}
	return kinds
}

// Holds returns what a line is by words that stand anywhere in it.
func Holds(line string) Kinds { return holds(fold(make([]byte, 0, room), line)) }

func holds(folded []byte) Kinds {
	var kinds Kinds
	parts := book().parts
	for i := range len(folded) - 1 {
		for _, p := range parts[pair(folded[i:])] {
			if end := i + len(p.words); end <= len(folded) && string(folded[i:end]) == p.words {
				kinds |= p.kinds
			}
		}
	}
	return kinds
}

// pair is the first two bytes of s as one number.
func pair[T string | []byte](s T) uint32 { return uint32(s[0])<<8 | uint32(s[1]) }

// Of returns all that the words of a line tell: as a whole, by its start, its
// end, and what stands in it.
func Of(line string) Kinds {
	opening, _ := Opening(line)
	folded := fold(make([]byte, 0, room), line)
	return book().whole[string(folded)] | opening | closing(folded) | holds(folded)
}

// foldStart folds the first part of a line into buf, up to about so many bytes, and
// says where in line it ends.
func foldStart(buf []byte, line string, most int) (folded []byte, end int) {
	blank := false
	for i, r := range line {
		switch {
		case len(buf) >= most:
			return buf, end
		case unicode.IsSpace(r):
			blank = len(buf) > 0
			continue
		case len(buf) == 0 && isEdge(r):
			continue
		}
		if blank {
			buf = append(buf, ' ')
			blank = false
		}
		buf = utf8.AppendRune(buf, unicode.ToLower(plain(r)))
		_, size := utf8.DecodeRuneInString(line[i:])
		end = i + size
	}
	return buf, end
}

// endsWord reports whether a word of s ends, or one begins, at its byte n. Scripts
// without blanks end one anywhere.
func endsWord(s []byte, n int) bool {
	before, _ := utf8.DecodeLastRune(s[:n])
	after, _ := utf8.DecodeRune(s[n:])
	return !isWordRune(before) || !isWordRune(after)
}

// isWordRune reports whether r is a letter of a script that has blanks between
// its words.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf { // as most are
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return (unicode.IsLetter(r) || unicode.IsMark(r)) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}
