package clipping

import "strings"

// expandTabs makes the tabs of a text spaces when it indents with both, which
// line up only at stops of eight columns.
func expandTabs(text string) string {
	const stop = 8
	if in := "\n" + text; !strings.Contains(in, "\n\t") || !strings.Contains(in, "\n ") {
		return text
	}
	var b strings.Builder
	at := 0
	for _, r := range text {
		switch at++; r {
		case '\n':
			at = 0
		case '\t':
			for r = ' '; at%stop != 0; at++ {
				b.WriteByte(' ')
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// takeMargin takes the margin off that all lines have, or that the paragraphs
// have, as a text browser sets them. A text whose flush lines stand right over
// indented ones keeps it, unless more stand over a gap: they head them.
func takeMargin(lines []line) {
	const deepest, most = 9, 60 // columns; of a hundred paragraphs
	if len(lines) == 0 {
		return
	}
	least, deep, all := lines[0].indent, lines[0].indent, 0
	counts := map[int32]int{}
	heads, item := 0, false
	for i := range lines {
		l := &lines[i]
		least = min(least, l.indent)
		item = marks(l.text) || item && l.gap == 0 // what goes on with an item has a margin of its own
		if i > 0 && lines[i-1].indent < l.indent-1 && lines[i-1].indent == least && !prosy(&lines[i-1]) {
			if l.gap == 0 {
				heads++
			} else {
				heads--
			}
		}
		if !item && prosy(l) {
			counts[l.indent]++
			all++
		}
	}
	for in, n := range counts {
		if n*100 >= all*most {
			deep = in
		}
	}
	margin := least
	if heads <= 0 && deep > least && deep < deepest {
		margin = deep
	}
	for i := range lines {
		if n := min(margin, lines[i].indent); n > 0 {
			lines[i].indent -= n
			lines[i].raw = dedent(lines[i].raw, n)
		}
	}
}

// prosy reports whether a line could be one of a wrapped paragraph.
func prosy(l *line) bool {
	return !marks(l.text) && l.weight >= 40 && sentence(l.text) && !looksLikeCode(l.raw) && !strings.Contains(l.text, "   ")
}

// layOut says of each stretch of lines without a gap whether its spaces are
// part of it, and at which column it was wrapped: where it does not tell, at that
// of most of the text.
func (p *page) layOut() {
	const heavy, fewest = 40, 4 // the weight of a line that may be wrapped, lines
	var runs [][]line
	all, wrapped, column, width := 0, 0, int32(0), widthOf(p.lines)
	for i := 0; i < len(p.lines); {
		j := i + 1
		for j < len(p.lines) && p.lines[j].gap == 0 && !parted(&p.lines[j-1], &p.lines[j]) {
			j++
		}
		if j-i > 1 && j < len(p.lines) && headsProse(&p.lines[j-2], &p.lines[j-1], &p.lines[j]) {
			j--
		}
		run := p.lines[i:j]
		own := ownColumn(run)
		for k := range run {
			if run[k].column = own; run[k].weight >= heavy {
				all++
			}
		}
		if own > 0 {
			column = max(column, own)
			wrapped += len(run)
		}
		runs = append(runs, run)
		i = j
	}
	if wrapped < fewest || wrapped*2 < all {
		column = 0
	}
	var above []line
	for _, run := range runs {
		hangs := goesOnItem(run)
		drawn := preformatted(run, above, hangs, width)
		for k := range run {
			run[k].drawn = run[k].drawn || drawn
			if run[k].column == 0 {
				run[k].column = column
			}
			if hangs[k] {
				run[k].column = max(run[k].column, 1)
			}
		}
		above = run
	}
}

// parted reports whether two lines without a gap belong to different stretches:
// a whole paragraph stands beside what is laid out, or a heading in capitals or
// the words that announce it stand flush over it.
func parted(l, next *line) bool {
	if longProse(l) != longProse(next) {
		return true
	}
	if l.indent == 0 && !marks(next.text) && (next.indent >= 2 && strings.HasSuffix(l.text, ":") || next.indent >= 4 && capitals(l.text) && l.weight <= 60 && l.gap > 0) {
		return true
	}
	return looksLikeCode(l.raw) && next.indent == 0 && strings.HasSuffix(next.text, ":") && sentence(next.text)
}

// headsProse reports whether a line is a heading between the end of a program and the
// paragraph right under it: words and no sign of code.
func headsProse(above, l, next *line) bool {
	return next.gap == 0 && longProse(next) && looksLikeCode(above.raw) && l.indent == 0 && l.weight <= mostHeading && startsUpper(l.text) && !strings.ContainsAny(l.text, codeSigns)
}

// longProse reports whether a line is too long to be one of several that were
// laid out, and reads as prose.
func longProse(l *line) bool {
	return l.weight > 100 && l.prose() && !looksLikeCode(l.raw) && (l.indent == 0 || startsIdeographic(l))
}

// startsIdeographic reports whether the indentation of a line is that of a
// paragraph in a script which sets one wide space there.
func startsIdeographic(l *line) bool { return strings.HasPrefix(l.raw, "\u3000") }

// widthOf is how wide the text is, up to a terminal's width.
func widthOf(lines []line) int32 {
	most := int32(0)
	for i := range lines {
		most = max(most, min(lines[i].indent+lines[i].weight, 80))
	}
	return most
}

// ownColumn is the column at which a stretch was wrapped, or 0: few of its lines
// but the last could have taken the first word of the next, and sentences run over
// most of their ends. Of a few lines, which may be items, more is asked.
func ownColumn(run []line) int32 {
	const narrow, wide, few = 40, 110, 4
	column, full, open, n := int32(0), 0, 0, 0
	for k := range run {
		column = max(column, run[k].indent+run[k].weight)
	}
	for k := range len(run) - 1 {
		l, next := &run[k], &run[k+1]
		if marks(next.text) {
			continue
		}
		if n++; isFull(l, next.text, column) {
			full++
		}
		if !ends(l.text) {
			open++
		}
	}
	if n == 0 || column < narrow || column > wide || n < few && column < broad || full*5 < n*4 || open*2 < n || n == 1 && !startsLower(run[1].text) {
		return 0
	}
	return column
}

// goesOnItem tells which lines of a stretch go on with the list item above them.
func goesOnItem(run []line) []bool {
	out := make([]bool, len(run))
	item, under := int32(-1), int32(-1) // the indentations of the item and of what goes on with it
	for k := range run {
		in := run[k].indent
		out[k] = item >= 0 && item < in && (under < 0 || under == in)
		if marks(run[k].text) {
			item, under = in, -1
		} else if under >= 0 && under != in {
			item = -1
		} else {
			under = in
		}
	}
	return out
}

// preformatted reports whether the spaces of a stretch are part of it: it
// stands in columns, or is indented as neither lists nor first lines of
// paragraphs nor centred lines are.
func preformatted(run, above []line, hangs []bool, width int32) bool {
	if len(run) == 1 && run[0].tells() {
		return false
	}
	if columns(run) {
		return true
	}
	marked := marks(run[0].text)
	if !marked && len(above) > 0 && under(run, above) {
		return false
	}
	if n := len(run); n > 1 && !marked && dashed(run[n-1].text) != "" {
		return false // a quote over its by-line
	}
	for k := range run {
		l := &run[k]
		if l.indent == 0 || startsIdeographic(l) {
			continue
		}
		if marks(l.text) && k+1 < len(run) || hangs[k] || centred(l, width) {
			continue
		}
		opens := k+1 < len(run) && run[k+1].indent < l.indent && (k == 0 || ends(run[k-1].text))
		alone := len(run) == 1 && l.indent <= 4 && ends(l.text) && sentence(l.text) && !looksLikeCode(l.raw)
		if marked || opens && l.indent <= 8 || alone {
			continue
		}
		return true
	}
	return false
}

// columns reports whether lines are parted by runs of spaces into columns, or
// drawn with lines; rows of tabs alone are a table.
func columns(run []line) bool {
	n := 0
	for k := range run {
		s := run[k].text
		if strings.ContainsAny(s, "│┃║┌└├╔╚") {
			return true
		}
		at := strings.Index(s, "   ")
		if at < 0 {
			if at = strings.Index(s, "  "); at > 0 && strings.IndexByte(".!?:", s[at-1]) >= 0 {
				at = -1
			}
		}
		if at > 0 && (!marks(s) || at > 4) {
			n++
		} else if strings.Contains(s, "\t") && strings.Count(s, "\t") != strings.Count(run[0].text, "\t") {
			n++
		}
	}
	return n*3 >= len(run) && n > 0
}

// under reports whether a stretch is one more paragraph of the list item above
// it.
func under(run, above []line) bool {
	for k := range run {
		if !marks(above[0].text) || run[k].indent != run[0].indent || run[k].gap > 1 {
			return false
		}
	}
	return run[0].indent > above[0].indent && run[0].indent <= above[0].indent+4
}

// centred reports whether a line stands in the middle of the text's width.
func centred(l *line, width int32) bool {
	off := 2*l.indent + l.weight - width
	return l.indent >= 8 && -8 <= off && off <= 8
}
