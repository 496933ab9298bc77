package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/articles/importer/lexicon"
)

// IsName reports whether s could be the name of a person or of a few people:
// not too long, in capitals where the script has them, no sentence, and nothing
// that stands where a name does, such as "admin".
func IsName(s string) bool {
	words := strings.Fields(s)
	n := utf8.RuneCountInString(s)
	if len(words) == 0 || len(words) > 9 || n < 2 || n > longestName || strings.ContainsAny(s, "?!:;/@#\"“”„«»<>{}=…。") || strings.ContainsFunc(s, unicode.IsDigit) {
		return false
	}
	capitals := 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLower(r):
			if !lexicon.IsParticle(w) && !joined(w) && !lexicon.Whole(w).Has(lexicon.And) {
				return false
			}
		case unicode.IsLetter(r): // a script without capitals
			if n > 12 && isWide(w) || len(words) > 4 {
				return false
			}
			capitals++
		case w != "&" && !joined(w):
			return false
		}
	}
	return capitals > 0 && !IsNoAuthor(s) && !lexicon.Whole(s).HasAny(lexicon.Weekday, lexicon.Ago, lexicon.Published, lexicon.Updated, lexicon.Menu, lexicon.Button, lexicon.Home, lexicon.Role)
}

// joined reports whether w is a particle with a name: "d'Arc", "al-Masri", or a
// part of one: "’t".
func joined(w string) bool {
	at := strings.IndexAny(w, "'’-")
	if at < 1 {
		return at == 0 && utf8.RuneCountInString(w) == 2
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w[at:], "'’-"))
	return at <= 4 && unicode.IsUpper(r)
}

// IsFullName reports whether s is the name of one person, of two to four words.
func IsFullName(s string) bool {
	if first, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(first) {
		return false
	}
	n := len(strings.Fields(s))
	return n >= 2 && n <= 4 && IsName(s) && !lexicon.Of(s).HasAny(lexicon.Related, lexicon.Published, lexicon.Updated, lexicon.Menu, lexicon.Button, lexicon.Credit, lexicon.Helped)
}

// AreNames reports whether s lists the names of two or more people and nothing
// else, as the authors of a paper are.
func AreNames(s string) bool {
	if len(s) > 1000 || !strings.Contains(s, ", ") {
		return false
	}
	for name := range strings.SplitSeq(s, ", ") {
		if name != "" && !IsName(name) {
			return false
		}
	}
	return true
}

// IsHandle reports whether s could be what a writer calls herself: "dora.winkel".
func IsHandle(s string) bool {
	return len(strings.Fields(s)) <= 3 && len(s) <= 30 && !IsNoAuthor(s) && !strings.ContainsAny(s, "?!:;<>{}=\"")
}

// IsNoAuthor reports whether s stands where the name of an author does, and is
// none: "Posted on", "Staff", "View archive", "Show all posts by Jane Roe".
func IsNoAuthor(s string) bool {
	opening, _ := lexicon.Opening(s)
	return (lexicon.Whole(s) | opening | lexicon.Holds(s)).Has(lexicon.NoAuthor)
}

// isWide reports whether s begins in a script that has no blanks between words.
func isWide(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
