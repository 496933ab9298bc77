package dates

import (
	"strings"
	"unicode"

	"lede/articles/importer/lexicon"
)

// IsLine reports whether s holds a date and beside it no more than the words
// that go with one.
func IsLine(s string) bool {
	const mostWeight, mostOther = 110, 3
	if len(s) > 2*mostWeight || strings.HasSuffix(s, ".") && words(s) > 6 {
		return false
	}
	all := FindAll(s, Unsure)
	if len(all) == 0 {
		return lexicon.Of(s).HasAny(lexicon.Published, lexicon.Updated, lexicon.Handled) && words(s) <= 8 && strings.ContainsFunc(s, unicode.IsDigit)
	}
	other, from := 0, 0
	for _, d := range all {
		lead := s[from:d.Start]
		if !lexicon.Whole(lead).HasAny(lexicon.Published, lexicon.Updated, lexicon.Handled) {
			other += words(lead)
		}
		from = d.End
	}
	return other+words(s[from:]) <= mostOther
}

func words(s string) int { return len(strings.Fields(s)) }
