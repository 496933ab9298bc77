package facts

import (
	"strings"
	"unicode"

	"lede/articles/importer/webpage/dom"
)

// title is what the article is called, without the name of its site.
func (f *Facts) title() string {
	if s := f.first("dc:title", "dc.title", "dcterm:title", "dcterms.title", "og:title", "citation_title", "parsely-title"); s != "" && !same(s, f.Article.Site) {
		return f.withoutSite(s)
	}
	if f.work != nil {
		if s := unescaped(f.ld.str(f.work["headline"])); s != "" {
			return s
		}
	}
	if s := f.first("twitter:title"); s != "" && !same(s, f.Article.Site) {
		return f.withoutSite(s)
	}
	page := ""
	for _, t := range dom.Elements(f.root, "title") {
		if dom.Above(t, "svg") == nil {
			page = dom.Text(t)
			break
		}
	}
	heads := f.heads()
	if page == "" {
		if len(heads) > 0 {
			return heads[0]
		}
		return nonEmpty(f.first("og:title"), f.first("twitter:title"))
	}
	return f.cutTitle(page, heads)
}

// heads are the headings of level 1, or where there is none the first of 2.
func (f *Facts) heads() []string {
	var out []string
	for _, h := range dom.Elements(f.root, "h1") {
		if s := dom.Text(h); s != "" {
			out = append(out, s)
		}
	}
	return out
}

var separators = []string{" | ", " - ", " – ", " — ", " · ", " » ", " « ", " :: ", " • ", " ｜ ", "｜", " / ", " \\ ", " ‹ ", " › ", " > ", " ~ ", " ― ", "_"}

// withoutSite cuts the name of the site from either end of a title.
func (f *Facts) withoutSite(title string) string {
	for _, sep := range separators {
		if at := strings.LastIndex(title, sep); at > 0 && f.isSite(title[at+len(sep):]) {
			return f.withoutSite(strings.TrimSpace(title[:at]))
		}
		if at := strings.Index(title, sep); at > 0 && f.isSite(title[:at]) && at+len(sep) < len(title) {
			return strings.TrimSpace(title[at+len(sep):])
		}
	}
	return title
}

// isSite reports whether s is the name of the site: what the page calls it, or
// its host.
func (f *Facts) isSite(s string) bool {
	s = fold(s)
	if s == "" {
		return false
	}
	if site := fold(f.Article.Site); site != "" && (s == site || len(s) > 5 && (strings.HasPrefix(s, site) || strings.HasPrefix(site, s)) && len(s) < 2*len(site)) {
		return true
	}
	if f.base == nil {
		return false
	}
	host := strings.TrimPrefix(strings.ToLower(f.base.Hostname()), "www.")
	if s == fold(host) {
		return true
	}
	labels := strings.Split(host, ".")
	for _, l := range labels[:max(0, len(labels)-1)] {
		if len(l) > 2 && s == fold(l) {
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

func same(a, b string) bool { return fold(a) == fold(b) }

// cutTitle finds the title in what the window is called: "The title - Part -
// Site". It is what a heading repeats; else what is left when the site is cut;
// else all but what is behind the last separator, when that leaves enough.
func (f *Facts) cutTitle(page string, heads []string) string {
	rest := f.withoutSite(page)
	if at := strings.LastIndex(page, " | "); rest == page && at > 0 && (words(page[:at]) > 1 || words(page) == len(page)) {
		rest = strings.TrimSpace(page[:at])
		if f.Article.Site == "" && words(page[at+3:]) <= 5 {
			f.Article.Site = strings.TrimSpace(page[at+3:])
		}
		return rest
	}
	if rest != page {
		for _, h := range heads {
			if len(h) > 10 && strings.HasPrefix(fold(rest), fold(h)) && separated(rest, h) {
				return h
			}
		}
		return rest
	}
	for _, h := range heads {
		if fold(h) == fold(page) {
			return page
		}
	}
	best := ""
	for _, sep := range separators[:len(separators)-1] {
		for at := strings.LastIndex(page, sep); at > 0; at = strings.LastIndex(page[:at], sep) {
			for _, h := range heads {
				if fold(h) == fold(page[:at]) || fold(h) == fold(page[at+len(sep):]) {
					best = h
				}
			}
		}
	}
	if best != "" {
		return best
	}
	last, width := -1, 0
	for _, sep := range separators[:4] {
		if at := strings.LastIndex(page, sep); at > last {
			last, width = at, len(sep)
		}
	}
	if last > 0 {
		before, behind := strings.TrimSpace(page[:last]), strings.TrimSpace(page[last+width:])
		if words(before) >= 4 && words(behind) <= 5 && words(before) > words(behind) {
			return before
		}
	}
	return page
}

func separated(title, head string) bool {
	rest := strings.TrimSpace(title[min(len(title), len(head)):])
	return rest != "" && !unicode.IsLetter([]rune(rest)[0])
}

func words(s string) int { return len(strings.Fields(s)) }
