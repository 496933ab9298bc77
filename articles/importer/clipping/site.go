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
			p.out.Site = p.asWritten(s)
			return
		}
	}
	if p.subject != "" && p.sender != "" && p.out.Author != p.sender {
		p.out.Site = p.sender
		return
	}
	p.siteOfCopyright()
	p.siteOfMasthead()
}

// siteOfMasthead takes a line above the text that two other lines of the page
// hold, "Search Knowhow" and "From Knowhow, the free handbook", or whose first
// word the copyright line has, which may name a firm.
func (p *page) siteOfMasthead() {
	first, _ := p.span()
	for i := range p.lines[:min(first, sample, len(p.lines))] {
		l := &p.lines[i]
		if l.label.body() || l.label == title || l.label == byline || l.words&^quiet != 0 || words(l.text) > 4 || weigh(l.text) < 4 || l.tells() {
			continue
		}
		word, _, _ := strings.Cut(l.text, " ")
		if len(word) >= 4 && p.out.Site != "" && strings.HasPrefix(p.out.Site, word) {
			p.out.Site = l.text
			return
		}
		held := 0
		for j := range p.lines {
			if m := &p.lines[j]; m.weight <= longest && !m.label.body() && m.label != title && m.label != related && len(m.text) > len(l.text) && strings.Contains(m.text, l.text) {
				held++
			}
		}
		if held > 1 && p.out.Site == "" {
			p.out.Site = p.asWritten(l.text)
			return
		}
	}
}

// asWritten prefers the spelling of another line to a name in capitals.
func (p *page) asWritten(name string) string {
	if !capitals(name) || words(name) < 2 {
		return name
	}
	if strings.EqualFold(name, p.sender) {
		return p.sender
	}
	for i := range p.lines {
		l := &p.lines[i]
		if l.weight > longest {
			continue
		}
		if at := strings.Index(strings.ToLower(l.text), strings.ToLower(name)); at >= 0 && at+len(name) <= len(l.text) {
			if s := l.text[at : at+len(name)]; strings.EqualFold(s, name) && !capitals(s) && startsUpper(s) {
				return s
			}
		}
	}
	return name
}

// siteOfCopyright takes the name of a copyright line that another line of the
// page has too, or that names nothing else: "© 2025 Backyard Sky".
func (p *page) siteOfCopyright() {
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
		s = strings.TrimSpace(s)
		if n := words(s); n == 0 || n > 4 || !startsUpper(s) && !wide([]rune(s)[0]) || lexicon.Of(s).Has(lexicon.Firm) {
			return
		}
		p.out.Site = s
		return
	}
}
