package list

// geometry is where the parts of the list stand: a pure function of the size
// of the window.
type geometry struct {
	width, height int
	header        int // lines above the rows: tabs, what was left last, and rule
	footer        int // lines below: rule and hints
	left, column  int // the column that the rows stand in
	rowWidth      int // columns a row takes: those that the preview leaves
	pane          int // columns of the preview; none while it does not show
	rowHeight     int // lines a row takes, its gap included
	rows          int // whole rows on the screen
}

// widest is how wide rows get, in columns.
const widest = 300

// Rows of two lines want room; where they would be fewer than fewestTall, all
// rows take one line.
const fewestTall = 4

// leastResuming is how many lines a screen has at least that spares one for what was left
// last.
const leastResuming = 12

func newGeometry(width, height int, compact, previews, resumes bool) geometry {
	g := geometry{width: width, height: height, header: 2, footer: 2, rowHeight: 3}
	if resumes && height >= leastResuming {
		g.header++
	}
	if height < 10 {
		g.header, g.footer = min(1, height/4), min(1, height/5)
	}
	g.column = min(width, widest)
	g.left = (width - g.column) / 2
	g.rowWidth = g.column
	if previews && width >= besideFrom {
		g.pane = paneWidth(g.column)
		g.rowWidth -= g.pane + paneGap
	}
	body := max(1, height-g.header-g.footer)
	if compact || (body+1)/3 < fewestTall {
		g.rowHeight = 1
	}
	g.rows = max(1, body/g.rowHeight)
	if g.rowHeight == 3 {
		g.rows = (body + 1) / 3 // the last row needs no gap
	}
	return g
}
