package clipping

import (
	"strings"
	"time"

	"lede/articles/importer/dates"
	"lede/articles/importer/lexicon"
)

// sample is how many lines at each end of a text tell how it writes dates.
const sample = 60

// order says how the text writes a date such as 08/02/2026.
func (p *page) order() dates.Order {
	if p.ordered == nil {
		order := p.findOrder()
		p.ordered = &order
	}
	return *p.ordered
}

// findOrder reads the order from a date that can be read one way, 30/12/2026, from
// one that is the same day, 08/02/2026 beside Feb 8, 2026, or from the language;
// English is unsure.
func (p *page) findOrder() dates.Order {
	var text strings.Builder
	var either []dates.Date
	days := map[time.Time]bool{}
	for i := range p.lines {
		l := &p.lines[i]
		if i >= sample && i < len(p.lines)-sample {
			continue
		}
		if l.weight > longest {
			text.WriteString(l.text[:min(len(l.text), 2000)] + " ")
			continue
		}
		for _, d := range dates.FindAll(l.text, dates.Unsure) {
			switch {
			case d.Numbers != dates.Unsure:
				return d.Numbers
			case d.Either:
				either = append(either, d)
			default:
				days[day(d.Time)] = true
			}
		}
	}
	for _, d := range either {
		if days[day(d.Time)] {
			return dates.MonthFirst
		} else if days[day(d.Swapped())] {
			return dates.DayFirst
		}
	}
	if language := lexicon.Language(text.String()); language == "" || language == "en" {
		return dates.Unsure
	}
	return dates.DayFirst
}

// dateline reads the day from the first words of a press release, "MILLBROOK,
// May 6, 2025 – The town …".
func (p *page) dateline() {
	const mostLead, mostBefore = 120, 6
	first, _ := p.span()
	if first >= len(p.lines) || !p.out.Published.IsZero() {
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

// day is t's date as its publisher writes it, whatever the zone.
func day(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}
