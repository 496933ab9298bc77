package clipping

import "strings"

// table reads lines of cells that tabs part.
func (p *page) table(i int) (block, int) {
	cells := strings.Count(p.lines[i].text, "\t")
	if cells == 0 || looksLikeCode(p.lines[i].raw) {
		return block{}, i
	}
	j := i
	for j < p.end && (j == i || p.lines[j].gap == 0) {
		n := strings.Count(p.lines[j].text, "\t")
		if n == 0 || n > cells+1 {
			break
		}
		j++
	}
	if j < i+2 {
		return block{}, i
	}
	b := block{kind: tableBlock}
	for k := i; k < j; k++ {
		b.parts = append(b.parts, strings.TrimLeft(p.lines[k].raw, " "))
	}
	return b, j
}

// longestVerse is the weight of the longest line of a poem.
const longestVerse = 64

// verse reports whether a run of lines is a poem: short lines, of which some
// end with a comma or without a mark while the sentence runs on.
func (p *page) verse(run []line) bool {
	short, open, small := 0, 0, 0
	for k := range run {
		if startsLower(run[k].text) && !ends(run[k].text) && !strings.HasSuffix(run[k].text, ",") {
			small++
		}
		if run[k].weight <= longestVerse && run[k].class == text {
			short++
		}
		if strings.HasSuffix(run[k].text, ",") || strings.HasSuffix(run[k].text, ";") || strings.HasSuffix(run[k].text, "，") || k > 0 && startsLower(run[k].text) {
			open++
		}
	}
	if small == len(run) && small > 2 && !p.note {
		return false // the items of a list, copied without their marks
	}
	return len(run) >= 2 && short == len(run) && open*4 >= len(run)
}

// stanza reads a run of short lines whose breaks belong to the text.
func (p *page) stanza(i int) (block, int) {
	verses := p.verses(i)
	run := p.lines[i:verses.end]
	if len(run) < 2 || verses.last > i || !p.couldBeVerse(&run[0]) || !p.note && !verses.isVerse(p, i) {
		return block{}, i
	}
	b := block{kind: verseBlock}
	for k := range run {
		b.parts = append(b.parts, run[k].text)
	}
	return b, verses.end
}
