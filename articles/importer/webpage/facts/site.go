package facts

import (
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc/dom"
)

// sites notes what the page calls its site: for programs, and in a heading that
// leads home.
func (f *Facts) sites() {
	f.noteSite(f.first("og:site_name", "application-name", "citation_journal_title", "dc.publisher"), "meta")
	f.noteSite(f.ld.str(f.work["publisher"]), "publisher")
	for _, o := range f.ld.all {
		if isType(o, " website newsmediaorganization ") {
			f.noteSite(f.ld.str(o["name"]), "ld")
		}
	}
	f.noteSite(f.first("al:ios:app_name", "apple-mobile-web-app-title"), "app")
	for _, h := range dom.Elements(f.root, "h1", "h2", "h3") {
		if f.leadsHome(h) {
			f.noteSite(textOf(h), "home")
		}
	}
}

// noteSite notes a name of the site.
func (f *Facts) noteSite(name string, features ...string) {
	name = unescaped(name)
	if u, err := url.Parse(name); err == nil && articles.IsWeb(name) {
		name = strings.TrimPrefix(u.Host, "www.")
	}
	if f.isHost(name) {
		features = append(features, "host")
	}
	f.note(Site, fold(name), Candidate{Value: name}, features...)
}

// siteOfWindow notes what the window adds to the title as the name of the site.
func (f *Facts) siteOfWindow(window string) {
	title := f.Article.Title
	for _, mark := range marks {
		if before, behind, _ := cutLast(window, mark); same(before, title) || before != "" && strings.HasPrefix(fold(before), fold(title)) {
			f.noteSite(behind, "window")
			return
		}
		if before, behind, ok := strings.Cut(window, mark); ok && same(behind, title) {
			f.noteSite(before, "window")
			return
		}
	}
}

// leadsHome reports whether a heading is a link to the first page of its site,
// whose name it is then.
func (f *Facts) leadsHome(h *html.Node) bool {
	a := dom.First(h, "a")
	if a == nil {
		a = dom.Above(h, "a")
	}
	if a == nil || !dom.Has(a, "href") {
		return false
	}
	u, err := url.Parse(dom.Attr(a, "href"))
	if err != nil || f.base != nil && u.Host != "" && !strings.EqualFold(u.Host, f.base.Host) {
		return false
	}
	return (u.Path == "/" || u.Path == "" && u.Host != "") && u.RawQuery == "" && (f.base == nil || !isHome(f.base))
}

// isSite reports whether s is the name of the site: what the page calls it, or
// its host.
func (f *Facts) isSite(s string) bool {
	key, site := fold(s), fold(f.Article.Site)
	if key == "" {
		return false
	}
	if site != "" && (key == site || len(key) > 5 && (strings.HasPrefix(key, site) || strings.HasPrefix(site, key)) && len(key) < 2*len(site)) {
		return true
	}
	return f.isHost(s)
}

// isHost reports whether s is the host of the page, or a part of it.
func (f *Facts) isHost(s string) bool {
	key := fold(s)
	if f.base == nil || key == "" {
		return false
	}
	host := strings.TrimPrefix(strings.ToLower(f.base.Hostname()), "www.")
	if key == fold(host) {
		return true
	}
	labels := strings.Split(host, ".")
	for _, l := range labels[:max(0, len(labels)-1)] {
		if len(l) > 2 && key == fold(l) {
			return true
		}
	}
	return false
}

// fold is s with nothing but letters and digits, in lower case.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

func same(a, b string) bool { return a != "" && fold(a) == fold(b) }
