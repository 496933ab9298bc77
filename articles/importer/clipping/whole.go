package clipping

import "slices"

// readWhole reads a text that is no page. Each word of it goes into the title
// or the body; by-line and dates are read and stay where they stand.
func (p *page) readWhole() {
	p.whole = true
	p.lines = p.withHeader()
	for i := range p.lines {
		l := &p.lines[i]
		if i == 0 || i >= headOfWhole || l.class != fact || l.gap == 0 && i > 2 {
			l.class = textOrRule(l)
		}
	}
	expandTabs(p.lines)
	takeMargin(p.lines)
	layOut(p.lines, len(p.header))
	p.lines = unwrap(p.lines, true)
	p.note = mostly(p.lines, (*line).prose) == 0
	p.end = len(p.lines)
	p.titleOfWhole()
	for i := range min(headOfWhole, len(p.lines)) {
		if p.lines[i].class == fact {
			p.takeFacts(&p.lines[i])
		}
	}
	if p.out.Author == "" && looksLikeName(p.sender, true) && words(p.sender) > 1 {
		p.out.Author = p.sender
	}
	p.findSpeakers()
	p.out.Markdown = emit(p.blocks())
	p.dateline()
	p.clean()
}

// headOfWhole is how many lines may hold a by-line at most, the title's too.
const headOfWhole = 6

func textOrRule(l *line) class {
	if l.class == rule {
		return rule
	}
	return text
}

// withHeader puts the header of a mail back over its text; it stays as it
// stands, and so does the signature.
func (p *page) withHeader() []line {
	if len(p.header) == 0 {
		return p.lines
	}
	lines := slices.Concat(p.header, p.lines)
	for i := range p.header {
		lines[i].drawn = true
	}
	for i := len(lines) - 1; i > len(p.header) && i > len(lines)-16; i-- {
		if lines[i].text != "--" {
			continue
		}
		for j := i; j < len(lines); j++ {
			lines[j].drawn = true
		}
		break
	}
	return lines
}

// titleOfWhole takes the strongest line of the first few for the title, if
// they stand apart from the text.
func (p *page) titleOfWhole() {
	if p.subject != "" {
		p.out.Title = p.subject
		return
	}
	first := p.firstProse()
	if first < 0 {
		p.titleOfNote()
		return
	}
	best, most := -1, 0.5
	apart := false // from the first lines
	for i := 0; i < min(first, headOfWhole); i++ {
		if apart = apart || i > 0 && p.lines[i].gap > 0; p.lines[i].drawn && i > 0 {
			break
		}
		if apart && !p.nearFacts(i, first) {
			continue
		}
		if s := p.titleScore(i, first, map[string]int{}); s > most {
			best, most = i, s
		}
	}
	if best < 0 {
		return
	}
	p.title, p.out.Title = best, p.lines[best].text
	p.skip[best] = true
}
