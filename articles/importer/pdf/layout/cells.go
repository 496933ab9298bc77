package layout

import (
	"cmp"
	"math"
	"slices"
)

// narrowGap is the least gap, in sizes, that parts cells where the line above or
// below has a wide one: the longest words of a column leave little room.
const narrowGap = 0.8

// alignCells parts lines into cells where those around them are parted, down the
// page and up again.
func alignCells(lines []*line) {
	for i := 1; i < len(lines); i++ {
		lines[i].alignTo(lines[i-1])
	}
	for i := len(lines) - 2; i >= 0; i-- {
		lines[i].alignTo(lines[i+1])
	}
}

// alignTo parts a line where it has a gap that stands right under or above one
// between the cells of another.
func (l *line) alignTo(o *line) {
	const far = 2.6 // sizes from row to row
	if len(o.cells) == 0 || l.turned || o.turned || math.Abs(l.size-o.size) > 0.1*l.size || math.Abs(l.base-o.base) > far*l.size {
		return
	}
	for _, at := range o.cells {
		from, to := o.words[at-1].Right, o.words[at].Left
		for i := 1; i < len(l.words); i++ {
			left, right := l.words[i-1].Right, l.words[i].Left
			if min(to, right)-max(from, left) >= narrowGap*l.size && !slices.Contains(l.cells, i) {
				l.cells = append(l.cells, i)
			}
		}
	}
	slices.Sort(l.cells)
}

// alignRows parts rows where no word of any of them stands: one of them has two
// columns in one cell.
func (p *paragraph) alignRows() {
	var words []*Word
	for _, l := range p.lines {
		for i := range l.words {
			words = append(words, &l.words[i])
		}
	}
	slices.SortFunc(words, func(a, b *Word) int { return cmp.Compare(a.Left, b.Left) })
	right := words[0].Right
	for _, w := range words {
		if w.Left-right >= narrowGap*p.first().size {
			p.partAt((right + w.Left) / 2)
		}
		right = max(w.Right, right)
	}
}

// partAt parts all rows at a place.
func (p *paragraph) partAt(x float64) {
	for _, l := range p.lines {
		for i := 1; i < len(l.words); i++ {
			if l.words[i-1].Right <= x && l.words[i].Left >= x && !slices.Contains(l.cells, i) {
				l.cells = append(l.cells, i)
			}
		}
		slices.Sort(l.cells)
	}
}
