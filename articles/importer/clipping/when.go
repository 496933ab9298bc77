package clipping

import (
	"strings"

	"lede/articles/importer/dates"
)

// sample is how many lines at each end of a text tell how it writes dates.
const sample = 60

// dateOrder says how the text writes a date such as 08/02/2026: as another of
// its numeric dates proves, else as its language does. English is unsure.
func (p *page) dateOrder() dates.Order {
	if p.order == nil {
		order := p.findOrder()
		p.order = &order
	}
	return *p.order
}

func (p *page) findOrder() dates.Order {
	var byWords map[string]int
	for i := range p.lines {
		if i == sample {
			break
		}
		l := &p.lines[i]
		if l.weight > longest {
			if byWords == nil {
				byWords = map[string]int{}
			}
			countWords(byWords, l.text[:min(len(l.text), 2000)])
			continue
		}
		for _, d := range dates.FindAll(l.text, dates.Unsure) {
			if d.Numbers != dates.Unsure {
				return d.Numbers
			}
		}
	}
	if byWords["english"] >= byWords["other"] {
		return dates.Unsure
	}
	return dates.DayFirst
}

// countWords tells English from the rest by its commonest words.
func countWords(n map[string]int, s string) {
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		switch w {
		case "the", "and", "of", "to", "is", "that", "with", "was":
			n["english"]++
		case "der", "die", "und", "das", "ist", "nicht", "le", "la", "les", "des", "et", "est", "el", "los", "que", "y", "il", "che", "di", "o", "e", "um", "het", "een", "en", "och", "att", "som", "w", "i", "się", "na", "и", "в", "не", "من", "في":
			n["other"]++
		}
	}
}

// settleDates turns a date that could be read two ways as another date of the
// page has it: 08/02/2026 beside Feb 8, 2026.
func (p *page) settleDates() {
	a := p.out
	if a.Published.IsZero() {
		p.datesOfNotices()
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

// datesOfNotices reads the day from a notice such as "Market analysis from
// 08/02/2026", when the page states it nowhere else.
func (p *page) datesOfNotices() {
	for _, n := range p.out.Notices {
		for _, lead := range []string{" from ", " of "} {
			if _, rest, ok := strings.Cut(n, lead); ok {
				if d, ok := dates.Find(rest, p.dateOrder()); ok && d.Start == 0 {
					p.out.Published = day(d.Time)
					return
				}
			}
		}
	}
}

// dateline reads the day from the first words of a press release: "MILLBROOK,
// May 6, 2025 – The town …".
func (p *page) dateline() {
	i := p.nextProse(p.body)
	if i < 0 || i >= p.end || !p.out.Published.IsZero() {
		return
	}
	s := p.lines[i].text
	lead := s[:min(len(s), 120)]
	d, ok := dates.Find(lead, p.dateOrder())
	if !ok || words(lead[:d.Start]) > 6 {
		return
	}
	after := strings.TrimLeft(lead[d.End:], " .,)")
	if strings.HasPrefix(after, "–") || strings.HasPrefix(after, "—") || strings.HasPrefix(after, "-") || strings.HasPrefix(after, "/") {
		p.out.Published = day(d.Time)
	}
}
