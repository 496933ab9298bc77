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
	return t.rows(fill(partition(words), words, max(1, width)), words)
}

// narrow is t with a sign for each character that one column cannot hold.
func (t *text) narrow() *text {
	out, at := &text{unplaced: t.unplaced}, 0
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
	lines := make([]line, 0, len(words)/width+2)
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

// rows writes lines of t, whose words are given once more as a string.
func (t *text) rows(lines []line, words string) []row {
	rows := make([]row, 0, len(lines))
	r := 0
	glue, before := newText, 0
	for _, l := range lines {
		for r < len(t.runs) && t.runs[r].end <= l.start {
			r++
		}
		if len(rows) > 0 {
			glue = between(words, before, l.start)
		}
		rows = append(rows, t.row(l, r, words, glue))
		before = l.end
	}
	return rows
}

// between is what the end of a line of words took away, which a copy has again.
func between(words string, from, to int) string {
	return strings.ReplaceAll(words[from:to], softHyphen, "")
}

// row writes the line l of all words, whose first run is r; glue stands before it in
// a copy.
func (t *text) row(l line, r int, all, glue string) row {
	words := all[l.start:l.end]
	out := row{width: cells(words)}
	out.spare = spare(words, out.width)
	if text, ok := t.bare(l, r, words); ok {
		out.text = text
		if t.unplaced {
			return out
		}
		if words != "" {
			out.say(words, 0, out.width, t.runs[r].mute)
		}
		out.segments = []segment{{glue: glue, text: words, width: out.width}}
		return out
	}
	copies := copying{glue: glue, words: words}
	var p pen
	p.out.Grow(l.end - l.start + 16)
	var last run
	column := 0
	for at := l.start; at < l.end; r++ {
		end := min(t.runs[r].end, l.end)
		last = t.runs[r]
		piece := all[at:end]
		width := cells(piece)
		switch {
		case t.unplaced:
		case last.again:
			out.repeat(piece, column, width, find.Of(all[:at]))
		case !last.unsaid:
			out.say(piece, column, width, last.mute)
		}
		if last.uncopied && !t.unplaced {
			copies.upto(at-l.start, column)
			copies.from, copies.column = end-l.start, column+width
		}
		p.write(strings.ReplaceAll(piece, softHyphen, ""), last.sgr, last.link)
		if last.at != nil && !t.unplaced {
			out.span(last.at, column, width)
		}
		at, column = end, column+width
	}
	if !t.unplaced {
		copies.upto(len(words), column)
	}
	if l.hyphen {
		p.write("-", last.sgr, last.link)
		out.width++
	}
	out.text, out.segments = p.done(), copies.out
	return out
}

// bare is the text of a line that its words are already, as most are: one run
// without a style, that leads nowhere and counts as the words of the text.
func (t *text) bare(l line, r int, words string) (string, bool) {
	if words == "" {
		return "", !l.hyphen
	}
	i := t.runs[r].ink
	plain := i.sgr == "" && i.link == "" && i.at == nil && !i.unsaid && !i.again && !i.uncopied
	return words, plain && t.runs[r].end >= l.end && !l.hyphen && !strings.Contains(words, softHyphen)
}
