package importer

import (
	"html"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"lede/articles"
	"lede/articles/importer/dialect"
	"lede/articles/importer/disk"
	"lede/articles/importer/filename"
	"lede/articles/importer/filetype"
	"lede/articles/importer/frontmatter"
	"lede/articles/importer/links"
)

// actedOut is the body of an article with what the program that it was written for
// would have made of it: of the folder that its file is in, or that it says itself.
func (s source) actedOut(a *articles.Article, front frontmatter.Fields, body string) string {
	programs := dialect.Of(s.kind, body, front.Has)
	file, isFile := s.file()
	if isFile {
		programs |= s.hint.disk.RootOf(path.Dir(file)).Programs
	}
	var files dialect.Files
	if isFile {
		files = neighbours{s.from().Beside()}
	}
	r := dialect.Rewrite(programs, body, files)
	if a.Title == "" {
		a.Title = articles.CleanLine(html.UnescapeString(r.Properties["title"]))
	}
	for _, tag := range strings.Split(r.Properties["tags"], ",") {
		if tag = articles.CleanLine(strings.Trim(tag, " #[]")); tag != "" && !slices.Contains(a.Tags, tag) {
			a.Tags = append(a.Tags, tag)
		}
	}
	for _, alias := range strings.Split(r.Properties["alias"], ",") {
		if slug := filename.Slug(strings.Trim(alias, " []")); slug != "" && !slices.Contains(a.Aliases, slug) && slug != a.Slug {
			a.Aliases = append(a.Aliases, slug)
		}
	}
	return r.Markdown
}

// neighbours are the texts beside a source.
type neighbours struct{ *links.Beside }

// mostEmbedded is how long a text may be, in bytes, of which a part is embedded.
const mostEmbedded = 1 << 20

// Text implements [dialect.Files].
func (n neighbours) Text(link string) (string, bool) {
	file, ok := n.Find(link)
	if !ok || !filetype.IsText(file) {
		return "", false
	}
	native := filepath.FromSlash(file)
	info, err := os.Stat(native)
	if err != nil || !info.Mode().IsRegular() || info.Size() > mostEmbedded {
		return "", false
	}
	data, err := os.ReadFile(native)
	if err != nil {
		return "", false
	}
	_, body, _, err := frontmatter.Split(decode(string(data), ""))
	return body, err == nil
}

// tagsOfNote adds the tags in the text of a note to those of its front matter.
func tagsOfNote(a *articles.Article, file string, d *disk.Files) {
	if !strings.Contains(a.Markdown, "#") {
		return
	}
	if d.RootOf(path.Dir(file)).Programs&(dialect.Obsidian|dialect.Logseq) == 0 {
		return
	}
	for _, tag := range dialect.Hashtags(a.Markdown) {
		same := func(have string) bool { return strings.EqualFold(have, tag) }
		if !slices.ContainsFunc(a.Tags, same) {
			a.Tags = append(a.Tags, tag)
		}
	}
}
