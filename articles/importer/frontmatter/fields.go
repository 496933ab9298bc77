package frontmatter

import (
	"html"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"lede/articles"
	"lede/articles/importer/links"
)

// nested are the tables in which site generators keep fields of the page:
// Hugo's params, Zola's taxonomies and extra.
var nested = [...]string{"params", "extra", "taxonomies"}

// get returns the value of the first of names that has one.
func (f Fields) get(names ...string) any {
	for _, name := range names {
		if v := f[name]; !blank(v) {
			return v
		}
		for _, table := range nested {
			if in, ok := f[table].(Fields); ok && !blank(in[name]) {
				return in[name]
			}
		}
	}
	return nil
}

func blank(v any) bool {
	switch x := v.(type) {
	case string:
		return line(x) == ""
	case []any:
		return len(x) == 0
	case Fields:
		return len(x) == 0
	}
	return v == nil
}

// Has reports whether there is something in a field of the page.
func (f Fields) Has(name string) bool { return !blank(f[name]) }

// Line is the first of names as a text of one line.
func (f Fields) Line(names ...string) string {
	return line(f.get(names...))
}

// line cleans a scalar; of a list it takes the first that is one. Entities are
// resolved, for old site generators wrote titles as HTML.
func line(v any) string {
	switch x := v.(type) {
	case string:
		return articles.CleanLine(html.UnescapeString(x))
	case []any:
		for _, item := range x {
			if s := line(item); s != "" {
				return s
			}
		}
	case Fields:
		return x.Line("name", "title", "value")
	}
	return ""
}

