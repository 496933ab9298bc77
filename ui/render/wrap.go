package render

import (
	"iter"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"lede/articles/markdown/find"
)

const softHyphen = "\u00ad"

// tooWide stands for a character that is wider than the whole line.
const tooWide = "…"

// line is a stretch of text set in one line.
type line struct {
	start, end int
	hyphen     bool
}

// wrap breaks t into rows of at most width cells.
func (t *text) wrap(width int) []row {
	if width < 2 {
		t = t.narrow()
	}
	words := string(t.words)
	return t.rows(fill(partition(words), words, max(1, width)))
}

// narrow is t with a sign for each character that one column cannot hold.
func (t *text) narrow() *text {
	out, at := &text{}, 0
	for _, r := range t.runs {
		g := displaywidth.StringGraphemes(string(t.words[at:r.end]))
		for g.Next() {
			s := g.Value()
			if clusterCells(s, g.Width()) > 1 {
				s = tooWide
			}
			out.add(s, r.ink)
		}
		at = r.end
	}
	return out
}

// fill sets pieces in lines, each as full as it can be.
func fill(pieces iter.Seq[piece], words string, width int) []line {
	var lines []line
	open := false
	var cur line
	used, gap := 0, 0
	flush := func() {
		lines = append(lines, cur)
		open, used, gap = false, 0, 0
	}
	for p := range pieces {
		need := p.width
		if p.hyphen && used+gap+need == width {
			need++ // the hyphen has to fit too
		}
		if open && used+gap+need > width {
			flush()
		}
		if !open {
			cur, open = line{start: p.start, end: p.start}, true
		}
		if used+gap+p.width > width {
			used = cutPiece(p, words, width, &cur, &lines)
		} else {
			used += gap + p.width
		}
		cur.end, cur.hyphen, gap = p.end, p.hyphen && used < width, p.blanks
		if p.must {
			cur.hyphen = false
			flush()
		}
	}
	if open {
		cur.hyphen = false
		flush()
	}
	return lines
}

func (t *text) rows(lines []line) []row {
	rows := make([]row, 0, len(lines))
	r := 0
	glue, before := newText, 0
	for _, l := range lines {
		for r < len(t.runs) && t.runs[r].end <= l.start {
			r++
		}
		if len(rows) > 0 {
			glue = t.between(before, l.start)
		}
		rows = append(rows, t.row(l, r, glue))
		before = l.end
	}
	return rows
}

// between is what the end of a line took away, which a copy has again.
func (t *text) between(from, to int) string {
	if from+1 == to && t.words[from] == ' ' {
		return " "
	}
	return strings.ReplaceAll(string(t.words[from:to]), softHyphen, "")
}

// row writes the line l, whose first run is r; glue stands before it in a copy.
func (t *text) row(l line, r int, glue string) row {
	var p pen
	p.out.Grow(l.end - l.start + 16)
	words := string(t.words[l.start:l.end])
	copies := copying{glue: glue, words: words}
	out := row{width: cells(words)}
	out.spare = spare(words, out.width)
	var last run
	column := 0
	for at := l.start; at < l.end; r++ {
		end := min(t.runs[r].end, l.end)
		last = t.runs[r]
		piece := string(t.words[at:end])
		width := cells(piece)
		switch {
		case last.again:
			out.repeat(piece, column, width, find.Of(string(t.words[:at])))
		case !last.unsaid:
			out.say(piece, column, width, last.mute)
		}
		if last.uncopied {
			copies.upto(at-l.start, column)
			copies.from, copies.column = end-l.start, column+width
		}
		p.write(strings.ReplaceAll(piece, softHyphen, ""), last.sgr, last.link)
		if last.at != nil {
			out.span(last.at, column, width)
		}
		at, column = end, column+width
	}
	copies.upto(len(words), column)
	if l.hyphen {
		p.write("-", last.sgr, last.link)
		out.width++
	}
	out.text, out.segments = p.done(), copies.out
	return out
}
