package facts

import (
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"

	"lede/articles/importer/dates"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/lexicon"
	"lede/articles/importer/webpage/jsonld"
)

// date is the first of texts that is a date as pages state it for programs.
func (f *Facts) date(texts ...string) time.Time {
	for _, s := range texts {
		if s = strings.TrimSpace(s); s == "" || len(s) > 80 {
			continue
		}
		t, err := time.Parse(time.RFC3339, s)
		if err != nil {
			var ok bool
			if t, ok = dates.Epoch(s); !ok {
				t, _ = dates.Parse(s, f.order)
			}
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

// noteDate notes a day on which the article may have been published.
func (f *Facts) noteDate(t time.Time, features ...string) {
	if !t.IsZero() {
		f.note(date, candidate{key: t.Format(time.DateOnly), day: t}, features...)
	}
}

// noteChange takes the first day that the page tells of a change.
func (f *Facts) noteChange(t time.Time) {
	if f.Article.Updated.IsZero() {
		f.Article.Updated = t
	}
}

// statedDates notes the dates that a page states for programs.
func (f *Facts) statedDates() {
	note := func(o jsonld.Object, feature string) {
		f.noteDate(f.date(f.ld.Text(o["datePublished"]), f.ld.Text(o["dateCreated"]), f.ld.Text(o["uploadDate"])), feature)
		f.noteChange(f.date(f.ld.Text(o["dateModified"])))
	}
	note(f.work, "ld")
	f.noteDate(f.date(f.metas("date")...), "meta")
	f.noteChange(f.date(f.metas("changed")...))
	for _, o := range f.ld.All { // a page that is no article by its type
		if jsonld.IsType(o, " webpage itempage faqpage videoobject ") {
			note(o, "page")
		}
	}
}

// stamp is the date that the attributes of an element state.
func (f *Facts) stamp(n *html.Node) time.Time {
	title := dom.Attr(n, "title")
	if n.Data != "abbr" && (len(title) < 10 || strings.Count(title[:10], "-") != 2) {
		title = "" // but for a date for programs: "2024-05-03 10:00:00Z"
	}
	return f.date(dom.Attr(n, "datetime"), dom.Attr(n, "content"), title)
}

// shownDate notes the dates of a line: by its markup, by words such as
// "published", by its place.
func (f *Facts) shownDate(l line) {
	features := append(l.place(), l.date...)
	switch {
	case !l.stamp.IsZero() && l.changed:
		f.noteChange(l.stamp)
	case !l.stamp.IsZero():
		f.noteDate(l.stamp, features...)
	}
	if !l.stamp.IsZero() || same(l.text, f.Article.Title) {
		return
	}
	from := 0
	for _, d := range dates.FindAll(l.text, f.order) {
		before := l.text[from:d.Start]
		before = before[strings.LastIndexAny(before, "|·•,;(（")+1:]
		lead := lexicon.Closing("· "+before) | lexicon.Of(before) | lexicon.Whole(l.text[d.End:])
		from = d.End
		switch t := sane(d.Time); {
		case lead.Has(lexicon.Handled):
		case lead.HasAny(lexicon.Updated, lexicon.Footer) || l.changed:
			f.noteChange(t)
		case lead.HasAny(lexicon.Published, lexicon.Source) && l.near():
			f.noteDate(t, append([]string{"led"}, features...)...)
		case l.near() && dates.IsLine(l.text):
			f.noteDate(t, append([]string{"line"}, features...)...)
		case len(l.date) > 0:
			f.noteDate(t, features...)
		}
	}
}

// daysOfAddress are how addresses hold a date: /2026/02/08/, /2026-02-08-title,
// /20260208-title.
var daysOfAddress = regexp.MustCompile(`/((?:19|20)\d\d)(?:[/-](\d\d?|[A-Za-z]{3})[/-](\d\d?)|(\d\d)(\d\d))(?:[^\d]|$)`)

func (f *Facts) dateOfAddress() time.Time {
	if f.base == nil {
		return time.Time{}
	}
	m := daysOfAddress.FindStringSubmatch(f.base.Path)
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
