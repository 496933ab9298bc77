package clipping

import (
	"maps"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/compose"
	"lede/articles/importer/htmldoc/dom"
)

// reader reads blocks from the lines of the body.
type reader struct {
	lines []line
	whole bool
	note  bool            // no line is prose: each line's break is the author's
	deep  map[string]bool // headings below others, folded
	turns map[string]int  // the labels of an interview

	numbers map[int]bool // that stand by themselves
}

// blocks reads the body from its lines.
func (p *page) blocks(lines []line) []*html.Node {
	r := &reader{lines: lines, whole: p.whole, deep: p.deep, turns: p.turns, note: true, numbers: map[int]bool{}}
	for i := range lines {
		if n, err := strconv.Atoi(lines[i].text); err == nil {
			r.numbers[n] = true
		}
		r.note = r.note && !lines[i].prose()
	}
	var out []*html.Node
	for i := 0; i < len(lines); {
		b, next := r.blockAt(i)
		if next == i {
			next = i + 1
		} else if b.Data != "hr" || len(out) > 0 && next < len(lines) {
			out = append(out, b)
		}
		i = next
	}
	return out
}

// emit is blocks as Markdown.
func emit(blocks ...*html.Node) string {
	body := dom.New("div", "")
	for _, b := range blocks {
		body.AppendChild(b)
	}
	return compose.Markdown(body, nil)
}

// element is an element of HTML with a text in it. The one blank that Markdown
// keeps beside others is the narrow one: French sets it before its marks.
func element(name, text string) *html.Node {
	return dom.New(name, strings.ReplaceAll(text, "\u00a0", "\u202f"))
}

// breakLine adds a line to a paragraph, which begins where it begins.
func breakLine(p *html.Node, text string) {
	p.AppendChild(dom.New("br", ""))
	p.AppendChild(element("span", text))
}

// paragraph is the lines from i to end as one paragraph that keeps them.
func (r *reader) paragraph(i, end int) *html.Node {
	p := element("p", r.lines[i].text)
	for j := i + 1; j < end; j++ {
		breakLine(p, r.lines[j].text)
	}
	return p
}

// blockAt reads the block at line i and returns the line after it; i stands for
// none.
func (r *reader) blockAt(i int) (*html.Node, int) {
	l := &r.lines[i]
	if drawnLine(l.text) && !l.drawn {
		if i > 0 && r.underlined(i-1) || i+1 >= len(r.lines) {
			return nil, i
		}
		return dom.New("hr", ""), i + 1
	}
	for _, read := range []func(int) (*html.Node, int){r.preformatted, r.list, r.table, r.code, r.quote, r.implied, r.stanza} {
		if b, next := read(i); next > i {
			return b, next
		}
	}
	switch level := r.headingLevel(i); {
	case level > 0 && r.whole:
		return element("h"+strconv.Itoa(level), l.text), i + 1
	case level > 0:
		return element("h"+strconv.Itoa(level), headingText(l.text)), i + 1
	case r.whole && (l.label == byline || l.label == date) && i < headOfWhole && l.tells():
		b := dom.New("p", "")
		b.AppendChild(element("em", l.text)) // it stays where it stands
		return b, i + 1
	}
	return element("p", l.text), i + 1
}

// preformatted reads the lines at i that are laid out with spaces.
func (r *reader) preformatted(i int) (*html.Node, int) {
	j := i
	for r.whole && j < len(r.lines) && r.lines[j].drawn && (j == i || r.lines[j].gap <= 2) {
		j++
	}
	if j == i {
		return nil, i
	}
	return element("pre", codeLines(r.lines[i:j])), j
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
		if next.drawn && capitals(l.text) {
			return next.text != "--" // as a manual sets them, over its indented text
		}
		if r.note && !marks(l.text) && marks(next.text) && words(l.text) <= 4 && startsUpper(l.text) && !strings.HasPrefix(next.text, "—") {
			return true // a memo's, over its items
		}
	}
	if i > 0 && (lastMark(r.lines[i-1].text) == ',' || l.gap == 0 && (drawnLine(r.lines[i-1].text) || r.whole && startsLower(l.text))) {
		return false // the name under "Yours,", the text under a line, a command under its heading
	}
	if credited(l.text) || identifier(l.text) && !r.lines[i+1].prose() || l.weight > leastProse && (halts(l.text) || l.gap == 0 && lastMark(l.text) == '!') {
		return false // a caption, a word of a list, a remark of two sentences
	}
	time, _ := clock(l.text)
	return l.label == heading && r.turns[speaker(l.text)] == 0 && time == "" && !r.tally(l.text) && !looksLikeCode(l.raw)
}

