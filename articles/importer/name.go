package importer

import (
	"path"
	"slices"
	"strings"
	"time"

	"lede/articles"
)

// names gives a the names under which others link to it: the slug is what the
// front matter calls the page, or the path that it gives it, or else the name
// of the file; the rest of them are aliases, with those that the front matter
// lists.
func (f fields) names(a *articles.Article, file string) {
	var all []string
	for _, key := range [...]string{"slug", "permalink", "url", "path"} {
		if name := f.line(key); !isPattern(name) && (key != "url" || !articles.IsWeb(name)) {
			all = append(all, slugOf(name))
		}
	}
	if file != "" {
		all = append(all, slugOf(file)) // see FileName
		if stem := strings.TrimSuffix(file, path.Ext(file)); isLanguage(path.Ext(stem)) {
			all = append(all, slugOf(strings.TrimSuffix(stem, path.Ext(stem))))
		}
	}
	const most = 50
	for _, name := range f.lines("aliases", "alias", "redirectfrom") {
		if len(all) < most {
			all = append(all, slugOf(name))
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

// isLanguage reports whether what stands before the extension of a file names
// its language, as in index.de.md or post.pt-br.md.
func isLanguage(ext string) bool {
	code, region, _ := strings.Cut(strings.TrimPrefix(ext, "."), "-")
	return len(ext) > 0 && len(code) == 2 && strings.Trim(code, "abcdefghijklmnopqrstuvwxyz") == "" && len(region) <= 4
}

// FileName is the slug of the name of the file that an article came from; empty
// when it came from none.
func FileName(origin string) string {
	if file, ok := (source{origin: origin}).file(); ok {
		return slugOf(file)
	}
	return ""
}

// isPattern reports whether a path is Jekyll's rule for the paths of pages, such
// as "/:categories/:title/", and not one of them.
func isPattern(path string) bool {
	return strings.HasPrefix(path, ":") || strings.Contains(path, "/:")
}

// dated gives a, where its front matter has no date, the one in the path of
// its file, or else in the path that the site gives the page.
func (f fields) dated(a *articles.Article, file string) {
	if !a.Published.IsZero() {
		return
	}
	for _, path := range [...]string{file, f.line("path"), f.line("permalink"), a.URL, f.line("url")} {
		if a.Published = dateOfPath(path); !a.Published.IsZero() {
			return
		}
	}
}

// isDraft reports whether the author has not published the page.
func (f fields) isDraft(file string) bool {
	for _, key := range [...]string{"draft", "isdraft"} {
		switch strings.ToLower(f.line(key)) {
		case "true", "yes", "on", "1":
			return true
		}
	}
	for _, key := range [...]string{"published", "publish"} {
		switch strings.ToLower(f.line(key)) {
		case "false", "no", "off":
			return true
		}
	}
	return strings.EqualFold(f.line("status"), "draft") || strings.Contains(file, "/_drafts/")
}

// draftNotice stands above the text of a draft.
const draftNotice = "Draft: its author has not published it."

// digitDates are the dates that stand at the start of a name as digits alone.
var digitDates = [...]string{"20060102150405", "200601021504", "20060102"}

// cutDate cuts a date and the separator after it from the start of a name. A
// date of digits alone is one of the last hundred years.
func cutDate(name string) (date time.Time, rest string, ok bool) {
	for _, layout := range append([]string{"2006-01-02", "2006_01_02", "2006.01.02"}, digitDates[:]...) {
		if len(name) < len(layout) {
			continue
		}
		date, err := time.Parse(layout, name[:len(layout)])
		rest = name[len(layout):]
		if err != nil || rest != "" && !strings.ContainsRune("-_. ", rune(rest[0])) ||
			layout[4] == '0' && (date.Year() < 1950 || date.Year() > 2099) {
			continue
		}
		return date.Truncate(24 * time.Hour), strings.TrimLeft(rest, "-_. "), true
	}
	return time.Time{}, name, false
}
