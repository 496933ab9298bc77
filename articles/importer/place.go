package importer

import (
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"lede/articles"
)

// highest is how many folders above a file are looked at for the root of its
// site or vault.
const highest = 8

// rootMarks are what stands in the root of a site, a vault or a repository.
var rootMarks = [...]string{
	".obsidian", ".git", "hugo.toml", "hugo.yaml", "config.toml", "config.yaml", "_config.yml", "zola.toml",
	"mkdocs.yml", "book.toml",
}

// rootOf is the nearest folder at or above dir that is a root, and the mark by
// which it is known; both are empty when there is none near.
func rootOf(dir string) (root, mark string) {
	for range highest {
		for _, mark := range rootMarks {
			if _, err := os.Lstat(filepath.FromSlash(path.Join(dir, mark))); err == nil {
				return dir, mark
			}
		}
		above := path.Dir(dir)
		if above == dir {
			break
		}
		dir = above
	}
	return "", ""
}

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

// resolve finds the file that a link of a file leads to, if there is one on the
// disk: its origin.
func (s source) resolve(link string) (origin string, ok bool) {
	here, isFile := s.file()
	if !isFile || link == "" || strings.HasPrefix(link, "//") || hasScheme(link) {
		return "", false
	}
	link = written(link)
	if link == "" {
		return "", false
	}
	for _, base := range bases(here, link) {
		for _, file := range forms(path.Join(base, link)) {
			if link == "/" && strings.HasSuffix(file, "/README.md") {
				continue // it is about the site
			}
			if real, ok := realFile(file); ok {
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
func bases(here, link string) []string {
	dir := path.Dir(here)
	if strings.HasPrefix(link, ".") {
		if strings.HasPrefix(link, "..") && !isIndex(here) {
			return []string{dir, path.Join(dir, "page")}
		}
		return []string{dir}
	}
	out := []string{dir}
	root, _ := rootOf(dir)
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
	if isMarkdown(name) || IsText(name) {
		return []string{name}
	}
	bare := name
	if ext := path.Ext(name); isHTML(name) {
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

// realFile is the path of the regular file at a slash path, as an origin has
// it: links are followed.
func realFile(name string) (real string, ok bool) {
	native := filepath.FromSlash(name)
	info, err := os.Lstat(native)
	if err != nil {
		return "", false
	}
	if info.Mode()&os.ModeSymlink != 0 {
		if native, err = filepath.EvalSymlinks(native); err != nil {
			return "", false
		}
		if info, err = os.Stat(native); err != nil {
			return "", false
		}
	}
	return filepath.ToSlash(native), info.Mode().IsRegular()
}
