package frontmatter

import (
	"html"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"lede/articles"
	"lede/articles/importer/filetype"
	"lede/articles/importer/links"
)

// nested are the tables in which site generators keep fields of the page:
// Hugo's params, Zola's taxonomies and extra.
var nested = [...]string{"params", "extra", "taxonomies"}

// get returns the first of names that has a value.
func (f Fields) get(names ...string) Field {
	for _, name := range names {
		if v := f[name]; !blank(v.Value) {
			return v
		}
		for _, table := range nested {
			if in, ok := f[table].Value.(Fields); ok && !blank(in[name].Value) {
				return in[name]
			}
		}
	}
	return Field{}
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
func (f Fields) Has(name string) bool { return !blank(f[name].Value) }

// Line is the first of names as a text of one line.
func (f Fields) Line(names ...string) string {
	return line(f.get(names...).Value)
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
		return x.Line("name", "title", "value", "label")
	}
	return ""
}

// lines is the first of names as texts of one line each: a list, or a scalar
// as a list of one.
func (f Fields) lines(names ...string) []string {
	return take(&reader{fields: f}, names, all, asLine)
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

// Fill gives a the fields that f has. What is left is what nothing is made of though
// its name is known, for it is of another kind: "date: 31 of never".
func (f Fields) Fill(a *articles.Article, from links.From) (left []string) {
	r := &reader{fields: f}
	a.Title = one(r, titleKeys[:], asLine)
	a.Dek = one(r, dekKeys[:], asLine)
	people := take(r, authorKeys[:], all, asLine)
	for i, name := range people {
		people[i] = links.Unlink(name)
	}
	a.Author = strings.Join(people, ", ")
	if a.AuthorBio = one(r, bioKeys[:], asLine); a.AuthorBio == "" {
		a.AuthorBio = f.authorBio()
	}
	a.Site = one(r, siteKeys[:], asLine)
	a.URL = one(r, addressKeys[:], asAddress(&a.Site))
	a.Published = one(r, publishedKeys[:], asDate(publishedKeys[:]))
	if a.Updated = one(r, updatedKeys[:], asDate(updatedKeys[:], publishedKeys[:])); a.Updated.IsZero() {
		both, _ := f.get(publishedKeys[:]...).Value.(Fields)
		a.Updated = both.date(updatedKeys[:]...)
	}
	a.Tags = distinct(take(r, tagKeys[:], all, asTags))
	a.Series, a.Part, a.Parts = r.series()
	a.Notices = take(r, noticeKeys[:], all, asLine)
	a.Epigraphs = take(r, epigraphKeys[:], all, asQuote)
	a.Related = take(r, relatedKeys[:], all, asLink(from))
	a.SourceViews = one(r, viewsKeys[:], asCount)
	file, _ := from.File()
	f.names(a, file)
	f.dated(a, file)
	if one(r, draftKeys[:], asSwitch) || f.isDraft(file) {
		a.Notices = append([]string{draftNotice}, a.Notices...)
	}
	return r.told()
}

// SayNothing reports whether none of the fields says anything about an article.
func (f Fields) SayNothing(from links.From) bool {
	var a, none articles.Article
	f.Fill(&a, from)
	Fields{}.Fill(&none, from)
	return reflect.DeepEqual(a, none)
}

// series is what the article is a part of, which part, and of how many. Hugo has a
// list, of which the first counts.
func (r *reader) series() (name string, part, parts int) {
	name = one(r, seriesKeys[:], asLine)
	number := one(r, partKeys[:], asCount)
	total := one(r, partsKeys[:], asCount)
	if in, ok := r.fields.get("series").Value.(Fields); ok && number == 0 {
		inner := &reader{fields: in}
		number = one(inner, []string{"part", "order", "number", "index", "weight"}, asCount)
		r.left = append(r.left, inner.left...)
	}
	switch {
	case name == "":
		return "", 0, 0
	case number == 0:
		return name, 0, 0
	}
	return name, int(min(number, 1e6)), int(min(total, 1e6))
}

func (f Fields) authorBio() string {
	if people := items(f.get("author", "authors", "by", "creator").Value); len(people) == 1 {
		person, _ := people[0].(Fields)
		return person.Line("bio", "about", "description")
	}
	return ""
}

// asLine is an item in a line. A table under the name of this program is its own.
func asLine(item any, of Field) (string, bool) {
	s := line(item)
	_, isTable := item.(Fields)
	return s, s != "" || isTable && of.Name == "lede"
}

// asAddress is an item that is a web address; a path is a name of the page, and the
// source of a page may be told by a name, which is that of its site.
func asAddress(site *string) func(any, Field) (string, bool) {
	return func(item any, of Field) (string, bool) {
		s := line(item)
		if in, ok := strings.CutPrefix(s, "<"); ok {
			s = strings.TrimSuffix(in, ">")
		}
		name := foldKey(of.Name)
		switch {
		case articles.IsWeb(s):
			return s, true
		case name != "source":
			return "", pageName(name, s) != ""
		case *site != "" || strings.HasPrefix(s, "/") || strings.HasPrefix(s, ".") || filetype.IsText(s):
			return "", false
		}
		*site = links.Unlink(s)
		return "", *site != ""
	}
}

// asTags are the tags in an item, a line each: of a text that is no list, those between
// its commas or, without commas, its spaces.
func asTags(item any, of Field) (string, bool) {
	s := line(item)
	if _, alone := of.Value.(string); alone && strings.Contains(s, ",") {
		s = strings.ReplaceAll(s, ",", "\n")
	} else if alone {
		s = strings.ReplaceAll(s, " ", "\n")
	}
	return s, s != ""
}

// distinct are tags of which each stands once, case folded. A leading # is no part of one.
func distinct(lines []string) []string {
	var out []string
	for tag := range strings.SplitSeq(strings.Join(lines, "\n"), "\n") {
		tag = articles.CleanLine(strings.TrimLeft(links.Unlink(articles.CleanLine(tag)), "# "))
		same := func(have string) bool { return strings.EqualFold(have, tag) }
		if tag != "" && !slices.ContainsFunc(out, same) {
			out = append(out, tag)
		}
	}
	return out
}

func asQuote(item any, _ Field) (q articles.Quote, ok bool) {
	switch x := item.(type) {
	case Fields:
		q = articles.Quote{Text: x.text("text", "quote"), By: x.Line("by", "author", "cite", "source")}
	case string:
		q.Text = cleanText(x)
	}
	if q.Text == "" {
		return articles.Quote{}, false
	}
	return q, true
}

// text is the first of names as a text that may have lines, such as verse.
func (f Fields) text(names ...string) string {
	s, _ := f.get(names...).Value.(string)
	return cleanText(s)
}

func cleanText(s string) string {
	if s = articles.Clean(s); !articles.Shows(s) {
		return ""
	}
	return strings.TrimSpace(s)
}

func asLink(from links.From) func(any, Field) (articles.Link, bool) {
	return func(item any, _ Field) (l articles.Link, ok bool) {
		switch x := item.(type) {
		case Fields:
			l.Title = x.Line("title", "name", "text")
			l.Target = from.Target(x.Line("url", "link", "href", "path", "slug"))
		case string:
			l = from.Related(x)
		}
		return l, l != articles.Link{}
	}
}

// asCount is a number; there may be none of something.
func asCount(item any, _ Field) (int64, bool) {
	s := line(item)
	n := count(s)
	zero, err := strconv.ParseFloat(s, 64)
	return n, n > 0 || err == nil && zero == 0
}

func asSwitch(item any, _ Field) (on, ok bool) {
	if on, ok = item.(bool); ok {
		return on, true
	}
	switch strings.ToLower(line(item)) {
	case "true", "yes", "on", "1":
		return true, true
	case "false", "no", "off", "0":
		return false, true
	}
	return false, false
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
