package facts

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/webpage/jsonld"
)

// sites notes what the page calls its site: for programs, and in a heading that
// leads home.
func (f *Facts) sites() {
	f.noteSite(first(f.metas("site")), "meta")
	f.noteSite(f.ld.Text(f.work["publisher"]), "publisher")
	for _, o := range f.ld.All {
		if jsonld.IsType(o, " website newsmediaorganization ") {
			f.noteSite(f.ld.Text(o["name"]), "ld")
		}
	}
	f.noteSite(first(f.metas("app")), "app")
	for _, h := range dom.Elements(f.root, "h1", "h2", "h3") {
		if f.leadsHome(h) {
			f.noteSite(textOf(h), "home")
		}
	}
}

// noteSite notes a name of the site.
func (f *Facts) noteSite(name, feature string) {
	name = unescaped(name)
	if u, err := url.Parse(name); err == nil && articles.IsWeb(name) {
		name = strings.TrimPrefix(u.Host, "www.")
	}
	f.note(site, candidate{key: fold(name), value: name}, feature)
}

// siteOfWindow notes what the window has beside the title as the name of the site.
func (f *Facts) siteOfWindow(window string) {
	for _, mark := range marks {
		at := strings.LastIndex(window, mark)
		if at > 0 && strings.HasPrefix(fold(window[:at]), fold(f.Article.Title)) {
			f.noteSite(window[at+len(mark):], "window")
			return
		}
		if before, behind, ok := strings.Cut(window, mark); ok && same(behind, f.Article.Title) {
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
	if a == nil || !dom.Has(a, "href") || f.base != nil && isHome(f.base) {
		return false
	}
	u, err := url.Parse(dom.Attr(a, "href"))
	if err != nil || f.base != nil && u.Host != "" && !strings.EqualFold(u.Host, f.base.Host) {
		return false
	}
	return isHome(u) && u.Path+u.Host != ""
}

// isSite reports whether s is the name of the site: what the page calls it, its
// host, or a part of that.
func (f *Facts) isSite(s string) bool {
	key, name := fold(s), fold(f.Article.Site)
	if key == "" || f.base == nil && name == "" {
		return false
	}
	if name != "" && len(key) > 5 && (strings.HasPrefix(key, name) || strings.HasPrefix(name, key)) && len(key) < 2*len(name) {
		return true
	}
	own := []string{name}
	if f.base != nil {
		host := strings.TrimPrefix(strings.ToLower(f.base.Hostname()), "www.")
		labels := strings.Split(host, ".")
		own = append(own, fold(host))
		for _, l := range labels[:len(labels)-1] {
			if len(l) > 2 {
				own = append(own, fold(l))
			}
		}
	}
	return slices.Contains(own, key)
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
