package paint

import "github.com/charmbracelet/x/ansi"

// worthScrolling is how many bytes scrolling must spare: what its own sequences
// take, and a bit, as terminals are slower at it than at text.
const worthScrolling = 40

// shift is a part of the screen that has moved: the rows first..end are what
// stood by rows further down.
type shift struct{ by, first, end int }

// scroll lets the terminal move the rows that have only moved.
func (s *screen) scroll(next []*row) {
	by := s.moved(next)
	if by == 0 {
		return
	}
	m, spared := s.best(next, by)
	top, bottom := min(m.first, m.first+by), max(m.end, m.end+by)
	for y := top; y < bottom; y++ {
		if y < m.first || y >= m.end {
			spared += s.cost(next[y], s.rows[y]) - s.cost(next[y], s.blank)
		}
	}
	if spared < worthScrolling {
		return
	}
	whole := top == 0 && bottom == s.height
	if !whole {
		s.out = append(s.out, ansi.SetTopBottomMargins(top+1, bottom)...)
		s.x, s.y = 0, 0
	}
	s.move(0, top)
	rows := s.rows[top:bottom]
	if by > 0 {
		s.out = append(s.out, ansi.DeleteLine(by)...)
		copy(rows, rows[by:])
		rows = rows[len(rows)-by:]
	} else {
		s.out = append(s.out, ansi.InsertLine(-by)...)
		copy(rows[-by:], rows)
		rows = rows[:-by]
	}
	for y := range rows {
		rows[y] = s.blank
	}
	if !whole {
		s.out = append(s.out, "\x1b[r"...)
		s.x, s.y = 0, 0
	}
}

// moved is by how many rows most of the rows that changed have moved up; negative
// for down, 0 for none.
func (s *screen) moved(next []*row) (by int) {
	var places map[*row]int
	votes := make(map[int]int)
	for y, now := range next {
		if now == s.rows[y] || len(now.cells) == 0 {
			continue
		}
		if places == nil {
			places = make(map[*row]int, s.height)
			for y, r := range s.rows {
				places[r] = y
			}
		}
		if at, ok := places[now]; ok {
			votes[at-y] += len(now.text)
		}
	}
	for d, bytes := range votes {
		if best := votes[by]; bytes > best || bytes == best && d < by {
			by = d
		}
	}
	return by
}

// best is the part of the screen for which moving spares the most bytes.
func (s *screen) best(next []*row, by int) (m shift, spared int) {
	m.by = by
	sum, first := 0, 0
	for y := max(0, -by); y < min(s.height, s.height-by); y++ {
		if sum <= 0 {
			sum, first = 0, y
		}
		sum += s.cost(next[y], s.rows[y]) - s.cost(next[y], s.rows[y+by])
		if sum > spared {
			spared, m.first, m.end = sum, first, y+1
		}
	}
	return m, spared
}

// cost is about how many bytes a row takes that is written over another.
func (s *screen) cost(now, was *row) int {
	const moving = 8
	switch {
	case now == was:
		return 0
	case len(now.cells) == 0:
		return moving
	}
	return moving + len(now.text)
}
