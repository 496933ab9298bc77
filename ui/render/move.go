package render

import (
	"slices"
)

// Lines returns n lines from at on, fewer at the end.
func (l *Layout) Lines(at Pos, n int) []Line {
	out := l.plainLines(at, n)
	for i := range out {
		out[i] = l.seen(out[i])
	}
	return out
}

// plainLines is Lines, with what is cut as it is before it is shifted.
func (l *Layout) plainLines(at Pos, n int) []Line {
	out := make([]Line, 0, max(0, n))
	for i := max(0, at.Part); i < l.parts() && len(out) < n; i++ {
		lines := l.part(i)
		from := 0
		if i == at.Part {
			from = min(max(0, at.Line), len(lines))
		}
		out = append(out, lines[from:min(len(lines), from+n-len(out))]...)
	}
	return out
}

// Move is the position by lines below p, or above it when by is negative. It
// stops at the first and the last line.
func (l *Layout) Move(p Pos, by int) Pos {
	p = l.clamp(p)
	for by > 0 {
		rest := len(l.part(p.Part)) - 1 - p.Line
		if by <= rest {
			p.Line += by
			return p
		}
		next, ok := l.filled(p.Part, 1)
		if !ok {
			p.Line += rest
			return p
		}
		by -= rest + 1
		p = Pos{next, 0}
	}
	for by < 0 {
		if -by <= p.Line {
			p.Line += by
			return p
		}
		before, ok := l.filled(p.Part, -1)
		if !ok {
			return Pos{p.Part, 0}
		}
		by += p.Line + 1
		p = Pos{before, len(l.part(before)) - 1}
	}
	return p
}

// clamp is the line nearest to p that exists.
func (l *Layout) clamp(p Pos) Pos {
	p.Part = min(max(0, p.Part), l.parts()-1)
	if n := len(l.part(p.Part)); n > 0 {
		p.Line = min(max(0, p.Line), n-1)
		return p
	}
	if before, ok := l.filled(p.Part, -1); ok {
		return Pos{before, len(l.part(before)) - 1}
	}
	return Pos{}
}

// filled is the nearest part after part, or before it, that has lines.
func (l *Layout) filled(part, dir int) (int, bool) {
	for i := part + dir; 0 <= i && i < l.parts(); i += dir {
		if len(l.part(i)) > 0 {
			return i, true
		}
	}
	return 0, false
}

// Start is the first line.
func (l *Layout) Start() Pos { return Pos{} }

// End is the top line of a window of so many lines that shows the last line
// of all at its bottom.
func (l *Layout) End(height int) Pos { return l.Move(l.last(), 1-max(1, height)) }

// Bounded is p, or the top line of the last window of so many lines where p is
// below that. Far from the end it does not lay the end out.
func (l *Layout) Bounded(p Pos, height int) Pos {
	down := max(1, height) - 1
	if top := l.Move(l.Move(p, down), -down); top.Less(l.clamp(p)) {
		return top
	}
	return p
}

// IsBodyEnd reports whether p is the last line of the body, or below it. Far from
// the end it does not lay the end out.
func (l *Layout) IsBodyEnd(p Pos) bool {
	if next, ok := l.filled(p.Part, 1); ok && next <= len(l.doc.Chunks) {
		return false
	}
	return !p.Less(l.BodyEnd())
}

func (l *Layout) last() Pos { return l.clamp(Pos{l.parts() - 1, 1 << 30}) }

// BodyEnd is the last line of the body; the article is read when it was on
// the screen.
func (l *Layout) BodyEnd() Pos { return l.clamp(Pos{len(l.doc.Chunks), 1 << 30}) }

// RelatedAt is the place in Options.Related, from 0, of the article that the
// line p belongs to.
func (l *Layout) RelatedAt(p Pos) (n int, ok bool) {
	if p.Part != l.parts()-1 {
		return 0, false
	}
	lines := l.part(p.Part)
	if p.Line < 0 || p.Line >= len(lines) || lines[p.Line].Related == 0 {
		return 0, false
	}
	return lines[p.Line].Related - 1, true
}

// Heading is the nearest heading below p, or above it when dir is negative.
func (l *Layout) Heading(p Pos, dir int) (Pos, bool) { return l.marked(p, dir, headingRow) }

// Quote is the nearest pull-quote below p, or above it when dir is negative.
func (l *Layout) Quote(p Pos, dir int) (Pos, bool) { return l.marked(p, dir, pullRow) }

func (l *Layout) marked(p Pos, dir int, m mark) (Pos, bool) {
	p = l.clamp(p)
	for i := p.Part; 0 <= i && i < l.parts(); {
		lines := l.part(i)
		if l.isBody(i) && !slices.ContainsFunc(lines, func(line Line) bool { return line.mark == m }) {
			l.bare[bareKey{i, m}] = true
		}
		if dir > 0 {
			for j := range lines {
				if lines[j].mark == m && p.Less(Pos{i, j}) {
					return Pos{i, j}, true
				}
			}
		} else {
			for j, line := range slices.Backward(lines) {
				if line.mark == m && (Pos{i, j}).Less(p) {
					return Pos{i, j}, true
				}
			}
		}
		i = l.likely(i, dir, m)
	}
	return Pos{}, false
}

// likely is the next part that may hold a mark: only those that the source
// says may are laid out, so that a jump costs the same in a long article.
func (l *Layout) likely(part, dir int, m mark) int {
	step := 1
	if dir < 0 {
		step = -1
	}
	for i := part + step; l.isBody(i); i += step {
		if !l.bare[bareKey{i, m}] && l.mayHold(i, m) {
			return i
		}
		part = i
	}
	if l.isBody(part + step) {
		return part + step
	}
	if step > 0 {
		return max(part+step, len(l.doc.Chunks)+1)
	}
	return min(part+step, 0)
}
