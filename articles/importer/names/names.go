// Package names reads who wrote a page out of one of its lines: "By Jane Roe,
// science editor". The words before and after names are the lexicon's.
package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/articles/importer/lexicon"
)

// Bounds of names: what is longer names more than a few people, or none.
const (
	mostWords  = 7
	mostRunes  = 60
	mostUncase = 12 // characters, in a script without capitals and blanks
	mostByline = 140
)

// Is reports whether s could be the name of one person or of a few. When cased
// is set each word needs its capital, but for the particles within names.
func Is(s string, cased bool) bool {
	fields := strings.Fields(s)
	n := utf8.RuneCountInString(s)
	if len(fields) == 0 || len(fields) > mostWords || n > mostRunes || n < 2 || strings.ContainsAny(s, "?!:;/@#\"“”„«»<>{}=…。[]") || strings.ContainsFunc(s, unicode.IsDigit) {
		return false
	}
	capitals := 0
	for _, f := range fields {
		r, _ := utf8.DecodeRuneInString(f)
		switch {
		case unicode.IsUpper(r):
			capitals++
		case f == "&":
		case unicode.IsLower(r):
			if cased && !particle(f) {
				return false
			}
		case unicode.IsLetter(r): // a script without case
			if n > mostUncase && wide(r) || len(fields) > 4 {
				return false
			}
			capitals++
		default:
			return false
		}
	}
	return capitals > 0 || !cased
}

func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// particle reports whether a word stands within names in small letters: "van",
// "d'Ormesson".
func particle(word string) bool {
	if at := strings.IndexAny(word, "'’-"); at > 0 && at < 4 {
		return true
	}
	return lexicon.IsParticle(strings.TrimRight(word, "."))
}

// Full reports whether s is the name of one person, of two to four words.
func Full(s string) bool {
	n := len(strings.Fields(s))
	first, _ := utf8.DecodeRuneInString(s)
	return n >= 2 && n <= 4 && unicode.IsUpper(first) && Is(s, true) && !lexicon.Of(s).HasAny(lexicon.Menu, lexicon.Button, lexicon.Related, lexicon.NoAuthor)
}

// ByLine returns the author that s names, without the words around the name: a
// role, a day, a section.
func ByLine(s string) (string, bool) {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > mostByline {
		return "", false
	}
	kinds, lead := lexicon.Opening(s)
	if lead != "" && kinds.Has(lexicon.By) {
		rest := s[len(lead):]
		strong := strings.HasSuffix(lead, ":") || strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "：") || strings.Count(lead, " ") > 0
		if name := leading(strings.TrimLeft(rest, " :：/／＝—-"), !strong); name != "" {
			return name, true
		}
	}
	return WithRole(s)
}

// leading is the name at the start of s: words with a capital and the particles
// between them, up to a mark or a digit.
func leading(s string, cased bool) string {
	if at := strings.IndexFunc(s, func(r rune) bool { return strings.ContainsRune(",|·•–—(（、;[", r) || unicode.IsDigit(r) }); at > 0 {
		s = s[:at]
	}
	s, _, _ = strings.Cut(s, " - ")
	fields := strings.Fields(s)
	n := 0 // words of the name so far
	for i, f := range fields {
		if r, _ := utf8.DecodeRuneInString(f); !unicode.IsLower(r) || i == 0 && !cased {
			n = i + 1
		} else if !particle(f) {
			break
		}
	}
	name := strings.TrimRight(strings.Join(fields[:n], " "), " .:,")
	if inner, ok := WithRole(name); ok {
		name = inner
	}
	if !Is(name, cased) || lexicon.Whole(name).Has(lexicon.NoAuthor) {
		return ""
	}
	return name
}

// WithRole reads a name with a role behind it on one line, as "Petra Hollis
// Environment correspondent" is copied.
func WithRole(s string) (string, bool) {
	fields := strings.Fields(s)
	if len(fields) < 2 || len(fields) > mostWords || !lexicon.Closing(s).Has(lexicon.Role) {
		return "", false
	}
	n := min(2, len(fields)-1)
	for n < len(fields)-1 && lexicon.IsParticle(fields[n-1]) {
		n++
	}
	name := strings.TrimRight(strings.Join(fields[:n], " "), ",")
	return name, Is(name, true) && !lexicon.Whole(name).Has(lexicon.NoAuthor)
}

// Opening is the name that a sentence about its bearer opens with: "Helma
// Brandt tests flour".
func Opening(s string) string {
	s, _, _ = strings.Cut(s, ",")
	if name := leading(s, true); Full(name) {
		return name
	}
	return ""
}

// Several reports whether s lists the names of two or more people and nothing
// else, as the authors of a paper are.
func Several(s string) bool {
	if len(s) > 1000 || !strings.Contains(s, ", ") {
		return false
	}
	for name := range strings.SplitSeq(s, ", ") {
		if name != "" && !Is(name, true) || strings.Count(name, " ") > 6 {
			return false
		}
	}
	return true
}
