package render

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"lede/articles/markdown/find"
	"lede/ui/render/cells"
	"lede/ui/render/style"
)

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
		far := s.shift.most
		if far > endless/2 { // so far as can be seen
			far = max(l.shift, s.width-s.pin-s.room)
		}
		most, step = max(most, far), min(step, max(1, s.room/2))
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
func (l *Layout) strips(p Pos, n int) []*strip {
	var out []*strip
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
		from := s.column - line.strip.at
		column := line.strip.columnOf(at, from, s.from)
		l.show(line.strip, column, m.End-m.Start)
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
			l.show(lines[p.Line].strip, s.From-lines[p.Line].strip.at, s.To-s.From)
			return
		}
	}
}

// show shifts so that some columns of a strip are in its window; when there
// are many, the first of them. What is there already moves nothing.
func (l *Layout) show(s *strip, column, width int) {
	if column < s.pin {
		return
	}
	column -= s.pin
	width = min(width, s.room/2)
	from := min(l.shift, s.shift.most)
	if from+1 <= column && column+width < from+s.room || from == 0 && column+width < s.room {
		return
	}
	l.shift = 0
	if column+width >= s.room {
		l.shift = min(column-s.room/3, s.shift.most)
	}
}

// seen is a line as the window on it shows it: with the marks of what is cut.
func (l *Layout) seen(line Line) Line {
	s := line.strip
	if s == nil {
		return line
	}
	from := s.pin + min(l.shift, s.shift.most)
	to := from + s.room
	left, right := !s.quiet && s.first < from, !s.quiet && s.width > to
	mark := l.inks.Of(style.Bullet, 0)
	before, after, x := line.Text, "", s.at+s.pin
	if left && s.lead > 0 {
		before = before[:len(before)-s.lead] + style.Dye(cutLeft, mark) + strings.Repeat(" ", s.lead-1)
	} else if left {
		before += style.Dye(cutLeft, mark)
		from++
		x++
	}
	if right {
		to--
		after = style.Dye(cutRight, mark)
	}
	text, first, end := s.cut(from, to)
	line.Text = strings.TrimRight(before+text+after, " ")
	line.spans = s.windowSpans(line.spans, first, end, x-from)
	line.Links = s.windowLinks(line.Links, from, to, x-from)
	return line
}

// windowSpans are those words of a strip that stand in some of its columns, or
// in the pin, moved to where they show.
func (s *strip) windowSpans(spans []span, from, to, by int) []span {
	var out []span
	for _, w := range spans {
		first := w.column - s.at
		if first+w.width <= s.pin {
			out = append(out, w)
			continue
		}
		left, right := max(first, from), min(first+w.width, to)
		if left >= right {
			continue
		}
		if left > first {
			w.from = w.from.Plus(s.countAt(left).Since(s.countAt(first)))
		}
		w.column, w.width = left+by, right-left
		out = append(out, w)
	}
	return out
}

// windowLinks are the links of a strip, moved to where they show; those that do
// not show have no width.
func (s *strip) windowLinks(links []Span, from, to, by int) []Span {
	out := make([]Span, len(links))
	for i, k := range links {
		out[i] = k
		if k.To-s.at <= s.pin {
			continue
		}
		left := min(max(k.From-s.at, from), to)
		right := min(max(k.To-s.at, left), to)
		out[i].From, out[i].To = left+by, right+by
	}
	return out
}

// endless is the reach of code that is too long to be looked through.
const endless = 1 << 30

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
		longest = endless
	}
	s := l.setter(0)
	s.goesOn = true
	for j := first; j <= last && longest < endless; j++ {
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
