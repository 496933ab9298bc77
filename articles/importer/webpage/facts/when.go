package facts

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"

	"lede/articles/importer/dates"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/lexicon"
)

// dateMetas and changeMetas are the metas with the day of an article, and with
// that of its last change.
var (
	dateMetas = []string{
		"article:published_time", "og:article:published_time", "og:published_time", "og:pubdate", "datepublished", "article:published", "parsely-pub-date",
		"citation_publication_date", "citation_online_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date", "dc:date", "dcterms.date", "dcterms.created", "dc.date.created",
		"sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "published", "date", "cxenseparse:recs:publishtime", "article.published",
		"prism.publicationdate", "originalpublicationdate", "article_date_original", "displaydate", "ptime", "bt:pubdate", "timestamp", "blogger.published", "weibo:article:create_at",
	}
	changeMetas = []string{
		"article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised", "article:modified",
	}
)

// date reads a date as a page states it for programs.
func (f *Facts) date(s string) time.Time {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 80 {
		return time.Time{}
	}
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return sane(t)
	}
	if t, ok := dates.Epoch(s); ok {
		return sane(t)
	}
	t, _ := dates.Parse(s, f.order)
	return sane(t)
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
		f.note(Date, t.Format(time.DateOnly), Candidate{Day: t}, features...)
	}
}

// firstDate is the first of texts that is a date.
func (f *Facts) firstDate(texts ...string) time.Time {
	for _, s := range texts {
		if t := f.date(s); !t.IsZero() {
			return t
		}
	}
	return time.Time{}
}

// values are the contents of the named metas.
func (f *Facts) values(names []string) []string {
	var all []string
	for _, name := range names {
		all = append(all, f.meta[name]...)
	}
	return all
}

// statedDates are the dates that a page states for programs.
func (f *Facts) statedDates() {
	days := func(o object) time.Time {
		return f.firstDate(f.ld.str(o["datePublished"]), f.ld.str(o["dateCreated"]), f.ld.str(o["uploadDate"]))
	}
	f.noteDate(days(f.work), "ld")
	f.noteDate(f.firstDate(f.values(dateMetas)...), "meta")
	changed := append([]string{f.ld.str(f.work["dateModified"])}, f.values(changeMetas)...)
	for _, o := range f.ld.all { // a page that is no article by its type
		if isType(o, " webpage itempage faqpage videoobject ") {
			f.noteDate(days(o), "page")
			changed = append(changed, f.ld.str(o["dateModified"]))
		}
	}
	f.Article.Updated = f.firstDate(changed...)
}

// stamp is the date that the attributes of an element state.
func (f *Facts) stamp(n *html.Node) time.Time {
	title := dom.Attr(n, "title")
	if n.Data != "abbr" && (len(title) < 10 || strings.Count(title[:10], "-") != 2) {
		title = "" // a date for programs: "2024-05-03 10:00:00Z"
	}
	return f.firstDate(dom.Attr(n, "datetime"), dom.Attr(n, "content"), title)
}

// shownDate notes the dates of a line: by its markup, by words such as
// "published", by its place.
func (f *Facts) shownDate(l line) {
	features := append(l.place(), l.date...)
	if !l.stamp.IsZero() {
		if l.changed {
			f.Article.Updated = nonZero(f.Article.Updated, l.stamp)
		} else {
			f.noteDate(l.stamp, features...)
		}
		return
	}
	if !strings.ContainsAny(l.text, "0123456789٠١٢٣٤٥٦٧٨٩") || same(l.text, f.Article.Title) {
		return
	}
	alone, from := dates.IsLine(l.text), 0
	for _, d := range dates.FindAll(l.text, f.order) {
		before := l.text[from:d.Start]
		before = before[strings.LastIndexAny(before, "|·•,;(（")+1:]
		lead := lexicon.Closing("· "+before) | lexicon.Of(before) | lexicon.Whole(l.text[d.End:])
		from = d.End
		t := sane(d.Time)
		switch {
		case lead.Has(lexicon.Handled):
		case lead.HasAny(lexicon.Updated, lexicon.Footer) || l.changed:
			f.Article.Updated = nonZero(f.Article.Updated, t)
		case lead.HasAny(lexicon.Published, lexicon.Source) && l.near():
			f.noteDate(t, append(slices.Clip(features), "led")...)
		case alone && l.near():
			f.noteDate(t, append(slices.Clip(features), "line")...)
		case len(l.date) > 0:
			f.noteDate(t, features...)
		}
	}
}

func nonZero(a, b time.Time) time.Time {
	if a.IsZero() {
		return b
	}
	return a
}

// daysOfAddress are how addresses hold a date: /2026/02/08/, /2026-02-08-title,
// /20260208-title.
var daysOfAddress = regexp.MustCompile(`/((?:19|20)\d\d)(?:([/-])(\d\d?|[A-Za-z]{3})[/-](\d\d?)|(\d\d)(\d\d))(?:[^\d]|$)`)

func (f *Facts) dateOfAddress() time.Time {
	if f.base == nil {
		return time.Time{}
	}
	m := daysOfAddress.FindStringSubmatch(f.base.Path)
	if m == nil {
		return time.Time{}
	}
	t, err := time.Parse("2006 1 2", m[1]+" "+m[3]+m[5]+" "+m[4]+m[6])
	if err != nil {
		t, _ = time.Parse("2006 Jan 2", m[1]+" "+m[3]+m[5]+" "+m[4]+m[6])
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
