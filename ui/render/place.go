package render

import (
	"slices"
	"strings"
)

// At is the line of what stands at an offset of the source.
func (l *Layout) At(offset int) Pos {
	if len(l.doc.Chunks) == 0 {
		return Pos{}
	}
	i := l.doc.ChunkAt(offset)
	lines, c := l.part(i+1), l.doc.Chunks[i]
	heading := slices.IndexFunc(lines, func(line Line) bool { return line.mark == headingRow && line.source == offset })
	if heading >= 0 {
		return Pos{i + 1, heading}
	}
	if len(lines) == 0 {
		return l.clamp(Pos{i + 1, 0})
	}
	last := lines[len(lines)-1]
	letter := (last.before + last.own) * (offset - c.Start) / max(1, c.End-c.Start)
	return l.find(i+1, letter, 0)
}

// HeadingOffset is the offset in the source of the nearest heading at p or
// above it; false when there is none.
func (l *Layout) HeadingOffset(p Pos) (int, bool) {
	p = l.clamp(p)
	if p.Part > len(l.doc.Chunks) {
		return len(l.doc.Source), true // below all headings of the text
	}
	if lines := l.part(p.Part); lines[p.Line].mark != headingRow {
		var ok bool
		if p, ok = l.Heading(p, -1); !ok {
			return 0, false
		}
	}
	return l.part(p.Part)[p.Line].source, true
}

// Reached is the first line of which [Layout.Progress] is at least share.
func (l *Layout) Reached(share float64) Pos {
	if share <= 0 || len(l.doc.Chunks) == 0 {
		return Pos{}
	}
	i := l.doc.ChunkAt(int(share * float64(len(l.doc.Source))))
	for part := i + 1; part <= len(l.doc.Chunks); part++ {
		for line := range l.part(part) {
			if p := (Pos{part, line}); l.Progress(p) >= share {
				return p
			}
		}
	}
	return l.BodyEnd()
}

// Offset is where in the source what the line p shows begins, as near as can be.
func (l *Layout) Offset(p Pos) int {
	p = l.clamp(p)
	switch {
	case p.Part == 0:
		return 0
	case !l.isBody(p.Part):
		return len(l.doc.Source)
	}
	lines, c := l.part(p.Part), l.doc.Chunks[p.Part-1]
	line, last := lines[p.Line], lines[len(lines)-1]
	if line.mark == headingRow {
		return line.source
	}
	near := (c.End - c.Start) * line.before / max(1, last.before+last.own)
	source := strings.ToLower(l.doc.Source[c.Start:c.End])
	const few = 3 // words that stand together in the source too, mostly
	words := strings.Fields(wordsFrom(l.plain(p.Part-1), line.before))
	for n := min(few, len(words)); n > 0; n-- {
		best := -1
		for from, piece := 0, strings.Join(words[:n], " "); ; {
			at := strings.Index(source[from:], piece)
			if at < 0 {
				break
			}
			if at += from; best < 0 || abs(at-near) < abs(best-near) {
				best = at
			}
			from = at + len(piece)
		}
		if best >= 0 {
			return min(c.Start+best, c.End)
		}
	}
	return c.Start + near
}
