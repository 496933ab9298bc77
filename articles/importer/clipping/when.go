package clipping

import (
	"strings"

	"lede/articles/importer/dates"
	"lede/articles/importer/lexicon"
)

// sample is how many lines at each end of a text tell how it writes dates.
const sample = 60

// order says how the text writes a date such as 08/02/2026: as another of its
// numeric dates proves, else as its language does. English is unsure.
func (p *page) order() dates.Order {
	if p.ordered == nil {
		order := p.findOrder()
		p.ordered = &order
	}
	return *p.ordered
}

func (p *page) findOrder() dates.Order {
	var text strings.Builder
	for i := range p.lines[:min(sample, len(p.lines))] {
		l := &p.lines[i]
		if l.weight > longest {
			text.WriteString(l.text[:min(len(l.text), 2000)] + " ")
			continue
		}
		for _, d := range dates.FindAll(l.text, dates.Unsure) {
			if d.Numbers != dates.Unsure {
				return d.Numbers
			}
		}
	}
	if language := lexicon.Language(text.String()); language == "" || language == "en" {
		return dates.Unsure
	}
	return dates.DayFirst
}

// settleDates turns a date that could be read two ways as another date of the
// page has it: 08/02/2026 beside Feb 8, 2026. A page that states no day may have
// it in a notice or in front of its text.
func (p *page) settleDates() {
	a := p.out
	if a.Published.IsZero() {
		p.dateline()
		return
	}
	if a.Published.Day() > 12 || a.Published.Day() == int(a.Published.Month()) {
		return
	}
	swapped := dates.Date{Time: a.Published}.Swapped()
	certain := false
	for i := range p.lines {
		l := &p.lines[i]
		if l.weight > longest || i > sample && i < len(p.lines)-sample {
			continue
		}
		for _, d := range dates.FindAll(l.text, dates.Unsure) {
			if d.Either {
				continue
			}
			if day(d.Time).Equal(a.Published) {
				return
			}
			certain = certain || day(d.Time).Equal(swapped)
		}
	}
	if certain {
		a.Published = swapped
	}
}

// dateline reads the day from a notice, "Market analysis from 08/02/2026", or
// from the first words of a press release, "MILLBROOK, May 6, 2025 – The town …".
func (p *page) dateline() {
	const mostLead, mostBefore = 120, 6
	for _, n := range p.out.Notices {
		if d, ok := dates.Find(n[:min(len(n), mostLead)], p.order()); ok && !lexicon.Of(n).Has(lexicon.Updated) {
			p.out.Published = day(d.Time)
			return
		}
	}
	first, _ := p.span()
	if first >= len(p.lines) {
		return
	}
	s := p.lines[first].text
	lead := s[:min(len(s), mostLead)]
	d, ok := dates.Find(lead, p.order())
	if !ok || words(lead[:d.Start]) > mostBefore {
		return
	}
	if after := strings.TrimLeft(lead[d.End:], " .,)"); startsWithDash(after) || strings.HasPrefix(after, "/") {
		p.out.Published = day(d.Time)
	}
}
