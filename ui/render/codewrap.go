package render

import (
	"strings"
	"unicode"
)

// hardWrap breaks t at newlines and wherever a line is full; what follows
// stands as deep as the line and behind mark.
func (t *text) hardWrap(width int, mark string) []row {
	if width < 2 {
		t = t.narrow()
	}
	var out []row
	at, r, before, words := 0, 0, 0, string(t.words)
	for i, whole := range strings.Split(words, "\n") {
		lead, start := "", at
		for n, part := range cutCode(whole, width) {
			for r < len(t.runs) && t.runs[r].end <= start {
				r++
			}
			glue, end := newText, start+len(strings.TrimRight(part, " "))
			if i+n > 0 {
				glue = between(words, before, start)
			}
			set := t.row(line{start: start, end: end}, r, words, glue)
			before = end
			if n == 1 && width >= leastMarked {
				lead = whole[:codeIndent(whole, width)]
			}
			if n > 0 && width >= leastMarked {
				set.text, set.width = lead+mark+set.text, set.width+wrapWidth+len(lead)
				set.shift(wrapWidth + len(lead))
			}
			out = append(out, set)
			start += len(part)
		}
		at += len(whole) + 1
	}
	return out
}

// leastMarked is how narrow code may be, in cells, that has marks.
const leastMarked = 4

// codeIndent is how far what follows of a line stands in: as the line does, but
// for deep ones on a narrow screen.
func codeIndent(s string, width int) int {
	return min(len(s)-len(strings.TrimLeft(s, " ")), width/3)
}

// cutCode cuts a line of code into parts of at most width cells, all but the
// first with room for indent and mark.
func cutCode(s string, width int) []string {
	if cells(s) <= width {
		return []string{s}
	}
	room := width
	if width >= leastMarked {
		room -= codeIndent(s, width) + wrapWidth
	}
	var parts []string
	rest, most := clusters(s, 0, room), width
	for from := 0; ; {
		n, used := 0, 0
		for n < len(rest) && (n == 0 || used+rest[n].width <= most) {
			used += rest[n].width
			n++
		}
		if n == len(rest) {
			return append(parts, s[from:])
		}
		n = cutCodeAt(rest, n)
		for n < len(rest) && rest[n].text == " " { // not seen at the end of a line
			n++
		}
		if n == len(rest) {
			return append(parts, s[from:])
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
