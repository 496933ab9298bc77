package clipping

import "strings"

// readContents takes a table of contents off the text: a label and the short
// lines under it. Its entries tell what the headings are.
func (p *page) readContents() {
	var again map[string]int
	for i := range p.lines {
		if p.lines[i].class != tocLabel {
			continue
		}
		if again == nil {
			again = p.lastButOne()
		}
		last := i
		for j := i + 1; j < len(p.lines) && j < i+80; j++ {
			l := &p.lines[j]
			if l.gap > 1 || l.gap == 1 && j > i+1 && p.lines[j-1].gap == 0 || l.weight > 100 || l.prose() || l.class == crumbs || stops(l.text) {
				break
			}
			last = j
		}
		for last > i && again[headingKey(p.lines[last].text)] <= i {
			last--
		}
		if last < i+2 {
			continue
		}
		for j := i; j <= last; j++ {
			p.skip[j] = true
			if j > i {
				p.toc[headingKey(p.lines[j].text)] = true
			}
		}
	}
}

// lastButOne is, for each short line, where it stands for the last time but
// one: an entry of the contents stands again as a heading. It is 0 for a line
// that stands only once.
func (p *page) lastButOne() map[string]int {
	last, before := make(map[string]int), make(map[string]int)
	for i := range p.lines {
		if p.lines[i].weight <= 120 {
			k := headingKey(p.lines[i].text)
			before[k], last[k] = last[k], i
		}
	}
	return before
}

// headingKey is how a heading is compared: folded, without its number and
// marks.
func headingKey(s string) string {
	s = strings.TrimSuffix(fold(headingText(s)), "[edit]")
	return strings.TrimSpace(strings.TrimLeft(s, "0123456789.) §#•-"))
}

// firstProse is the first paragraph that belongs to the article: where much
// prose follows a long menu, the prose before it was a banner.
func (p *page) firstProse() int {
	total, first := int32(0), -1
	for i := range p.lines {
		if p.lines[i].prose() {
			total += p.lines[i].weight
			if first < 0 {
				first = i
			}
		}
	}
	if first < 0 {
		return -1
	}
	before, shorts := int32(0), 0
	for i := first; i < len(p.lines) && before*8 < total && before < 600; i++ {
		l := &p.lines[i]
		if l.prose() {
			if shorts >= 6 {
				first = i
			}
			before += l.weight
			shorts = 0
		} else if (l.class == menu || l.class == text && words(l.text) <= 3) && !p.skip[i] {
			shorts++
		}
	}
	return first
}

// findTitle chooses the title among the lines before the first prose.
func (p *page) findTitle() {
	first := p.firstProse()
	if first < 0 {
		p.titleOfNote()
		return
	}
	p.findMasthead(first)
	best, most := -1, 0.5
	seen := map[string]int{}
	for i := 0; i < first; i++ {
		seen[fold(p.lines[i].text)]++
		if s := p.titleScore(i, first, seen); s > most {
			best, most = i, s
		}
	}
	p.title, p.body = best, first
	if best >= 0 {
		p.out.Title = p.lines[best].text
		p.body = best + 1
	} else if p.subject != "" {
		p.out.Title = p.subject
		p.body = 0
	} else {
		p.body = 0
	}
	if best < 0 {
		for p.body < first && p.lines[p.body].class.furniture() {
			p.body++
		}
	}
}

// titleOfNote finds the title of a text without prose: its first line, when
// it stands apart and looks like a title.
func (p *page) titleOfNote() {
	if p.subject != "" {
		p.out.Title = p.subject
	}
	if len(p.lines) < 2 {
		return
	}
	l := &p.lines[0]
	kind, _, _ := marker(l.text)
	if l.class == text && kind == noMark && l.weight <= 100 && !stops(l.text) && !startsLower(l.text) && p.lines[1].gap > 0 && !looksLikeCode(l.raw) && words(l.text) > 0 {
		p.title, p.body = 0, 1
		p.out.Title = l.text
	}
}

// titleScore says how much line i looks like the title of the text whose
// prose begins at first: by its own words, and by what stands round it.
func (p *page) titleScore(i, first int, seen map[string]int) float64 {
	l := &p.lines[i]
	kind, _, _ := marker(l.text)
	switch {
	case l.class != text && !(l.class == crumbs && i == first-1 && l.gap > 0),
		p.skip[i], l.weight > 240, kind == bulletMark,
		!strings.ContainsFunc(l.text, letterOrDigit),
		strings.HasSuffix(l.text, ","), strings.HasSuffix(l.text, ";"), strings.HasSuffix(l.text, ":"): // a letter's first line
		return -1
	}
	return titleWords(l) + p.titlePlace(i, first) + p.titleEcho(i, first, seen)
}

