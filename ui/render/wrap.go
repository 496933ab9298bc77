package render

import (
	"strings"

	"lede/articles/markdown/find"
	"lede/ui/render/cells"
	"lede/ui/render/linebreak"
	"lede/ui/render/selection"
	"lede/ui/render/style"
)

// tooWide stands for a character that is wider than the whole line.
const tooWide = "…"

// wrap breaks t into rows of at most width cells.
func (t *text) wrap(width int) []*row {
	if width < 2 {
		t = t.narrow()
	}
	words := string(t.words)
	return t.rows(linebreak.Fill(linebreak.Pieces(words), words, max(1, width)), words)
}

// balance breaks t into as few rows as wrap does, as even as they can be.
func (t *text) balance(width int) []*row {
	if width < 2 {
		return t.wrap(width)
	}
	words := string(t.words)
	return t.rows(linebreak.Balance(words, width), words)
}

// narrow is t with a sign for each character that one column cannot hold.
func (t *text) narrow() *text {
	out, at := &text{unplaced: t.unplaced}, 0
	for _, r := range t.runs {
		for s, width := range cells.Clusters(string(t.words[at:r.end])) {
			if width > 1 {
				s = tooWide
			}
			out.add(s, r.ink)
		}
		at = r.end
	}
	return out
}

// rows writes lines of t, whose words are given once more as a string.
func (t *text) rows(lines []linebreak.Line, words string) []*row {
	rows, made := make([]*row, len(lines)), make([]row, len(lines))
	r := 0
	glue, before := selection.NewText, 0
	for i, l := range lines {
		for r < len(t.runs) && t.runs[r].end <= l.Start {
			r++
		}
		if i > 0 {
			glue = between(words, before, l.Start)
		}
		rows[i] = &made[i]
		t.row(rows[i], l, r, words, glue)
		before = l.End
	}
	return rows
}

// between is what the end of a line of words took away, which a copy has again.
func between(words string, from, to int) string {
	return strings.ReplaceAll(words[from:to], cells.SoftHyphen, "")
}

// row writes to out the line l of all words, whose first run is r; glue stands
// before it in a copy.
func (t *text) row(out *row, l linebreak.Line, r int, all, glue string) {
	words := all[l.Start:l.End]
	out.width = cells.Of(words)
	out.spare = cells.Spare(words, out.width)
	if text, ok := t.bare(l, r, words); ok {
		out.text = text
		if t.unplaced {
			return
		}
		if words != "" {
			out.say(words, 0, out.width, t.runs[r].mute)
		}
		out.segments = []selection.Segment{{Glue: glue, Text: words, Width: out.width}}
		return
	}
	copies := copying{glue: glue, words: words}
	var p style.Pen
	p.Grow(l.End - l.Start + 16)
	var last run
	column := 0
	for at := l.Start; at < l.End; r++ {
		end := min(t.runs[r].end, l.End)
		last = t.runs[r]
		piece := all[at:end]
		width := cells.Of(piece)
		switch {
		case t.unplaced:
		case last.again:
			out.repeat(piece, column, width, find.Of(all[:at]))
		case !last.unsaid:
			out.say(piece, column, width, last.mute)
		}
		if last.uncopied && !t.unplaced {
			copies.upto(at-l.Start, column)
			copies.from, copies.column = end-l.Start, column+width
		}
		p.Write(strings.ReplaceAll(piece, cells.SoftHyphen, ""), last.sgr, last.link)
		if last.at != nil && !t.unplaced {
			out.span(last.at, column, width)
		}
		at, column = end, column+width
	}
	if !t.unplaced {
		copies.upto(len(words), column)
	}
	if l.Hyphen {
		p.Write("-", last.sgr, last.link)
		out.width++
	}
	out.text, out.segments = p.Done(), copies.out
}

// bare is the text of a line that its words are already, as most are: one run
// without a style, that leads nowhere and counts as the words of the text.
func (t *text) bare(l linebreak.Line, r int, words string) (string, bool) {
	if words == "" {
		return "", !l.Hyphen
	}
	i := t.runs[r].ink
	plain := i.sgr == "" && i.link == "" && i.at == nil && !i.unsaid && !i.again && !i.uncopied
	return words, plain && t.runs[r].end >= l.End && !l.Hyphen && !strings.Contains(words, cells.SoftHyphen)
}

// hardWrap breaks t at newlines and wherever a line is full; what follows
// stands as deep as the line and behind mark.
func (t *text) hardWrap(width int, mark string) []*row {
	if width < 2 {
		t = t.narrow()
	}
	var out []*row
	at, r, before, words := 0, 0, 0, string(t.words)
	for i, whole := range strings.Split(words, "\n") {
		start := at
		parts, indent := linebreak.Code(whole, width, wrapWidth)
		for n, part := range parts {
			for r < len(t.runs) && t.runs[r].end <= start {
				r++
			}
			glue, end := selection.NewText, start+len(strings.TrimRight(part, " "))
			if i+n > 0 {
				glue = between(words, before, start)
			}
			set := &row{}
			t.row(set, linebreak.Line{Start: start, End: end}, r, words, glue)
			before = end
			if n > 0 && indent >= 0 {
				set.text, set.width = whole[:indent]+mark+set.text, set.width+wrapWidth+indent
				set.shift(wrapWidth + indent)
			}
			out = append(out, set)
			start += len(part)
		}
		at += len(whole) + 1
	}
	return out
}

// copying makes the segments of a row out of its words.
type copying struct {
	glue   string
	words  string // of the whole row
	from   int    // where in them the next segment begins
	column int    // and in which column
	out    []selection.Segment
}

// upto ends a segment before a sign that is not copied, or at the end of the row.
// There is one for a row without words too: it keeps the glue.
func (c *copying) upto(at, column int) {
	if at == c.from && len(c.out) > 0 {
		return
	}
	text := strings.ReplaceAll(c.words[c.from:at], cells.SoftHyphen, "")
	c.out = append(c.out, selection.Segment{Glue: c.glue, Text: text, Column: c.column, Width: column - c.column})
	c.glue = ""
}

// hang wraps t with all rows but the first indented.
func hang(t *text, width, by int) []*row {
	first := t.wrap(width)
	if len(first) < 2 {
		return first
	}
	rows := t.wrap(width - by)
	indent(rows[1:], strings.Repeat(" ", by), strings.Repeat(" ", by), by)
	return rows
}
