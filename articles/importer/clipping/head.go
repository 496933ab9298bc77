package clipping

import (
	"strings"
	"time"

	"lede/articles/importer/dates"
)

// mostDek is how heavy a dek may be.
const mostDek = 420

// readHead reads what stands between the title and the first paragraph of the
// body, and moves the start of the body to it. Facts may stand above the title
// too.
func (p *page) readHead() {
	for i := max(0, p.title-4); i < p.title; i++ {
		if p.lines[i].class == fact {
			p.takeFacts(&p.lines[i])
		}
	}
	if p.title < 0 && p.subject == "" && p.out.Title == "" {
		p.leadingFacts()
		return
	}
	first := p.nextProse(p.body)
	if first < 0 {
		p.leadingFacts()
		return
	}
	for i := p.body; i < first; i++ {
		if p.lines[i].text == p.out.Title {
			p.skip[i] = true // the title again, under its breadcrumbs
		}
	}
	lead := p.findDek(first)
	start := lead
	for start > p.body && p.opensBody(start-1, lead) {
		start--
	}
	for i := p.body; i < start; i++ {
		p.takeHeadLine(i)
	}
	p.body = start
}

// leadingFacts reads the facts at the start of a text without prose.
func (p *page) leadingFacts() {
	for p.body < len(p.lines) && p.lines[p.body].class != text {
		p.takeHeadLine(p.body)
		p.body++
	}
}

func (p *page) nextProse(from int) int {
	for i := from; i < len(p.lines); i++ {
		if p.lines[i].prose() && !p.skip[i] {
			return i
		}
	}
	return -1
}

// findDek takes the dek, if there is one, and returns the line of the first
// paragraph of the body. first is the first prose after the title.
func (p *page) findDek(first int) int {
	p1 := first
	for i := p.body; i < first; i++ { // a dek may be too short for prose
		l := &p.lines[i]
		subtitle := i == p.title+1 && l.gap == 0 && words(l.text) >= 4 && !p.heading(i)
		if l.class == text && (words(l.text) >= 6 || subtitle) && !p.skip[i] && !p.caption(i) && !(i+1 == first && !ends(l.text) && l.gap > 0 && words(l.text) < 9) {
			p1 = i
			break
		}
	}
	l := &p.lines[p1]
	second := p.nextProse(p1 + 1)
	if kind, _, _ := marker(l.text); l.weight > mostDek || kind != noMark || second < 0 || p.quoteAt(p1) {
		return first
	}
	if next := &p.lines[p1+1]; next.gap == 0 && next.class == text && !ends(l.text) && !ends(next.text) && words(next.text) >= 4 {
		return first // a list, such as a summary
	}
	between := mostly(p.lines[p1+1:second], func(l *line) bool {
		return l.class == fact || l.class == button || l.class == count || l.class == notice && !isRemark(l.text) || l.class == image
	})
	between += p.namesBetween(p1+1, second)
	factsBefore := mostly(p.lines[p.body:p1], func(l *line) bool { return l.class == fact })
	if factsBefore > 0 && l.weight <= 220 {
		between += mostly(p.lines[p1+1:second], func(l *line) bool { return l.class == credit })
	}
	prose := mostly(p.lines[p1+1:second], func(l *line) bool { return l.class == text && words(l.text) > 5 })
	under := l.gap == 0 && p1 == p.body
	apart := p1+1 < len(p.lines) && p.lines[p1+1].gap > 0
	isDek := false
	switch {
	case between > 0 && prose <= 1 && (second-p1 <= 14):
		isDek = true
	case under && apart && l.weight <= 220 && second > first:
		isDek = true
	case p1 < first && !ends(l.text) && (words(l.text) >= 9 || under && words(l.text) >= 4 && !p.heading(p1)):
		isDek = true
	case factsBefore > 0 && (strings.HasSuffix(l.text, "...") || strings.HasSuffix(l.text, "…")) && l.weight < 300:
		isDek = true
	}
	if !isDek {
		return first
	}
	p.out.Dek = l.text
	p.skip[p1] = true
	if p1 == first {
		return second
	}
	return first
}

// namesBetween counts the lines that stand twice, as an author's name beside a
// picture does.
func (p *page) namesBetween(from, to int) int {
	n := 0
	for i := from + 1; i < to; i++ {
		if p.lines[i].text == p.lines[i-1].text && looksLikeName(p.lines[i].text, true) {
			n++
		}
	}
	return n
}

// quoteAt reports whether line i is a quote with its by-line under it.
func (p *page) quoteAt(i int) bool {
	return i+1 < len(p.lines) && dashed(p.lines[i+1].text) != ""
}

