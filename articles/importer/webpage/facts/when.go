package facts

import (
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/html"

	"lede/articles/importer/dates"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/lexicon"
)

// date reads a date as a page states it for programs.
func date(s string) time.Time {
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
	t, _ := dates.Parse(s, dates.Unsure)
	return sane(t)
}

// sane drops the dates that stand for none, such as the first of computers.
func sane(t time.Time) time.Time {
	if t.Year() <= 1970 || t.After(time.Now().AddDate(2, 0, 0)) {
		return time.Time{}
	}
	return t
}

// addDate adds a day on which the article may have been published.
func (f *Facts) addDate(t time.Time, signs ...sign) {
	if !t.IsZero() {
		f.days.add(t.Format(time.DateOnly), t, signs...)
	}
}

func (f *Facts) metaDate(names ...string) time.Time {
	for _, name := range names {
		for _, s := range f.meta[name] {
			if t := date(s); !t.IsZero() {
				return t
			}
		}
	}
	return time.Time{}
}

func firstDate(all ...time.Time) time.Time {
	for _, t := range all {
		if !t.IsZero() {
			return t
		}
	}
	return time.Time{}
}

// statedDates are the dates that a page states for programs; it returns when the
// article was changed.
func (f *Facts) statedDates() (updated time.Time) {
	if f.work != nil {
		f.addDate(firstDate(date(f.ld.str(f.work["datePublished"])), date(f.ld.str(f.work["dateCreated"])), date(f.ld.str(f.work["uploadDate"]))), dateLinked)
		updated = date(f.ld.str(f.work["dateModified"]))
	}
	f.addDate(f.metaDate("article:published_time", "og:article:published_time", "og:published_time", "og:pubdate", "datepublished", "article:published", "parsely-pub-date",
		"citation_publication_date", "citation_online_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date", "dc:date", "dcterms.date", "dcterms.created", "dc.date.created",
		"sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "published", "date", "cxenseparse:recs:publishtime", "article.published",
		"prism.publicationdate", "originalpublicationdate", "article_date_original", "displaydate", "ptime", "bt:pubdate", "timestamp", "blogger.published", "weibo:article:create_at"), dateStated)
	if updated.IsZero() {
		updated = f.metaDate("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised", "article:modified")
	}
	for _, o := range f.ld.all { // a page that is no article by its type
		if len(f.days) == 0 && isType(o, " webpage itempage faqpage videoobject ") {
			f.addDate(firstDate(date(f.ld.str(o["datePublished"])), date(f.ld.str(o["uploadDate"]))), dateOther)
			updated = firstDate(updated, date(f.ld.str(o["dateModified"])))
		}
	}
	return updated
}

// after is updated when it says more than published does.
func after(updated, published time.Time) time.Time {
	if published.IsZero() || updated.Sub(published) > 24*time.Hour || updated.After(published) && updated.YearDay() != published.YearDay() {
		return updated
	}
	return time.Time{}
}

// Seen adds what the page shows to what it states: body is without what is
// hidden.
func (f *Facts) Seen(body *html.Node) {
	_, author := f.authors.best()
	_, day := f.days.best()
	if author < certain || day < certain {
		f.lines = readLines(body, f.Article.Title)
	}
	if author < certain {
		f.shownAuthors(body)
	}
	if day < certain {
		f.shownDates(body)
	}
	f.settle()
	if f.Article.SourceViews == 0 {
		f.Article.SourceViews = views(body)
	}
}

// shownDates are the dates that a page shows: by microdata, by a time element,
// by the class of an element, by its words near the title; and its address.
func (f *Facts) shownDates(body *html.Node) {
	for _, name := range [...]string{"datePublished", "dateCreated", "published", "datePosted"} {
		for _, n := range f.withProp(name) {
			if !isForeign(n) {
				f.addDate(shown(n), dateProp)
			}
		}
	}
	f.timeElements(body)
	if f.base != nil {
		f.addDate(dateOfAddress(f.base), dateAddress)
	}
	f.classedDates(body)
	f.writtenDates()
}

// shown is the date of an element: its attribute, or its words.
func shown(n *html.Node) time.Time {
	return firstDate(date(dom.Attr(n, "datetime")), date(dom.Attr(n, "content")), date(dom.Attr(n, "title")), date(dom.Text(n)))
}

