// Package strip shows a part of a row that is wider than its place, and tells what of
// the row stands where.
package strip

import (
	"strings"
	"unicode/utf8"

	"lede/articles/markdown/find"
	"lede/ui/render/cells"
	"lede/ui/render/style"
)

// Strip is a row that is wider than its place. A window on it shows as much as
// there is room for, as far to the right as the reader has shifted it.
type Strip struct {
	At    int  // columns of the row before the strip
	Lead  int  // blanks before the window, which may hold the mark of the left edge
	Quiet bool // no words: it bears no marks

	text  string // of the whole row, with escape sequences
	width int    // in cells
	pin   int    // cells at its beginning that stay where they are
	room  int    // cells of the window, beside those
	first int    // column of the first sign that is no blank, behind the pin
	reach *Reach // of the block that it belongs to

	stops []stop // made when they are first needed
}

// Reach is how far, in columns, the lines of one block can be shifted: until
// the longest shows its end.
type Reach struct{ Most int }

// Endless is the reach of code that is too long to be looked through.
const Endless = 1 << 30

// stop is a place in a strip that a walk may begin at.
type stop struct {
	at, column int
	sgr, link  string // the style there, and the address
	count      find.Counter
}

// stopEvery is how many bytes of a strip lie between two stops at least.
const stopEvery = 1 << 10

// New puts a row behind a window: it keeps pin cells of its beginning, and room
// cells show of the others.
func New(text string, pin, room int, reach *Reach) *Strip {
	s := &Strip{text: text, pin: pin, room: room, reach: reach, first: -1}
	s.walk(stop{}, func(at stop, cluster string, _ int) bool {
		if s.first < 0 && at.column >= pin && strings.TrimSpace(cluster) != "" {
			s.first = at.column
		}
		s.width = at.column
		return true
	})
	if s.first < 0 {
		s.first = s.width
	}
	reach.Most = max(reach.Most, s.width-pin-room)
	return s
}

// Pinned is the text that stays before the window.
func (s *Strip) Pinned() string {
	text, _, _ := s.cut(0, s.pin)
	return text
}

// Width is the cells of what stays and of the window together.
func (s *Strip) Width() int { return min(s.width, s.pin+s.room) }

// walk goes through a strip from a stop on, cluster by cluster, until yield
// returns false. Each comes with what stands before it.
func (s *Strip) walk(from stop, yield func(before stop, cluster string, width int) bool) {
	for from.at < len(s.text) {
		rest := s.text[from.at:]
		if rest[0] == '\x1b' {
			from.at += from.escape(rest)
			continue
		}
		if rest[0] < utf8.RuneSelf && (len(rest) < 2 || rest[1] < utf8.RuneSelf) { // no mark stands on the first
			if !yield(from, rest[:1], 1) {
				return
			}
			from.pass(rest[:1], 1)
			continue
		}
		for v, w := range cells.Clusters(rest[:stretch(rest)]) {
			if !yield(from, v, w) {
				return
			}
			from.pass(v, w)
		}
	}
	yield(from, "", 0)
}

// stretch is the length of the text that s begins with, up to an escape
// sequence.
func stretch(s string) int {
	if n := strings.IndexByte(s, '\x1b'); n >= 0 {
		return n
	}
	return len(s)
}

// pass goes on behind a cluster.
func (s *stop) pass(cluster string, width int) {
	s.at += len(cluster)
	s.column += width
	for _, r := range cluster {
		s.count.Count(r)
	}
}

// escape takes in the sequence that text begins with, and returns its length.
func (s *stop) escape(text string) int {
	if strings.HasPrefix(text, "\x1b[") {
		n := strings.IndexByte(text, 'm') + 1
		if n == 0 {
			return len(text)
		}
		s.sgr = text[:n]
		if s.sgr == "\x1b[m" {
			s.sgr = ""
		}
		return n
	}
	n := strings.IndexByte(text, '\a') + 1
	if n == 0 {
		return len(text)
	}
	s.link = strings.TrimPrefix(text[:n-1], "\x1b]8;;")
	return n
}

// before is the last stop that does not stand behind a column.
func (s *Strip) before(column int) stop {
	if len(s.text) < 2*stopEvery {
		return stop{}
	}
	if s.stops == nil {
		s.stops = []stop{{}}
		last := 0
		s.walk(stop{}, func(at stop, cluster string, _ int) bool {
			if at.at-last >= stopEvery && cluster != "" {
				s.stops, last = append(s.stops, at), at.at
			}
			return true
		})
	}
	n := len(s.stops) - 1
	for n > 0 && s.stops[n].column > column {
		n--
	}
	return s.stops[n]
}

// cut is what a strip shows from a column on and before another, and the
// columns of what of it is whole: a blank stands for each cell of a wide
// character that an edge cuts.
func (s *Strip) cut(from, to int) (text string, first, end int) {
	var p style.Pen
	first, end = from, from
	shown := from == 0
	s.walk(s.before(from), func(at stop, cluster string, width int) bool {
		after := at.column + width
		switch {
		case cluster == "" || width > 0 && at.column >= to:
			return false
		case width == 0 && !shown || width > 0 && after <= from:
			return true
		case at.column < from:
			first, end = min(after, to), min(after, to)
			p.Write(strings.Repeat(" ", end-from), "", "")
			return true
		case after > to:
			p.Write(strings.Repeat(" ", to-at.column), "", "")
			return false
		}
		shown, end = true, after
		p.Write(cluster, at.sgr, at.link)
		return true
	})
	return p.Done(), first, end
}

// countAt is how many letters and signs of a strip stand before a column.
func (s *Strip) countAt(column int) (count find.Counter) {
	s.walk(s.before(column), func(at stop, _ string, _ int) bool {
		count = at.count
		return at.column < column
	})
	return count
}

// ColumnOf is the column of a spot, when count comes before the words that
// stand from a column of the row on.
func (s *Strip) ColumnOf(spot find.Spot, from int, count find.Counter) int {
	from -= s.At
	column := from
	s.walk(s.before(from), func(at stop, cluster string, _ int) bool {
		if at.column < from {
			return true
		}
		column = at.column
		for cluster != "" {
			r, n := utf8.DecodeRuneInString(cluster)
			if count.Count(r) >= spot {
				return false
			}
			cluster = cluster[n:]
		}
		return true
	})
	return s.At + column
}
