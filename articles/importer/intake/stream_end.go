package intake

import (
	"strings"
	"unicode/utf8"
)

// unfinished is how many bytes at the end of a text belong to a rune or an escape
// sequence of which the rest is still to come.
func unfinished(text string) int {
	const longest = 256 // of an escape sequence, in bytes
	end := len(text)
	for n := 1; n < utf8.UTFMax && n <= end; n++ {
		if utf8.RuneStart(text[end-n]) {
			if !utf8.FullRuneInString(text[end-n:]) {
				end -= n
			}
			break
		}
	}
	if at := strings.LastIndexByte(text[:end], '\x1b'); at >= max(0, end-longest) && !isWhole(text[at:end]) {
		end = at
	}
	return len(text) - end
}

// isWhole reports whether the escape sequence that s begins with ends in it.
func isWhole(s string) bool {
	if len(s) < 2 {
		return false
	}
	switch s[1] {
	case '[':
		return strings.ContainsFunc(s[2:], func(r rune) bool { return '@' <= r && r <= '~' })
	case ']', 'P', '_', '^', 'X':
		return strings.Contains(s, "\a")
	case '(', ')', '*', '+', '#', '%', ' ':
		return len(s) > 2
	}
	return true
}
