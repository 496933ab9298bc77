package facts

import (
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"

	"lede/articles/importer/dates"
	"lede/articles/importer/lexicon"
	"lede/articles/lazy"
)

func dayOf(t time.Time) candidate {
	if t.IsZero() {
		return candidate{}
	}
	return candidate{key: t.Format(time.DateOnly), day: t}
}

// date is the first of texts that is a date as pages state it for programs.
func (f *Facts) date(texts ...string) time.Time {
	const longest = 80
	for _, s := range texts {
		s = strings.TrimSpace(s)
		t, ok := dates.Epoch(s)
		if stamp, err := time.Parse(time.RFC3339, s); err == nil {
			t = stamp
		} else if !ok && len(s) <= longest {
			t, _ = dates.Parse(s, f.order)
		}
		if t = sane(t); !t.IsZero() {
			return t
		}
	}
	return time.Time{}
}

// sane drops the dates that stand for none, such as the first of computers.
func sane(t time.Time) time.Time {
	if t.Year() <= 1970 || t.After(time.Now().AddDate(2, 0, 0)) {
		return time.Time{}
	}
	return t
}

// stamp is the date that the attributes of an element state.
func (f *Facts) stamp(n *html.Node) time.Time {
	var stated []string
	for _, a := range n.Attr {
		switch name, ok := strings.CutPrefix(a.Key, "data-"); {
		case a.Key == "datetime", a.Key == "content", ok && isNamed("date class", name),
			a.Key == "title" && (n.Data == "abbr" || len(a.Val) >= 10 && strings.Count(a.Val[:10], "-") == 2): // "2024-05-03 10:00:00Z"
			stated = append(stated, a.Val)
		}
	}
	return f.date(stated...)
}

// lasts begins what stands behind the first day, or the first hour, of something
// that takes place: "3 May – 5 May", "3 May, 20:00 – 22:00".
var lasts = &lazy.Regexp{Source: `^\s*(?:[-–—]|to)\s*(?:$|\d)`}

// shownDays notes the dates of a line, those that its markup states and those in
// its words: by its markup, by words such as "published", by its place. before is
// the line over it.
func (f *Facts) shownDays(before string, l line, found []dates.Date) {
	var days []dates.Date
	for _, s := range l.spans {
		if !s.stamp.IsZero() {
			days = append(days, dates.Date{Time: s.stamp, Start: s.from, End: s.to, Either: true})
		}
	}
	if same(l.text, f.Article.Title) {
		found = nil
	}
	for _, d := range found {
		d.Either = false
		days = append(days, d)
	}
	for _, d := range days {
		from, to := 0, len(l.text) // what stands between other dates
		for _, o := range found {
			if o.End <= d.Start {
				from = o.End
			} else if o.Start >= d.End {
				to = min(to, o.Start)
			}
		}
		lead := l.text[from:d.Start]
		if lead = lead[strings.LastIndexAny(lead, "|·•,;(（")+1:]; from == 0 && strings.TrimSpace(lead) == "" {
			lead = before
		}
		f.shownDay(l, d, lead, l.text[d.End:to], len(found) > 1)
	}
}

// shownDay notes one date of a line, with what stands before and behind it, and
// whether others stand in the line.
func (f *Facts) shownDay(l line, d dates.Date, before, behind string, others bool) {
	said := lexicon.Closing("· "+before) | lexicon.Of(before)
	opening, _ := lexicon.Opening(before)
	if d.End+len(behind) == len(l.text) {
		said |= lexicon.Whole(behind)
	}
	led := said.HasAny(lexicon.Published, lexicon.Source)
	alone := l.near() && (opening.Has(lexicon.By) || slices.ContainsFunc(append(l.spans, partsOf(l.text, nil)...), func(s span) bool {
		return s.from <= d.Start && s.to >= d.End && dates.IsLine(l.text[s.from:s.to])
	}))
	if others { // what is told of the line may be told of any
		l.marks = slices.DeleteFunc(slices.Clone(l.marks), func(mark string) bool { return strings.HasPrefix(mark, changed) })
	}
	signs := l.signs(date, span{from: d.Start, to: d.End})
	change := len(l.signs(changed, span{from: d.Start, to: d.End})) > 0 && !slices.Contains(signs, "entry")
	marked := d.Either || len(signs) > 0
	for sign, so := range map[string]bool{
		"led": led && l.near(), "line": alone, "near": l.near(), "listed": l.listed, "sentence": strings.HasSuffix(l.text, "."),
		"span": lasts.Get().MatchString(behind) || lasts.Get().MatchString(before), "event": f.isEvent && !led,
	} {
		if so {
			signs = append(signs, sign)
		}
	}
	switch {
	case said.Has(lexicon.Handled) && !d.Either:
	case said.Has(lexicon.Updated) || change || said.Has(lexicon.Footer) && !marked && !led:
		f.add(changed, dayOf(sane(d.Time)))
	case marked || led && l.near() || alone:
		f.add(date, dayOf(sane(d.Time)), signs...)
	}
}

// daysOfAddress are how addresses hold a date: /2026/02/08/, /2026-02-08-title,
// /20260208-title.
var daysOfAddress = &lazy.Regexp{Source: `/((?:19|20)\d\d)(?:[/-](\d\d?|[A-Za-z]{3})[/-](\d\d?)|(\d\d)(\d\d))(?:[^\d]|$)`}

func (f *Facts) dateOfAddress() time.Time {
	if f.base == nil {
		return time.Time{}
	}
	m := daysOfAddress.Get().FindStringSubmatch(f.base.Path)
	if m == nil {
		return time.Time{}
	}
	s := m[1] + " " + m[2] + m[4] + " " + m[3] + m[5]
	t, err := time.Parse("2006 1 2", s)
	if err != nil {
		t, _ = time.Parse("2006 Jan 2", s)
	}
	return sane(t)
}

// after is updated when it says more than published does.
func after(updated, published time.Time) time.Time {
	if published.IsZero() || updated.Sub(published) > 24*time.Hour || updated.After(published) && updated.YearDay() != published.YearDay() {
		return updated
	}
	return time.Time{}
}
