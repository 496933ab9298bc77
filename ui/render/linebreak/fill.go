package linebreak

import "iter"

// Line is a stretch of words that stands in one line.
type Line struct {
	Start, End int
	Hyphen     bool // it ends at a soft hyphen, which shows
}

// Fill sets pieces in lines, each as full as it can be.
func Fill(pieces iter.Seq[Piece], words string, width int) []Line {
	f := filling{words: words, width: width, lines: make([]Line, 0, len(words)/width+2)}
	for p := range pieces {
		f.add(p)
	}
	if f.open {
		f.endWithoutHyphen()
	}
	return f.lines
}

// filling is lines that are being filled.
type filling struct {
	words     string
	width     int
	lines     []Line // those that are ended
	cur       Line
	open      bool // cur has a piece
	used, gap int  // cells of cur, and of the blanks after it
}

func (f *filling) add(p Piece) {
	need := p.Width
	if p.hyphen && f.used+f.gap+need == f.width {
		need++ // the hyphen has to fit too
	}
	if f.open && f.used+f.gap+need > f.width {
		f.end()
	}
	if !f.open {
		f.cur, f.open = Line{Start: p.start, End: p.start}, true
	}
	if f.used+f.gap+p.Width > f.width {
		f.used = cutPiece(p, f.words, f.width, &f.cur, &f.lines)
	} else {
		f.used += f.gap + p.Width
	}
	f.cur.End, f.cur.Hyphen, f.gap = p.end, p.hyphen && f.used < f.width, p.Blanks
	if p.Must {
		f.endWithoutHyphen()
	}
}

// end ends the line at hand.
func (f *filling) end() {
	f.lines = append(f.lines, f.cur)
	f.open, f.used, f.gap = false, 0, 0
}

// endWithoutHyphen ends the line at hand where its words end, too.
func (f *filling) endWithoutHyphen() {
	f.cur.Hyphen = false
	f.end()
}
