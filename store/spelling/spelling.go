// Package spelling makes one of the many spellings of an address, a name or a title,
// by which a library finds it.
package spelling

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lede/articles"
)

// Address is the one spelling of the many that a URL, an origin or a slug can
// have; that of a URL is [articles.PageKey].
func Address(s string) string {
	s = strings.TrimSpace(s)
	scheme, rest, found := strings.Cut(s, ":")
	switch {
	case !found:
		s, _, _ = strings.Cut(s, "#")
		return strings.ToLower(strings.Trim(s, "/"))
	case strings.EqualFold(scheme, "http"), strings.EqualFold(scheme, "https"):
		return articles.PageKey(s)
	case strings.EqualFold(scheme, "file"):
		path := "/" + strings.TrimLeft(strings.ReplaceAll(rest, `\`, "/"), "/")
		return "file:" + path
	}
	return s // the origin of a text that has no place of its own
}

// Fold makes texts alike that differ only in case, accents or white space.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsSpace(r):
			gap = b.Len() > 0
		default:
			if gap {
				b.WriteByte(' ')
				gap = false
			}
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// SortTitle is the title as the list sorts it: folded, from its first letter
// or digit on, and short enough for an index.
func SortTitle(title string) string {
	const most = 120
	folded := Fold(title)
	s := strings.TrimLeftFunc(folded, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	if s == "" {
		s = folded
	}
	if len(s) <= most {
		return s
	}
	cut := most
	for !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut]
}
