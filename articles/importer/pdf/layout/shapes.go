package layout

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// asCode is the lines of a listing with their indents.
func (p *paragraph) asCode() string {
	left, width := math.Inf(1), 0.0
	letters := 0
	for _, l := range p.lines {
		left = min(left, l.Left)
		for _, w := range l.words {
			width += w.width()
			letters += utf8.RuneCountInString(w.Text)
		}
	}
	cell := width / float64(max(letters, 1))
	if cell <= 0 {
		cell = p.first().size * 0.6
	}
	const most = 200 // blanks
	blanks := func(gap float64) int { return min(max(int(math.Round(gap/cell)), 0), most) }
	var b strings.Builder
	for i, l := range p.lines {
		if i > 0 {
			b.WriteByte('\n')
			if above := p.lines[i-1]; above.base-l.base > 1.8*l.size && above.page == l.page {
				b.WriteByte('\n')
			}
		}
		b.WriteString(strings.Repeat(" ", blanks(l.Left-left)))
		for j, w := range l.words {
			if j > 0 && !w.Joined {
				b.WriteString(strings.Repeat(" ", max(1, blanks(w.Left-l.words[j-1].Right))))
			}
			b.WriteString(w.Text)
			if w.Hyphen {
				b.WriteByte('-')
			}
		}
	}
	return b.String() + "\n"
}

// items writes the items of a list that some paragraphs begin with, and says how
// many of them that were; 0 when it is no list: one number alone is none.
func (w *writer) items(to *html.Node, all []*paragraph) int {
	n := 1
	for n < len(all) && all[n].kind == item {
		n++
	}
	if all[0].first().marker.kind == number && !follows(all[:n], 0) {
		return 0
	}
	at := 0
	to.AppendChild(w.list(all[:n], &at, 0))
	return at
}

// follows reports whether the number of an item is one less than that of another
// of its kind after it, or one more than that of one before.
func follows(all []*paragraph, at int) bool {
	m := all[at].first().marker
	for i, p := range all {
		if o := p.first().marker; o.kind == number && o.style == m.style && (i > at && o.value == m.value+1 || i < at && o.value == m.value-1) {
			return true
		}
	}
	return false
}

const deepest = 6

// list writes the items from *at that stand as far in as that one, with those
// further in as lists within, and moves *at behind them.
func (w *writer) list(all []*paragraph, at *int, depth int) *html.Node {
	first := all[*at].first()
	list := dom.New("ul", "")
	next := first.marker.value
	if first.marker.kind == number {
		list = dom.New("ol", "")
		dom.Set(list, "start", strconv.Itoa(next))
	}
	for *at < len(all) {
		p := all[*at]
		l := p.first()
		in := (l.Left - first.Left) / max(l.size, 1)
		elsewhere := l.page != first.page || l.base > first.base
		deeper := in > 0.8 && !(elsewhere && l.marker.kind == first.marker.kind && l.marker.style == first.marker.style)
		switch {
		case deeper && depth < deepest && list.LastChild != nil && (l.marker.kind == bullet || follows(all[*at:], 0)):
			list.LastChild.AppendChild(w.list(all, at, depth+1))
			continue
		case l.marker.kind != first.marker.kind || l.marker.style != first.marker.style || l.marker.kind == number && l.marker.value != next,
			depth > 0 && in < -0.8 && !elsewhere:
			return list
		}
		li := w.inline(dom.New("li", ""), p, l.marker.words, l.marker.skip)
		list.AppendChild(li)
		next++
		*at++
	}
	return list
}

// cell is words of a row that stand together.
type cell struct {
	Box
	from, to int // words
	column   int
}

func (l *line) cellBoxes() []cell {
	var out []cell
	from := 0
	for i := 0; i <= len(l.cells); i++ {
		to := len(l.words)
		if i < len(l.cells) {
			to = l.cells[i]
		}
		c := cell{Box: l.words[from].Box, from: from, to: to}
		for _, w := range l.words[from:to] {
			c.Box = c.Union(w.Box)
		}
		out, from = append(out, c), to
	}
	return out
}

// table writes rows whose cells stand in columns as a table, and others as lines.
func (w *writer) table(to *html.Node, p *paragraph) {
	rows, columns := p.grid()
	if columns == 0 {
		p.alignRows()
		rows, columns = p.grid()
	}
	if columns < 2 {
		to.AppendChild(w.inline(dom.New("p", ""), p, 0, 0))
		return
	}
	t := dom.New("table", "")
	for i, row := range rows {
		tr := dom.New("tr", "")
		name := "td"
		if i == 0 {
			name = "th"
		}
		at := 0
		for c := range columns {
			td := dom.New(name, "")
			if at < len(row) && row[at].column == c {
				one := *p.lines[i]
				one.words = slices.Clone(one.words[row[at].from:row[at].to])
				w.inline(td, &paragraph{lines: []*line{&one}}, 0, 0)
				at++
			}
			tr.AppendChild(td)
		}
		t.AppendChild(tr)
	}
	to.AppendChild(t)
}

// grid gives each cell of each row its column; columns is 0 when two cells of a
// row would stand in one.
func (p *paragraph) grid() (rows [][]cell, columns int) {
	var all []*cell
	for _, l := range p.lines {
		rows = append(rows, l.cellBoxes())
	}
	for _, row := range rows {
		for i := range row {
			all = append(all, &row[i])
		}
	}
	slices.SortStableFunc(all, func(a, b *cell) int { return cmp.Compare(a.Left, b.Left) })
	right := math.Inf(-1)
	column := -1
	for _, c := range all {
		if c.Left > right {
			column++
		}
		c.column = column
		right = max(right, c.Right)
	}
	for _, row := range rows {
		for i := 1; i < len(row); i++ {
			if row[i].column <= row[i-1].column {
				return rows, 0
			}
		}
	}
	return rows, column + 1
}
