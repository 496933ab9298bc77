package facts

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/dates"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/lexicon"
	"lede/articles/importer/names"
)

// statedAuthors are who wrote the article, as the page states it for programs.
func (f *Facts) statedAuthors() {
	if f.work != nil {
		for _, key := range [...]string{"author", "creator"} {
			signs := []sign{authorLinked}
			if o, ok := f.ld.resolved(f.work[key]).(object); ok && isType(o, " organization newsmediaorganization ") {
				signs = append(signs, authorFirm)
			}
			f.addAuthor(f.ld.names(f.work[key]), signs...)
		}
	}
	for _, name := range [...]string{
		"citation_author", "dc:creator", "dc.creator", "dcterm:creator", "dcterms.creator", "author", "parsely-author", "article:author",
		"sailthru.author", "byl", "article:author_name", "og:article:author", "book:author",
	} {
		if f.named(f.meta[name]) != "" {
			f.addAuthor(f.meta[name], authorStated)
			break
		}
	}
	for _, n := range [...]string{"1", "2"} {
		if kinds, _ := lexicon.Opening(f.first("twitter:label" + n)); kinds.HasAny(lexicon.By, lexicon.AuthorLabel) || lexicon.Whole(f.first("twitter:label"+n)).Has(lexicon.AuthorLabel) {
			f.addAuthor(f.meta["twitter:data"+n], authorLabelled)
		}
	}
}

// addAuthor adds the names among all as one candidate.
func (f *Facts) addAuthor(all []string, signs ...sign) {
	name := f.named(all)
	if f.isSite(name) || f.work != nil && same(name, f.ld.str(f.work["publisher"])) {
		signs = append(signs, authorSite)
	}
	f.authors.add(fold(name), name, signs...)
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
	if kinds, lead := lexicon.Opening(s); kinds.Has(lexicon.By) && len(lead) < len(s) {
		if name, ok := names.ByLine(s); ok {
			return articles.CleanLine(name)
		}
	}
	s = strings.Trim(s, " ,;:|·•-–—")
	if s == "" || names.IsNoAuthor(s) || strings.ContainsAny(s, "<>{}") || utf8.RuneCountInString(s) > 150 || strings.HasPrefix(s, "http") || strings.HasPrefix(s, "www.") {
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
		return unescaped(text(o["description"]))
	}
	return ""
}

// shownAuthors are who the page shows as its author: by microdata, by rel, by
// the class of an element, by its words near the title.
func (f *Facts) shownAuthors(body *html.Node) {
	var props []string
	for _, n := range f.withProp("author") {
		if !isForeign(n) {
			inner := n
			if name := dom.Find(n, func(c *html.Node) bool { return dom.Attr(c, "itemprop") == "name" }); name != nil {
				inner = name
			}
			props = append(props, nonEmpty(dom.Attr(inner, "content"), dom.Text(inner)))
		}
	}
	f.addAuthor(shortOf(props), authorProp)
	const tries = 20 // a page with more has them for each of its entries
	related, classed, linked, tried := false, 0, false, 0
	for _, n := range dom.Elements(body) {
		if n.Data == "a" && tried < tries {
			rel := !related && strings.Contains(" "+strings.ToLower(dom.Attr(n, "rel"))+" ", " author ")
			address := !linked && isAuthorAddress(dom.Attr(n, "href"))
			if rel || address {
				tried++
			}
			if (rel || address) && !inAside(n) {
				name := shortOf([]string{dom.Text(n)})
				if rel && len(name) > 0 {
					related = true
					f.addAuthor(name, authorRel)
				}
				if address && len(name) > 0 {
					linked = true
					f.addAuthor(name, authorAddress)
				}
			}
		}
		if classed < 5 && namesAuthor(n) && !inAside(n) {
			if name := shortOf([]string{authorOf(n)}); len(name) > 0 {
				classed += 5
				f.addAuthor(name, authorClass)
			} else {
				classed++
			}
		}
	}
	f.writtenAuthors(f.lines)
}

// isAuthorAddress reports whether an address leads to what a person wrote: it has
// a folder such as /author/, and something in it.
func isAuthorAddress(href string) bool {
	if i := strings.IndexAny(href, "?#"); i >= 0 {
		href = href[:i]
	}
	folders, last, _ := cutLast(strings.TrimRight(href, "/"))
	_, folder, ok := cutLast(folders)
	return ok && last != "" && lexicon.Whole(folder).Has(lexicon.AuthorLabel)
}

// cutLast cuts the last part off a path.
func cutLast(path string) (before, last string, ok bool) {
	i := strings.LastIndexByte(path, '/')
	return path[:max(i, 0)], path[i+1:], i >= 0
}

// writtenAuthors finds "By Jane Roe" as a line of its own, near the title or as
// the first line of the text; a name below the label "Author", or beside the
// picture that has it for words.
func (f *Facts) writtenAuthors(lines []line) {
	far := false
	for i, l := range lines {
		if lexicon.Whole(l.text).HasAny(lexicon.AuthorLabel, lexicon.By) && i+1 < len(lines) && len(l.text) < 30 && l.near() {
			next := lines[i+1].text
			if names.IsName(next) && len(strings.Fields(next)) > 1 && !inAside(lines[i+1].node) {
				f.addAuthor([]string{next}, authorHeaded)
			}
		}
		if l.near() && l.portrait == l.text && names.IsName(l.text) && len(strings.Fields(l.text)) > 1 && !inAside(l.node) {
			f.addAuthor([]string{l.text}, authorPortrait)
		}
		s := l.text
		if !l.near() && (far || len(s) > 80) {
			continue
		}
		if l.near() && s[0] >= '0' && s[0] <= '9' {
			if d, ok := dates.Find(s, dates.Unsure); ok && d.Start == 0 {
				s = strings.TrimLeft(s[d.End:], " -–—|·,\u00a0")
			}
		}
		opening, _ := lexicon.Opening(s)
		if opening.Has(lexicon.Helped) || !l.near() && !opening.Has(lexicon.By) {
			continue
		}
		name, ok := names.ByLine(s)
		if !ok || inAside(l.node) {
			continue
		}
		if l.near() {
			f.addAuthor([]string{name}, authorLine)
		} else {
			far = true
			f.addAuthor([]string{name}, authorFar)
		}
	}
}

// IsLine reports whether a small text is a by-line, a date, a read time or a
// number of views.
func IsLine(s string) bool {
	_, by := names.ByLine(s)
	return by || dates.IsLine(s) || lexicon.Of(s).HasAny(lexicon.ReadTime, lexicon.Views, lexicon.Helped)
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
		if s := dom.Text(a); names.IsName(s) && !strings.Contains(dom.Attr(a, "href"), "/category/") {
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
	if name, ok := names.ByLine(text); ok {
		return name
	}
	return text
}

// shortOf keeps what can be a name.
func shortOf(all []string) []string {
	var out []string
	for _, s := range all {
		if name, ok := names.ByLine(s); ok {
			s = name
		}
		if n := utf8.RuneCountInString(s); n > 1 && n < 60 && words(s) < 8 && !strings.ContainsAny(s, "0123456789?!:") && nameIn(s) != "" {
			out = append(out, s)
		}
	}
	return out
}
