package screentest

import (
	"slices"

	uv "github.com/charmbracelet/ultraviolet"
)

// page is one of the two screens of a terminal with all that it keeps for
// itself: the cursor, the scroll region, the keyboard flags.
type page struct {
	*uv.Buffer
	x, y     int
	wrapNext bool // the last column was written; the next rune starts a row
	top      int  // first row of the scroll region
	bottom   int  // the row after its last
	saved    saved
	kitty    []int // stack of keyboard flags
}

// saved is what DECSC keeps.
type saved struct {
	x, y     int
	wrapNext bool
	pen      uv.Style
}

func newPage(width, height int) *page {
	return &page{Buffer: uv.NewBuffer(width, height), bottom: height}
}

// moveTo puts the cursor somewhere, within the screen.
func (p *page) moveTo(x, y int) {
	p.x = min(max(x, 0), p.Width()-1)
	p.y = min(max(y, 0), p.Height()-1)
	p.wrapNext = false
}

// up and down move within the scroll region when the cursor is in it.
func (p *page) up(n int) {
	limit := 0
	if p.y >= p.top {
		limit = p.top
	}
	p.moveTo(p.x, max(p.y-n, limit))
}

func (p *page) down(n int) {
	limit := p.Height() - 1
	if p.y < p.bottom {
		limit = p.bottom - 1
	}
	p.moveTo(p.x, min(p.y+n, limit))
}

// scroll moves the rows from..bottom up by n (down if negative) and blanks the
// rows that come free. It returns the rows that were pushed out at the top.
func (p *page) scroll(from, n int, blank uv.Cell) (gone []uv.Line) {
	if from < p.top || from >= p.bottom {
		return nil
	}
	region := p.Lines[from:p.bottom]
	n = min(max(n, -len(region)), len(region))
	if n >= 0 {
		gone = slices.Clone(region[:n])
		copy(region, region[n:])
		p.blankRows(region[len(region)-n:], blank)
		return gone
	}
	copy(region[-n:], region)
	p.blankRows(region[:-n], blank)
	return nil
}

func (p *page) blankRows(rows []uv.Line, blank uv.Cell) {
	width := p.Width()
	for i := range rows {
		rows[i] = slices.Repeat(uv.Line{blank}, width)
	}
}

// erase blanks the cells from..to of a row.
func (p *page) erase(y, from, to int, blank uv.Cell) {
	for x := max(from, 0); x < min(to, p.Width()); x++ {
		p.SetCell(x, y, &blank)
	}
}

// shift inserts n blank cells at the cursor, or deletes them if n is negative.
func (p *page) shift(n int, blank uv.Cell) {
	rest := p.Line(p.y)[p.x:]
	n = min(max(n, -len(rest)), len(rest))
	if n >= 0 {
		copy(rest[n:], rest)
		fill(rest[:n], blank)
	} else {
		copy(rest, rest[-n:])
		fill(rest[len(rest)+n:], blank)
	}
	mend(p.Line(p.y))
	p.wrapNext = false
}

func fill(cells []uv.Cell, blank uv.Cell) {
	for i := range cells {
		cells[i] = blank
	}
}

// mend blanks the halves of wide cells that a shift has cut in two.
func mend(line uv.Line) {
	for x := 0; x < len(line); {
		width := line[x].Width
		whole := width > 0 && x+width <= len(line)
		for i := 1; whole && i < width; i++ {
			whole = line[x+i].Width == 0
		}
		if !whole {
			line[x].Content, line[x].Width = " ", 1
			width = 1
		}
		x += width
	}
}

// resize cuts or pads the page. A cursor below the new bottom pushes rows out
// at the top, which it returns as text.
func (p *page) resize(width, height int) (gone []string) {
	if over := p.y + 1 - height; over > 0 {
		for _, line := range p.Lines[:over] {
			gone = append(gone, text(line))
		}
		p.Lines = slices.Delete(p.Lines, 0, over)
		p.y -= over
	}
	p.Buffer.Resize(width, height)
	for _, line := range p.Lines {
		mend(line)
	}
	p.top, p.bottom = 0, height
	p.moveTo(p.x, p.y)
	return gone
}
