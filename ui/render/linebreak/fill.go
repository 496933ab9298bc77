package linebreak

import "iter"

// Line is a stretch of words that stands in one line.
type Line struct {
	Start, End int
	Hyphen     bool // it ends at a soft hyphen, which shows
}

// Fill sets pieces in lines, each as full as it can be.
func Fill(pieces iter.Seq[Piece], words string, width int) []Line {
	lines := make([]Line, 0, len(words)/width+2)
	open := false
	var cur Line
	used, gap := 0, 0
	flush := func() {
		lines = append(lines, cur)
		open, used, gap = false, 0, 0
	}
	for p := range pieces {
		need := p.Width
		if p.hyphen && used+gap+need == width {
			need++ // the hyphen has to fit too
		}
		if open && used+gap+need > width {
			flush()
		}
		if !open {
			cur, open = Line{Start: p.start, End: p.start}, true
		}
		if used+gap+p.Width > width {
			used = cutPiece(p, words, width, &cur, &lines)
		} else {
			used += gap + p.Width
		}
		cur.End, cur.Hyphen, gap = p.end, p.hyphen && used < width, p.Blanks
		if p.Must {
			cur.Hyphen = false
			flush()
		}
	}
	if open {
		cur.Hyphen = false
		flush()
	}
	return lines
}
