package clipping

import (
	"strings"

	"lede/articles/importer/lexicon"
)

// findSite names the site: by the line that is labelled so, a mail's sender, or
// a copyright line.
func (p *page) findSite() {
	for i := range p.lines {
		if l := &p.lines[i]; l.label == site {
			s := cells(l.text)[0]
			if kinds, lead := lexicon.Opening(s); kinds.Has(lexicon.Source) && len(lead) < len(s) {
				s, _, _ = strings.Cut(strings.TrimLeft(s[len(lead):], " :："), ",")
			}
			p.out.Site = s
			return
		}
	}
	if p.subject != "" && p.sender != "" && p.out.Author != p.sender {
		p.out.Site = p.sender
		return
	}
	if p.out.Site = p.masthead(p.siteOfCopyright()); p.out.Site == "" {
		p.out.Site = p.saidAgain()
	}
}

// saidAgain is the short line above the text that is no word of pages, and whose
// words stand in two others there: "Search Knowhow", "From Knowhow, the free
// handbook".
func (p *page) saidAgain() string {
	const most, least = 3, 2 // words of the line, other lines
	first, _ := p.span()
	head := p.lines[:min(first, sample, len(p.lines))]
	for i := range head {
		l := &head[i]
		if l.label.body() || l.label == title || l.words != 0 || words(l.text) > most || weigh(l.text) < 4 || !startsUpper(l.text) {
			continue
		}
		n := 0
		for j := range head {
			if m := &head[j]; m.weight > l.weight && !m.label.body() && m.label != title && strings.Contains(" "+m.text, " "+l.text) {
				n++
			}
		}
		if n >= least {
			return l.text
		}
	}
	return ""
}

// masthead is the line above the text that begins with the first word of the
// name in a copyright line, which may be a firm's; else that name.
func (p *page) masthead(name string) string {
	const fewest, most = 4, 4 // letters of the word, words of the line
	word, _, _ := strings.Cut(name, " ")
	first, _ := p.span()
	for i := range p.lines[:min(first, sample, len(p.lines))] {
		l := &p.lines[i]
		lead, _, _ := strings.Cut(l.text, " ")
		if lead == word && len(word) >= fewest && words(l.text) <= most && !l.label.body() && l.label != title {
			return l.text
		}
	}
	return name
}

// siteOfCopyright is the name in the last copyright line: "© 2025 Backyard Sky".
func (p *page) siteOfCopyright() string {
	const most = 4 // words
	for i := len(p.lines) - 1; i >= 0; i-- {
		l := &p.lines[i]
		_, s, ok := strings.Cut(l.text, "©")
		if !ok || l.label.body() {
			continue
		}
		s = strings.TrimLeft(s, " 0123456789–-,")
		if cut := strings.IndexAny(s, ".|·•,。"); cut > 0 {
			s = s[:cut]
		}
		if s = strings.TrimSpace(s); startsLower(s) || words(s) > most || lexicon.Of(s).Has(lexicon.Firm) {
			return ""
		}
		return s
	}
	return ""
}
