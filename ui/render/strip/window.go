package strip

import (
	"strings"

	"lede/articles/markdown/find"
	"lede/ui/render/style"
)

// The marks at the edges of what is cut.
const (
	cutLeft  = "‹"
	cutRight = "›"
)

// Reach is how far the window can be shifted, when it is shifted by so many columns.
func (s *Strip) Reach(shift int) int {
	if s.reach.Most > Endless/2 { // so far as can be seen
		return max(shift, s.width-s.pin-s.room)
	}
	return s.reach.Most
}

// Step is how far the window is shifted at once, at most: no eye misses something.
func (s *Strip) Step() int { return max(1, s.room/2) }

// Reveal is the shift by which some columns of the row are in the window; when there
// are many, the first of them. It is the one there is when they are there already.
func (s *Strip) Reveal(column, width, shift int) int {
	if column -= s.At; column < s.pin {
		return shift
	}
	column -= s.pin
	width = min(width, s.room/2)
	from := min(shift, s.reach.Most)
	if from+1 <= column && column+width < from+s.room || from == 0 && column+width < s.room {
		return shift
	}
	if column+width >= s.room {
		return min(column-s.room/3, s.reach.Most)
	}
	return 0
}

// Window is what shows of a row that is shifted.
type Window struct {
	Text string // of the row, with the marks of what is cut

	strip      *Strip
	from, to   int // the columns of the strip that it shows
	first, end int // those of whole characters in it
	by         int // how much further to the right they stand on the screen
}

// Window shows the row shifted by so many columns. Before the window stands head; sgr is
// the style of the marks.
func (s *Strip) Window(head string, shift int, sgr string) Window {
	from := s.pin + min(shift, s.reach.Most)
	to := from + s.room
	left, right := !s.Quiet && s.first < from, !s.Quiet && s.width > to
	after, x := "", s.At+s.pin
	if left && s.Lead > 0 {
		head = head[:len(head)-s.Lead] + style.Dye(cutLeft, sgr) + strings.Repeat(" ", s.Lead-1)
	} else if left {
		head += style.Dye(cutLeft, sgr)
		from++
		x++
	}
	if right {
		to--
		after = style.Dye(cutRight, sgr)
	}
	text, first, end := s.cut(from, to)
	return Window{
		Text:  strings.TrimRight(head+text+after, " "),
		strip: s, from: from, to: to, first: first, end: end, by: x - from,
	}
}

// Words is where words of the row show that begin at a column, and what is hidden of
// them before; false when none of them shows.
func (w Window) Words(column, width int) (at, shown int, hidden find.Counter, ok bool) {
	s := w.strip
	begin := column - s.At
	if begin+width <= s.pin {
		return column, width, hidden, true
	}
	left, right := max(begin, w.first), min(begin+width, w.end)
	if left >= right {
		return 0, 0, hidden, false
	}
	if left > begin {
		hidden = s.countAt(left).Since(s.countAt(begin))
	}
	return left + w.by, right - left, hidden, true
}

// Columns is where columns of the row show. Those that do not show have no width.
func (w Window) Columns(from, to int) (left, right int) {
	s := w.strip
	if to-s.At <= s.pin {
		return from, to
	}
	left = min(max(from-s.At, w.from), w.to)
	right = min(max(to-s.At, left), w.to)
	return left + w.by, right + w.by
}

// Unshifted is the column of the row that shows at a column of the screen.
func (s *Strip) Unshifted(column, shift int) int {
	if column < s.At+s.pin {
		return column
	}
	return column + min(shift, s.reach.Most)
}

// Shifted is where columns of the row show, whatever marks stand there.
func (s *Strip) Shifted(from, to, shift int) (left, right int) {
	if to <= s.At+s.pin {
		return from, to
	}
	by, edge := min(shift, s.reach.Most), s.At+s.pin
	left = max(from-by, edge)
	if from < edge {
		left = from // it begins in what stays
	}
	return left, min(to-by, edge+s.room)
}
