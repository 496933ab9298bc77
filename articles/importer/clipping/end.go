package clipping

import "strings"

// findEnd finds the line at which the article ends: the first label of end
// matter after which the page holds little prose that is not a comment.
func (p *page) findEnd() {
	p.end = len(p.lines)
	total := int32(0)
	for i := p.body; i < len(p.lines); i++ {
		if p.telling(i) {
			total += p.lines[i].weight
		}
	}
	before, paragraphs := int32(0), 0
	for i := p.body; i < len(p.lines); i++ {
		l := &p.lines[i]
		if p.telling(i) {
			before += l.weight
			paragraphs++
		}
		if !l.class.endMatter() || p.skip[i] || before == 0 && total > 0 {
			continue
		}
		if p.isHeadingHere(i) {
			continue
		}
		after := total - before
		switch {
		case l.class == commentsLabel && (paragraphs >= 3 || after*2 < before):
		case after*2 <= before && p.proseBeforeNextLabel(i) < 4 && !p.goesOn(i):
		case l.class == commentsLabel && paragraphs > 0 && after > before && p.proseBeforeNextLabel(i) == 0:
			continue
		default:
			p.skipInsert(i)
			continue
		}
		p.end = i
		break
	}
	p.dropPanels()
	p.trimEnd()
	p.trimRows()
}

// isHeadingHere reports whether a label at line i is a heading of the article
// after all: a table of contents names it, or prose follows at once and more
// sections after it.
func (p *page) isHeadingHere(i int) bool {
	l := &p.lines[i]
	return p.toc[headingKey(l.text)] && l.class != commentsLabel && l.class != relatedLabel
}

// proseBeforeNextLabel counts the paragraphs that follow line i before the
// next label.
func (p *page) proseBeforeNextLabel(i int) int {
	n := 0
	for j := i + 1; j < len(p.lines) && !p.lines[j].class.endMatter(); j++ {
		if p.lines[j].prose() {
			n++
		}
	}
	return n
}

// goesOn reports whether the article goes on under the label of a box: two
// paragraphs stand one after the other before the next label, as no list of
// headlines and deks has them.
func (p *page) goesOn(i int) bool {
	if c := p.lines[i].class; c != relatedLabel && c != asideLabel && c != navLabel {
		return false
	}
	last := -2
	for j := i + 1; j < len(p.lines) && !p.lines[j].class.endMatter(); j++ {
		if l := &p.lines[j]; l.prose() && l.weight >= 80 {
			if last == j-1 && !p.opensWithAuthor(j) {
				return true
			}
			last = j
		}
	}
	return false
}

// opensWithAuthor reports whether line i begins with the author's name, as a bio
// does.
func (p *page) opensWithAuthor(i int) bool {
	return p.out.Author != "" && strings.HasPrefix(fold(p.lines[i].text), fold(p.out.Author))
}

// skipInsert leaves out a box amid the text, such as "Related" with a few
// headlines: its label and the short lines to the next prose.
func (p *page) skipInsert(i int) {
	p.skip[i] = true
	l := &p.lines[i]
	if l.class == tagsLabel {
		p.takeTags(i)
	}
	if l.class == footer || l.class == tagsLabel || l.class == authorLabel || l.class == navLabel {
		return
	}
	last := i
	for j := i + 1; j < len(p.lines) && j < i+20; j++ {
		m := &p.lines[j]
		if m.prose() && !(m.gap == 0 && j+1 < len(p.lines) && p.lines[j+1].class == fact) || p.isHeading(j) && j > i+1 && (m.gap > 0 || p.lines[j-1].class == ad) && p.lines[j+1].prose() {
			break
		}
		last = j
	}
	for j := i + 1; j <= last; j++ {
		p.skip[j] = true
	}
}

// trimEnd takes buttons, counts and bare tags off the end of the body.
func (p *page) trimEnd() {
	from, signal := p.end, p.end < len(p.lines) && (p.lines[p.end].class == authorLabel || p.lines[p.end].class == navLabel)
	for from > p.body {
		l := &p.lines[from-1]
		if l.class == notice {
			p.addNotice(l.text)
		} else if l.class == text {
			if p.isAuthor(l.text) || p.skip[from-1] || !strings.ContainsFunc(l.text, letterOrDigit) && !looksLikeCode(l.raw) {
				from--
				continue
			}
			break
		} else if l.class == count || l.class == button {
			signal = true
		}
		from--
	}
	first := from
	for first > p.body && from-first < 10 {
		l := &p.lines[first-1]
		if l.class != text || words(l.text) > 3 || ends(l.text) || dashed(l.text) != "" || l.weight > 40 {
			break
		}
		if kind, _, _ := marker(l.text); kind != noMark {
			break
		}
		first--
	}
	if signal && from-first >= 1 && (from < p.end || p.end < len(p.lines) && p.lines[p.end].class == navLabel && p.lines[first].gap > 0 && from-first > 1) && (from-first > 1 || strings.HasPrefix(p.lines[first].text, "#")) {
		for i := first; i < from; i++ {
			p.addTag(p.lines[i].text)
		}
		from = first
	}
	for i := from; i < p.end; i++ {
		if p.lines[i].class == fact {
			p.tailFact(&p.lines[i])
		}
		if p.lines[i].class == tagsLabel {
			p.takeTags(i)
		}
	}
	p.end = from
}

// tailFact reads a by-line or a date that stands under the text.
func (p *page) tailFact(l *line) {
	author, published := p.out.Author, p.out.Published
	p.takeFacts(l)
	if author != "" {
		p.out.Author = author
	}
	if !published.IsZero() {
		p.out.Published = published
	}
}

// dropPanels leaves out the panels of buttons amid a text, such as the bar
// under a forum's post: lines without a gap, all of them short, of which one
// is a button or a count.
func (p *page) dropPanels() {
	last := p.body
	for i := p.body; i < p.end; i++ {
		if p.lines[i].prose() {
			last = i
		}
	}
	for i := p.body; i < last; {
		j, sure, short := i+1, false, true
		for j < p.end && p.lines[j].gap == 0 {
			j++
		}
		for k := i; k < j; k++ {
			l := &p.lines[k]
			sure = sure || l.class == button || l.class == count
			short = short && (l.class.furniture() || words(l.text) <= 3 && l.weight <= 40)
		}
		if sure && short {
			p.tagsOfPanel(i, j)
			for k := i; k < j; k++ {
				if l := &p.lines[k]; l.class == fact && p.out.Published.IsZero() {
					p.tailFact(l)
				}
				p.skip[k] = true
			}
		}
		i = j
	}
}

// tagsOfPanel reads the tags that stand before the buttons of a panel: two or
// more single words without a capital.
func (p *page) tagsOfPanel(from, to int) {
	n := from
	for n < to && p.lines[n].class == text && words(p.lines[n].text) == 1 && startsLower(p.lines[n].text) {
		n++
	}
	for i := from; i < n && n-from >= 2; i++ {
		p.addTag(p.lines[i].text)
	}
}
