package render

import (
	"strings"

	"lede/ui/render/cells"
)

// segment is a stretch of a row that is copied, from left to right. What a reader
// sees beside it is not: margins, bars, frames, bullets' indents, signs of ours.
type segment struct {
	// glue is what stands between it and the segment before: a newline where a text
	// begins, and where its line was broken for the screen what the break took away:
	// mostly a blank, and nothing within a word. Rows without segments that stand
	// between make a newline two.
	glue string
	text string

	column, width int
	tab           int // columns of the line of code before it, for its tabs
	// down is how many rows below the one that has it the segment shows: all those of
	// a row of a table are with the first, as they are read cell by cell.
	down int
}

// newText is the glue of what begins anew.
const newText = "\n"

// copying makes the segments of a row out of its words.
type copying struct {
	glue   string
	words  string // of the whole row
	from   int    // where in them the next segment begins
	column int    // and in which column
	out    []segment
}

// upto ends a segment before a sign that is not copied, or at the end of the row.
// There is one for a row without words too: it keeps the glue.
func (c *copying) upto(at, column int) {
	if at == c.from && len(c.out) > 0 {
		return
	}
	text := strings.ReplaceAll(c.words[c.from:at], cells.SoftHyphen, "")
	c.out = append(c.out, segment{glue: c.glue, text: text, column: c.column, width: column - c.column})
	c.glue = ""
}

// leads has a sign of ours copied before the words of rows: the number of an item.
// It shows in the first of them, from a column on, or not at all.
func leads(rows []row, sign, glue string, column, width int) {
	if len(rows) == 0 {
		return
	}
	first := &rows[0]
	if len(first.segments) > 0 {
		first.segments[0].glue = " "
	}
	first.segments = append([]segment{{glue: glue, text: sign, column: column, width: width}}, first.segments...)
}

// passed marks rows that part nothing: a rule in a table.
func passed(rows ...row) []row {
	for i := range rows {
		rows[i].passed = true
	}
	return rows
}

// segments are those of a row of a table: its cells, parted by tabs, as
// spreadsheets take them.
func (g *grid) segments(columns [][]row) []segment {
	var out []segment
	start := 0
	for x, column := range columns {
		glue := "\t"
		if x == 0 {
			glue = newText
		}
		if len(column) == 0 {
			out = append(out, segment{glue: glue, column: start})
		}
		for y, cell := range column {
			for i, s := range cell.segments {
				s.down = y
				switch {
				case y+i == 0:
					s.glue = glue
				case s.glue != "":
					s.glue = " "
				}
				out = append(out, s)
			}
		}
		start += g.widths[x] + columnGap
	}
	return out
}
