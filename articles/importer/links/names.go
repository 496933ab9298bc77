package links

import (
	"net/url"
	"path"
	"path/filepath"
	"strings"

	"lede/articles"
	"lede/articles/importer/filename"
)

// Names are the names under which a library may know what a link in a leads
// to, the surest first.
func Names(a *articles.Article, target string) []string {
	s := From{Origin: a.Origin}
	var names []string
	if base, err := url.Parse(a.URL); err == nil && articles.IsWeb(a.URL) {
		if u, err := base.Parse(target); err == nil {
			names = append(names, u.String())
		}
	}
	if origin, ok := s.Resolve(target); ok {
		names = append(names, origin)
	}
	names = append(names, s.Target(target))
	page, _, _ := strings.Cut(target, "#")
	if !hasScheme(page) && path.Ext(page) == "" && !strings.HasSuffix(page, "/") {
		names = append(names, s.Target(page+".md"))
	}
	if !hasScheme(page) {
		names = append(names, filename.Slug(written(page)))
	}
	return append(names, page)
}

// LinkedFile is the path on the disk that a link in a leads to, whether there is
// something or not; false for a link that leads to no file, or of an article that
// came from none.
func LinkedFile(a *articles.Article, target string) (name string, ok bool) {
	s := From{Origin: a.Origin}
	here, isFile := s.File()
	switch {
	case !isFile || target == "" || strings.HasPrefix(target, "//"):
		return "", false
	case hasPrefixFold(target, "file:"):
		return filepath.FromSlash(path.Clean("/" + strings.TrimLeft(written(target[len("file:"):]), "/"))), true
	case hasScheme(target):
		return "", false
	}
	if origin, found := s.Resolve(target); found {
		return filepath.FromSlash(strings.TrimPrefix(origin, "file:")), true
	}
	link := written(target)
	if link == "" {
		return "", false
	}
	if !path.IsAbs(link) {
		link = path.Join(path.Dir(here), link)
	}
	return filepath.FromSlash(link), true
}
