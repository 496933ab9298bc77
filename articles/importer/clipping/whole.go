package clipping

import (
	"slices"
	"strings"

	"lede/articles/importer/names"
)

// headOfWhole is how many lines may hold the title and the by-line at most.
const headOfWhole = 6

// readWhole reads a text that is no page. Each word of it goes into the title
// or the body; by-line and dates are read and stay where they stand.
func (p *page) readWhole() {
	p.whole = true
	for i := range p.header {
		p.header[i].drawn = true // it stands as it is
	}
	p.lines = append(p.header, p.lines...)
	p.labelHeadings()
	rest := p.lines
	if at := p.titleOfWhole(); at >= 0 {
		rest = slices.Delete(slices.Clone(p.lines), at, at+1)
		if at < len(rest) && at == 0 {
			rest[0].gap = 0
		}
	}
	for i := range min(headOfWhole, len(p.lines)) {
		if l := &p.lines[i]; l.tells() && !l.drawn {
			p.takeFacts(l.text, false)
		}
	}
	if len(rest) > 1 && p.out.Title == p.lines[0].text && p.out.Author == "" && p.lines[1].gap == 0 && rest[1].gap > 0 && names.IsFullName(p.lines[1].text) {
		p.out.Author = p.lines[1].text
	}
	if p.out.Author == "" && names.IsFullName(p.sender) {
		p.out.Author = p.sender
	}
	p.out.Markdown = emit(p.blocks(rest)...)
	p.dateline()
}

// labelHeadings takes for headings the lines of a text that is no page which stand
// over a paragraph as headings do, and what looks like a name or a caption there when
// most lines that stand as it does are headings.
func (p *page) labelHeadings() {
	const several = 3
	d := &describer{lines: p.lines, prose: make([]bool, len(p.lines))}
	for i := range p.lines {
		d.prose[i] = p.lines[i].prose()
	}
	all, heads := map[string]int{}, map[string]int{}
	for i := range p.lines {
		s := d.stands(i)
		if all[s]++; p.lines[i].label == heading {
			heads[s]++
		}
	}
	for i := range p.lines {
		l, s := &p.lines[i], d.stands(i)
		if l.drawn || l.label.body() || l.label == title {
			continue
		}
		alike := s != "" && heads[s] >= several && heads[s]*2 > all[s] && d.prose[i+1] && (l.label == byline || l.label == caption) && !l.tells()
		if alike || p.overText(i) {
			l.label = heading
		}
	}
}

// centre sets the first lines flush that were set in the middle by spaces.
func (p *page) centre() {
	const far = 8 // columns
	for i := range min(headOfWhole, len(p.lines)) {
		l := &p.lines[i]
		if l.indent < far || l.weight > 60 || marks(l.text) || looksLikeCode(l.raw) {
			return
		}
		l.indent, l.raw = 0, l.text
	}
}

// drawSignature keeps what stands under the last line "--" of a mail as it is.
func (p *page) drawSignature() {
	if len(p.header) == 0 {
		return
	}
	for i := len(p.lines) - 1; i > max(0, len(p.lines)-16); i-- {
		if p.lines[i].text != "--" {
			continue
		}
		for j := i; j < len(p.lines); j++ {
			p.lines[j].drawn = true
		}
		return
	}
}

// apart reports whether the first line stands over a gap, or over the name or
// the day that stands over one.
func (p *page) apart() bool {
	for i := 1; i < min(4, len(p.lines)); i++ {
		if l := &p.lines[i]; l.gap > 0 {
			return true
		} else if !l.tells() && !names.IsFullName(l.text) {
			return false
		}
	}
	return false
}

// titleOfWhole takes the title of a text that is no page, and returns its line:
// one of the first few that the model labels so, or the first when it stands
// apart; -1 stands for none.
func (p *page) titleOfWhole() int {
	if p.subject != "" {
		p.out.Title = p.subject
		return -1
	}
	could := func(i int) bool {
		l := &p.lines[i]
		if lead, _, ok := strings.Cut(l.text, ": "); strings.Contains(l.text, "\t") || i+1 < len(p.lines) && p.lines[i+1].drawn && p.lines[i+1].gap == 0 || i > 0 && ok && words(lead) <= 2 {
			return false // cells, what heads what is laid out, "Present: Ann, Bob"
		}
		return !marks(l.text) && !l.drawn && !strings.HasPrefix(l.text, ">") && dashed(l.text) == "" && l.weight <= 160 && !stops(l.text) && !startsLower(l.text) && !looksLikeCode(l.raw) && words(l.text) > 0 && i+1 < len(p.lines)
	}
	at := -1
	for i := 0; i < min(headOfWhole, len(p.lines)) && at < 0 && !p.lines[i].prose(); i++ {
		if p.lines[i].label == title && could(i) {
			at = i
		}
	}
	masthead := at > 0 && slices.Contains([]Label{site, kicker, furniture, date, byline}, p.lines[0].label)
	if at != 0 && !masthead && len(p.lines) > 1 && could(0) && p.apart() {
		at = 0
	}
	if at >= 0 {
		p.out.Title = p.lines[at].text
	}
	return at
}
