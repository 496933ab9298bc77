// Package folder finds the files in a folder that may be articles: what belongs to a
// site and not to its pages, and what is hidden, it leaves out.
package folder

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"lede/articles/importer/dialect"
	"lede/articles/importer/filetype"
)

// A folder is one that is searched for articles, with what its entries tell.
type folder struct {
	path string
	site bool // a site generator makes pages of what is in it
	// names are the entries, for a page is judged by what stands beside it.
	names map[string]bool
}

// machinery are the folders of a site in which no articles stand: what it is
// made with, and what was made of it.
var machinery = map[string]bool{
	"_site": true, "public": true, "resources": true, "_includes": true, "_layouts": true, "_sass": true,
	"_data": true, "_plugins": true, "layouts": true, "archetypes": true, "themes": true, "static": true,
	"templates": true, "assets": true, "i18n": true, "vendor": true,
}

// listPages are the folders of pages that only list others.
var listPages = map[string]bool{
	"page": true, "tag": true, "tags": true, "category": true, "categories": true, "author": true, "authors": true, "archives": true,
}

// aside are files that are no reading, whatever is in them.
var aside = map[string]bool{
	"robots.txt": true, "ads.txt": true, "humans.txt": true, "security.txt": true, "requirements.txt": true, "cmakelists.txt": true,
	"package.json": true, "package-lock.json": true, "tsconfig.json": true, "composer.json": true, "manifest.json": true,
	"sitemap.xml": true, "404.html": true, "500.html": true, "search.html": true,
	"lede-feeds.opml": true, "lede-library.json": true, // of an export: see opml.FileName and record.LibraryName
}

// lookAt reads what the entries of a folder tell; within a site all are of it.
func lookAt(path string, above *folder) *folder {
	f := &folder{path: path, site: above != nil && above.site}
	entries, err := os.ReadDir(path)
	if err != nil {
		return f // the walk tells it
	}
	f.names = make(map[string]bool, len(entries))
	for _, e := range entries {
		f.names[e.Name()] = true
	}
	programs := dialect.OfFolder(func(name string) bool { return f.names[name] })
	f.site = f.site || programs&^(dialect.Obsidian|dialect.Logseq) != 0
	return f
}

// enters reports whether the folder called name in f may hold articles: none
// that is hidden does, no part of the machinery of a site, and not the pictures
// and frames that a browser keeps beside a page it saved.
func (f *folder) enters(name string) bool {
	switch {
	case strings.HasPrefix(name, "."), name == "node_modules", f.site && machinery[name]:
		return false
	case f.names["index.html"] && listPages[name] && !f.site:
		return false
	}
	for _, sign := range [...]string{"_files", "_Dateien", "-Dateien", "_fichiers", "_archivos", "_file", "_bestanden", "_pliki", ".files"} {
		page, ok := strings.CutSuffix(name, sign)
		if ok && (f.names[page+".html"] || f.names[page+".htm"] || f.names[page+".xhtml"]) {
			return false
		}
	}
	return true
}

// takes reports whether the file called name in f may be an article: a text, a
// book, a PDF, or a page that is neither made of a text beside it nor a template of a site.
func (f *folder) takes(name string) bool {
	switch {
	case strings.HasPrefix(name, "."), aside[strings.ToLower(name)]:
		return false
	case filetype.IsHTML(name):
		stem := strings.TrimSuffix(name, filepath.Ext(name))
		return !f.site && !f.names[stem+".md"] && !f.names[stem+".markdown"]
	}
	return filetype.IsText(name) || filetype.IsBook(name) || filetype.IsMail(name) || filetype.IsPDF(name)
}

// misses reports whether the file called name in f, which is not taken, is a
// document of a sort that lede reads elsewhere or that becomes a text.
func (f *folder) misses(name string) bool {
	if strings.HasPrefix(name, ".") || filetype.IsHTML(name) || aside[strings.ToLower(name)] {
		return false
	}
	_, ok := filetype.IsPassedOver(name)
	return ok
}

// isFile reports whether an entry is a file, by itself or through a link. A
// link to nothing is one too: its error is to be told.
func isFile(path string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return entry.Type().IsRegular()
	}
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular()
}
