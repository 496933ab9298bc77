package importer

import (
	"net/url"
	"path"
	"path/filepath"
	"strings"

	"lede/articles"
	"lede/articles/importer/epub"
	"lede/articles/importer/filename"
	"lede/articles/importer/filetype"
	"lede/articles/importer/webpage"
)

// A source is where the bytes of an article came from.
type source struct {
	name   string // as the reader wrote it, for messages
	kind   string // a name that tells what it is by its end; may be empty
	origin string // see articles.Article
	hint   Hint

	// rest joins the following parts of an article to its first page; nil where
	// they are not at hand.
	rest func(first *webpage.Page) error
}

// original is what an article was made of, of which data is the text.
func (s source) original(data string) *articles.Original {
	o := articles.Original{
		Name: s.name, URL: s.hint.URL, Charset: s.hint.Charset, WholePage: s.hint.WholePage, Reader: s.hint.Reader, Data: data,
	}
	if file, ok := s.file(); ok {
		o.Name = file // whichever way it was named
	} else if articles.IsWeb(s.origin) {
		o.Name = s.kind
	}
	return &o
}

// file is the slash path of the file that the article came from, if any.
func (s source) file() (string, bool) { return strings.CutPrefix(s.origin, "file:") }

// FileOrigin is the origin of the file at an absolute path: the same on every
// system for the same path, with slashes.
func FileOrigin(abs string) string { return "file:" + filepath.ToSlash(abs) }

// target turns what a link is written with into the address that the library
// knows the other article by: a web address as it is, the path of a text file
// as its origin, and anything else, such as a wikilink or the path of a page
// on the author's site, as a slug.
func (s source) target(link string) string {
	if chapter := epub.Target(s.origin, link); chapter != "" {
		return chapter
	}
	link, _, _ = strings.Cut(link, "#")
	switch {
	case link == "":
		return ""
	case articles.IsWeb(link):
		return link
	case strings.HasPrefix(link, "//"):
		return "https:" + link
	case strings.HasPrefix(link, "welcome:"):
		return link
	case hasPrefixFold(link, "file:"):
		return "file:" + path.Clean("/"+strings.TrimLeft(link[len("file:"):], "/"))
	case hasScheme(link):
		return ""
	}
	link = written(link)
	if here, ok := s.file(); ok && filetype.IsText(link) {
		if !path.IsAbs(link) {
			link = path.Join(path.Dir(here), link)
		}
		return "file:" + path.Clean(link)
	}
	return filename.Slug(link)
}

// links resolves the links of a body, each once. What leads to a file that is
// there is its origin. Any other is listed by each name that what it leads to
// may have one day: a relative one without an extension may be a note in the
// same folder, and of a path the last element may be the name of a page.
func (s source) links(found []string) []string {
	var out []string
	seen := map[string]bool{"": true, s.origin: true}
	add := func(target string) {
		if !seen[target] {
			seen[target] = true
			out = append(out, target)
		}
	}
	for _, link := range found {
		if origin, ok := s.resolve(link); ok {
			add(origin)
			continue
		}
		add(s.target(link))
		if page := written(link); filetype.IsText(page) && !hasScheme(link) && !strings.HasPrefix(page, ".") {
			add(filename.Slug(page))
		}
		if _, ok := s.file(); ok && !hasScheme(link) && path.Ext(link) == "" && !strings.HasSuffix(link, "/") {
			add(s.target(link + ".md"))
		}
	}
	return out
}

// link reads one entry of a list of related articles: an address, a path, a
// wikilink, a slug or a title.
func (s source) link(entry string) articles.Link {
	words := line(unlink(entry))
	switch inner := strings.TrimSpace(entry); {
	case words == "":
		return articles.Link{}
	case strings.HasPrefix(inner, "[["):
		target, _, _ := strings.Cut(strings.Trim(inner, "[]"), "|")
		return articles.Link{Title: words, Target: s.target(articles.CleanLine(target))}
	case strings.HasPrefix(inner, "["):
		_, target, _ := strings.Cut(strings.TrimSuffix(inner, ")"), "](")
		return articles.Link{Title: words, Target: s.target(articles.CleanLine(target))}
	case articles.IsWeb(words), filetype.IsText(words), strings.Contains(words, "/") && !strings.Contains(words, " "):
		return articles.Link{Target: s.target(words)}
	case words == articles.Slug(words):
		return articles.Link{Target: words}
	}
	return articles.Link{Title: words}
}

// hasScheme reports whether s begins as a URL does; a single letter before the
// colon is a drive.
func hasScheme(s string) bool {
	at := strings.IndexAny(s, ":/?# ")
	return at > 1 && s[at] == ':'
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// LinkNames are the names under which a library may know what a link in a leads
// to, the surest first.
func LinkNames(a *articles.Article, target string) []string {
	s := source{origin: a.Origin}
	var names []string
	if base, err := url.Parse(a.URL); err == nil && articles.IsWeb(a.URL) {
		if u, err := base.Parse(target); err == nil {
			names = append(names, u.String())
		}
	}
	if origin, ok := s.resolve(target); ok {
		names = append(names, origin)
	}
	names = append(names, s.target(target))
	page, _, _ := strings.Cut(target, "#")
	if !hasScheme(page) && path.Ext(page) == "" && !strings.HasSuffix(page, "/") {
		names = append(names, s.target(page+".md"))
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
	s := source{origin: a.Origin}
	here, isFile := s.file()
	switch {
	case !isFile || target == "" || strings.HasPrefix(target, "//"):
		return "", false
	case hasPrefixFold(target, "file:"):
		return filepath.FromSlash(path.Clean("/" + strings.TrimLeft(written(target[len("file:"):]), "/"))), true
	case hasScheme(target):
		return "", false
	}
	if origin, found := s.resolve(target); found {
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
