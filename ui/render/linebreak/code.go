package linebreak

import (
	"strings"
	"unicode"

	"lede/ui/render/cells"
)

// leastMarked is how narrow code may be, in cells, that has marks.
const leastMarked = 4

// codeIndent is how far what follows of a line stands in: as the line does, but
// for deep ones on a narrow screen.
func codeIndent(s string, width int) int {
	return min(len(s)-len(strings.TrimLeft(s, " ")), width/3)
}

// Code cuts a line of code into parts of at most width cells, all but the
// first with room for an indent and a mark of so many cells behind it. The indent is
// that of the line, or less; -1 when there is no room for it and the mark.
func Code(s string, width, mark int) (parts []string, indent int) {
	room := width
	if indent = -1; width >= leastMarked {
		indent = codeIndent(s, width)
		room -= indent + mark
	}
	if cells.Of(s) <= width {
		return []string{s}, indent
	}
	rest, most := clusters(s, 0, room), width
	for from := 0; ; {
		n, used := 0, 0
		for n < len(rest) && (n == 0 || used+rest[n].width <= most) {
			used += rest[n].width
			n++
		}
		if n == len(rest) {
			return append(parts, s[from:]), indent
		}
		n = cutCodeAt(rest, n)
		for n < len(rest) && rest[n].text == " " { // not seen at the end of a line
			n++
		}
		if n == len(rest) {
			return append(parts, s[from:]), indent
		}
		parts = append(parts, s[from:rest[n].at])
		from, rest, most = rest[n].at, rest[n:], room
	}
}

// cutCodeAt is the best place to cut a line of code, of which so many clusters
// fit: the last blank, else the last sign with a word behind it, if the second
// half of the line has one.
func cutCodeAt(rest []cluster, fit int) int {
	if rest[fit].text == " " {
		return fit
	}
	sign := 0
	for n := fit; 2*n > fit; n-- {
		before, after := firstRune(rest[n-1].text), firstRune(rest[n].text)
		switch {
		case before == ' ':
			return n
		case sign > 0 || isWordRune(before) || strings.ContainsRune("\"'$@\\)]}", before):
		case unicode.IsDigit(after) && (before == '.' || before == '-'):
		case isWordRune(after) || after == '"' || after == '\'':
			sign = n
		}
	}
	if sign > 0 {
		return sign
	}
	return fit
}

func isWordRune(r rune) bool { return r == '_' || !isSign(r) }
