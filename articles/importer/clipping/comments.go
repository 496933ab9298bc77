package clipping

import (
	"slices"
	"strings"
	"unicode"

	"lede/articles/importer/lexicon"
)

// answers finds the line that counts the answers to a question; -1 stands for none.
func (p *page) answers() int {
	const most = 20 // how heavy the line is
	number := func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}
	return slices.IndexFunc(p.lines, func(l line) bool {
		return l.weight <= most && strings.ContainsFunc(l.text, unicode.IsDigit) && lexicon.Whole(strings.TrimSpace(strings.Map(number, l.text))).Has(lexicon.Answers)
	})
}

// labelQuestion takes for text the question over its answers, when it is a sentence
// that looks like a second title.
func (p *page) labelQuestion() {
	titles := map[string]bool{}
	for i := range p.lines[:max(0, p.answers())] {
		if l := &p.lines[i]; l.label == title {
			if len(titles) > 0 && ends(l.text) && !titles[fold(l.text)] {
				l.label = prose
			}
			titles[fold(l.text)] = true
		}
	}
}

// labelComments takes nothing for a comment below the line that counts the answers
// to a question, nor over a paragraph that nothing but its label speaks against
// and that no words about comments stand over: each of its lines has the label that
// is the likeliest besides.
func (p *page) labelComments() {
	counted := p.answers()
	_, end := p.span()
	again, last := p.again(), -1
	for i := end; i < len(p.lines) && !(p.lines[i].words.Has(lexicon.Comments) && p.lines[i].small()); i++ {
		if l := &p.lines[i]; l.label == comment && l.prose() && !p.proven(i, false, again) {
			last = i
		}
	}
	for i := range min(len(p.lines), len(p.chances)) {
		if l := &p.lines[i]; l.label == comment && (end <= i && i <= last || counted >= 0 && i > counted) {
			l.label = p.besides(i, comment)
			if counted >= 0 && i > counted && ends(l.text) && !l.tells() {
				l.label = prose // an answer may be one sentence
			}
		}
	}
}

// besides is the likeliest label of line i but for one.
func (p *page) besides(i int, no Label) Label {
	best := furniture
	for label, chance := range p.chances[i] {
		if Label(label) != no && chance > p.chances[i][best] {
			best = Label(label)
		}
	}
	return best
}
