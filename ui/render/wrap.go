package render

import (
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"github.com/rivo/uniseg"
)

const softHyphen = "\u00ad"

// tooWide stands for a character that is wider than the whole line.
const tooWide = "…"

// piece is a stretch of text that is never broken, unless it alone is wider
// than a line: what stands between two break opportunities of UAX #14.
type piece struct {
	start, end int // without the blanks after it
	next       int // where the next piece begins
	width      int
	blanks     int // cells of the blanks after it
	must       bool
	hyphen     bool // ends in a soft hyphen
}

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
	return t.rows(fill(t.pieces(), string(t.words), max(1, width)))
}

// narrow is t with a sign for each character that one column cannot hold.
func (t *text) narrow() *text {
	out, at := &text{}, 0
	for _, r := range t.runs {
		g := uniseg.NewGraphemes(string(t.words[at:r.end]))
		for g.Next() {
			s := g.Str()
			if cells(s) > 1 {
				s = tooWide
			}
			out.add(s, r.ink)
		}
		at = r.end
	}
	return out
}

// balance breaks t into as few rows as wrap does, as even as they can be: it
// takes the narrowest width with the same number of rows.
func (t *text) balance(width int) []row {
	if width < 2 {
		return t.wrap(width)
	}
	pieces, words := t.pieces(), string(t.words)
	best := fill(pieces, words, width)
	low, high := 1, width
	for low < high && len(best) > 1 {
		mid := (low + high) / 2
		if lines := fill(pieces, words, mid); len(lines) <= len(best) && !splitsWord(lines, pieces) {
			best, high = lines, mid
		} else {
			low = mid + 1
		}
	}
	return t.rows(best)
}

// splitsWord reports whether a line begins inside a piece.
func splitsWord(lines []line, pieces []piece) bool {
	starts := make(map[int]bool, len(pieces))
	for _, p := range pieces {
		starts[p.start] = true
	}
	for _, l := range lines {
		if !starts[l.start] {
			return true
		}
	}
	return false
}

func (t *text) pieces() []piece {
	rest, state := string(t.words), -1
	out := make([]piece, 0, len(rest)/6+1)
	at := 0
	for rest != "" {
		var segment string
		segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		for splitsEmoji(segment, rest) {
			var more string
			more, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
			segment += more
		}
		word := strings.TrimRight(segment, " \n\t")
		p := piece{start: at, end: at + len(word), next: at + len(segment)}
		p.hyphen = strings.HasSuffix(word, softHyphen)
		p.width = cells(word)
		p.blanks = len(strings.TrimRight(segment, "\n")) - len(word)
		if strings.HasSuffix(segment, "\n") {
			p.must = true
		}
		out = append(out, p)
		at = p.next
	}
	return out
}

// splitsEmoji reports whether the end of a segment is no place to break: inside
// an emoji with a skin tone or a joiner, where the segmenter breaks against
// rules LB9 and LB30b of UAX #14, and calls the break mandatory. Only a newline
// is that here.
func splitsEmoji(segment, rest string) bool {
	const joiner = '\u200d'
	last, _ := utf8.DecodeLastRuneInString(segment)
	next, _ := utf8.DecodeRuneInString(rest)
	return last == joiner && rest != "" || next == joiner || '\U0001f3fb' <= next && next <= '\U0001f3ff'
}

// cells is the width of s on the screen; soft hyphens have none.
func cells(s string) int {
	ascii := true
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return len(s)
	}
	return displaywidth.String(strings.ReplaceAll(s, softHyphen, ""))
}

// fill sets pieces in lines, each as full as it can be.
func fill(pieces []piece, words string, width int) []line {
	var lines []line
	open := false
	var cur line
	used, gap := 0, 0
	flush := func() {
		lines = append(lines, cur)
		open, used, gap = false, 0, 0
	}
	for _, p := range pieces {
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

// cutPiece breaks a piece that is wider than a line at the edge, leaves its
// last part in cur and returns that part's width.
func cutPiece(p piece, words string, width int, cur *line, lines *[]line) int {
	at, used := p.start, 0
	g := uniseg.NewGraphemes(words[p.start:p.end])
	for g.Next() {
		w := cells(g.Str())
		if used+w > width {
			filled := strings.TrimRight(words[cur.start:at], " ") // UAX #14 joins some signs over a blank
			*lines = append(*lines, line{start: cur.start, end: cur.start + len(filled)})
			cur.start, used = at, 0
		}
		at += len(g.Str())
		if used == 0 && g.Str() == " " {
			cur.start = at
			continue
		}
		used += w
	}
	return used
}

func (t *text) rows(lines []line) []row {
	rows := make([]row, 0, len(lines))
	r := 0
	for _, l := range lines {
		for r < len(t.runs) && t.runs[r].end <= l.start {
			r++
		}
		rows = append(rows, t.row(l, r))
	}
	return rows
}

// row writes the line l, whose first run is r.
func (t *text) row(l line, r int) row {
	var p pen
	p.out.Grow(l.end - l.start + 16)
	words := string(t.words[l.start:l.end])
	out := row{width: cells(words)}
	var last run
	for at := l.start; at < l.end; r++ {
		end := min(t.runs[r].end, l.end)
		last = t.runs[r]
		if !last.mute {
			out.say(words[:at-l.start], words[at-l.start:end-l.start])
		}
		piece := strings.ReplaceAll(string(t.words[at:end]), softHyphen, "")
		p.write(piece, last.sgr, last.link)
		if last.at != nil {
			out.span(last.at, cells(words[:at-l.start]), cells(piece))
		}
		at = end
	}
	if l.hyphen {
		p.write("-", last.sgr, last.link)
		out.width++
	}
	out.text = p.done()
	return out
}
