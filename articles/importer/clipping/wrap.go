package clipping

import (
	"slices"
	"strings"

	"lede/articles/importer/lexicon"
)

// unwrap joins the lines of a paragraph that was wrapped at a column, as mail
// programs and editors do. Of a text that is no page each line knows whether it
// was wrapped.
func unwrap(lines []line, whole bool) []line {
	column := int32(0)
	if !whole {
		column = wrapColumn(lines)
	}
	out := lines[:0]
	var parts []string // of the line being joined; its text is the first
	var last line      // the last line read, before it was joined
	flush := func() {
		if len(parts) > 1 {
			l := &out[len(out)-1]
			l.text = glue(parts)
			l.raw, l.weight = l.text, weigh(l.text)
			l.words = 0
			if !whole {
				l.look()
			}
		}
		parts = parts[:0]
	}
	for i := range lines {
		l := lines[i]
		alone := l.tells() && len(parts) == 1 && !last.prose() && (i+1 == len(lines) || lines[i+1].gap > 0)
		if whole {
			column, alone = l.column, l.drawn || last.drawn || l.column == 0
		}
		if len(parts) > 0 && !alone && continues(&out[len(out)-1], &last, &l, column) {
			parts = append(parts, strings.TrimSpace(strings.TrimLeft(l.text, quoteMark(&l))))
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

func quoteMark(l *line) string {
	if strings.HasPrefix(l.text, ">") {
		return "> "
	}
	return ""
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

// continues reports whether next is more of the paragraph that head began and
// whose last line is last. column is that of the whole text, or 0.
func continues(head, last, next *line, column int32) bool {
	if next.gap > 0 || drawnLine(next.text) || drawnLine(last.text) {
		return false
	}
	if runsOn := column > 0 && last.weight >= column-16 && startsLower(next.text); head.tells() && !runsOn {
		return false // what looks like a by-line may be the first line of a paragraph
	}
	quoted, wasQuoted := strings.HasPrefix(next.text, ">"), strings.HasPrefix(last.text, ">")
	a, b := strings.TrimLeft(last.text, "> "), strings.TrimLeft(next.text, "> ")
	if quoted != wasQuoted || a == "" || b == "" || isURL(a) || isURL(b) {
		return false
	}
	if kind, _, _ := marker(b); kind != noMark || dashed(b) != "" || looksLikeCode(last.raw) || looksLikeCode(next.raw) {
		return false
	}
	kind, _, _ := marker(head.text)
	if kind != noMark && next.indent > head.indent && last.weight >= 30 {
		return true // more of a list item
	}
	if next.indent > last.indent+1 && kind == noMark {
		return false
	}
	if column > 0 {
		first, _, _ := strings.Cut(b, " ")
		full := last.weight+last.indent+1+weigh(first) > column || startsLower(b) && !ends(a) && last.weight+last.indent >= column-8
		if wide([]rune(b)[0]) {
			full = last.weight+4 > column
		}
		return full && !next.words.Has(lexicon.Notice)
	}
	if kind != noMark && ends(a) {
		return false
	}
	if last.weight >= 40 && last.weight <= 110 && hangs(a) && kind == noMark && opened(head.text) {
		return true
	}
	return last.weight >= 45 && last.weight <= 100 && !ends(a) && startsLower(b) && opened(head.text)
}

// opened reports whether s begins a paragraph: with a capital, or with the
// small letter of a letter's first line, a whole sentence after it.
func opened(s string) bool {
	return !startsLower(s) || strings.Contains(s, ". ") || strings.Contains(s, "! ") || strings.Contains(s, "? ")
}

// hangs reports whether a line ends with a word that asks for another: one that
// ends no line but one that was wrapped.
func hangs(s string) bool {
	at := strings.LastIndexByte(s, ' ')
	return at > 0 && lexicon.Whole(s[at+1:]).Has(lexicon.Hanging)
}

// wrapColumn finds the column at which the whole text was wrapped, or 0: most
// lines that another follows at once could not have taken its first word.
func wrapColumn(lines []line) int32 {
	var widths []int32
	heavy, over := 0, 0
	for i := range lines {
		l := &lines[i]
		if l.weight > 100 {
			over++
		}
		if l.weight >= 40 {
			heavy++
		}
		if i+1 < len(lines) && lines[i+1].gap == 0 && l.weight >= 40 && l.weight <= 100 && !l.tells() {
			widths = append(widths, l.weight+l.indent)
		}
	}
	if len(widths) < 4 || over*10 > heavy || len(widths)*2 < heavy {
		return 0
	}
	slices.Sort(widths)
	column := widths[len(widths)*9/10]
	near, lower, pairs := 0, 0, 0
	for i := range lines[:len(lines)-1] {
		l, next := &lines[i], &lines[i+1]
		if next.gap > 0 || l.weight < 40 {
			continue
		}
		pairs++
		if l.weight+l.indent >= column-16 {
			near++
		}
		if !startsUpper(next.text) {
			lower++
		}
	}
	if near*10 < pairs*7 || lower*10 < pairs*4 {
		return 0
	}
	return column
}

func isURL(s string) bool {
	return (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.")) && !strings.ContainsAny(s, " \t")
}
