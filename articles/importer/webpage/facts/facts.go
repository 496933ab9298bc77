// Package facts reads what a page says of its article: what it is called, who
// wrote it, when, where. It asks what publishers state for programs first
// (JSON-LD, OpenGraph, Dublin Core, microdata), then what the page shows.
package facts

import (
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/htmldoc/tidy"
)

// Facts are what a page says.
type Facts struct {
	Article  *articles.Article
	Language string
	Body     string // the text of the article, where the page states it for programs

	root  *html.Node
	base  *url.URL
	meta  map[string][]string // by name in lower case, in the order of the page
	ld    *linked
	work  object // of JSON-LD; nil when there is none
	props []*html.Node
	lines []line

	authors ballot[string]
	days    ballot[time.Time]
}

// Read reads the facts of the page below root, before anything is taken out.
func Read(root *html.Node, base *url.URL) *Facts {
	f := &Facts{Article: &articles.Article{}, root: root, base: base, meta: map[string][]string{}, ld: readLinked(root)}
	f.work = f.ld.work()
	for _, m := range dom.Elements(root, "meta") {
		content := strings.TrimSpace(dom.Attr(m, "content"))
		if content == "" || inReview(m) {
			continue
		}
		for _, key := range [...]string{"property", "name", "itemprop"} {
			for name := range strings.FieldsSeq(strings.ToLower(dom.Attr(m, key))) {
				f.meta[name] = append(f.meta[name], content)
			}
		}
	}
	a := f.Article
	a.Site = f.site()
	a.Title = f.title()
	a.Dek = f.dek()
	a.AuthorBio = f.bio()
	f.statedAuthors()
	a.Updated = f.statedDates()
	f.settle()
	a.URL = f.address()
	a.Tags = f.tags()
	if h := dom.First(root, "html"); h != nil {
		f.Language = articles.CleanLine(nonEmpty(dom.Attr(h, "lang"), dom.Attr(h, "xml:lang")))
	}
	if f.work != nil {
		f.Body, _ = f.work["articleBody"].(string)
	}
	return f
}

// settle takes the candidates with most evidence.
func (f *Facts) settle() {
	a := f.Article
	if name, score := f.authors.best(); score >= bar {
		a.Author = name
	}
	if day, score := f.days.best(); score >= bar {
		a.Published = day
	}
	a.Updated = after(a.Updated, a.Published)
}

// IsArticle reports whether the page says that it is one article.
func (f *Facts) IsArticle() bool {
	return f.first("og:type") == "article" || f.work != nil && f.work["headline"] != nil
}

// first is the first content of the named metas.
func (f *Facts) first(names ...string) string {
	for _, name := range names {
		if all := f.meta[name]; len(all) > 0 {
			if s := unescaped(all[0]); s != "" {
				return s
			}
		}
	}
	return ""
}

// unescaped undoes a second escaping: "Tom &amp; Ann".
func unescaped(s string) string {
	if strings.ContainsRune(s, '&') {
		s = html.UnescapeString(s)
	}
	return articles.CleanLine(s)
}

func nonEmpty(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}

func (f *Facts) site() string {
	site := f.first("og:site_name", "application-name", "citation_journal_title", "dc.publisher")
	if site == "" && f.work != nil {
		site = f.ld.str(f.work["publisher"])
	}
	if site == "" {
		for _, o := range f.ld.all {
			if isType(o, " website newsmediaorganization ") {
				site = nonEmpty(site, f.ld.str(o["name"]))
			}
		}
	}
	if site == "" {
		site = f.first("al:ios:app_name", "apple-mobile-web-app-title")
	}
	site = unescaped(site)
	if articles.IsWeb(site) {
		if u, err := url.Parse(site); err == nil {
			site = strings.TrimPrefix(u.Host, "www.")
		}
	}
	return site
}

// dek is the summary of the article. What was cut off in mid-sentence is none.
func (f *Facts) dek() string {
	dek := ""
	if f.work != nil {
		dek = unescaped(f.ld.str(f.work["alternativeHeadline"]))
	}
	if s := f.first("og:description", "dc:description", "dc.description", "dcterm:description", "description", "twitter:description"); dek == "" || len(s) > len(dek) {
		dek = s
	}
	if f.work != nil && dek == "" {
		dek = unescaped(f.ld.str(f.work["description"]))
	}
	return dek
}

// address is where the article stands: what the page calls canonical, if that
// is on the same host or the page came from nowhere.
func (f *Facts) address() string {
	var given string
	for _, l := range dom.Elements(f.root, "link") {
		if strings.EqualFold(dom.Attr(l, "rel"), "canonical") {
			given = nonEmpty(given, dom.Attr(l, "href"))
		}
	}
	here := ""
	if f.base != nil {
		here = tidy.Whole(f.base, f.base.String())
	}
	address := tidy.Whole(f.base, nonEmpty(given, f.first("og:url")))
	u, err := url.Parse(address)
	if err != nil || !articles.IsWeb(address) || f.base != nil && isHome(u) && !isHome(f.base) {
		return here
	}
	return address
}

func isHome(u *url.URL) bool { return (u.Path == "" || u.Path == "/") && u.RawQuery == "" }

// tags are the section and the keywords, as long as they look chosen.
func (f *Facts) tags() []string {
	var all []string
	all = append(all, f.meta["article:tag"]...)
	if len(all) == 0 {
		all = append(all, f.meta["parsely-tags"]...)
		all = append(all, f.meta["sailthru.tags"]...)
	}
	if len(all) == 0 && f.work != nil {
		all = f.ld.names(f.work["keywords"])
	}
	if len(all) == 0 {
		all = append(all, f.meta["keywords"]...)
		all = append(all, f.meta["news_keywords"]...)
	}
	if len(all) == 0 {
		for _, a := range dom.Elements(f.root, "a") {
			if strings.Contains(" "+strings.ToLower(dom.Attr(a, "rel"))+" ", " tag ") {
				all = append(all, dom.Text(a))
			}
		}
	}
	var out []string
	const most, longest = 12, 40
	for _, s := range all {
		for tag := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == ';' || r == '、' || r == '，' }) {
			tag = strings.TrimLeft(unescaped(tag), "#")
			if tag != "" && len(tag) <= longest && len(out) < most && !hasFold(out, tag) {
				out = append(out, tag)
			}
		}
	}
	return out
}

func hasFold(all []string, s string) bool {
	for _, have := range all {
		if strings.EqualFold(have, s) {
			return true
		}
	}
	return false
}

// withProp are the elements with a name of microdata or of RDFa.
func (f *Facts) withProp(name string) []*html.Node {
	if f.props == nil {
		f.props = []*html.Node{}
		for c := range dom.Below(f.root) {
			if c.Type == html.ElementNode && c.Data != "meta" && (dom.Has(c, "itemprop") || dom.Has(c, "property")) {
				f.props = append(f.props, c)
			}
		}
	}
	var out []*html.Node
	for _, c := range f.props {
		for key := range strings.FieldsSeq(dom.Attr(c, "itemprop") + " " + dom.Attr(c, "property")) {
			if at := strings.LastIndexByte(key, ':'); strings.EqualFold(key[at+1:], name) {
				out = append(out, c)
				break
			}
		}
	}
	return out
}
