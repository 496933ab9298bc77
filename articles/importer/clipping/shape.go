package clipping

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
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
