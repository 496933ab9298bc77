package facts

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc/dom"
)

// title is what the article is called, without the name of its site.
func (f *Facts) title() string {
	window := f.window()
	heads, entry := f.heads()
	var b ballot[string]
	add := func(s string, signs ...sign) {
		if f.isSite(s) {
			signs = append(signs, siteTitle)
		}
		b.add(nonEmpty(fold(s), s), s, signs...)
	}
	if stated := f.first("dc:title", "dc.title", "dcterm:title", "dcterms.title", "og:title", "citation_title", "parsely-title"); stated != "" {
		add(f.withoutSite(stated), titleStated)
	}
	if f.work != nil {
		add(unescaped(f.ld.str(f.work["headline"])), titleLinked)
		add(unescaped(text(f.work["name"])), nameLinked)
	}
	add(f.withoutSite(f.first("twitter:title")), titleTwitter)
	add(f.cutTitle(window, heads), windowPart)
	add(window, windowTitle)
	window = f.withoutSite(window)
	alone := onlyOne(heads, window)
	for _, h := range heads {
		signs := []sign{topHeading}
		if h == alone {
			signs = append(signs, onlyHeading)
		}
		if entry != "" && !same(h, entry) {
			signs = append(signs, besideEntry)
		}
		add(h, append(signs, place(window, h)...)...)
	}
	if entry != "" {
		add(entry, append(place(window, entry), entryHeading)...)
	}
	best, _ := b.best()
	return nonEmpty(best, window)
}

// longestWindow is how many bytes of <title> are read.
const longestWindow = 2000

// window is what the page calls itself for the window it stands in.
func (f *Facts) window() string {
	for _, t := range dom.Elements(f.root, "title") {
		if dom.Above(t, "svg") == nil {
			s := dom.Text(t)
			return articles.CleanLine(s[:min(len(s), longestWindow)])
		}
	}
	return ""
}

// heads are the headings of level 1, each once, and the heading of the page's
// entry, if it has one and no more.
func (f *Facts) heads() (heads []string, entry string) {
	var entries []string
	for _, h := range dom.Elements(f.root, "h1", "h2", "h3") {
		s := strings.ReplaceAll(dom.Text(h), "\u00ad", "")
		s = strings.TrimRight(s, " ¶#")
		if s == "" || len(s) > 400 {
			continue
		}
		if f.leadsHome(h) { // what it says is the name of the site
			f.Article.Site = nonEmpty(f.Article.Site, articles.CleanLine(s))
			continue
		}
		if h.Data == "h1" && !hasFold(heads, s) && len(heads) < most/2 {
			heads = append(heads, s)
		}
		if isEntry(h) && !hasFold(entries, s) {
			entries = append(entries, s)
		}
	}
	if len(entries) == 1 {
		entry = entries[0]
	}
	return heads, entry
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

// isEntry reports whether a heading is marked as the title of an entry.
func isEntry(h *html.Node) bool {
	return dom.HasClass(h, "entry-title") || dom.HasClass(h, "post-title") || dom.HasClass(h, "p-name") || dom.Attr(h, "itemprop") == "headline"
}

// onlyOne is the only heading, or the only one of several with its words in window.
func onlyOne(heads []string, window string) string {
	if len(heads) == 1 {
		return heads[0]
	}
	found := ""
	for _, h := range heads {
		if len(place(window, h)) > 0 {
			if found != "" {
				return ""
			}
			found = h
		}
	}
	return found
}

// place tells where in the title of the window a heading stands.
func place(window, head string) []sign {
	whole, part := fold(window), fold(head)
	at := strings.Index(whole, part)
	if at < 0 || part == "" || whole == part {
		return nil
	}
	before, behind := around(window, at, at+len(part))
	switch open, shut := isBreak(before, true), isBreak(behind, false); {
	case before == "" && shut:
		return []sign{startsWindow}
	case before == "" && len(strings.Fields(head)) > 1 && len(strings.Fields(behind)) <= 1:
		return []sign{startsWindow} // "Paper lanterns Recipe"
	case open && behind == "" && !strings.HasSuffix(strings.TrimSpace(before), ":"):
		return []sign{endsWindow}
	case open && shut:
		return []sign{standsWindow}
	case before == "" && len(strings.Fields(head)) > 1 && strings.TrimSpace(behind) == behind && startsUpper(behind):
		return []sign{gluedWindow}
	}
	return nil
}

// around is what stands before and behind a part of s; from and to count the
// bytes of s as [fold] leaves them.
func around(s string, from, to int) (before, behind string) {
	start, end, n := len(s), len(s), 0
	for i, r := range s {
		folded := len(fold(string(r)))
		if n == from && folded > 0 && start == len(s) {
			start = i
		}
		if n += folded; n >= to {
			end = i + len(string(r))
			break
		}
	}
	return s[:min(start, end)], s[end:]
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// isBreak reports whether what stands beside a part of a title parts it from the
// rest: nothing, or a separator; the sign that ends a question is none.
func isBreak(s string, before bool) bool {
	s = strings.TrimSpace(s)
	if s == "" {
		return true
	}
	runes := []rune(s)
	r := runes[0]
	if before {
		r = runes[len(runes)-1]
	} else if strings.ContainsRune("!?….\"'”’»)", r) && len(runes) > 1 {
		return isBreak(string(runes[1:]), before)
	}
	return strings.ContainsRune("|-–—·»«:•｜/\\‹›>~―_✩★：([(（【《,", r)
}

var separators = []string{" | ", " - ", " – ", " — ", " · ", " » ", " « ", " :: ", " • ", " ｜ ", "｜", " / ", " \\ ", " ‹ ", " › ", " > ", " ~ ", " ― ", " ✩ ", "_", "：", ": ", "-", "|"}

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

// cutTitle is the title of the window without what is behind its separators:
// the site; else the last part, where it is short and enough is left.
func (f *Facts) cutTitle(window string, heads []string) string {
	rest := f.withoutSite(window)
	for _, h := range heads {
		if same(h, window) {
			return window
		}
	}
	if rest != window {
		return rest
	}
	if at := strings.LastIndex(window, " | "); at > 0 && (words(window[:at]) > 1 || words(window) == len(window)) {
		if behind := strings.TrimSpace(window[at+3:]); f.Article.Site == "" && words(behind) <= 5 && !hasFold(heads, behind) {
			f.Article.Site = behind
		}
		return strings.TrimSpace(window[:at])
	}
	last, width := -1, 0
	for _, sep := range separators[:4] {
		if at := strings.LastIndex(window, sep); at > last {
			last, width = at, len(sep)
		}
	}
	if last > 0 {
		before, behind := strings.TrimSpace(window[:last]), strings.TrimSpace(window[last+width:])
		if words(before) >= 4 && words(behind) <= 5 && words(before) > words(behind) {
			return before
		}
	}
	return window
}

func words(s string) int { return len(strings.Fields(s)) }