// opensBody reports whether line i, above the first paragraph, belongs to the
// body: a heading, a short paragraph, a quote.
func (p *page) opensBody(i, lead int) bool {
	l := &p.lines[i]
	if p.skip[i] || p.caption(i) || l.class.furniture() || l.class == notice {
		return false
	}
	if dashed(l.text) != "" || p.quoteAt(i) {
		return true
	}
	if p.toc[headingKey(l.text)] || p.numeralAt(i) {
		return true
	}
	kind, _, _ := marker(l.text)
	if kind != noMark || looksLikeCode(l.raw) || ends(l.text) && words(l.text) >= 3 || words(l.text) >= 8 {
		return true
	}
	return i == lead-1 && words(l.text) >= 1 && !p.isAuthor(l.text) && !looksLikeFullName(l.text) && (l.gap > 0 || i == p.title+1 && p.lines[lead].gap == 0)
}

func looksLikeFullName(s string) bool {
	return words(s) <= 3 && words(s) >= 2 && looksLikeName(s, true) && startsUpper(s) && capsAll(s)
}

func capsAll(s string) bool {
	for f := range strings.FieldsSeq(s) {
		if !startsUpper(f) {
			return false
		}
	}
	return true
}

// takeHeadLine reads one line of the head.
func (p *page) takeHeadLine(i int) {
	l := &p.lines[i]
	if p.skip[i] {
		return
	}
	switch l.class {
	case fact:
		p.takeFacts(l)
	case notice:
		p.addNotice(l.text)
	case tagsLabel:
		p.takeTags(i)
	case text:
		if p.out.Author == "" && i > 0 && looksLikeFullName(l.text) {
			twice := p.lines[i-1].text == l.text
			beside := p.beside(i)
			if twice || beside {
				p.out.Author = l.text
				p.names[fold(l.text)] = true
			}
		}
	}
}

// beside reports whether line i, a name, stands next to a fact or a button to
// follow its bearer.
func (p *page) beside(i int) bool {
	for _, j := range []int{i - 1, i + 1} {
		if j > p.title && j < len(p.lines) && (p.lines[j].class == fact || p.lines[j].class == button || p.lines[j].class == count) {
			return true
		}
	}
	return false
}

func (p *page) isAuthor(s string) bool {
	return p.out.Author != "" && strings.Contains(fold(p.out.Author), fold(s)) || p.names[fold(s)]
}

// takeFacts reads a line of facts: by-line, dates, views.
func (p *page) takeFacts(l *line) {
	for _, part := range fields(l.text) {
		if n, ok := viewsIn(part); ok && p.out.SourceViews == 0 {
			p.out.SourceViews = n
			continue
		}
		if isReadTime(part) {
			continue
		}
		if isDate(part) || strings.ContainsAny(part, "0123456789") {
			p.takeDates(part)
		}
		if d, ok := dates.Find(part, dates.Unsure); ok && p.out.Author == "" && d.End < len(part) {
			if name, ok := byline(strings.TrimLeft(part[d.End:], " ,")); ok { // "Posted on May 3, 2025 by Jane Roe"
				p.out.Author = name
				p.names[fold(name)] = true
			}
		}
		if name, ok := byline(part); ok && (!isDate(part) || looksLikeFullName(name)) && p.out.Author == "" {
			p.out.Author = name
			p.names[fold(name)] = true
		}
	}
	if p.out.Published.IsZero() && p.out.Updated.IsZero() {
		p.takeDates(l.text)
	}
	if p.out.Author == "" {
		for _, part := range fields(l.text) {
			if name := withRole(part); name != "" {
				p.out.Author = name
				p.names[fold(name)] = true
				break
			}
			if looksLikeFullName(part) && len(fields(l.text)) > 1 {
				if _, known := whole(fold(part)); !known {
					p.out.Author = part
					p.names[fold(part)] = true
					break
				}
			}
		}
	}
}

// takeDates reads the dates of a line, each by the words before it.
func (p *page) takeDates(s string) {
	from := 0
	for _, d := range dates.FindAll(s, p.dateOrder()) {
		lead := phrase(fold(s[from:d.Start]))
		tail := phrase(fold(s[d.End:]))
		from = d.End
		if lead != "" && strings.Contains(handled, "|"+lead+"|") {
			continue
		}
		at := &p.out.Published
		if strings.Contains(revised, "|"+lead+"|") && lead != "" || hasRevision(lead) || strings.Contains(revised, "|"+tail+"|") && tail != "" {
			at = &p.out.Updated
		}
		if at.IsZero() {
			*at = day(d.Time)
		}
	}
}

// hasRevision finds a word of change at the end of what stands before a date.
func hasRevision(lead string) bool {
	for w := range strings.SplitSeq(revised, "|") {
		if w != "" && (strings.HasSuffix(lead, " "+w) || strings.HasPrefix(lead, w+" ")) {
			return true
		}
	}
	return false
}

// day is t's date as its publisher writes it, whatever the zone.
func day(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}
