package facts

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/clipping"
	"lede/articles/importer/dates"
	"lede/articles/importer/webpage/dom"
)

// author is who wrote the article, as the page states it for programs.
func (f *Facts) author() string {
	if f.work != nil {
		if s := f.named(f.ld.names(f.work["author"])); s != "" {
			return s
		}
		if s := f.named(f.ld.names(f.work["creator"])); s != "" {
			return s
		}
	}
	for _, name := range [...]string{"citation_author", "dc:creator", "dc.creator", "dcterm:creator", "dcterms.creator", "author", "parsely-author", "article:author", "sailthru.author", "byl", "article:author_name", "og:article:author", "book:author", "twitter:data1"} {
		if name == "twitter:data1" && !strings.Contains(strings.ToLower(f.first("twitter:label1")), "written by") {
			continue
		}
		if s := f.named(f.meta[name]); s != "" {
			return s
		}
	}
	return ""
}

// named joins the names among all; addresses and accounts are none.
func (f *Facts) named(all []string) string {
	var out []string
	for _, s := range all {
		if s = nameIn(s); s != "" && !hasFold(out, s) && len(out) < 20 {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}

// nameIn is the name in s without what stands around it; empty when s is none.
func nameIn(s string) string {
	s = strings.TrimSpace(unescaped(s))
	if u, err := url.Parse(s); err == nil && u.Scheme != "" && u.Host != "" {
		return ""
	}
	low := strings.ToLower(s)
	for _, lead := range [...]string{"by ", "by: ", "written by ", "posted by ", "author: ", "von ", "par ", "por ", "door "} {
		if strings.HasPrefix(low, lead) {
			s = strings.TrimSpace(s[len(lead):])
			break
		}
	}
	s = strings.Trim(s, " ,;:|·•-–—")
	switch strings.ToLower(s) {
	case "", "admin", "administrator", "author", "null", "undefined", "none", "unknown", "by", "anonymous", "user", "username", "root", "webmaster", "n/a", "guest", "editor":
		return ""
	}
	low = strings.ToLower(s)
	for _, no := range [...]string{"policy", "privacy", "cookie", "view all", "all posts", "see all", "read more", "more from", "follow", "contact us", "about us", "terms of", "sign in", "log in"} {
		if strings.Contains(low, no) {
			return ""
		}
	}
	if strings.ContainsAny(s, "<>{}") || utf8.RuneCountInString(s) > 150 || strings.HasPrefix(s, "http") || strings.HasPrefix(s, "www.") {
		return ""
	}
	return articles.CleanLine(s)
}

// bio is what the page states of the author for programs.
func (f *Facts) bio() string {
	if f.work == nil {
		return ""
	}
	v := f.work["author"]
	if list, ok := v.([]any); ok && len(list) > 0 {
		v = list[0]
	}
	if o, ok := f.ld.resolved(v).(object); ok {
		s, _ := o["description"].(string)
		return unescaped(s)
	}
	return ""
}

// shownAuthor is who the page shows as its author: by microdata, by rel, by the
// class of an element, by the words "By Jane Roe" near the title.
func (f *Facts) shownAuthor(body *html.Node) string {
	var names []string
	for _, n := range f.withProp("author") {
		if !inAside(n) {
			inner := n
			if name := dom.Find(n, func(c *html.Node) bool { return dom.Attr(c, "itemprop") == "name" }); name != nil {
				inner = name
			}
			names = append(names, nonEmpty(dom.Attr(inner, "content"), dom.Text(inner)))
		}
	}
	if s := f.named(shortOf(names)); s != "" {
		return s
	}
	var classed, related []string
	for _, n := range dom.Elements(body) {
		if n.Data == "a" && strings.Contains(" "+strings.ToLower(dom.Attr(n, "rel"))+" ", " author ") && !inAside(n) {
			related = append(related, dom.Text(n))
		}
		if weight := len(classed); weight < 5 && namesAuthor(n) && !inAside(n) {
			classed = append(classed, authorOf(n))
		}
	}
	if s := f.named(firstOf(shortOf(related))); s != "" {
		return s
	}
	if s := f.named(firstOf(shortOf(classed))); s != "" {
		return s
	}
	return f.named([]string{writtenAuthor(body)})
}

// namesAuthor reports whether the class of n says that it holds the author.
func namesAuthor(n *html.Node) bool {
	for class := range strings.FieldsSeq(strings.ToLower(dom.Attr(n, "class"))) {
		parts := strings.FieldsFunc(class, func(r rune) bool { return r == '-' || r == '_' })
		if len(parts) == 0 || len(parts) > 5 {
			continue
		}
		last := parts[len(parts)-1]
		switch {
		case class == "username":
			return dom.Above(n, "form", "label") == nil && !dom.Is(n, "input", "label", "form")
		case class == "fn", class == "writer", class == "writtenby", class == "postedby", class == "posted-by", class == "written-by", class == "contributor":
			return true
		case last == "byline" || last == "bylines" || last == "author" || last == "authors" || last == "authorname" || last == "authorlink":
			return true
		case last == "name" && len(parts) > 1 && strings.HasSuffix(parts[len(parts)-2], "author"):
			return true
		}
	}
	return false
}

// authorOf is the name in an element that holds the author: that of a link in
// it, or what its by-line says.
func authorOf(n *html.Node) string {
	if dom.Outweighs(n, 200) {
		return ""
	}
	var linked []string
	for _, a := range dom.Elements(n, "a") {
		if s := dom.Text(a); clipping.IsName(s) && !strings.Contains(dom.Attr(a, "href"), "/category/") {
			linked = append(linked, s)
		}
	}
	if len(linked) > 0 && len(linked) < 5 {
		return strings.Join(linked, ", ")
	}
	text := dom.Text(n)
	if d, ok := dates.Find(text, dates.Unsure); ok && d.Start > 0 {
		text = strings.TrimSpace(text[:d.Start])
	}
	if name, ok := clipping.ByLine(text); ok {
		return name
	}
	return text
}

// shortOf keeps what can be a name.
func shortOf(all []string) []string {
	var out []string
	for _, s := range all {
		if name, ok := clipping.ByLine(s); ok {
			s = name
		}
		if n := utf8.RuneCountInString(s); n > 1 && n < 60 && words(s) < 8 && !strings.ContainsAny(s, "0123456789?!:") {
			out = append(out, s)
		}
	}
	return out
}

func firstOf(all []string) []string { return all[:min(1, len(all))] }

// inAside reports whether n stands where other things than the article do.
func inAside(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if dom.Is(n, "aside", "nav") || n.Data == "footer" && dom.Above(n, "article") == nil {
			return true
		}
		if isReview(n) {
			return true
		}
		class := dom.Classes(n)
		for _, sign := range [...]string{"comment-", "comments", " comment ", "related", "sidebar", "recommend", "widget", "footer", "recent-post", "more-stor", "read-next", "card", "teaser"} {
			if strings.Contains(class, sign) && !dom.Is(n, "body", "html", "article", "main") {
				return true
			}
		}
	}
	return false
}

// isReview reports whether n is a review of what the page is about, or a comment
// on it: that has an author and a date of its own.
func isReview(n *html.Node) bool {
	prop := dom.Attr(n, "itemprop")
	return prop == "review" || prop == "reviews" || prop == "comment"
}

// inReview reports whether n stands in one.
func inReview(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if isReview(n) {
			return true
		}
	}
	return false
}

// writtenAuthor finds "By Jane Roe" as a line of its own, from the first
// heading on as far as a by-line stands from its title; "Written by Jane Roe"
// anywhere.
func writtenAuthor(body *html.Node) string {
	const far = 40 // lines
	seen := 0
	started := dom.First(body, "h1") == nil
	for _, c := range dom.Elements(body, "h1", "p", "div", "span", "address", "li", "h4", "h5", "h6", "small", "em", "cite", "td") {
		if c.Data == "h1" {
			started, seen = true, 0
		}
		if started {
			seen++
		}
		if dom.HasBlock(c) || dom.Outweighs(c, 120) {
			continue
		}
		text := dom.Text(c)
		if leads(text, "written by") || started && seen <= far && leads(text, "by", "posted by", "von", "par", "por", "author:", "by:") {
			if name := authorOf(c); clipping.IsName(name) && !inAside(c) {
				return name
			}
		}
	}
	return ""
}

// leads reports whether s begins with one of the leads and goes on.
func leads(s string, all ...string) bool {
	s = strings.ToLower(s)
	for _, lead := range all {
		if rest, ok := strings.CutPrefix(s, lead); ok && strings.HasPrefix(rest, " ") {
			return true
		}
	}
	return false
}
