package facts

import (
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/html"

	"lede/articles/importer/clipping"
	"lede/articles/importer/dates"
	"lede/articles/importer/webpage/dom"
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

// stated are the dates that a page states for programs.
func (f *Facts) stated() (published, updated time.Time) {
	if f.work != nil {
		published = firstDate(date(f.ld.str(f.work["datePublished"])), date(f.ld.str(f.work["dateCreated"])), date(f.ld.str(f.work["uploadDate"])))
		updated = date(f.ld.str(f.work["dateModified"]))
	}
	if published.IsZero() {
		published = f.metaDate("article:published_time", "og:article:published_time", "og:published_time", "og:pubdate", "datepublished", "article:published", "parsely-pub-date",
			"citation_publication_date", "citation_online_date", "citation_date", "dc.date.issued", "dcterms.issued", "dc.date", "dc:date", "dcterms.date", "dcterms.created", "dc.date.created",
			"sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "published", "date", "cxenseparse:recs:publishtime", "article.published",
			"prism.publicationdate", "originalpublicationdate", "article_date_original", "displaydate", "ptime", "bt:pubdate", "timestamp", "blogger.published", "weibo:article:create_at")
	}
	if updated.IsZero() {
		updated = f.metaDate("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised", "article:modified")
	}
	if published.IsZero() {
		for _, o := range f.ld.all { // a page that is no article by its type
			if isType(o, " webpage videoobject imageobject itempage faqpage collectionpage ") && published.IsZero() && isType(o, " webpage itempage faqpage videoobject ") {
				published = date(f.ld.str(firstValue(o, "datePublished", "uploadDate")))
				updated = firstDate(updated, date(f.ld.str(o["dateModified"])))
			}
		}
	}
	return published, after(updated, published)
}

func firstValue(o object, keys ...string) any {
	for _, k := range keys {
		if o[k] != nil {
			return o[k]
		}
	}
	return nil
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
	a := f.Article
	if a.Author == "" {
		a.Author = f.shownAuthor(body)
	}
	if a.Published.IsZero() {
		a.Published = f.shownDate(body)
		a.Updated = after(a.Updated, a.Published)
	}
	if a.SourceViews == 0 {
		a.SourceViews = views(body)
	}
}

// shownDate is the date that a page shows: by microdata, by the time element
// next to the title, by an element whose class says date, by its address.
func (f *Facts) shownDate(body *html.Node) time.Time {
	for _, name := range [...]string{"datePublished", "dateCreated", "published", "datePosted"} {
		for _, n := range f.withProp(name) {
			if t := shown(n); !t.IsZero() && !inAside(n) {
				return t
			}
		}
	}
	if t := timeElement(body); !t.IsZero() {
		return t
	}
	if f.base != nil {
		if t := dateOfAddress(f.base); !t.IsZero() {
			return t
		}
	}
	return firstDate(classedDate(body), writtenDate(body))
}

// shown is the date of an element: its attribute, or its words.
func shown(n *html.Node) time.Time {
	return firstDate(date(dom.Attr(n, "datetime")), date(dom.Attr(n, "content")), date(dom.Attr(n, "title")), date(dom.Text(n)))
}

// timeElement is the first time element of the article that is not of a
// comment, of another article, or of a change.
func timeElement(body *html.Node) time.Time {
	all := dom.Elements(body, "time", "abbr")
	var plain time.Time
	for _, n := range all {
		class := dom.Classes(n)
		if n.Data == "abbr" && !strings.Contains(class, "published") || inAside(n) || dom.Above(n, "li", "blockquote", "table") != nil {
			continue
		}
		t := firstDate(date(dom.Attr(n, "datetime")), date(dom.Attr(n, "title")), date(dom.Text(n)))
		if t.IsZero() || strings.Contains(class, "updated") && !strings.Contains(class, "published") || strings.Contains(class, "modified") {
			continue
		}
		if dom.Has(n, "pubdate") || strings.Contains(class, "publish") || strings.Contains(class, "entry-date") {
			return t
		}
		plain = firstDate(plain, t)
	}
	// Many without a word which is meant are a list of articles.
	if len(all) > 12 && len(dom.Elements(body, "article")) > 3 {
		return time.Time{}
	}
	return plain
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
			if t, err := time.Parse("2006/1/2", part+"/"+parts[i+1]+"/"+day); err == nil {
				return sane(t)
			}
			if t, err := time.Parse("2006/Jan/2", part+"/"+parts[i+1]+"/"+day); err == nil {
				return sane(t)
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

// classedDate is the date of the first short element whose class says that it
// holds when the article was published.
func classedDate(body *html.Node) time.Time {
	for _, n := range dom.Elements(body) {
		for class := range strings.FieldsSeq(strings.ToLower(dom.Attr(n, "class") + " " + dom.Attr(n, "id"))) {
			if !saysDate(class) || dom.Outweighs(n, 100) || inAside(n) || dom.Above(n, "li") != nil {
				continue
			}
			text := dom.Text(n)
			low := strings.ToLower(text)
			if strings.Contains(low, "updated") || strings.Contains(low, "modified") || strings.Contains(low, "joined") || strings.Contains(low, "©") {
				continue
			}
			if t := shown(n); !t.IsZero() {
				return t
			}
		}
	}
	return time.Time{}
}

// writtenDate is the date that stands as a line of its own next to the title.
func writtenDate(body *html.Node) time.Time {
	const far, longest = 40, 60 // lines, bytes
	seen := 0
	started := dom.First(body, "h1") == nil
	for _, n := range dom.Elements(body, "h1", "p", "div", "span", "small", "em", "h5", "h6", "td") {
		if n.Data == "h1" {
			started, seen = true, 0
		}
		if !started || dom.HasBlock(n) {
			continue
		}
		text := dom.Text(n)
		if seen++; seen > far {
			break
		}
		if d, ok := dates.Find(text, dates.Unsure); ok && len(text) < longest && (d.End-d.Start)*3 > len(text)*2 && !inAside(n) {
			return sane(d.Time)
		}
	}
	return time.Time{}
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
		if count, ok := clipping.Views(dom.Text(n)); ok {
			return count
		}
	}
	return 0
}