// timeElements reads the time elements that are not of a change. Many without a
// word which is meant are a list of articles.
func (f *Facts) timeElements(body *html.Node) {
	all := dom.Elements(body, "time", "abbr")
	crowd := len(all) > 12 && len(dom.Elements(body, "article")) > 3
	first := true
	for _, n := range all {
		class := dom.Classes(n)
		if n.Data == "abbr" && !strings.Contains(class, "publish") && !strings.Contains(class, "date") || inAside(n) {
			continue
		}
		t := shown(n)
		if t.IsZero() || strings.Contains(class, "updated") && !strings.Contains(class, "published") || strings.Contains(class, "modified") {
			continue
		}
		switch {
		case dom.Above(n, "li", "blockquote", "table") != nil:
			f.addDate(t, dateTime, dateListed)
		case dom.Has(n, "pubdate") || strings.Contains(class, "publish") || strings.Contains(class, "entry-date"):
			f.addDate(t, dateEntry)
			return
		case crowd:
			f.addDate(t, dateTime, dateCrowd)
		case first:
			f.addDate(t, dateTime)
			first = false
		}
	}
}

// dateOfAddress is the date in the path of an address: /2026/02/08/,
// /2026-02-08-title, /20260208/.
func dateOfAddress(u *url.URL) time.Time {
	parts := strings.Split(u.Path, "/")
	for i, part := range parts {
		if i+2 < len(parts) && len(part) == 4 {
			day := parts[i+2]
			if len(day) > 2 && (day[2] == '-' || day[2] == '_') {
				day = day[:2]
			}
			for _, layout := range [...]string{"2006/1/2", "2006/Jan/2"} {
				if t, err := time.Parse(layout, part+"/"+parts[i+1]+"/"+day); err == nil {
					return sane(t)
				}
			}
		}
		if len(part) >= 10 {
			if t, err := time.Parse(time.DateOnly, part[:10]); err == nil {
				return sane(t)
			}
		}
		if len(part) == 8 || len(part) > 8 && part[8] == '-' {
			if t, err := time.Parse("20060102", part[:8]); err == nil && t.Year() > 1990 {
				return sane(t)
			}
		}
	}
	return time.Time{}
}

// classedDates reads the first short element whose class says that it holds when
// the article was published.
func (f *Facts) classedDates(body *html.Node) {
	for _, n := range dom.Elements(body) {
		for class := range strings.FieldsSeq(strings.ToLower(dom.Attr(n, "class") + " " + dom.Attr(n, "id"))) {
			if !saysDate(class) || dom.Outweighs(n, 100) || inAside(n) || dom.Above(n, "li") != nil {
				continue
			}
			if kinds, _ := lexicon.Opening(dom.Text(n)); kinds.HasAny(lexicon.Updated, lexicon.Footer) {
				continue
			}
			if t := shown(n); !t.IsZero() {
				f.addDate(t, dateClass)
				return
			}
		}
	}
}

// writtenDates reads the lines near the title that hold a date and little else,
// or that say of what the date is.
func (f *Facts) writtenDates() {
	found := false
	for _, l := range f.lines {
		if !l.near() || !strings.ContainsAny(l.text, "0123456789٠١٢٣٤٥٦٧٨٩") || l.text == f.Article.Title || inAside(l.node) {
			continue
		}
		d, ok := dates.Find(l.text, dates.Unsure)
		if !ok {
			continue
		}
		kinds, lead := lexicon.Opening(l.text)
		kinds |= lexicon.Whole(l.text[:d.Start])
		led := kinds.HasAny(lexicon.Published, lexicon.Source) && d.Start-len(lead) < 20
		switch {
		case kinds.Has(lexicon.Updated):
			f.Article.Updated = firstDate(f.Article.Updated, sane(d.Time))
		case led && kinds.Has(lexicon.Published):
			f.addDate(sane(d.Time), dateLine, dateLed)
		case !found && len(l.text) < 60 && (d.End-d.Start)*3 > len(l.text)*2:
			found = true
			f.addDate(sane(d.Time), dateLine)
		}
	}
}

func saysDate(class string) bool {
	for part := range strings.FieldsFuncSeq(class, func(r rune) bool { return r == '-' || r == '_' }) {
		switch part {
		case "age", "date", "dateline", "published", "pubdate", "publish", "posted", "timestamp", "publishdate", "postdate", "datetime", "publication", "byline", "meta":
			return true
		}
	}
	return false
}

// views is the count that the page shows of itself: "12.4k views".
func views(body *html.Node) int64 {
	for _, n := range dom.Elements(body, "span", "div", "p", "li", "small") {
		if n.FirstChild == nil || dom.First(n, "p", "div", "li") != nil || dom.Outweighs(n, 40) || !strings.ContainsAny(dom.Text(n), "0123456789") || inAside(n) {
			continue
		}
		if count, ok := lexicon.CountOfViews(dom.Text(n)); ok {
			return count
		}
	}
	return 0
}
