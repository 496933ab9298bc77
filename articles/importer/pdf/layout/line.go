package layout

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is words that stand on one line, from left to right.
type line struct {
	Box
	words []Word
	cells []int // where a wide gap stands before a word: indexes of words
	page  int
	base  float64
	size  float64 // of most of its letters
	left  float64 // of the column that it stands in
	right float64

	bold, mono, turned bool // all of its words are
	plain              bool // none of them is bold
	italic, upright    bool // all of them are, none of them is
	marker             marker
}

// Shares of the size of a font.
const (
	sameBase = 0.2  // how far bases may differ on a line
	raise    = 0.7  // how far a raised or lowered mark stands off
	smaller  = 0.85 // how large such a mark is at most
	wideGap  = 1.6  // from which a gap parts cells
	blank    = 0.25 // from which a gap parts words
	overlap  = 0.4  // by which a word may stand into the one before
)

// linesOf are the lines of a page in the order of the file.
func linesOf(p Page, page int, even map[string]bool) []*line {
	var out []*line
	for i := range p.Words {
		w := bounded(p.Words[i])
		w.Font.Mono = w.Font.Mono || even[w.Font.Name]
		if w.Text == "" && !w.Hyphen {
			continue
		}
		if n := len(out); n > 0 && out[n-1].takes(w) {
			out[n-1].add(*w)
			continue
		}
		out = append(out, &line{Box: w.Box, words: []Word{*w}, page: page, base: w.Base, size: w.Size, turned: w.Turned})
	}
	out = dropCaps(out)
	out = columnLines(out)
	alignCells(out)
	for _, l := range out {
		if len(l.cells) == 1 && l.cells[0] == 1 && isOrdinal(l.words[0].Text) {
			l.cells = nil // it is the number of what follows
		}
		l.measure()
	}
	return out
}

// bounded is a word whose places are numbers that can be reckoned with.
func bounded(w Word) *Word {
	for _, f := range [...]*float64{&w.Left, &w.Right, &w.Bottom, &w.Top, &w.Base, &w.Size} {
		const most = 1e6
		if !(*f > -most && *f < most) {
			*f = 0
		}
	}
	w.Size = max(w.Size, 0.1)
	return &w
}

// takes reports whether a word goes on with a line.
func (l *line) takes(w *Word) bool {
	last := &l.words[len(l.words)-1]
	if l.turned || w.Turned {
		return l.turned && w.Turned
	}
	if last.Hyphen {
		return false
	}
	large, small := max(l.size, w.Size), min(l.size, w.Size)
	off := math.Abs(w.Base - l.base)
	if off > sameBase*large && !(small < smaller*large && off < raise*large && l.beside(w.Box)) {
		return false
	}
	if w.Left >= last.Right-overlap*large {
		return true
	}
	return (isRightToLeft(w.Text) || isRightToLeft(last.Text)) && w.Right <= last.Right && l.Left-w.Right < wideGap*large
}

func isRightToLeft(s string) bool {
	for _, r := range s {
		if unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana) {
			return true
		}
	}
	return false
}

func (l *line) add(w Word) {
	last := l.words[len(l.words)-1]
	if w.Joined && w.Left-last.Right > blank*min(l.size, w.Size) {
		w.Joined = false
	}
	if w.Left-last.Right > wideGap*max(l.size, w.Size) && !(w.Font.Mono && last.Font.Mono) && !w.Turned {
		l.cells = append(l.cells, len(l.words))
	}
	if w.Size > l.size {
		l.size, l.base = w.Size, w.Base // it began with a raised mark
	}
	l.words = append(l.words, w)
	l.Box = l.Union(w.Box)
}

// measure finds what most of a line is.
func (l *line) measure() {
	sizes := map[float64]int{}
	lettered := false
	l.bold, l.mono, l.plain, l.italic, l.upright = true, true, true, true, true
	for _, w := range l.words {
		n := utf8.RuneCountInString(w.Text)
		sizes[w.Size] += n
		if hasLetters(w.Text) {
			lettered = true
			l.bold, l.plain = l.bold && w.Font.Bold, l.plain && !w.Font.Bold
			l.italic, l.upright = l.italic && w.Font.Italic, l.upright && !w.Font.Italic
		}
		l.mono = l.mono && w.Font.Mono
	}
	l.bold, l.italic = l.bold && lettered, l.italic && lettered
	most := -1
	for size, n := range sizes {
		if n > most || n == most && size > l.size {
			most, l.size = n, size
		}
	}
	for _, w := range l.words {
		if w.Size == l.size {
			l.base = w.Base
			break
		}
	}
	l.left, l.right = l.Left, l.Right
	l.marker = markerOf(l)
}

func hasLetters(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// text is the words of a line.
func (l *line) text() string {
	var b strings.Builder
	for i, w := range l.words {
		if i > 0 && !w.Joined {
			b.WriteByte(' ')
		}
		b.WriteString(w.Text)
	}
	return b.String()
}

// letters is how many letters and signs a line has.
func (l *line) letters() int {
	n := 0
	for _, w := range l.words {
		n += utf8.RuneCountInString(w.Text)
	}
	return n
}

// split cuts a line before each of its cells.
func (l *line) split() []*line {
	out := make([]*line, 0, len(l.cells)+1)
	from := 0
	for i := 0; i <= len(l.cells); i++ {
		to := len(l.words)
		if i < len(l.cells) {
			to = l.cells[i]
		}
		part := &line{words: l.words[from:to], page: l.page, base: l.base, size: l.size, Box: l.words[from].Box}
		for _, w := range part.words {
			part.Box = part.Union(w.Box)
		}
		out, from = append(out, part), to
	}
	return out
}

// dropCaps puts the large first letter of a text before the rest of its word.
func dropCaps(lines []*line) []*line {
	const large = 1.8 // times the letters that follow
	out := lines[:0:0]
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if i+1 < len(lines) && len(l.words) == 1 && utf8.RuneCountInString(l.words[0].Text) <= 2 && hasLetters(l.words[0].Text) {
			next := lines[i+1]
			if l.size > large*next.size && next.Left > l.Left && next.Left < l.Right+l.size && next.Top > l.base && next.Bottom < l.Top {
				first := l.words[0]
				first.Size, first.Base, first.Font = next.size, next.base, next.words[0].Font
				next.words = append([]Word{first}, next.words...)
				next.words[1].Joined = next.words[1].Left-first.Right < next.size/2
				for c := range next.cells {
					next.cells[c]++
				}
				continue
			}
		}
		out = append(out, l)
	}
	return out
}

// columnLines parts lines that go across columns: for some lines the same gap
// stands between pieces of prose. What has short cells is a table.
func columnLines(lines []*line) []*line {
	const (
		fewest = 3  // lines
		prose  = 18 // letters in a cell of prose, at least and on average
	)
	out := lines[:0:0]
	for i := 0; i < len(lines); {
		n, letters := 0, 0
		left, right := math.Inf(-1), math.Inf(1)
		for i+n < len(lines) && len(lines[i+n].cells) == 1 {
			l := lines[i+n]
			at := l.cells[0]
			from, to := max(left, l.words[at-1].Right), min(right, l.words[at].Left)
			if to-from < l.size/2 {
				break
			}
			left, right = from, to
			letters += l.letters()
			n++
		}
		if n >= fewest && letters/n > 2*prose {
			for _, l := range lines[i : i+n] {
				out = append(out, l.split()...)
			}
			i += n
			continue
		}
		for range max(n, 1) {
			out = append(out, lines[i])
			i++
		}
	}
	return out
}
