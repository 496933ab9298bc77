package links

import (
	"path"
	"path/filepath"
	"strings"

	"lede/articles/importer/dialect"
	"lede/articles/importer/disk"
)

// Beside are the files beside a text, as links and embeds in it name them.
type Beside struct {
	From
	vault *disk.Vault     // that the text is in, once it was asked for
	known map[string]bool // links that were asked for, and whether they lead to a file
}

// Beside are the files beside the article.
func (s From) Beside() *Beside { return &Beside{From: s, known: make(map[string]bool)} }

// Has reports whether a link leads to a file that is there.
func (b *Beside) Has(link string) bool {
	has, known := b.known[link]
	if !known {
		_, has = b.Resolve(link)
		b.known[link] = has
	}
	return has
}

// Place is the path of a file that is embedded, from the folder of the text: what
// it is called, where it is not found.
func (b *Beside) Place(link string) string {
	here, _ := b.File()
	dir := path.Dir(here)
	if _, beside := b.Disk.File(path.Join(dir, written(link))); beside {
		return link
	}
	file, ok := b.inVault(link)
	if !ok {
		return link
	}
	at, err := filepath.Rel(filepath.FromSlash(dir), filepath.FromSlash(file))
	if err != nil {
		return link
	}
	return filepath.ToSlash(at)
}

// Find is the slash path of the file that a link leads to, or that a name alone
// does in the vault of the text.
func (b *Beside) Find(link string) (file string, ok bool) {
	if origin, ok := b.Resolve(link); ok {
		return strings.CutPrefix(origin, "file:")
	}
	return b.inVault(link)
}

// inVault is the file that a name alone leads to in the vault of a text; false
// where there is none, or the text stands in no vault.
func (b *Beside) inVault(link string) (file string, ok bool) {
	here, isFile := b.File()
	name := written(link)
	if !isFile || name == "" || strings.Contains(name, "/") || hasScheme(link) {
		return "", false
	}
	at := b.Disk.RootOf(path.Dir(here))
	if at.Programs&(dialect.Obsidian|dialect.Logseq) == 0 {
		return "", false
	}
	if b.vault == nil {
		b.vault = b.Disk.Vault(at.Path)
	}
	return b.vault.Find(at.Path, name)
}