// lines is the first of names as texts of one line each: a list, or a scalar
// as a list of one.
func (f Fields) lines(names ...string) []string {
	list, ok := f.get(names...).([]any)
	if !ok {
		list = []any{f.get(names...)}
	}
	var out []string
	for _, item := range list {
		if s := line(item); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// The names of the fields, as different programs have them, the surest first.
var (
	titleKeys = [...]string{"title", "headline"}
	dekKeys   = [...]string{
		"dek", "subtitle", "description", "summary", "excerpt", "lede", "standfirst", "deck", "subheadline", "tagline", "abstract", "teaser",
	}
	authorKeys   = [...]string{"author", "authors", "by", "byline", "creator"}
	bioKeys      = [...]string{"authorbio", "bio"}
	siteKeys     = [...]string{"site", "sitename", "sourcename", "publication", "publisher"}
	addressKeys  = [...]string{"url", "source", "canonical", "canonicalurl", "link", "permalink"}
	tagKeys      = [...]string{"tags", "tag", "keywords", "topics", "topic", "categories", "category"}
	seriesKeys   = [...]string{"series", "seriestitle", "seriesname"}
	partKeys     = [...]string{"part", "seriesorder", "seriespart", "seriesnumber", "seriesindex", "seriesweight"}
	partsKeys    = [...]string{"parts", "seriestotal", "serieslength"}
	noticeKeys   = [...]string{"notices", "notice", "disclaimer"}
	epigraphKeys = [...]string{"epigraphs", "epigraph"}
	relatedKeys  = [...]string{"related", "seealso"}
	viewsKeys    = [...]string{"views", "viewcount", "pageviews"}
	draftKeys    = [...]string{"draft", "isdraft"}
)

// Fill gives a the fields that f has.
func (f Fields) Fill(a *articles.Article, from links.From) {
	a.Title = f.Line(titleKeys[:]...)
	a.Dek = f.Line(dekKeys[:]...)
	people := f.lines(authorKeys[:]...)
	for i, name := range people {
		people[i] = links.Unlink(name)
	}
	a.Author = strings.Join(people, ", ")
	a.AuthorBio = f.authorBio()
	if a.Site = f.Line(siteKeys[:]...); a.Site == "" {
		a.Site = f.sourceName()
	}
	a.URL = f.address(addressKeys[:]...)
	a.Published = f.date(publishedKeys[:]...)
	a.Updated = f.date(updatedKeys[:]...)
	a.Tags = f.tags(tagKeys[:]...)
	a.Series, a.Part = f.series()
	if a.Part > 0 {
		a.Parts = int(min(count(f.Line(partsKeys[:]...)), 1e6))
	}
	a.Notices = f.lines(noticeKeys[:]...)
	a.Epigraphs = f.quotes(epigraphKeys[:]...)
	a.Related = f.links(from, relatedKeys[:]...)
	a.SourceViews = count(f.Line(viewsKeys[:]...))
	file, _ := from.File()
	f.names(a, file)
	f.dated(a, file)
	if f.isDraft(file) {
		a.Notices = append([]string{draftNotice}, a.Notices...)
	}
}

// SayNothing reports whether none of the fields says anything about an article.
func (f Fields) SayNothing(from links.From) bool {
	var a, none articles.Article
	f.Fill(&a, from)
	Fields{}.Fill(&none, from)
	return reflect.DeepEqual(a, none)
}

// series is what the article is a part of, and which part. Hugo has a list, of
// which the first counts.
func (f Fields) series() (name string, part int) {
	if name = f.Line(seriesKeys[:]...); name == "" {
		return "", 0
	}
	number := f.Line(partKeys[:]...)
	if in, ok := f.get("series").(Fields); ok && number == "" {
		number = in.Line("part", "order", "number", "index", "weight")
	}
	return name, int(min(count(number), 1e6))
}

func (f Fields) authorBio() string {
	if bio := f.Line(bioKeys[:]...); bio != "" {
		return bio
	}
	v := f.get("author", "authors", "by", "creator")
	if list, ok := v.([]any); ok && len(list) == 1 {
		v = list[0]
	}
	if person, ok := v.(Fields); ok {
		return person.Line("bio", "about", "description")
	}
	return ""
}

// address is the first of names that holds a web address.
func (f Fields) address(names ...string) string {
	for _, name := range names {
		for _, s := range f.lines(name) {
			if articles.IsWeb(s) {
				return s
			}
		}
	}
	return ""
}

// sourceName is the source of a page when it is told by a name and no address.
func (f Fields) sourceName() string {
	if f.address("source") != "" {
		return ""
	}
	return links.Unlink(f.Line("source"))
}

// tags reads a list, or a text with commas or, without commas, spaces between
// the tags. A leading # is no part of a tag; case folded, each stands once.
func (f Fields) tags(names ...string) []string {
	var raw []string
	switch x := f.get(names...).(type) {
	case []any:
		for _, item := range x {
			raw = append(raw, line(item))
		}
	case string:
		if strings.Contains(x, ",") {
			raw = strings.Split(x, ",")
		} else {
			raw = strings.Fields(x)
		}
	}
	var out []string
	for _, tag := range raw {
		tag = articles.CleanLine(strings.TrimLeft(links.Unlink(articles.CleanLine(tag)), "# "))
		same := func(have string) bool { return strings.EqualFold(have, tag) }
		if tag != "" && !slices.ContainsFunc(out, same) {
			out = append(out, tag)
		}
	}
	return out
}

func (f Fields) quotes(names ...string) []articles.Quote {
	v := f.get(names...)
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	var out []articles.Quote
	for _, item := range list {
		q := articles.Quote{}
		if m, ok := item.(Fields); ok {
			q = articles.Quote{Text: m.text("text", "quote"), By: m.Line("by", "author", "cite", "source")}
		} else if s, ok := item.(string); ok {
			q.Text = cleanText(s)
		}
		if q.Text != "" {
			out = append(out, q)
		}
	}
	return out
}

// text is the first of names as a text that may have lines, such as verse.
func (f Fields) text(names ...string) string {
	s, _ := f.get(names...).(string)
	return cleanText(s)
}

func cleanText(s string) string {
	if s = articles.Clean(s); !articles.Shows(s) {
		return ""
	}
	return strings.TrimSpace(s)
}

func (f Fields) links(from links.From, names ...string) []articles.Link {
	list, ok := f.get(names...).([]any)
	if !ok {
		list = []any{f.get(names...)}
	}
	var out []articles.Link
	for _, item := range list {
		var l articles.Link
		switch x := item.(type) {
		case Fields:
			l.Title = x.Line("title", "name", "text")
			l.Target = from.Target(x.Line("url", "link", "href", "path", "slug"))
		case string:
			l = from.Related(x)
		}
		if l != (articles.Link{}) {
			out = append(out, l)
		}
	}
	return out
}

// count reads a number of views as it is written for people: "1,234", "12.4k".
func count(s string) int64 {
	s, _, _ = strings.Cut(strings.ToLower(s), " ")
	factor := 1.0
	switch {
	case strings.HasSuffix(s, "k"):
		s, factor = s[:len(s)-1], 1e3
	case strings.HasSuffix(s, "m"):
		s, factor = s[:len(s)-1], 1e6
	}
	n, err := strconv.ParseFloat(without(s, ",_"), 64)
	if n *= factor; err != nil || !(n >= 1 && n < 1e15) {
		return 0
	}
	return int64(n)
}
