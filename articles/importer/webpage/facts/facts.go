// Package facts reads what a page says of its article: what it is called, who
// wrote it, when, where. What publishers state for programs (JSON-LD,
// OpenGraph, Dublin Core, microdata) and what the page shows give candidates for
// each fact; one table says how far each source and sign tells for which.
package facts

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/dates"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/htmldoc/tidy"
	"lede/articles/importer/lexicon"
	"lede/articles/importer/webpage/jsonld"
	"lede/articles/lazy"
)

// Facts are what a page says.
type Facts struct {
	Article  *articles.Article
	Language string
	Window   string // what the page calls itself for the window it stands in
	Body     string // the text of the article, where the page states it for programs

	root    *html.Node
	base    *url.URL
	meta    map[string][]string // by name in lower case, in the order of the page
	ld      *jsonld.Data
	work    jsonld.Object // nil when there is none
	isEvent bool          // the page is about something that takes place on a day
	order   dates.Order   // of the numbers in dates
	noted   map[string][]candidate
	named   string   // the first author that a line told
	row     []string // the authors that were read last, of a list
}

// Read reads the facts of the page below root, before anything is taken out.
func Read(root *html.Node, base *url.URL) *Facts {
	f := &Facts{Article: &articles.Article{}, root: root, base: base, Window: windowOf(root), meta: map[string][]string{}, ld: jsonld.Read(root), noted: map[string][]candidate{}}
	for m := range dom.Each(root, "meta") {
		content := strings.TrimSpace(dom.Attr(m, "content"))
		if content == "" || inReview(m) {
			continue
		}
		for name := range strings.FieldsSeq(strings.ToLower(dom.Attr(m, "property") + " " + dom.Attr(m, "name") + " " + dom.Attr(m, "itemprop"))) {
			f.meta[name] = append(f.meta[name], content)
		}
	}
	for _, n := range [...]string{"1", "2"} {
		label := first(f.meta["twitter:label"+n])
		if kinds, _ := lexicon.Opening(label); (kinds | lexicon.Whole(label)).HasAny(lexicon.By, lexicon.AuthorLabel) {
			f.meta["author"] = append(f.meta["author"], f.meta["twitter:data"+n]...)
		}
	}
	if h := dom.First(root, "html"); h != nil {
		f.Language = articles.CleanLine(cmp.Or(dom.Attr(h, "lang"), dom.Attr(h, "xml:lang")))
	}
	if language, _, _ := strings.Cut(strings.ToLower(f.Language), "-"); language != "" && language != "en" {
		f.order = dates.DayFirst
	}
	a := f.Article
	a.URL = f.address()
	f.work = f.ld.Work(f.isOwn)
	f.stated(site)
	f.titles()
	a.Title = cmp.Or(f.best(title).value, f.Window)
	f.siteOfWindow()
	a.Site = f.best(site).value
	a.Dek = f.dek()
	a.Tags = f.tags()
	for _, fact := range [...]string{author, date, changed} {
		f.stated(fact)
	}
	f.isEvent = f.work == nil && slices.ContainsFunc(f.ld.All, func(o jsonld.Object) bool { return f.ld.IsType(o, aboutEvent) })
	if o, ok := f.ld.Resolved(f.work["author"]).(jsonld.Object); ok {
		a.AuthorBio = unescaped(jsonld.String(o["description"]))
	}
	f.settle()
	f.Body = cmp.Or(jsonld.String(f.work["articleBody"]), stateOf(root))
	return f
}

// The types of what tells of a site, of a page, also of one that is no article, and
// of what takes place.
var (
	aboutSite  = &lazy.Regexp{Source: `(?i)(website|newsmediaorganization)$`}
	aboutPage  = &lazy.Regexp{Source: `(?i)(webpage|itempage|faqpage|videoobject)$`}
	aboutEvent = &lazy.Regexp{Source: `(?i)(event|festival)$`}
)

// Seen adds what the page shows to what it states: body is without what is
// hidden.
func (f *Facts) Seen(body *html.Node) {
	before := ""
	lines := f.readLines(body)
	for i, l := range lines {
		found := dates.FindAll(l.text, f.order)
		f.shownDays(before, l, found)
		f.shownAuthors(before, l, append(lines[i+1:], line{})[0].text, found)
		if a := f.Article; a.SourceViews == 0 && len(l.text) <= 40 {
			a.SourceViews, _ = lexicon.CountOfViews(l.text)
		}
		before = l.text
	}
	f.add(date, dayOf(f.dateOfAddress()), "address")
	f.settle()
}

