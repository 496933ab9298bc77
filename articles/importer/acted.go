package importer

import (
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
)

// actedOut is the body of an article with what the program that it was written for
// would have made of it: of the folder that its file is in, or that it says itself.
func (s source) actedOut(a *articles.Article, front fields, body string) string {
	programs := dialect.Of(s.kind, body, func(key string) bool { return !blank(front[key]) })
	file, isFile := s.file()
	if isFile {
		programs |= s.hint.disk.RootOf(path.Dir(file)).Programs
	}
	var files dialect.Files
	if isFile {
		files = neighbours{s, new(*disk.Vault), make(map[string]bool)}
	}
	r := dialect.Rewrite(programs, body, files)
	if a.Title == "" {
		a.Title = line(r.Properties["title"])
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
type neighbours struct {
	source
	vault **disk.Vault // that the source is in, once it was asked for
	known map[string]bool // links that were asked for, and whether they lead to a file
}

// mostEmbedded is how long a text may be, in bytes, of which a part is embedded.
const mostEmbedded = 1 << 20

// Has implements [dialect.Files].
func (n neighbours) Has(link string) bool {
	has, known := n.known[link]
	if !known {
		_, has = n.resolve(link)
		n.known[link] = has
	}
	return has
}

// Place implements [dialect.Files].
func (n neighbours) Place(link string) string {
	here, _ := n.file()
	dir := path.Dir(here)
	if _, beside := n.hint.disk.File(path.Join(dir, written(link))); beside {
		return link
	}
	file, ok := n.inVault(link)
	if !ok {
		return link
	}
	at, err := filepath.Rel(filepath.FromSlash(dir), filepath.FromSlash(file))
	if err != nil {
		return link
	}
	return filepath.ToSlash(at)
}

// Text implements [dialect.Files].
func (n neighbours) Text(link string) (string, bool) {
	origin, ok := n.resolve(link)
	file, isFile := strings.CutPrefix(origin, "file:")
	if !ok {
		file, isFile = n.inVault(link)
	}
	if !isFile || !filetype.IsText(file) {
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
	_, body, _, err := splitFront(decode(string(data), ""))
	return body, err == nil
}

// inVault is the file that a name alone leads to in the vault of a text; false
// where there is none, or the text stands in no vault.
func (n neighbours) inVault(link string) (file string, ok bool) {
	here, isFile := n.file()
	name := written(link)
	if !isFile || name == "" || strings.Contains(name, "/") || hasScheme(link) {
		return "", false
	}
	at := n.hint.disk.RootOf(path.Dir(here))
	if at.Programs&(dialect.Obsidian|dialect.Logseq) == 0 {
		return "", false
	}
	if *n.vault == nil {
		*n.vault = n.hint.disk.Vault(at.Path)
	}
	return (*n.vault).Find(at.Path, name)
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
