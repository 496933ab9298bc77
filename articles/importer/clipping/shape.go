package clipping

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/articles/importer/lexicon"
)

// bucket names the first bound that n does not exceed.
func bucket(lead string, n int, bounds ...int) string {
	for _, b := range bounds {
		if n <= b {
			return lead + strconv.Itoa(b)
		}
	}
	return lead + "more"
}

// ending names the kind of mark that s ends with.
func ending(s string) string {
	r, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune(closers, r) {
		if inner := lastMark(s); strings.ContainsRune(".!?。！？", inner) {
			return "said"
		}
		return string(r)
	}
	switch {
	case strings.ContainsRune(".。।۔", r):
		return "."
	case strings.ContainsRune("?!？！؟", r):
		return "?"
	case strings.ContainsRune(",;:…：；、，", r):
		return string(r)
	case unicode.IsDigit(r):
		return "digit"
	case unicode.IsLetter(r):
		return "letter"
	}
	return "sign"
}

// beginning names the kind of character that s begins with.
func beginning(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsUpper(r):
		return "upper"
	case unicode.IsLower(r):
		return "lower"
	case unicode.IsDigit(r):
		return "digit"
	case unicode.IsLetter(r):
		return "letter"
	case strings.ContainsRune("“\"„«「『‘'", r):
		return "quote"
	case strings.ContainsRune("-–—", r):
		return "dash"
	case strings.ContainsRune("([（【", r):
		return "bracket"
	}
	return "sign"
}

// casing says how the words of s are capitalized.
func casing(s string) string {
	upper, lower := 0, 0
	for f := range strings.FieldsSeq(s) {
		if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(f, "(“\"'‘«")); unicode.IsUpper(r) {
			upper++
		} else if unicode.IsLower(r) {
			lower++
		}
	}
	switch {
	case upper+lower == 0:
		return "none"
	case capitals(s):
		return "all"
	case lower == 0:
		return "each"
	case upper*2 > lower && upper > 1:
		return "many"
	case upper == 0:
		return "no"
	}
	return "some"
}

// halts reports whether a sentence of s ends before its last.
func halts(s string) bool {
	const abbreviated = 2 // letters before the mark
	letters := 0
	for i, r := range s {
		switch rest := s[i+utf8.RuneLen(r):]; {
		case strings.ContainsRune("。！？", r):
			return rest != ""
		case strings.ContainsRune(".!?", r) && letters > abbreviated && strings.HasPrefix(rest, " ") && startsUpper(rest[1:]):
			return true
		case unicode.IsLetter(r):
			letters++
		default:
			letters = 0
		}
	}
	return false
}

// option reports whether s is a command with an option behind its name: "cc -O2 a.c".
func option(s string) bool {
	for f := range strings.FieldsSeq(s) {
		if name := strings.TrimLeft(f, "-"); len(f)-len(name) == 1 && name != "" || len(f)-len(name) == 2 && len(name) > 1 {
			r, _ := utf8.DecodeRuneInString(name)
			return unicode.IsLetter(r) && r < utf8.RuneSelf && startsLower(s)
		}
	}
	return false
}

// identifier reports whether s is one word as programs have them: "maxItems",
// "max_items", "count()".
func identifier(s string) bool {
	if strings.Contains(s, " ") {
		return false
	}
	lower := false
	for _, r := range s {
		if lower && unicode.IsUpper(r) || r == '_' || r == '(' {
			return true
		}
		lower = unicode.IsLower(r)
	}
	return false
}

// credited reports whether the last sentence of s says whose picture it is.
func credited(s string) bool {
	at := max(strings.LastIndex(s, ". "), strings.LastIndex(s, "("), strings.LastIndex(s, " | "))
	if at < 1 {
		return false
	}
	kinds, _ := lexicon.Opening(strings.TrimLeft(s[at:], ".(| "))
	return kinds.Has(lexicon.Credit)
}
