package links

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"lede/articles"
	"lede/articles/importer/disk"
	"lede/articles/importer/filetype"
)

// written is the path in a link that is no address of the web: without its part
// and query, unescaped and cleaned. Zola writes @ for the root.
func written(link string) string {
	link, _, _ = strings.Cut(link, "#")
	link, _, _ = strings.Cut(link, "?")
	if plain, err := url.PathUnescape(link); err == nil {
		link = plain
	}
	return strings.TrimPrefix(articles.CleanLine(link), "@")
}

// Resolve finds the file that a link of a file leads to, if there is one on the
// disk: its origin.
func (s From) Resolve(link string) (origin string, ok bool) {
	here, isFile := s.File()
	if !isFile || link == "" || strings.HasPrefix(link, "//") || hasScheme(link) {
		return "", false
	}
	link = written(link)
	if link == "" {
		return "", false
	}
	for _, base := range bases(here, link, s.Disk) {
		for _, file := range forms(path.Join(base, link)) {
			if link == "/" && strings.HasSuffix(file, "/README.md") {
				continue // it is about the site
			}
			if real, ok := s.Disk.File(file); ok {
				return "file:" + real, true
			}
		}
	}
	return "", false
}

// bases are the folders that the path of a link may start from, the surest
// first: that of the file; for a path that begins with dots that of the page,
// for which generators make a folder of its own. The name of a note may start
// from any up to the root of the site or vault, and a path that begins with a
// slash from any down from there.
func bases(here, link string, d *disk.Files) []string {
	dir := path.Dir(here)
	if strings.HasPrefix(link, ".") {
		if strings.HasPrefix(link, "..") && !isIndex(here) {
			return []string{dir, path.Join(dir, "page")}
		}
		return []string{dir}
	}
	out := []string{dir}
	root := d.RootOf(dir).Path
	if root == "" {
		root = path.Dir(dir)
	}
	for at := dir; at != root; {
		at = path.Dir(at)
		out = append(out, at)
	}
	if path.IsAbs(link) {
		slices.Reverse(out)
	}
	return out
}

// forms are the files that a path in a link may be short for.
func forms(name string) []string {
	if filetype.IsMarkdown(name) || filetype.IsText(name) {
		return []string{name}
	}
	bare := name
	if ext := path.Ext(name); filetype.IsHTML(name) {
		bare = strings.TrimSuffix(name, ext)
		return []string{bare + ".md", bare + ".markdown", name}
	}
	return []string{
		bare + ".md", bare + ".markdown", bare + "/index.md", bare + "/_index.md", bare + "/README.md",
		bare + ".html", bare + "/index.html", bare + ".txt",
	}
}

// isIndex reports whether a file is the page of its folder.
func isIndex(name string) bool {
	stem := strings.TrimSuffix(path.Base(name), path.Ext(name))
	switch strings.ToLower(stem) {
	case "index", "_index", "readme":
		return true
	}
	return false
}
