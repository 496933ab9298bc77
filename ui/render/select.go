package render

import (
	"slices"
	"strings"

	"lede/ui/render/cells"
)

// Caret is a place between two characters of what can be copied of a text. It is
// the same at every width; the zero Caret stands before all.
type Caret struct {
	Part int
	At   int // bytes of what is copied of the part
}

// Less reports whether c stands before d.
func (c Caret) Less(d Caret) bool {
	return c.Part < d.Part || c.Part == d.Part && c.At < d.At
}

// Stretch is what stands between two carets.
type Stretch struct{ From, To Caret }

// IsEmpty reports whether nothing stands there.
func (s Stretch) IsEmpty() bool { return !s.From.Less(s.To) }

// Union is the stretch from the beginning of one of two to the end of the other.
func (s Stretch) Union(o Stretch) Stretch {
	if o.From.Less(s.From) {
		s.From = o.From
	}
	if s.To.Less(o.To) {
		s.To = o.To
	}
	return s
}

// Columns are columns of a line of the screen, from 0; To is the one after them.
type Columns struct{ From, To int }

// clean is what is copied of a part, and where on its lines that stands.
type clean struct {
	text  string
	lines [][]shown
}

// shown is a segment on a line of a part: bytes of its text, and columns.
type shown struct {
	from, to int
	segment
}

// mostClean is how many parts are kept as they are copied: those of a window.
const mostClean = 16

// clean is what is copied of a part.
func (l *Layout) clean(part int) *clean {
	if c, ok := l.cleaned[part]; ok {
		return c
	}
	lines := l.part(part)
	c := &clean{lines: make([][]shown, len(lines))}
	var text strings.Builder
	parted := false
	for i, line := range lines {
		if len(line.segments) == 0 {
			parted = parted || !line.passed
			continue
		}
		for _, s := range line.segments {
			if parted && strings.HasPrefix(s.glue, newText) {
				text.WriteString(newText)
			}
			parted = false
			text.WriteString(s.glue)
			from := text.Len()
			text.WriteString(s.text)
			if at := i + s.down; at < len(lines) {
				c.lines[at] = append(c.lines[at], shown{from, text.Len(), s})
			}
		}
	}
	c.text = text.String()
	if l.cleaned == nil || len(l.cleaned) >= mostClean {
		l.cleaned = make(map[int]*clean)
	}
	l.cleaned[part] = c
	return c
}

// Copy is the text of a stretch as it is copied: whole lines, however they are
// broken on the screen, without margins, bars and frames. Paragraphs are parted by an
// empty line; items have their bullets, rows of tables have tabs between cells.
func (l *Layout) Copy(s Stretch) string {
	var out strings.Builder
	for part := max(0, s.From.Part); part <= s.To.Part && part < l.parts(); part++ {
		text := l.clean(part).text
		from, to := 0, len(text)
		if part == s.From.Part {
			from = min(max(0, s.From.At), len(text))
		}
		if part == s.To.Part {
			to = min(max(from, s.To.At), len(text))
		}
		out.WriteString(text[from:to])
	}
	return strings.Trim(out.String(), "\n")
}

// All is the whole text.
func (l *Layout) All() Stretch {
	last := l.parts() - 1
	return Stretch{To: Caret{last, len(l.clean(last).text)}}
}

// Holds reports whether a stretch of another layout is the same text here.
func (l *Layout) Holds(s Stretch, other *Layout) bool {
	if s.To.Part >= l.parts() || s.To.Part >= other.parts() {
		return false
	}
	return l.clean(s.From.Part).text == other.clean(s.From.Part).text && l.clean(s.To.Part).text == other.clean(s.To.Part).text
}

