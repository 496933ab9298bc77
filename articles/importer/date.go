package importer

import (
	"path"
	"path/filepath"
	"strings"
	"time"

	"lede/articles/importer/dates"
)

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

// date is the first of names that holds a date.
func (f fields) date(names ...string) time.Time {
	for _, name := range names {
		if t := parseDate(f.line(name)); !t.IsZero() {
			return t
		}
	}
	return time.Time{}
}

// parseDate reads a date as front matter has it; the zero time means that it
// is none. RFC 3339 first, for it is exact and the most common.
func parseDate(s string) time.Time {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t
	}
	if t, ok := dates.Epoch(s); ok {
		return t
	}
	t, _ := dates.Parse(s, dates.Unsure)
	return t
}

// dateOfPath is the date that bloggers put into the name of a file or of its
// folder, 2026-02-08-title.md, or into the folders above either, 2026/02/08.
func dateOfPath(name string) time.Time {
	dir := path.Dir(filepath.ToSlash(name))
	for _, part := range [...]string{path.Base(filepath.ToSlash(name)), path.Base(dir)} {
		if t, _, ok := cutDate(part); ok {
			return t
		}
	}
	for _, above := range [...]string{dir, path.Dir(dir)} {
		parts := strings.Split(above, "/")
		if n := len(parts); n >= 3 {
			if t, err := time.Parse(time.DateOnly, strings.Join(parts[n-3:], "-")); err == nil {
				return t
			}
		}
	}
	return time.Time{}
}
