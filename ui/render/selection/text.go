package selection

import (
	"slices"
	"strings"

	"github.com/rivo/uniseg"

	"lede/ui/render/cells"
)

// Text is what is copied of a part of an article, and where on its lines that stands.
type Text struct {
	part  int
	text  string
	lines [][]shown
}

// shown is a segment on a line of a part: bytes of its text, and columns.
type shown struct {
	from, to int
	Segment
}

// Line is what a line of the screen gives to a copy.
type Line struct {
	Segments []Segment
	Passed   bool // without segments, it parts nothing
}

// New is what is copied of the lines of a part.
func New(part int, lines []Line) *Text {
	t := &Text{part: part, lines: make([][]shown, len(lines))}
	var text strings.Builder
	parted := false
	for i, line := range lines {
		if len(line.Segments) == 0 {
			parted = parted || !line.Passed
			continue
		}
		for _, s := range line.Segments {
			if parted && strings.HasPrefix(s.Glue, NewText) {
				text.WriteString(NewText)
			}
			parted = false
			text.WriteString(s.Glue)
			from := text.Len()
			text.WriteString(s.Text)
			if at := i + s.Down; at < len(lines) {
				t.lines[at] = append(t.lines[at], shown{from, text.Len(), s})
			}
		}
	}
	t.text = text.String()
	return t
}

// String is all that is copied.
func (t *Text) String() string { return t.text }

// Copy is what a stretch has of the text.
func (t *Text) Copy(s Stretch) string {
	from, to := s.within(t.part, 0, len(t.text))
	return t.text[from:to]
}

func (t *Text) stretch(from, to int) Stretch {
	return Stretch{Caret{t.part, from}, Caret{t.part, to}}
}

// All is the whole text.
func (t *Text) All() Stretch { return t.stretch(0, len(t.text)) }

// On is what stands on a line of the part; false when nothing does.
func (t *Text) On(line int) (s Stretch, ok bool) {
	for i, seen := range t.lines[line] {
		if i == 0 {
			s = t.stretch(seen.from, seen.to)
		}
		s.To.At = max(s.To.At, seen.to)
	}
	return s, len(t.lines[line]) > 0
}

// Under is the character at a column of a line. Beside the words it is the place,
// without a character, that is nearest in the line, or else above it.
func (t *Text) Under(line, column int) Stretch {
	seen := t.lines[line]
	for i, s := range seen {
		switch {
		case column < s.Column, s.Width == 0 && column == s.Column:
			return t.stretch(s.from, s.from)
		case column < s.Column+s.Width:
			from, to := s.under(t.text[s.from:s.to], column-s.Column)
			return t.stretch(s.from+from, s.from+to)
		case i == len(seen)-1:
			return t.stretch(s.to, s.to)
		}
	}
	for _, above := range slices.Backward(t.lines[:line]) {
		if n := len(above); n > 0 {
			return t.stretch(above[n-1].to, above[n-1].to)
		}
	}
	return t.stretch(0, 0)
}

// mostWord is how many bytes around a place are looked at for the word there.
const mostWord = 200

// Word is the word that a stretch of a character stands in (UAX #29), or the sign.
func (t *Text) Word(s Stretch) Stretch {
	begin := max(0, s.From.At-mostWord)
	if at := strings.LastIndexAny(t.text[begin:s.From.At], " \n\t"); at >= 0 {
		begin += at + 1
	}
	rest, state := t.text[begin:], -1
	for rest != "" {
		var word string
		word, rest, state = uniseg.FirstWordInString(rest, state)
		end := begin + len(word)
		if s.From.At < end {
			return t.stretch(begin, end)
		}
		begin = end
	}
	return s
}

// Selected is where a stretch stands in a line.
func (t *Text) Selected(s Stretch, line int) []Columns {
	var out []Columns
	for _, seen := range t.lines[line] {
		from, to := s.within(t.part, seen.from, seen.to)
		if from >= to || seen.Width == 0 {
			continue
		}
		c := seen.columns(t.text[seen.from:seen.to], from-seen.from, to-seen.from)
		c.To = min(c.To, seen.Column+seen.Width)
		out = append(out, c)
	}
	return out
}

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
			w = cells.TabStop - (s.Tab+column)%cells.TabStop
		}
		if !yield(at, at+len(v), column, w) {
			return
		}
		at, column = at+len(v), column+w
	}
}

// columns are those of some bytes of a segment.
func (s shown) columns(text string, from, to int) Columns {
	c := Columns{s.Column, s.Column}
	s.walk(text, func(at, end, column, width int) bool {
		if at < from {
			c.From = s.Column + column + width
		}
		c.To = s.Column + column + width
		return end < to
	})
	return c
}
