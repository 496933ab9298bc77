package render

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"lede/articles/markdown/find"
	"lede/ui/render/cells"
	"lede/ui/render/selection"
	"lede/ui/render/strip"
	"lede/ui/render/style"
)

// cut puts r behind a window: it keeps pin cells of its beginning, and room cells
// show of the others.
func (r *row) cut(pin, room int, reach *strip.Reach) {
	s := strip.New(r.text, pin, room, reach)
	r.text, r.width, r.strip = s.Pinned(), s.Width(), s
}

// Shift moves what is cut among n lines from p on by columns: to the left, so
// that more of its right shows, or back when by is negative. A step is never so
// long that the eye would miss something, and none leads beyond the end of what
// is cut. It is false when nothing moves.
func (l *Layout) Shift(by int, p Pos, n int) bool {
	most, step := l.reach(p, n)
	return l.shiftTo(min(l.shift, most)+max(-step, min(by, step)), most)
}

// ShiftFar is Shift to the end of what is cut, or back to its beginning when dir
// is negative.
func (l *Layout) ShiftFar(dir int, p Pos, n int) bool {
	most, _ := l.reach(p, n)
	if dir < 0 {
		return l.shiftTo(0, most)
	}
	return l.shiftTo(most, most)
}

func (l *Layout) shiftTo(to, most int) bool {
	from := min(l.shift, most)
	to = min(max(0, to), most)
	if to == from {
		return false
	}
	l.shift = to
	return true
}

// reach is how far what is cut among n lines from p on can be shifted, and the
// longest step that leaves nothing out.
func (l *Layout) reach(p Pos, n int) (most, step int) {
	step = l.measure
	for _, s := range l.strips(p, n) {
		most, step = max(most, s.Reach(l.shift)), min(step, s.Step())
	}
	return most, step
}

// IsCut reports whether something is cut among n lines from p on.
func (l *Layout) IsCut(p Pos, n int) bool { return len(l.strips(p, n)) > 0 }

// Shifted is how many columns what is cut is shifted by.
func (l *Layout) Shifted() int { return l.shift }

// ShiftTo shifts what is cut by so many columns from its beginning.
func (l *Layout) ShiftTo(columns int) { l.shift = max(0, columns) }

// strips are those among n lines from p on.
func (l *Layout) strips(p Pos, n int) []*strip.Strip {
	var out []*strip.Strip
	for _, line := range l.plainLines(p, n) {
		if line.strip != nil {
			out = append(out, line.strip)
		}
	}
	return out
}

// ShowMatch shifts what is cut so that a match shows.
func (l *Layout) ShowMatch(m find.Match) {
	at, p := l.Index().Spot(m), l.Found(m)
	line := l.part(p.Part)[p.Line]
	if line.strip == nil {
		return
	}
	for _, s := range line.spans {
		if at < s.from.Spot() || s.to.Spot() <= at {
			continue
		}
		column := line.strip.ColumnOf(at, s.column, s.from)
		l.shift = line.strip.Reveal(column, m.End-m.Start, l.shift)
		return
	}
}

// ShowLink shifts what is cut in the line p so that a link in it shows.
func (l *Layout) ShowLink(p Pos, k Link) {
	lines := l.part(p.Part)
	if p.Line >= len(lines) || lines[p.Line].strip == nil {
		return
	}
	for _, s := range lines[p.Line].Links {
		if s.Is(k) {
			l.shift = lines[p.Line].strip.Reveal(s.From, s.To-s.From, l.shift)
			return
		}
	}
}

// seen is a line as the window on it shows it: with the marks of what is cut.
func (l *Layout) seen(line Line) Line {
	s := line.strip
	if s == nil {
		return line
	}
	w := s.Window(line.Text, l.shift, l.inks.Of(style.Bullet, 0))
	line.Text = w.Text
	line.spans = windowSpans(line.spans, w)
	links := make([]Span, len(line.Links))
	for i, k := range line.Links {
		links[i] = k
		links[i].From, links[i].To = w.Columns(k.From, k.To)
	}
	line.Links = links
	return line
}

// windowSpans are those of a line's words that a window shows, where it shows them.
func windowSpans(spans []span, w strip.Window) []span {
	var out []span
	for _, s := range spans {
		column, width, hidden, ok := w.Words(s.column, s.width)
		if !ok {
			continue
		}
		s.column, s.width, s.from = column, width, s.from.Plus(hidden)
		out = append(out, s)
	}
	return out
}

// unshifted is the column of a whole line that shows at a column of the screen.
func (l *Layout) unshifted(p Pos, column int) int {
	if s := l.part(p.Part)[p.Line].strip; s != nil {
		return s.Unshifted(column, l.shift)
	}
	return column
}

// windowed is where columns of a whole line show.
func (l *Layout) windowed(p Pos, c selection.Columns) selection.Columns {
	if s := l.part(p.Part)[p.Line].strip; s != nil {
		c.From, c.To = s.Shifted(c.From, c.To, l.shift)
	}
	return c
}

// mostParted is how much parted code, in bytes, is looked through for its
// longest line.
const mostParted = 256 << 10

// longestOf is the cells of the longest line of the code that is parted and
// stands in chunk i, so that all its parts are shifted alike.
func (l *Layout) longestOf(i int) int {
	first, last := i, i
	for first > 0 && l.doc.Chunks[first].Joined {
		first--
	}
	if n, ok := l.longest[first]; ok {
		return n
	}
	for last+1 < len(l.doc.Chunks) && l.doc.Chunks[last+1].Joined {
		last++
	}
	longest := 0
	if l.doc.Chunks[last].End-l.doc.Chunks[first].Start > mostParted {
		longest = strip.Endless
	}
	s := l.setter(0)
	s.goesOn = true
	for j := first; j <= last && longest < strip.Endless; j++ {
		root, src := l.doc.AST(j)
		n := root.FirstChild()
		if j == first {
			n = root.LastChild()
		}
		if n == nil || n.Kind() != ast.KindFencedCodeBlock {
			continue
		}
		for line := range strings.SplitSeq(s.codeText(string(n.Lines().Value(src))), "\n") {
			longest = max(longest, cells.Of(strings.TrimRight(line, " ")))
		}
	}
	l.longest[first] = longest
	return longest
}