// tally reports whether s has no word and heads nothing: signs, many numbers, or
// one that is of no row of sections: votes, not "3" after "2". A year may head one.
func (r *reader) tally(s string) bool {
	const year, many = 4, 3 // digits, numbers
	numbers := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) })
	if strings.ContainsFunc(s, unicode.IsLetter) || len(numbers) > 0 && len(numbers) < many && numbers[0] != s {
		return false
	}
	n, err := strconv.Atoi(s)
	return err != nil || n != 1 && len(s) != year && !r.numbers[n-1]
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

// speaker is the label of an interview that opens s, "LB: Soup.", or that stands
// by itself; empty for other texts.
func speaker(s string) string {
	const longest, mostWords = 40, 3
	if r, n := utf8.DecodeRuneInString(s); unicode.IsUpper(r) && strings.HasPrefix(s[n:]+" ", ". ") {
		return s[:n+1]
	}
	at := strings.IndexAny(s, ":：")
	if at < 1 || at > longest || words(s[:at]) > mostWords || !startsUpper(s) && !wide([]rune(s)[0]) || strings.ContainsAny(s[:at], "0123456789") {
		return ""
	}
	return s[:at]
}

// takeTurns finds the labels of an interview, two or more of them that take
// turns, twice at the least. What stands by itself is put before its text.
func (p *page) takeTurns() {
	n, last := map[string]int{}, ""
	for i := range p.lines {
		if s := speaker(p.lines[i].text); s != "" && s != last {
			n[s]++
			last = s
		}
	}
	maps.DeleteFunc(n, func(_ string, n int) bool { return n < 2 })
	if len(n) < 2 {
		return
	}
	p.turns = n
	out := p.lines[:1]
	for _, l := range p.lines[1:] {
		above := &out[len(out)-1]
		name := speaker(above.text)
		alone := n[name] > 0 && strings.TrimRight(above.text, ":：.") == strings.TrimRight(name, ".")
		says := (startsUpper(l.text) || strings.Contains("letter quote", beginning(l.text))) && speaker(l.text) == "" && !looksLikeCode(l.raw)
		if alone && says && l.gap <= 1 && l.indent == above.indent {
			above.text += " " + l.text
			above.raw, above.weight = above.text, weigh(above.text)
			continue
		}
		out = append(out, l)
	}
	p.lines = out
}

// table reads lines of cells that tabs part.
func (r *reader) table(i int) (*html.Node, int) {
	cells := strings.Count(r.lines[i].text, "\t")
	if cells == 0 || looksLikeCode(r.lines[i].raw) {
		return nil, i
	}
	b, j := dom.New("table", ""), i
	for ; j < len(r.lines) && (j == i || r.lines[j].gap == 0); j++ {
		if n := strings.Count(r.lines[j].text, "\t"); n == 0 || n > cells+1 {
			break
		}
		row := dom.New("tr", "")
		for s := range strings.SplitSeq(strings.TrimLeft(r.lines[j].raw, " "), "\t") {
			row.AppendChild(element("td", s))
		}
		b.AppendChild(row)
	}
	if j-i < 2 {
		return nil, i
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
func (r *reader) stanza(i int) (*html.Node, int) {
	open, j := 0, i
	for ; j < min(len(r.lines), i+mostVerses) && (j == i || r.lines[j].gap == 0) && r.couldBeVerse(j); j++ {
		if s := r.lines[j].text; strings.ContainsRune(",;，", lastMark(s)) || j > i && startsLower(s) {
			open++
		}
	}
	if j-i < 2 || !r.note && open*4 < j-i {
		return nil, i
	}
	return r.paragraph(i, j), j
}

func (r *reader) couldBeVerse(i int) bool {
	l := &r.lines[i]
	if marks(l.text) || looksLikeCode(l.raw) || l.drawn || drawnLine(l.text) {
		return false
	}
	return r.note || l.weight <= longestVerse && (l.label == prose || l.label == item || l.label == quote)
}
