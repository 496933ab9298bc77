package frontmatter

import (
	"slices"
	"strings"
	"time"

	"lede/articles"
	"lede/articles/importer/dates"
	"lede/articles/importer/filename"
)

// names gives a the names under which others link to it: the slug is what the
// front matter calls the page, or the path that it gives it, or else the name
// of the file; the rest of them are aliases, with those that the front matter
// lists.
func (f Fields) names(a *articles.Article, file string) {
	var all []string
	for _, key := range [...]string{"slug", "permalink", "url", "path", "link", "canonical", "canonicalurl"} {
		if name := f.Line(key); !isPattern(name) {
			all = append(all, pageName(key, name))
		}
	}
	if file != "" {
		all = append(all, filename.Slugs(file)...)
	}
	const most = 50
	for _, name := range f.lines("aliases", "alias", "redirectfrom") {
		if len(all) < most {
			all = append(all, filename.Slug(name))
		}
	}
	a.Slug, a.Aliases = "", nil
	for _, name := range all {
		switch {
		case name == "" || name == a.Slug || slices.Contains(a.Aliases, name):
		case a.Slug == "":
			a.Slug = name
		default:
			a.Aliases = append(a.Aliases, name)
		}
	}
}

// pageName is what a field calls the page, if it does: the fields that hold a web
// address may hold its path on the site instead.
func pageName(field, s string) string {
	isAddress := field != "slug" && field != "permalink" && field != "path"
	isPath := field == "url" || strings.Contains(s, "/") && !strings.Contains(s, " ")
	if isAddress && (articles.IsWeb(s) || !isPath) {
		return ""
	}
	return filename.Slug(s)
}

// isPattern reports whether a path is Jekyll's rule for the paths of pages, such
// as "/:categories/:title/", and not one of them.
func isPattern(path string) bool {
	return strings.HasPrefix(path, ":") || strings.Contains(path, "/:")
}

// dated gives a, where its front matter has no date, the one in the path of
// its file, or else in the path that the site gives the page.
func (f Fields) dated(a *articles.Article, file string) {
	if !a.Published.IsZero() {
		return
	}
	for _, path := range [...]string{file, f.Line("path"), f.Line("permalink"), a.URL, f.Line("url")} {
		if a.Published = filename.Date(path); !a.Published.IsZero() {
			return
		}
	}
}

// isDraft reports whether the author has not published the page.
func (f Fields) isDraft(file string) bool {
	for _, key := range [...]string{"published", "publish"} {
		if on, ok := asSwitch(f.get(key).Value, Field{}); ok && !on {
			return true
		}
	}
	return strings.EqualFold(f.Line("status"), "draft") || strings.Contains(file, "/_drafts/")
}

// draftNotice stands above the text of a draft.
const draftNotice = "Draft: its author has not published it."

// The fields with the dates of a page, the surest first.
var (
	publishedKeys = [...]string{
		"date", "published", "publishdate", "pubdate", "datepublished", "publishedat", "publishedon", "publisheddate",
		"publicationdate", "pubdatetime", "posted", "postedat", "created", "createdat", "datecreated", "createddate", "creationdate",
	}
	updatedKeys = [...]string{
		"updated", "lastmod", "modified", "lastmodified", "lastupdated", "datemodified", "updatedat", "updateddate", "dateupdated",
		"modifiedat", "modifieddate", "moddatetime", "lastmodifiedat", "lastupdate", "edited",
	}
)

// asDate is an item that is a date, or a table that has one under the first of names.
// Some say with the same field whether a page is published.
func asDate(names ...[]string) func(any, Field) (time.Time, bool) {
	return func(item any, of Field) (time.Time, bool) {
		if in, ok := item.(Fields); ok {
			t := in.date(slices.Concat(names...)...)
			return t, !t.IsZero() || !in.date(updatedKeys[:]...).IsZero()
		}
		t := ParseDate(line(item))
		_, isSwitch := asSwitch(item, of)
		return t, !t.IsZero() || isSwitch
	}
}

// date is the first of names that holds a date.
func (f Fields) date(names ...string) time.Time {
	for _, name := range names {
		if t := ParseDate(f.Line(name)); !t.IsZero() {
			return t
		}
	}
	return time.Time{}
}

// ParseDate reads a date as front matter has it; the zero time means that it
// is none. RFC 3339 first, for it is exact and the most common.
func ParseDate(s string) time.Time {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t
	}
	if t, ok := dates.Epoch(s); ok {
		return t
	}
	t, _ := dates.Parse(s, dates.Unsure)
	return t
}
