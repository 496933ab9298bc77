package clipping

import (
	"strconv"
	"strings"
)

// kind is what a block of the body is.
type kind uint8

const (
	paragraphBlock kind = iota
	headingBlock
	listBlock
	quoteBlock
	codeBlock
	tableBlock
	verseBlock
	ruleBlock
	bylineBlock // of a text that is no page, where the by-line stays
)

// block is a block of the body.
type block struct {
	kind    kind
	parts   []string // paragraphs of a quote, lines of code or verse, rows of a table
	level   int      // of a heading
	deep    []int    // of a quote: how far each paragraph is quoted; nil for once
	by      string   // of a quote
	ordered bool
	items   []entry
	front   bool // of a quote: it stands before or after the text, not in it
}

// entry is an item of a list; depth 0 is the outermost.
type entry struct {
	text    string
	depth   int
	ordered bool
	number  int
}

// reader reads blocks from the lines of the body.
type reader struct {
	lines []line
	whole bool
	note  bool            // no line is prose: each line's break is the author's
	deep  map[string]bool // headings below others, folded
	turns map[string]bool // the labels of an interview

	numbers map[int]bool // that stand by themselves
}

// blocks reads the body from its lines.
func (p *page) blocks(lines []line) []block {
	r := &reader{lines: lines, whole: p.whole, deep: p.deep, note: true, numbers: map[int]bool{}}
	for i := range lines {
		if n, err := strconv.Atoi(lines[i].text); err == nil {
			r.numbers[n] = true
		}
		r.note = r.note && !lines[i].prose()
	}
	r.findSpeakers()
	var out []block
	for i := 0; i < len(lines); {
		b, next := r.blockAt(i)
		if next == i {
			next = i + 1
		} else if b.kind != ruleBlock || len(out) > 0 && next < len(lines) {
			out = append(out, b)
		}
		i = next
	}
	return out
}

// blockAt reads the block at line i and returns the line after it; i stands for
// none.
func (r *reader) blockAt(i int) (block, int) {
	l := &r.lines[i]
	if drawnLine(l.text) && !l.drawn {
		if i > 0 && r.underlined(i-1) || i+1 >= len(r.lines) {
			return block{}, i
		}
		return block{kind: ruleBlock}, i + 1
	}
	for _, read := range []func(int) (block, int){r.preformatted, r.list, r.table, r.code, r.quote, r.implied, r.stanza} {
		if b, next := read(i); next > i {
			return b, next
		}
	}
	switch level := r.headingLevel(i); {
	case level > 0 && r.whole:
		return block{kind: headingBlock, parts: []string{l.text}, level: level}, i + 1
	case level > 0:
		return block{kind: headingBlock, parts: []string{headingText(l.text)}, level: level}, i + 1
	case r.whole && (l.label == byline || l.label == date) && i < headOfWhole && l.tells():
		return block{kind: bylineBlock, parts: []string{l.text}}, i + 1
	}
	return block{parts: []string{l.text}}, i + 1
}

// preformatted reads the lines at i that are laid out with spaces.
func (r *reader) preformatted(i int) (block, int) {
	j := i
	for j < len(r.lines) && r.lines[j].drawn && (j == i || r.lines[j].gap <= 2) {
		j++
	}
	if j == i {
		return block{}, i
	}
	return block{kind: codeBlock, parts: codeLines(r.lines[i:j])}, j
}

// mostHeading is how heavy a heading may be.
const mostHeading = 120

// headingLevel says whether line i is a heading: 2 is a section of the article,
// 0 is no heading.
func (r *reader) headingLevel(i int) int {
	l := &r.lines[i]
	if !r.isHeading(i) {
		return 0
	}
	number, _, _ := strings.Cut(l.text, " ")
	if r.deep[headingKey(l.text)] || strings.Trim(number, "0123456789.") == "" && strings.Contains(strings.TrimRight(number, "."), ".") {
		return 3
	}
	return 2
}

func (r *reader) isHeading(i int) bool {
	l := &r.lines[i]
	if l.weight > mostHeading || l.drawn || i+1 >= len(r.lines) {
		return false
	}
	if headingText(l.text) != l.text || r.underlined(i) {
		return headingText(l.text) != ""
	}
	if next := &r.lines[i+1]; r.whole && (l.gap > 0 || i == 0) && next.gap == 0 && !ends(l.text) {
		kind, _, _ := marker(l.text)
		under, _, _ := marker(next.text)
		if next.drawn && capitals(l.text) {
			return next.text != "--" // as a manual sets them, over its indented text
		}
		if r.note && kind == noMark && under != noMark && words(l.text) <= 4 && startsUpper(l.text) && !strings.HasPrefix(next.text, "—") {
			return true // a memo's, over its items
		}
	}
	if i > 0 && lastMark(r.lines[i-1].text) == ',' {
		return false // the name under "Yours,"
	}
	return l.label == heading && !r.turns[speaker(l.text)] && !timed(l.text) && !r.tally(l.text) && strings.ContainsFunc(l.text, letterOrDigit)
}