// titleWords scores a line by its own words.
func titleWords(l *line) float64 {
	s, n := 0.0, words(l.text)
	switch {
	case n == 1, l.weight <= 12 && wide([]rune(l.text)[0]):
		s -= 1.2
	case n <= 3 && !wide([]rune(l.text)[0]):
		s -= 0.6 - 0.3*float64(n-1)
	case n <= 16:
		s++
	case n > 25:
		s--
	}
	if stops(l.text) {
		s -= 1.5
	}
	if startsLower(l.text) {
		s -= 2
	}
	if capitals(l.text) && n <= 3 {
		s--
	}
	return s
}

// titlePlace scores a line by what stands before and after it.
func (p *page) titlePlace(i, first int) float64 {
	s := 0.0
	l, next := &p.lines[i], &p.lines[i+1]
	if i == 0 {
		s += 1.2
	} else {
		before := &p.lines[i-1]
		if l.gap > 0 {
			s += 0.6
		}
		if l.gap <= 1 && before.class == text && words(before.text) >= 4 && !stops(before.text) && !p.masthead[fold(before.text)] && !p.kicker(i-1) {
			s -= 1.5 // the dek of a title
		}
		if before.class == fact {
			s += 0.7
		}
		if before.class == crumbs {
			s++
			if strings.HasSuffix(fold(before.text), fold(l.text)) {
				s++
			}
		}
	}
	if p.masthead[fold(l.text)] {
		s -= 3
	} else if next.class == menu && next.gap == 0 {
		s -= 1.5 // a masthead over its menu
	}
	if p.kicker(i) {
		s -= 2.5
	}
	if next.gap > 0 {
		s += 0.5
	}
	if next.prose() {
		s++
	}
	if p.nearFacts(i, first) {
		s += 2
	}
	if p.inMenu(i, first) && !(next.prose() && i > 0 && p.lines[i-1].text == l.text) {
		s -= 2.5
	}
	return s
}

// kicker reports whether line i stands over a title that has its dek, a
// sentence, under it, and a fact under that: three lines, one above another.
func (p *page) kicker(i int) bool {
	if i+3 >= len(p.lines) || words(p.lines[i].text) > 6 {
		return false
	}
	title, dek, under := &p.lines[i+1], &p.lines[i+2], &p.lines[i+3]
	return title.class == text && title.gap <= 1 && words(title.text) >= 3 && !stops(title.text) && title.weight <= 160 &&
		dek.class == text && dek.gap <= 1 && words(dek.text) >= 8 && (ends(dek.text) || dek.weight > title.weight) && under.class == fact
}

// titleEcho scores a line by where else its words stand.
func (p *page) titleEcho(i, first int, seen map[string]int) float64 {
	s, folded := 0.0, fold(p.lines[i].text)
	if p.subject != "" && folded == fold(p.subject) {
		s += 6
	}
	if seen[folded] > 1 {
		if p.lines[i-1].text == p.lines[i].text && !p.lines[i+1].prose() {
			s -= 2 // a name that stands twice, as beside a picture
		} else {
			s += 1.5
		}
	}
	prose := p.lines[first].text
	opening := fold(prose[:min(120, len(prose))])
	if at := strings.Index(opening, folded); at >= 0 && at < 24 && words(folded) <= 4 && !p.masthead[folded] {
		s += 3.5 // an encyclopedia opens with its subject
	}
	return s
}

// nearFacts reports whether a by-line, a date or the like follows line i, with
// at most the dek between.
func (p *page) nearFacts(i, first int) bool {
	for j := i + 1; j <= i+6 && j < len(p.lines) && j <= first+2; j++ {
		switch p.lines[j].class {
		case fact:
			return true
		case text:
			if severalNames(p.lines[j].text) {
				return true
			}
		case button, count, image, credit, navLabel:
		default:
			return false
		}
	}
	return false
}

// inMenu reports whether line i stands among short lines without a gap.
func (p *page) inMenu(i, first int) bool {
	short := func(j int) bool {
		l := &p.lines[j]
		return (l.class == menu || l.class == button || l.class == text) && words(l.text) <= 4 && !ends(l.text)
	}
	n := 0
	for j := i; n < 4 && j > 0 && p.lines[j].gap == 0 && short(j-1); j-- {
		n++
	}
	down := 0
	for j := i + 1; down < 3 && j < first && p.lines[j].gap == 0 && short(j); j++ {
		down++
	}
	return words(p.lines[i].text) <= 4 && (n+down >= 3 && down > 0 || n >= 4 && !p.nearFacts(i, first))
}
