// Package facts reads what a page says of its article: what it is called, who
// wrote it, when, where. It asks what publishers state for programs first
// (JSON-LD, OpenGraph, Dublin Core, microdata), then what the page shows.
package facts

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/dates"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/htmldoc/tidy"
	"lede/articles/importer/lexicon"
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
	work  object      // of JSON-LD; nil when there is none
	order dates.Order // of the numbers in dates
	noted map[string][]*Candidate
}

// Read reads the facts of the page below root, before anything is taken out.
func Read(root *html.Node, base *url.URL) *Facts {
	f := &Facts{Article: &articles.Article{}, root: root, base: base, meta: map[string][]string{}, ld: readLinked(root), noted: map[string][]*Candidate{}}
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
	if h := dom.First(root, "html"); h != nil {
		f.Language = articles.CleanLine(nonEmpty(dom.Attr(h, "lang"), dom.Attr(h, "xml:lang")))
	}
	if language, _, _ := strings.Cut(strings.ToLower(f.Language), "-"); language != "" && language != "en" {
		f.order = dates.DayFirst
	}
	a, window := f.Article, f.window()
	f.sites()
	f.settle()
	f.noteTitles(window)
	f.settle()
	a.Title = nonEmpty(a.Title, window)
	f.siteOfWindow(window)
	a.Dek = f.dek()
	a.AuthorBio = f.bio()
	f.statedAuthors()
	f.statedDates()
	f.settle()
	a.URL = f.address()
	a.Tags = f.tags()
	f.Body = nonEmpty(text(f.work["articleBody"]), stateOf(root))
	return f
}

// Seen adds what the page shows to what it states: body is without what is
// hidden.
func (f *Facts) Seen(body *html.Node) {
	lines := f.readLines(body)
	for i, l := range lines {
		f.shownAuthor(l, lines[i+1:])
		f.shownDate(l)
	}
	f.noteDate(f.dateOfAddress(), "address")
	const crowd = 8 // of more the page is no article, but a list of some
	for _, fact := range [...]string{Author, Date} {
		if all := f.noted[fact]; len(all) > crowd {
			for _, c := range all {
				c.Features = append(c.Features, "crowd")
			}
		}
	}
	f.settle()
	f.Article.Updated = after(f.Article.Updated, f.Article.Published)
	for _, l := range lines {
		if f.Article.SourceViews == 0 && len(l.text) <= 40 {
			f.Article.SourceViews, _ = lexicon.CountOfViews(l.text)
		}
	}
}

// settle takes the candidates with most evidence.
func (f *Facts) settle() {
	a := f.Article
	for fact, field := range map[string]*string{Title: &a.Title, Author: &a.Author, Site: &a.Site} {
		if c := f.best(fact); c != nil {
			*field = c.Value
		}
	}
	if c := f.best(Date); c != nil {
		a.Published = c.Day
	}
}

// IsArticle reports whether the page says that it is one article.
func (f *Facts) IsArticle() bool {
	return f.first("og:type") == "article" || f.work["headline"] != nil
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

func nonEmpty(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// dek is the summary of the article: the longer of what the page states for
// readers, and for other programs.
func (f *Facts) dek() string {
	dek := unescaped(f.ld.str(f.work["alternativeHeadline"]))
	if s := f.first("og:description", "dc:description", "dc.description", "dcterm:description", "description", "twitter:description"); len(s) > len(dek) {
		dek = s
	}
	return nonEmpty(dek, unescaped(f.ld.str(f.work["description"])))
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

// tags are the keywords, of the first source that has any, as long as they look
// chosen.
func (f *Facts) tags() []string {
	const most, longest = 12, 40
	var shown, out []string
	for _, a := range dom.Elements(f.root, "a") {
		if strings.Contains(" "+strings.ToLower(dom.Attr(a, "rel"))+" ", " tag ") {
			shown = append(shown, dom.Text(a))
		}
	}
	for _, all := range [][]string{
		f.meta["article:tag"], f.values([]string{"parsely-tags", "sailthru.tags"}), f.ld.names(f.work["keywords"]), f.values([]string{"keywords", "news_keywords"}), shown,
	} {
		for _, s := range all {
			for tag := range strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune(",;、，", r) }) {
				tag = strings.TrimLeft(unescaped(tag), "#")
				if tag != "" && len(tag) <= longest && len(out) < most && !hasFold(out, tag) {
					out = append(out, tag)
				}
			}
		}
		if len(all) > 0 {
			break
		}
	}
	return out
}

func hasFold(all []string, s string) bool {
	return slices.ContainsFunc(all, func(have string) bool { return strings.EqualFold(have, s) })
}
