package render

import "lede/ui/render/selection"

const (
	// leastColumn is how narrow a column may get, in cells, that holds more: the
	// table is set as a list of its rows sooner.
	leastColumn = 8
	// longestWord is the cells of a word that a column must hold whole; longer
	// ones are addresses and the like, which may be cut.
	longestWord = 24
	// columnGap is the cells of the bar between columns, with its blanks.
	columnGap = 3
)

// fit gives each column its width and reports whether all get enough: no word
// of theirs is cut. What is left goes to those that need more, each up to the
// same width.
func (g *grid) fit(width int) bool {
	least, natural := g.needs()
	columns := len(least)
	g.widths = make([]int, columns)
	g.spare = width - columnGap*(columns-1)
	low, high := 0, g.spare // the greatest width that columns with much text can all have
	for low < high {
		mid := (low + high + 1) / 2
		total := 0
		for i := range least {
			total += min(max(mid, least[i]), natural[i])
		}
		if total <= g.spare {
			low = mid
		} else {
			high = mid - 1
		}
	}
	for i := range least {
		g.widths[i] = min(max(low, least[i]), natural[i])
		g.spare -= g.widths[i]
	}
	for i := 0; i < columns && g.spare > 0; i++ { // what does not part evenly
		if g.widths[i] < natural[i] {
			g.widths[i]++
			g.spare--
		}
	}
	return g.spare >= 0
}

// widestCell is how wide, in cells, a column gets of a table that is shifted
// sideways: its text is to be read without shifting to and fro.
const widestCell = 40

// spread gives each column the width of its text, up to what can be read at
// once.
func (g *grid) spread() {
	least, natural := g.needs()
	for i := range natural {
		g.widths[i] = min(natural[i], max(least[i], widestCell))
	}
	g.spare = 0
}

// needs is the least width of each column, and the one that holds its text
// without a break, both at least a cell.
func (g *grid) needs() (least, natural []int) {
	least, natural = make([]int, len(g.align)), make([]int, len(g.align))
	for _, line := range g.pieces {
		for i, pieces := range line {
			used := 0
			for _, p := range pieces {
				least[i] = max(least[i], p.Width)
				used += p.Width
				natural[i] = max(natural[i], used)
				used += p.Blanks
				if p.Must {
					used = 0
				}
			}
		}
	}
	for i := range least {
		natural[i] = max(natural[i], 1)
		if least[i] > longestWord {
			least[i] = longestWord / 2
		}
		least[i] = min(max(least[i], leastColumn), natural[i])
	}
	return least, natural
}

// padded says for each line of a row whether its emoji may be counted as
// clusters, so that bars stand in line on the terminals that do: the line must
// have room for them counted the other way.
func (g *grid) padded(columns [][]*row, height int) []bool {
	room := make([]int, height)
	for _, column := range columns {
		for y, cell := range column {
			room[y] += cell.spare
		}
	}
	out := make([]bool, height)
	for y, need := range room {
		out[y] = need <= g.spare
	}
	return out
}

// segments are those of a row of a table: its cells, parted by tabs, as
// spreadsheets take them.
func (g *grid) segments(columns [][]*row) []selection.Segment {
	var out []selection.Segment
	start := 0
	for x, column := range columns {
		glue := "\t"
		if x == 0 {
			glue = selection.NewText
		}
		if len(column) == 0 {
			out = append(out, selection.Segment{Glue: glue, Column: start})
		}
		for y, cell := range column {
			for i, s := range cell.segments {
				s.Down = y
				switch {
				case y+i == 0:
					s.Glue = glue
				case s.Glue != "":
					s.Glue = " "
				}
				out = append(out, s)
			}
		}
		start += g.widths[x] + columnGap
	}
	return out
}
