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
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold brings a line into the form of the phrases: small letters, one blank
// between words, plain apostrophes, dashes and colons, no numbers, and no signs at
// its ends. Signs that say what a line is, such as "©", stay.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	blank, digit := false, false // the sign before was one
	for i, r := range s {
		inNumber := digit && (r == '.' || r == ',' || r == '\'') && i+1 < len(s) && '0' <= s[i+1] && s[i+1] <= '9' // "1,234"
		digit = unicode.IsDigit(r)
		switch {
		case unicode.IsSpace(r) || digit || inNumber:
			blank = b.Len() > 0
			continue
		default:
			r = plain(r)
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteRune(lower(r))
	}
	return strings.TrimFunc(b.String(), isEdge)
}

// plain is r as the phrases have it, where there are several signs for one.
func plain(r rune) rune {
	switch r {
	case '’', '‘', 'ʼ', '´', '`', '′':
		return '\''
	case '–', '—', '‐', '‑':
		return '-'
	case '（':
		return '('
	case '）':
		return ')'
	case '：':
		return ':'
	case '／':
		return '/'
	case '＝':
		return '='
	case 'ё', 'Ё': // most write it as the letter beside it
		return 'е'
	case 'ı': // in capitals it is the other i's
		return 'i'
	}
	return r
}

// lower is r as a small letter. Most of the phrases are of plain letters.
func lower(r rune) rune {
	switch {
	case r >= utf8.RuneSelf:
		return unicode.ToLower(r)
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	}
	return r
}

// isEdge reports whether r says nothing at the end of a line.
func isEdge(r rune) bool {
	return r != '©' && r != '#' && r != '@' && (unicode.IsPunct(r) || unicode.IsSymbol(r) || unicode.IsSpace(r))
}

// Whole returns what a line is by what it says from its first to its last word;
// digits and signs beside them do not matter.
func Whole(line string) Kinds { return book().whole[Fold(line)] }

// Opening returns what a line is by the words it begins with, and the longest
// such words as they stand in line. It has none for a line that goes on in the
// middle of a word.
func Opening(line string) (Kinds, string) {
	b := book()
	folded, ends := foldStart(line, b.longest)
	for n := len(folded); n > 0; n-- {
		if n < len(folded) && !endsWord(folded, n) {
			continue
		}
		if kinds, ok := b.openings[folded[:n]]; ok {
			return kinds, line[:ends[n-1]]
		}
	}
	return 0, ""
}

// Closing returns what a line is by the words it ends with.
func Closing(line string) Kinds { return closing(Fold(line)) }

func closing(folded string) Kinds {
	var kinds Kinds
	for i := max(0, len(folded)-book().longestEnd); i < len(folded); i++ {
		if utf8.RuneStart(folded[i]) && (i == 0 || endsWord(folded, i)) {
			kinds |= book().closings[folded[i:]]
		}
	}
	return kinds
}

// Holds returns what a line is by words that stand anywhere in it.
func Holds(line string) Kinds { return holds(Fold(line)) }

func holds(folded string) Kinds {
	var kinds Kinds
	parts := book().parts
	for i := range len(folded) - 1 {
		for _, p := range parts[[2]byte{folded[i], folded[i+1]}] {
			if strings.HasPrefix(folded[i:], p.words) {
				kinds |= p.kinds
			}
		}
	}
	return kinds
}

// Of returns all that the words of a line tell: as a whole, by its start, its
// end, and what stands in it.
func Of(line string) Kinds {
	opening, _ := Opening(line)
	folded := Fold(line)
	return book().whole[folded] | opening | closing(folded) | holds(folded)
}

// foldStart folds the first part of a line, and says for each byte of it where
// in line its letter ends.
func foldStart(line string, longest int) (string, []int) {
	var b strings.Builder
	b.Grow(min(len(line), longest+utf8.UTFMax))
	ends := make([]int, 0, min(len(line), longest+utf8.UTFMax))
	blank := false
	for i, r := range line {
		if b.Len() >= longest {
			break
		}
		switch {
		case unicode.IsSpace(r):
			blank = b.Len() > 0
			continue
		case b.Len() == 0 && isEdge(r):
			continue
		default:
			r = plain(r)
		}
		before := b.Len()
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteRune(lower(r))
		_, size := utf8.DecodeRuneInString(line[i:])
		for range b.Len() - before {
			ends = append(ends, i+size)
		}
	}
	return b.String(), ends
}

// endsWord reports whether a word of s ends, or one begins, at its byte n. Scripts
// without blanks end one anywhere.
func endsWord(s string, n int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:n])
	after, _ := utf8.DecodeRuneInString(s[n:])
	return !isWordRune(before) || !isWordRune(after)
}

// isWordRune reports whether r is a letter of a script that has blanks between
// its words.
func isWordRune(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsMark(r)) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}
