package clipping

import "strings"

// expandTabs makes the tabs of a text spaces when it indents with both, which
// line up only at stops of eight columns.
func expandTabs(lines []line) {
	tabs, spaces := false, false
	for i := range lines {
		lead := lines[i].raw[:len(lines[i].raw)-len(strings.TrimLeft(lines[i].raw, " \t"))]
		tabs = tabs || strings.Contains(lead, "\t")
		spaces = spaces || strings.Contains(lead, " ")
	}
	if !tabs || !spaces {
		return
	}
	for i := range lines {
		l := &lines[i]
		if !strings.Contains(l.raw, "\t") {
			continue
		}
		var b strings.Builder
		at := 0
		for _, r := range l.raw {
			n := 1
			if r == '\t' {
				n = 8 - at%8
				b.WriteString(strings.Repeat(" ", n))
			} else {
				b.WriteRune(r)
			}
			at += n
		}
		l.raw = b.String()
		l.text = strings.TrimSpace(l.raw)
		l.weight, l.indent = weigh(l.text), int32(len(l.raw)-len(strings.TrimLeft(l.raw, " ")))
	}
}

// takeMargin takes the margin off that all lines have, or that the paragraphs
// have, as a text browser sets them. A text whose flush lines stand right over
// indented ones keeps it: they head them.
func takeMargin(lines []line) {
	const deepest, most = 9, 60 // columns; of a hundred paragraphs
	if len(lines) == 0 {
		return
	}
	least, deep, all := lines[0].indent, lines[0].indent, 0
	counts := map[int32]int{}
	heads := false
	for i := range lines {
		l := &lines[i]
		least = min(least, l.indent)
		if i > 0 && l.gap == 0 && lines[i-1].indent < l.indent-1 && lines[i-1].indent == least && !prosy(&lines[i-1]) {
			heads = true
		}
		if prosy(l) {
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
	if !heads && deep > least && deep < deepest {
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
	kind, _, _ := marker(l.text)
	return kind == noMark && l.weight >= 40 && sentence(l.text) && !looksLikeCode(l.raw) && !strings.Contains(l.text, "   ")
}

// layOut says of each stretch of lines without a gap whether its spaces are
// part of it, and at which column it was wrapped.
func layOut(lines []line, from int) {
	width, column := widthOf(lines), wrapColumn(lines)
	var above []line
	for i := from; i < len(lines); {
		j := i + 1
		for j < len(lines) && lines[j].gap == 0 && !parted(&lines[j-1], &lines[j]) {
			j++
		}
		run := lines[i:j]
		w := column
		if w == 0 {
			w = ownColumn(run)
		}
		hangs := goesOnItem(run)
		drawn := preformatted(run, above, hangs, width)
		for k := range run {
			run[k].drawn = run[k].drawn || drawn
			if run[k].column = w; hangs[k] {
				run[k].column = max(w, 1)
			}
		}
		above = run
		i = j
	}
}

// parted reports whether two lines without a gap belong to different stretches:
// a whole paragraph stands beside what is laid out, or a heading in capitals or
// the words that announce it stand flush over it.
func parted(l, next *line) bool {
	if longProse(l) != longProse(next) {
		return true
	}
	if l.indent == 0 && next.indent >= 4 && (strings.HasSuffix(l.text, ":") || capitals(l.text) && l.weight <= 60 && l.gap > 0) {
		return true
	}
	return looksLikeCode(l.raw) && next.indent == 0 && strings.HasSuffix(next.text, ":") && sentence(next.text)
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

// ownColumn is the column at which a stretch was wrapped, or 0: none of its
// lines but the last, or one in five, could have taken the first word of the
// next.
func ownColumn(run []line) int32 {
	column, full, n := int32(0), 0, len(run)-1
	for k := range run {
		column = max(column, run[k].indent+run[k].weight)
	}
	if n < 1 || column < 40 || column > 110 {
		return 0
	}
	for k := range run[:n] {
		word, _, _ := strings.Cut(run[k+1].text, " ")
		if run[k].indent+run[k].weight+1+weigh(word) > column {
			full++
		}
	}
	if full*5 < n*4 || n == 1 && (run[0].weight < 60 || ends(run[0].text) || !startsLower(run[1].text)) {
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
		if kind, _, _ := marker(run[k].text); kind != noMark {
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
	kind, _, _ := marker(run[0].text)
	if kind == noMark && len(above) > 0 && under(run, above) {
		return false
	}
	if n := len(run); listed(run) || n > 1 && kind == noMark && dashed(run[n-1].text) != "" {
		return false // items, or a quote over its by-line
	}
	for k := range run {
		l := &run[k]
		if l.indent == 0 || startsIdeographic(l) {
			continue
		}
		if kind, _, _ := marker(l.text); kind != noMark && k+1 < len(run) || hangs[k] || centred(l, width) {
			continue
		}
		opens := k+1 < len(run) && run[k+1].indent < l.indent && (k == 0 || ends(run[k-1].text))
		alone := len(run) == 1 && l.indent <= 4 && ends(l.text) && sentence(l.text) && !looksLikeCode(l.raw)
		if kind != noMark || opens && l.indent <= 8 || alone {
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
		if kind, _, _ := marker(s); at > 0 && (kind == noMark || at > 4) {
			n++
		} else if strings.Contains(s, "\t") && strings.Count(s, "\t") != strings.Count(run[0].text, "\t") {
			n++
		}
	}
	return n*3 >= len(run) && n > 0 && !listed(run)
}

// under reports whether a stretch is one more paragraph of the list item above
// it.
func under(run, above []line) bool {
	kind, _, _ := marker(above[0].text)
	for k := range run {
		if kind == noMark || run[k].indent != run[0].indent || run[k].gap > 1 {
			return false
		}
	}
	return run[0].indent > above[0].indent && run[0].indent <= above[0].indent+4
}

// listed reports whether a stretch is a line that ends with a colon, and items
// under it that are indented a little.
func listed(run []line) bool {
	if len(run) < 3 || run[0].indent > 0 || !strings.HasSuffix(run[0].text, ":") {
		return false
	}
	for k := range run[1:] {
		if l := &run[k+1]; l.indent != run[1].indent || l.indent == 0 || l.indent > 3 || l.weight > 60 {
			return false
		}
	}
	return true
}

// centred reports whether a line stands in the middle of the text's width.
func centred(l *line, width int32) bool {
	off := 2*l.indent + l.weight - width
	return l.indent >= 8 && -8 <= off && off <= 8
}
