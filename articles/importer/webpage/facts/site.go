package facts

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// siteOfWindow notes what the window has beside the title as the name of the site:
// the last part behind it, else the first before it.
func (f *Facts) siteOfWindow() {
	before, behind, _ := besides(f.window, f.Article.Title)
	parts := separator.Split(strings.Trim(before, separators+" "), most)
	if len(separator.Split(behind, 2)[0]) == 0 && behind != "" {
		parts = separator.Split(strings.Trim(behind, separators+" "), most)
		slices.Reverse(parts)
	}
	f.note(site, parts[:1], "window")
}

// leadsUp reports whether a heading is a link to the first page of its site, or
// of the part of it that the page stands in: it has the name of that.
func (f *Facts) leadsUp(h *html.Node) bool {
	a := cmp.Or(dom.First(h, "a"), dom.Above(h, "a"))
	if a == nil || !dom.Has(a, "href") || f.base != nil && isHome(f.base) {
		return false
	}
	u, err := url.Parse(dom.Attr(a, "href"))
	if err != nil || f.base != nil && u.Host != "" && !strings.EqualFold(u.Host, f.base.Host) {
		return false
	}
	up := f.base != nil && strings.HasSuffix(u.Path, "/") && strings.HasPrefix(f.base.Path, u.Path) && f.base.Path != u.Path && u.RawQuery == ""
	return up || isHome(u) && u.Path+u.Host != ""
}

// isSite reports whether s is the name of the site: what the page calls it, its
// host, or a part of that.
func (f *Facts) isSite(s string) bool {
	key, name := fold(s), fold(f.Article.Site)
	if key == "" {
		return false
	}
	if name != "" && (key == name || len(key) > 5 && (strings.HasPrefix(key, name) || strings.HasPrefix(name, key)) && len(key) < 2*len(name)) {
		return true
	}
	if f.base == nil {
		return false
	}
	host := strings.TrimPrefix(strings.ToLower(f.base.Hostname()), "www.")
	labels := strings.Split(host, ".")
	return key == fold(host) || slices.ContainsFunc(labels[:len(labels)-1], func(label string) bool { return len(label) > 2 && fold(label) == key })
}
