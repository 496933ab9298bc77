package clipping

import "strings"

// skipPromotions leaves out the boxes that a page marks for readers who do not
// see it: from "skip past newsletter promotion" to "after newsletter
// promotion".
func (p *page) skipPromotions() {
	for i := range p.lines {
		what, ok := strings.CutPrefix(fold(p.lines[i].text[:min(len(p.lines[i].text), 100)]), "skip past ")
		if !ok || p.lines[i].weight > 80 {
			continue
		}
		p.skip[i] = true
		for j := i + 1; j < len(p.lines) && j < i+20; j++ {
			if fold(p.lines[j].text) != "after "+what {
				continue
			}
			for k := i; k <= j; k++ {
				p.skip[k] = true
			}
			break
		}
	}
}

// relabel settles labels by what stands under them: topics of many words are
// articles.
func (p *page) relabel() {
	for i := range p.lines {
		l := &p.lines[i]
		if p.bylinesUnder(i) {
			l.class = relatedLabel
		}
		if l.class != tagsLabel || phrase(fold(l.text)) != "related topics" {
			continue
		}
		n, long := 0, 0
		for j := i + 1; j < len(p.lines) && j < i+8 && p.lines[j].gap <= 1 && p.lines[j].class == text; j++ {
			if n++; words(p.lines[j].text) > 3 {
				long++
			}
		}
		if long*2 > n {
			l.class = relatedLabel
		}
	}
}

// bylinesUnder reports whether line i heads a list of other articles, each with
// its author: "More Letters".
func (p *page) bylinesUnder(i int) bool {
	l := &p.lines[i]
	if l.class != text || !strings.HasPrefix(fold(l.text[:min(len(l.text), 8)]), "more ") || words(l.text) > 4 || ends(l.text) {
		return false
	}
	n := 0
	for j := i + 1; j < len(p.lines) && j <= i+4; j++ {
		if p.lines[j].prose() {
			return false
		}
		if p.lines[j].class == fact {
			n++
		}
	}
	return n > 1
}

// trimRows takes the rows of data off the end of the body: "Subjects:", a tab and
// what they are.
func (p *page) trimRows() {
	for p.end > p.body {
		label, _, ok := strings.Cut(p.lines[p.end-1].raw, ":\t")
		if !ok && !(p.lines[p.end-1].indent > 0 && p.end-1 > p.body && strings.Contains(p.lines[p.end-2].raw, ":\t")) || weigh(label) > 30 && ok {
			return
		}
		if p.lines[p.end-1].prose() {
			return
		}
		p.end--
	}
}
