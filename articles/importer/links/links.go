// Package links tells what a link in an article leads to: another article, by the
// address or the slug that a library knows it by, or a file on the disk.
package links

import (
	"html"
	"path"
	"path/filepath"
	"strings"

	"lede/articles"
	"lede/articles/importer/disk"
	"lede/articles/importer/epub"
	"lede/articles/importer/filename"
	"lede/articles/importer/filetype"
	"lede/articles/lazy"
)

// From is where links lead from.
type From struct {
	Origin string      // of the article that they stand in, see [articles.Article]
	Disk   *disk.Files // where their files are looked for; may be nil
}

// File is the slash path of the file that the article came from, if any.
func (s From) File() (string, bool) { return strings.CutPrefix(s.Origin, "file:") }

// FileOrigin is the origin of the file at an absolute path: the same on every
// system for the same path, with slashes.
func FileOrigin(abs string) string { return "file:" + filepath.ToSlash(abs) }

// OriginOf is the origin of the file at a path, the same one through whatever
// links and from whatever directory it is named.
func OriginOf(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if real, broken := filepath.EvalSymlinks(abs); broken == nil {
		abs = real
	}
	return FileOrigin(abs), err
}

// Target turns what a link is written with into the address that the library
// knows the other article by: a web address as it is, the path of a text file
// as its origin, and anything else, such as a wikilink or the path of a page
// on the author's site, as a slug.
func (s From) Target(link string) string {
	if chapter := epub.Target(s.Origin, link); chapter != "" {
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
	if here, ok := s.File(); ok && filetype.IsText(link) {
		if !path.IsAbs(link) {
			link = path.Join(path.Dir(here), link)
		}
		return "file:" + path.Clean(link)
	}
	return filename.Slug(link)
}

// All resolves the links of a body, each once. What leads to a file that is
// there is its origin. Any other is listed by each name that what it leads to
// may have one day: a relative one without an extension may be a note in the
// same folder, and of a path the last element may be the name of a page.
func (s From) All(found []string) []string {
	var out []string
	seen := map[string]bool{"": true, s.Origin: true}
	add := func(target string) {
		if !seen[target] {
			seen[target] = true
			out = append(out, target)
		}
	}
	for _, link := range found {
		if origin, ok := s.Resolve(link); ok {
			add(origin)
			continue
		}
		add(s.Target(link))
		if page := written(link); filetype.IsText(page) && !hasScheme(link) && !strings.HasPrefix(page, ".") {
			add(filename.Slug(page))
		}
		if _, ok := s.File(); ok && !hasScheme(link) && path.Ext(link) == "" && !strings.HasSuffix(link, "/") {
			add(s.Target(link + ".md"))
		}
	}
	return out
}

// Related reads one entry of a list of related articles: an address, a path, a
// wikilink, a slug or a title.
func (s From) Related(entry string) articles.Link {
	words := articles.CleanLine(html.UnescapeString(Unlink(entry)))
	switch m := link.Get().FindStringSubmatch(entry); {
	case words == "":
		return articles.Link{}
	case m != nil:
		target, _, _ := strings.Cut(m[1], "|")
		return articles.Link{Title: words, Target: s.Target(articles.CleanLine(target + m[3]))}
	case articles.IsWeb(words), filetype.IsText(words), strings.Contains(words, "/") && !strings.Contains(words, " "):
		return articles.Link{Target: s.Target(words)}
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

// link is a wikilink, whose words may stand behind a bar, or a link in Markdown.
var link = &lazy.Regexp{Source: `\[\[(.*?)\]\]|\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(((?:[^()]|\([^()]*\))*)\)`}

// Unlink puts the words of each link in a name in its place, as clippers to Obsidian
// write authors. A link without words stays.
func Unlink(s string) string {
	return strings.TrimSpace(link.Get().ReplaceAllStringFunc(s, func(all string) string {
		m := link.Get().FindStringSubmatch(all)
		words := m[1] + m[2]
		if _, shown, ok := strings.Cut(m[1], "|"); ok {
			words = shown
		}
		if words = articles.CleanLine(words); words == "" {
			return all
		}
		return words
	}))
}
