package clipping

import (
	"strings"
	"unicode/utf8"

	"lede/articles/importer/lexicon"
)

// unwrap joins the lines of a paragraph that was wrapped at a column, as mail
// programs and editors do.
func unwrap(lines []line) []line {
	out := lines[:0]
	var parts []string // of the line being joined; its text is the first
	var last line      // the last line read, before it was joined
	flush := func() {
		if len(parts) > 1 {
			l := &out[len(out)-1]
			l.text = glue(parts)
			l.raw, l.weight, l.words = l.text, weigh(l.text), 0
			l.look()
		}
		parts = parts[:0]
	}
	for _, l := range lines {
		if len(parts) > 0 && continues(&out[len(out)-1], &last, &l) {
			parts = append(parts, unmarked(l.text))
		} else {
			flush()
			out = append(out, l)
			parts = append(parts, l.text)
		}
		last = l
	}
	flush()
	return out
}

// unmarked is s without the signs of a quote that it begins with.
func unmarked(s string) string {
	if strings.HasPrefix(s, ">") {
		return strings.TrimLeft(s, "> ")
	}
	return s
}

// glue joins lines with spaces, but where the script has none.
func glue(parts []string) string {
	var b strings.Builder
	for i, s := range parts {
		if i > 0 {
			prev := []rune(parts[i-1])
			next := []rune(s)
			if len(next) == 0 || len(prev) == 0 || !(wide(prev[len(prev)-1]) && wide(next[0]) && next[0] < 0xac00) {
				b.WriteByte(' ')
			}
		}
		b.WriteString(s)
	}
	return b.String()
}

// broad is how wide a line is that is hardly a by-line or an item.
const broad = 60

// continues reports whether next is more of the paragraph that head began and
// whose last line is last.
func continues(head, last, next *line) bool {
	a, b := unmarked(last.text), unmarked(next.text)
	width := last.indent + last.weight
	runsOn := startsLower(b) && width >= next.column-16
	switch {
	case next.column == 0 && (startsLower(head.text) || next.tells() || !runsInto(last, next)), next.gap > 0, next.drawn, last.drawn, drawnLine(a), drawnLine(b), looksLikeCode(last.raw), looksLikeCode(next.raw):
		return false
	case head.tells() && width < broad: // what looks like a by-line may be the first line of a paragraph
		return false
	case (a == last.text) != (b == next.text), a == "", b == "", isURL(a), isURL(b), marks(b), dashed(b) != "":
		return false
	case marks(head.text) && next.indent > head.indent && last.weight >= 30:
		return true // more of a list item
	case next.indent > last.indent+1 && !marks(head.text):
		return false
	}
	return isFull(last, b, next.column) || runsOn && !ends(a)
}

// isFull reports whether the first word of what follows had no room on a line that
// was wrapped at column. Scripts without spaces are broken at any sign, but for
// marks that may not begin a line.
func isFull(l *line, next string, column int32) bool {
	const marks = 6 // columns
	width := l.indent + l.weight
	if first, _ := utf8.DecodeRuneInString(next); wide(first) {
		return width+marks > column
	}
	word, _, _ := strings.Cut(next, " ")
	return width+1+weigh(word) > column
}

// runsInto reports whether a sentence runs from a line of some length into the
// next: it begins small, or the last word asks for another and ends no line but
// one that was wrapped.
func runsInto(l, next *line) bool {
	const short, long = 42, 105
	if l.weight < short || l.weight > long || !sentence(l.text) {
		return false
	}
	return startsLower(next.text) && !ends(l.text) && lastMark(l.text) != ',' || lexicon.Whole(l.text[strings.LastIndexByte(l.text, ' ')+1:]).Has(lexicon.Hanging)
}

func isURL(s string) bool {
	return (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.")) && !strings.ContainsAny(s, " \t")
}
