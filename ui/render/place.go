package render

import "slices"

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
