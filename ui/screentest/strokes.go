package screentest

import (
	"fmt"
	"slices"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
)

// arms says which arms a box-drawing character has, and how strong: left,
// right, up, down; 0 none, 1 light, 2 heavy. Fonts leave gaps between these
// characters at most line heights, so a picture draws them itself.
var arms = map[rune][4]int{
	'─': {1, 1, 0, 0}, '│': {0, 0, 1, 1}, '┌': {0, 1, 0, 1}, '┐': {1, 0, 0, 1}, '└': {0, 1, 1, 0}, '┘': {1, 0, 1, 0},
	'├': {0, 1, 1, 1}, '┤': {1, 0, 1, 1}, '┬': {1, 1, 0, 1}, '┴': {1, 1, 1, 0}, '┼': {1, 1, 1, 1},
	'╭': {0, 1, 0, 1}, '╮': {1, 0, 0, 1}, '╰': {0, 1, 1, 0}, '╯': {1, 0, 1, 0},
	'━': {2, 2, 0, 0}, '┃': {0, 0, 2, 2}, '┏': {0, 2, 0, 2}, '┓': {2, 0, 0, 2}, '┗': {0, 2, 2, 0}, '┛': {2, 0, 2, 0},
	'┣': {0, 2, 2, 2}, '┫': {2, 0, 2, 2}, '┳': {2, 2, 0, 2}, '┻': {2, 2, 2, 0}, '╋': {2, 2, 2, 2},
	'╴': {1, 0, 0, 0}, '╵': {0, 0, 1, 0}, '╶': {0, 1, 0, 0}, '╷': {0, 0, 0, 1},
	'╸': {2, 0, 0, 0}, '╹': {0, 0, 2, 0}, '╺': {0, 2, 0, 0}, '╻': {0, 0, 0, 2},
	'┠': {0, 1, 2, 2}, '┨': {1, 0, 2, 2}, '┝': {0, 2, 1, 1}, '┥': {2, 0, 1, 1},
}

// isDrawn tells whether a picture draws the character as lines or blocks.
func isDrawn(r rune) bool {
	_, box := arms[r]
	return box || r >= '▀' && r <= '▓'
}

// stroke is a pen for lines; strokes gathers what each pen draws, so that a
// frame costs one path.
type stroke struct {
	color string
	heavy bool
	faint bool
}

type strokes struct {
	pens  []stroke
	paths map[stroke]*strings.Builder
}

// draw adds lines to a pen's path: M, H, V, L or Q and a length for each %s.
func (s *strokes) draw(pen stroke, format string, lengths ...float64) {
	if !slices.Contains(s.pens, pen) {
		s.pens = append(s.pens, pen)
		s.paths[pen] = new(strings.Builder)
	}
	args := make([]any, len(lengths))
	for i, v := range lengths {
		args[i] = px(v)
	}
	fmt.Fprintf(s.paths[pen], format, args...)
}

func (s *strokes) writeTo(w *strings.Builder) {
	for _, pen := range s.pens {
		width, class := "1.2", ""
		if pen.heavy {
			width = "2.4"
		}
		if pen.faint {
			class = ` class="f"`
		}
		fmt.Fprintf(w, "<path%s fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linecap=\"square\" d=\"%s\"/>\n",
			class, pen.color, width, s.paths[pen])
	}
}

// drawn draws the cell at x if it is a line or a block, and says whether it
// did. Equal neighbours are drawn as one, with the first of them.
func (p *picture) drawn(line uv.Line, x, y int) bool {
	cell := &line[x]
	r := []rune(cell.Content)
	if len(r) != 1 || !isDrawn(r[0]) {
		return false
	}
	end := x + 1
	if spans(r[0]) {
		if x > 0 && line[x-1].Equal(cell) {
			return true
		}
		for end < len(line) && line[end].Equal(cell) {
			end++
		}
	}
	fill := p.ink(cell).fill
	if _, box := arms[r[0]]; !box {
		p.block(r[0], x, y, end, fill)
		return true
	}
	p.box(r[0], x, y, end, stroke{color: fill, faint: cell.Style.Attrs&uv.AttrFaint != 0})
	return true
}

// spans tells whether a row of this character makes one line or one bar.
func spans(r rune) bool {
	return r == '─' || r == '━' || r >= '▀' && r <= '█' || r >= '░' && r <= '▓'
}

// box draws a box-drawing character, from column x to end.
func (p *picture) box(r rune, x, y, end int, pen stroke) {
	left, right := float64(x)*advance, float64(end)*advance
	top, bottom := float64(y)*leading, float64(y+1)*leading
	cx, cy := left+advance/2, top+leading/2
	a := arms[r]
	if strings.ContainsRune("╭╮╰╯", r) {
		tip, side := bottom, right
		if a[2] > 0 {
			tip = top
		}
		if a[0] > 0 {
			side = left
		}
		p.lines.draw(pen, "M%s %sQ%s %s %s %s", cx, tip, cx, cy, side, cy)
		return
	}
	if a[0] > 0 && a[0] == a[1] {
		pen.heavy = a[0] == 2
		p.lines.draw(pen, "M%s %sH%s", left, cy, right)
		a[0], a[1] = 0, 0
	}
	if a[2] > 0 && a[2] == a[3] {
		pen.heavy = a[2] == 2
		p.lines.draw(pen, "M%s %sV%s", cx, top, bottom)
		a[2], a[3] = 0, 0
	}
	for i, end := range [4][2]float64{{left, cy}, {right, cy}, {cx, top}, {cx, bottom}} {
		if a[i] > 0 {
			pen.heavy = a[i] == 2
			p.lines.draw(pen, "M%s %sL%s %s", cx, cy, end[0], end[1])
		}
	}
}

// block draws a block element (U+2580 to U+2593), from column x to end.
func (p *picture) block(r rune, x, y, end int, fill string) {
	left, top := float64(x)*advance, float64(y)*leading
	width := float64(end-x) * advance
	switch {
	case r == '▀':
		p.rect(left, top, width, leading/2, fill, 1)
	case r <= '█': // lower eighths
		height := leading * float64(r-'▀') / 8
		p.rect(left, top+leading-height, width, height, fill, 1)
	case r == '▐':
		p.rect(left+advance/2, top, advance/2, leading, fill, 1)
	case r < '▐': // left eighths
		p.rect(left, top, advance*float64('▐'-r)/8, leading, fill, 1)
	default: // ░ ▒ ▓
		p.rect(left, top, width, leading, fill, float64(r-'░'+1)/4)
	}
}
