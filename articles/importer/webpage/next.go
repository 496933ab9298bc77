package webpage

import (
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/htmldoc/tidy"
	"lede/articles/importer/webpage/facts"
)

// next is the address of the next part of the same article: what a link calls
// next, or a link with the number after this one, when it is the same address
// but for a number at its end. A blog's next post is none.
func next(root *html.Node, base *url.URL) string {
	if base == nil {
		return ""
	}
	here, part := partOf(base)
	const longest = 8 // bytes of a number
	for l := range dom.Each(root, "link", "a") {
		number := 0
		if l.Data == "a" && !dom.Outweighs(l, longest) {
			number, _ = partNumber(dom.Text(l))
		}
		if !facts.HasRel(l, "next") && number != part+1 {
			continue
		}
		address := tidy.Whole(base, dom.Attr(l, "href"))
		u, err := url.Parse(address)
		if err != nil || address == "" || u.Host != base.Host {
			continue
		}
		if there, n := partOf(u); there == here && n == part+1 {
			return address
		}
	}
	return ""
}

// dropPager takes out the lines that lead to the parts of the same article and say
// little else: "1 2 3 Next page".
func dropPager(root *html.Node, base *url.URL) {
	const most = 120 // bytes of such a line
	if base == nil {
		return
	}
	here, _ := partOf(base)
	leads := func(a *html.Node) bool {
		u, err := url.Parse(dom.Attr(a, "href")) // whole already
		if err != nil || u.Host != base.Host || u.Fragment != "" {
			return false
		}
		there, _ := partOf(u)
		return there == here && u.String() != base.String()
	}
	for _, a := range dom.Elements(root, "a") {
		if !dom.Within(a, root) || !leads(a) {
			continue
		}
		line := a
		for p := a.Parent; p != nil && !dom.Is(p, "body", "main", "article") && !dom.Outweighs(p, most) && !strings.Contains(dom.Text(p), ". "); p = p.Parent {
			if dom.Find(p, func(o *html.Node) bool {
				return dom.Is(o, "h1", "h2") || dom.Is(o, "a") && dom.Has(o, "href") && !leads(o) && dom.Attr(o, "href") != base.String()
			}) != nil {
				break
			}
			line = p
		}
		if dom.IsBlock(line) && !dom.Is(line, "h1", "h2", "td", "th") {
			dom.Remove(line)
		}
	}
}

// partOf splits an address into what is the same for all parts of an article
// and the number of the part: "/story?page=2", "/story/2", "/story/page/2",
// "/story_2.html". An address without a number is part 1.
func partOf(u *url.URL) (whole string, part int) {
	query := u.Query()
	for _, name := range [...]string{"page", "p", "pg", "seite", "part", "pagenum", "paged", "pagina"} {
		if n, ok := partNumber(query.Get(name)); ok {
			query.Del(name)
			return u.Host + strings.TrimSuffix(u.Path, "/") + "?" + query.Encode(), n
		}
	}
	path, ext := strings.TrimSuffix(u.Path, "/"), ""
	if at := strings.LastIndexByte(path, '.'); at > strings.LastIndexByte(path, '/') {
		path, ext = path[:at], path[at:]
	}
	stem := strings.TrimRight(path, "0123456789")
	if n, ok := partNumber(path[len(stem):]); ok {
		for _, end := range [...]string{"/page/", "/page-", "/seite/", "/seite-", "/pg/", "-page-", "_page", "/", "_", ",", "-p"} {
			if cut, ok := strings.CutSuffix(stem, end); ok && strings.Trim(cut, "/") != "" {
				return u.Host + cut + ext + "?" + query.Encode(), n
			}
		}
	}
	return u.Host + path + ext + "?" + query.Encode(), 1
}

// partNumber reads the number of a part.
func partNumber(s string) (n int, ok bool) {
	if s == "" { // as mostly
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n > 0 && n < 100
}