// tally reports whether s is a number by itself that is of no row of sections:
// votes, not "3" after "2". A year may head one.
func (r *reader) tally(s string) bool {
	const year = 4 // digits
	n, err := strconv.Atoi(s)
	return err == nil && n != 1 && len(s) != year && !r.numbers[n-1]
}

// timed reports whether s begins with the time at which a transcript has it:
// "[00:01:02] ANN: Yes".
func timed(s string) bool {
	s = strings.TrimLeft(s, "[(")
	n := 0
	for n < len(s) && strings.IndexByte("0123456789:.", s[n]) >= 0 {
		n++
	}
	return strings.Contains(s[:n], ":") && n >= len("0:00") && strings.Trim(s[:n], ":.") == s[:n]
}

// underlined reports whether a rule stands right under line i, about as long.
func (r *reader) underlined(i int) bool {
	if i+1 >= len(r.lines) {
		return false
	}
	l, next := &r.lines[i], &r.lines[i+1]
	n := next.weight - l.weight
	return drawnLine(next.text) && next.gap == 0 && !next.drawn && !drawnLine(l.text) && -3 <= n && n <= 3
}

// speaker is the label of an interview that opens s: "LB: Soup."
func speaker(s string) string {
	at := strings.IndexAny(s, ":：")
	if at < 1 || at > 40 || words(s[:at]) > 3 || !startsUpper(s) && !wide([]rune(s)[0]) || strings.ContainsAny(s[:at], "0123456789") || at+1 >= len(s) {
		return ""
	}
	return s[:at]
}

// findSpeakers finds the labels of an interview: two or more of them that take
// turns, twice at the least.
func (r *reader) findSpeakers() {
	turns, last := map[string]int{}, ""
	for i := range r.lines {
		if s := speaker(r.lines[i].text); s != "" && s != last {
			turns[s]++
			last = s
		}
	}
	r.turns = map[string]bool{}
	for s, n := range turns {
		if n > 1 {
			r.turns[s] = true
		}
	}
	if len(r.turns) < 2 {
		r.turns = nil
	}
}

// table reads lines of cells that tabs part.
func (r *reader) table(i int) (block, int) {
	cells := strings.Count(r.lines[i].text, "\t")
	if cells == 0 || looksLikeCode(r.lines[i].raw) {
		return block{}, i
	}
	b := block{kind: tableBlock}
	j := i
	for ; j < len(r.lines) && (j == i || r.lines[j].gap == 0); j++ {
		if n := strings.Count(r.lines[j].text, "\t"); n == 0 || n > cells+1 {
			break
		}
		b.parts = append(b.parts, strings.TrimLeft(r.lines[j].raw, " "))
	}
	if len(b.parts) < 2 {
		return block{}, i
	}
	return b, j
}

// mostVerses is how many lines of a stanza are read at once, so that many lines
// which are none cost little.
const mostVerses = 100

// longestVerse is the weight of the longest line of a poem.
const longestVerse = 64

// stanza reads a run of short lines whose breaks belong to the text: of a note
// each is, of other texts those that a sentence runs through.
func (r *reader) stanza(i int) (block, int) {
	b := block{kind: verseBlock}
	open, j := 0, i
	for ; j < min(len(r.lines), i+mostVerses) && (j == i || r.lines[j].gap == 0) && r.couldBeVerse(j); j++ {
		s := r.lines[j].text
		if strings.ContainsRune(",;，", lastMark(s)) || j > i && startsLower(s) {
			open++
		}
		b.parts = append(b.parts, s)
	}
	if len(b.parts) < 2 || !r.note && open*4 < len(b.parts) {
		return block{}, i
	}
	return b, j
}

func (r *reader) couldBeVerse(i int) bool {
	l := &r.lines[i]
	kind, _, _ := marker(l.text)
	if kind != noMark || looksLikeCode(l.raw) || l.drawn || drawnLine(l.text) {
		return false
	}
	return r.note || l.weight <= longestVerse && (l.label == prose || l.label == item || l.label == quote)
}
