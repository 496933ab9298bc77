// Package filename tells what the name of a file says of the article in it: under
// which slugs others link to it, its title, and its date.
package filename

import (
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"lede/articles"
	"lede/articles/importer/filetype"
)

// Slug makes a slug of a path or a name.
func Slug(name string) string { return articles.Slug(bareName(name)) }

// Slugs are those under which others link to a file: where its name ends with its
// language, there is one without that too.
func Slugs(file string) []string {
	all := []string{Slug(file)}
	if stem := strings.TrimSuffix(file, path.Ext(file)); isLanguage(path.Ext(stem)) {
		all = append(all, Slug(strings.TrimSuffix(stem, path.Ext(stem))))
	}
	return all
}

// bareName is the last element of a path without its extension and without the
// date that bloggers put in front; for an index it is the folder's.
func bareName(name string) string {
	name = strings.TrimRight(filepath.ToSlash(name), "/")
	stem := path.Base(name)
	if ext := path.Ext(stem); filetype.IsText(stem) || ext == ".html" || ext == ".htm" {
		stem = strings.TrimSuffix(stem, ext)
	}
	bare := stem
	if ext := path.Ext(stem); isLanguage(ext) {
		bare = strings.TrimSuffix(stem, ext)
	}
	switch strings.ToLower(bare) {
	case "index", "_index", "readme":
		if dir := path.Base(path.Dir(name)); dir != "." && dir != "/" {
			stem = dir
		}
	}
	if _, rest, ok := cutDate(stem); ok && rest != "" {
		return rest
	}
	return stem
}

// Title makes a title of the name of a file: "2026-02-08-the_measure.md"
// is "the measure". A name without words makes none.
func Title(name string) string {
	stem := bareName(name)
	switch ext := path.Ext(stem); strings.ToLower(ext) {
	case ".pdf", ".eml", ".mbox", ".epub":
		stem = strings.TrimSuffix(stem, ext)
	}
	if !strings.Contains(stem, " ") {
		stem = strings.NewReplacer("_", " ", "-", " ").Replace(stem)
	}
	return articles.CleanLine(stem)
}

// isLanguage reports whether what stands before the extension of a file names
// its language, as in index.de.md or post.pt-br.md.
func isLanguage(ext string) bool {
	code, region, _ := strings.Cut(strings.TrimPrefix(ext, "."), "-")
	return len(ext) > 0 && len(code) == 2 && strings.Trim(code, "abcdefghijklmnopqrstuvwxyz") == "" && len(region) <= 4
}

// Shown is the name of a file as a message has it: a name of nothing but
// control characters is quoted.
func Shown(name string) string {
	if clean := articles.CleanLine(name); clean != "" {
		return clean
	}
	return strconv.QuoteToASCII(name)
}