// settle takes the best of what was noted of the author and of the days.
func (f *Facts) settle() {
	a := f.Article
	a.Author, a.Published = f.best(author).value, f.best(date).day
	a.Updated = after(f.best(changed).day, a.Published)
}

// IsArticle reports whether the page says that it is one article.
func (f *Facts) IsArticle() bool {
	return slices.Contains(f.meta["og:type"], "article") || f.work["headline"] != nil
}

// isOwn tells of an object of JSON-LD how well it fits this page, by its address
// and by what the page is called: more than 0 where it does, less where both tell
// of another article.
func (f *Facts) isOwn(o jsonld.Object) int {
	page, _ := o["mainEntityOfPage"].(jsonld.Object)
	there, err := url.Parse(cmp.Or(jsonld.String(o["url"]), jsonld.String(o["mainEntityOfPage"]), jsonld.String(page["@id"])))
	here, _ := url.Parse(f.Article.URL)
	called := Fold(strings.Join(append(f.metas(title), f.Window), " "))
	head, name := Fold(f.ld.Text(o["headline"])), Fold(f.ld.Text(o["name"]))
	known := err == nil && strings.Trim(there.Path, "/") != "" && here.Path != ""
	stands := known && strings.Trim(there.Path, "/") == strings.Trim(here.Path, "/")
	fits := head != "" && strings.Contains(called, head) || name != "" && strings.Contains(called, name)
	switch {
	case stands && fits:
		return 6
	case stands || fits:
		return 3
	case known && called != "" && head+name != "":
		return -1
	}
	return 0
}

// metas are the contents of the metas of a fact, in the order of the table.
func (f *Facts) metas(fact string) []string {
	var all []string
	for _, name := range table()[fact+" meta"].names {
		all = append(all, f.meta[name]...)
	}
	return all
}

// first is the first of texts that is not empty.
func first(all []string) string {
	for _, s := range all {
		if s = unescaped(s); s != "" {
			return s
		}
	}
	return ""
}

// unescaped undoes a second escaping: "Tom &amp; Ann".
func unescaped(s string) string { return articles.CleanLine(html.UnescapeString(s)) }

// dek is the summary of the article: the longer of what the page states for
// readers, and for other programs.
func (f *Facts) dek() string {
	dek := unescaped(f.ld.Text(f.work["alternativeHeadline"]))
	if s := first(f.metas("dek")); len(s) > len(dek) {
		dek = s
	}
	return cmp.Or(dek, unescaped(f.ld.Text(f.work["description"])))
}

// address is where the article stands: what the page calls canonical, if that
// is on the same host or the page came from nowhere.
func (f *Facts) address() string {
	var given, here string
	for l := range dom.Each(f.root, "link") {
		if HasRel(l, "canonical") {
			given = cmp.Or(given, dom.Attr(l, "href"))
		}
	}
	if f.base != nil {
		here = tidy.Whole(f.base, f.base.String())
	}
	address := tidy.Whole(f.base, cmp.Or(given, first(f.meta["og:url"])))
	u, err := url.Parse(address)
	if err != nil || !articles.IsWeb(address) || f.base != nil && isHome(u) && !isHome(f.base) {
		return here
	}
	return address
}

func isHome(u *url.URL) bool { return (u.Path == "" || u.Path == "/") && u.RawQuery == "" }

// tags are the keywords, of the first source that has any, as long as they look
// chosen.
func (f *Facts) tags() []string {
	const most, longest = 12, 40
	var shown, out []string
	for a := range dom.Each(f.root, "a") {
		if HasRel(a, "tag") {
			shown = append(shown, dom.Text(a))
		}
	}
	for _, all := range [...][]string{f.metas("tags"), f.ld.Names(f.work["keywords"]), f.metas("keywords"), shown} {
		for _, tag := range commas.Get().Split(strings.Join(all, ","), -1) {
			tag = strings.TrimLeft(unescaped(tag), "#")
			if tag != "" && len(tag) <= longest && len(out) < most && !slices.ContainsFunc(out, func(have string) bool { return strings.EqualFold(have, tag) }) {
				out = append(out, tag)
			}
		}
		if len(all) > 0 {
			break
		}
	}
	return out
}

var commas = &lazy.Regexp{Source: `[,;、，]`}

// HasRel reports whether rel is one of the relations of a link.
func HasRel(n *html.Node, rel string) bool {
	return slices.Contains(strings.Fields(strings.ToLower(dom.Attr(n, "rel"))), rel)
}