// Under is the character at a column of the line p. Beside the words it is the place,
// without a character, that is nearest in the line, or else above it.
func (l *Layout) Under(p Pos, column int) Stretch {
	p = l.clamp(p)
	column = l.unshifted(p, column)
	lines := l.clean(p.Part).lines
	line := lines[p.Line]
	for i, s := range line {
		switch {
		case column < s.column, s.width == 0 && column == s.column:
			return at(p.Part, s.from)
		case column < s.column+s.width:
			from, to := s.under(l.clean(p.Part).text[s.from:s.to], column-s.column)
			return Stretch{Caret{p.Part, s.from + from}, Caret{p.Part, s.from + to}}
		case i == len(line)-1:
			return at(p.Part, s.to)
		}
	}
	for _, line := range slices.Backward(lines[:p.Line]) {
		if n := len(line); n > 0 {
			return at(p.Part, line[n-1].to)
		}
	}
	return at(p.Part, 0)
}

func at(part, byte int) Stretch { return Stretch{Caret{part, byte}, Caret{part, byte}} }

// under is the bytes of the character at a column of a segment.
func (s shown) under(text string, column int) (from, to int) {
	s.walk(text, func(at, end, x, width int) bool {
		from, to = at, end
		return x+width <= column
	})
	return from, to
}

// walk goes through the characters of a segment with their bytes and columns, until
// yield returns false.
func (s shown) walk(text string, yield func(from, to, column, width int) bool) {
	column, at := 0, 0
	for v, w := range cells.Clusters(text) {
		if v == "\t" {
			w = cells.TabStop - (s.tab+column)%cells.TabStop
		}
		if !yield(at, at+len(v), column, w) {
			return
		}
		at, column = at+len(v), column+w
	}
}

// columns are those of some bytes of a segment.
func (s shown) columns(text string, from, to int) Columns {
	c := Columns{s.column, s.column}
	s.walk(text, func(at, end, column, width int) bool {
		if at < from {
			c.From = s.column + column + width
		}
		c.To = s.column + column + width
		return end < to
	})
	return c
}

// Selected is where a stretch stands in each of n lines of the screen from p on.
func (l *Layout) Selected(s Stretch, p Pos, n int) [][]Columns {
	out := make([][]Columns, 0, n)
	for i := max(0, p.Part); i < l.parts() && len(out) < n; i++ {
		count, first := len(l.part(i)), 0
		if i == p.Part {
			first = min(max(0, p.Line), count)
		}
		for j := first; j < count && len(out) < n; j++ {
			out = append(out, l.selected(s, Pos{i, j}))
		}
	}
	return out
}

func (l *Layout) selected(s Stretch, p Pos) []Columns {
	if s.IsEmpty() || p.Part < s.From.Part || p.Part > s.To.Part {
		return nil
	}
	part := l.clean(p.Part)
	var out []Columns
	for _, seen := range part.lines[p.Line] {
		from, to := seen.from, seen.to
		if p.Part == s.From.Part {
			from = max(from, s.From.At)
		}
		if p.Part == s.To.Part {
			to = min(to, s.To.At)
		}
		if from >= to {
			continue
		}
		c := seen.columns(part.text[seen.from:seen.to], from-seen.from, to-seen.from)
		if seen.width == 0 {
			continue
		}
		c.To = min(c.To, seen.column+seen.width)
		if c = l.windowed(p, c); c.From < c.To {
			out = append(out, c)
		}
	}
	return out
}

// unshifted is the column of a whole line that shows at a column of the screen.
func (l *Layout) unshifted(p Pos, column int) int {
	s := l.part(p.Part)[p.Line].strip
	if s == nil || column < s.at+s.pin {
		return column
	}
	return column + min(l.shift, s.shift.most)
}

// windowed is where columns of a whole line show.
func (l *Layout) windowed(p Pos, c Columns) Columns {
	s := l.part(p.Part)[p.Line].strip
	if s == nil || c.To <= s.at+s.pin {
		return c
	}
	by, left := min(l.shift, s.shift.most), s.at+s.pin
	from := max(c.From-by, left)
	if c.From < left {
		from = c.From // it begins in what stays
	}
	return Columns{from, min(c.To-by, left+s.room)}
}
