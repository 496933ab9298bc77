package clipping

import "strings"

// mostEchoes bounds the lines of a text in which repetitions are looked for:
// no page has more.
const mostEchoes = 1500

// pulled reports whether line i is a pull-quote: words that a paragraph of the
// body has as well.
func (p *page) pulled(i int) bool {
	l := &p.lines[i]
	n := words(l.text)
	if l.class != text || n < 6 || n > 45 || l.weight > 300 || p.heading(i) || len(p.lines) > mostEchoes {
		return false
	}
	s := saying(l.text)
	for j := p.body; j < p.end; j++ {
		m := &p.lines[j]
		if j != i && m.weight > l.weight+10 && m.prose() && strings.Contains(p.folded(j), s) {
			return true
		}
	}
	return false
}

// folded is line i as a saying is compared, kept for the next look.
func (p *page) folded(i int) string {
	if p.folds == nil {
		p.folds = map[int]string{}
	}
	s, ok := p.folds[i]
	if !ok {
		s = fold(p.lines[i].text)
		p.folds[i] = s
	}
	return s
}

// saying is the words of a quote, folded, without its marks.
func saying(s string) string {
	return strings.Trim(fold(s), closers+"„「『《(【 .!?…。！？,;")
}

// pull reads a pull-quote at line i with the name that may stand under it.
func (p *page) pull(i int) (block, int) {
	if !p.pulled(i) {
		return block{}, i
	}
	b := block{kind: quoteBlock, parts: []string{p.lines[i].text}}
	if i+1 >= p.end {
		return b, i + 1
	}
	m := &p.lines[i+1]
	if by := dashed(m.text); by != "" && m.gap <= 1 {
		b.by = by
	} else if m.gap == 0 && p.bylineLike(i+1) {
		b.by = m.text
	}
	if b.by != "" {
		return b, i + 2
	}
	return b, i + 1
}

// bylineLike reports whether line i could be the by-line of the quote above
// it, though no dash says so.
func (p *page) bylineLike(i int) bool {
	l := &p.lines[i]
	if l.class != text || l.weight > mostByline || words(l.text) > 12 || ends(l.text) || !startsUpper(l.text) || isItem(l) {
		return false
	}
	return i+1 >= p.end || p.lines[i+1].gap > 0 || strings.Contains(l.text, ",") || looksLikeFullName(l.text)
}

// bareByline reports whether line i is a by-line without a dash: right under a
// paragraph that is one quotation from end to end.
func (p *page) bareByline(i int) bool {
	if i <= p.body || i >= p.end || p.lines[i].gap > 0 {
		return false
	}
	said := &p.lines[i-1]
	return said.class == text && said.weight <= 500 && words(said.text) >= 4 && oneQuotation(said.text) && p.bylineLike(i)
}

// oneQuotation reports whether s is in quotation marks that open at its start
// and close at its end.
func oneQuotation(s string) bool {
	if !quotedText(s) {
		return false
	}
	first := []rune(s)[:1]
	inner := strings.TrimPrefix(s, string(first))
	return strings.Count(inner, string(first)) == 0 || first[0] == '"' && strings.Count(inner, `"`) == 1
}

// skipLinks leaves out the headlines amid the body that stand again among the
// related articles, and those that stand in a run with them.
func (p *page) skipLinks() {
	again, under := map[string]bool{}, text
	for i := p.end; i < len(p.lines); i++ {
		l := &p.lines[i]
		if l.class.endMatter() {
			under = l.class
		} else if under == relatedLabel && l.class == text && words(l.text) >= 4 {
			again[fold(l.text)] = true
		}
	}
	for i := p.body; i < p.end && len(again) > 0; {
		j, n := i+1, 0
		for j < p.end && p.lines[j].gap == 0 {
			j++
		}
		for k := i; k < j; k++ {
			if l := &p.lines[k]; l.weight <= longest && again[fold(l.text)] {
				p.skip[k] = true
				n++
			}
		}
		for k := i; k < j && n*2 >= j-i; k++ {
			p.skip[k] = p.skip[k] || !p.lines[k].prose()
		}
		i = j
	}
}
