package dialect

import (
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// Programs is a set of programs that a text was written for.
type Programs uint16

// The programs, and what is alike to several.
const (
	Obsidian Programs = 1 << iota
	Logseq
	Hugo
	Zola
	Jekyll // and Eleventy
	MDX    // and Docusaurus
	MkDocs
	MdBook
	Pandoc // and Quarto
	notices
	beside // nobody's in particular, and files stand beside the text
)

// marks are the files and folders by which the folder of a program is known. For
// a name with a second one, both must be there: config.toml may be anybody's.
var marks = []struct {
	name, beside string
	programs     Programs
}{
	{".obsidian", "", Obsidian},
	{"logseq", "pages", Logseq},
	{"hugo.toml", "", Hugo},
	{"hugo.yaml", "", Hugo},
	{"hugo.json", "", Hugo},
	{"config.toml", "archetypes", Hugo},
	{"config.toml", "sass", Zola},
	{"config.toml", "templates", Zola},
	{"config.toml", "content", Hugo | Zola},
	{"config.yaml", "content", Hugo},
	{"config.json", "content", Hugo},
	{"zola.toml", "", Zola},
	{"_config.yml", "", Jekyll},
	{"_config.yaml", "", Jekyll},
	{".eleventy.js", "", Jekyll},
	{"eleventy.config.js", "", Jekyll},
	{"docusaurus.config.js", "", MDX},
	{"docusaurus.config.ts", "", MDX},
	{"astro.config.mjs", "", MDX},
	{"mkdocs.yml", "", MkDocs},
	{"book.toml", "", MdBook},
	{"_quarto.yml", "", Pandoc | Hugo},
	{".vitepress", "", MDX},
}

// OfFolder are the programs that a folder is the root of, by what is in it; none
// for most.
func OfFolder(has func(name string) bool) Programs {
	for _, m := range marks {
		if has(m.name) && (m.beside == "" || has(m.beside)) {
			return m.programs
		}
	}
	return 0
}

// Of are the programs that a text says it is written for: by the end of its
// file's name, by the keys of its front matter, which has asks for, and by signs
// that nobody would write for another reason.
func Of(name, text string, has func(key string) bool) Programs {
	var p Programs
	switch strings.ToLower(path.Ext(name)) {
	case ".mdx":
		p |= MDX
	case ".qmd", ".rmd":
		p |= Pandoc | Hugo
	}
	slashed := strings.ReplaceAll(name, "\\", "/")
	switch {
	case has("sidebar_position"), has("sidebar_label"):
		p |= MDX
	case has("layout"), strings.Contains(slashed, "_posts/"), strings.Contains(slashed, "_drafts/"):
		p |= Jekyll
	case has("cssclasses"), has("cssclass"):
		p |= Obsidian
	case has("title") && hasShortcode(text):
		p |= Hugo
	}
	if beginsWithProperty(text) && strings.Contains(text, "\n- ") {
		p |= Logseq
	}
	if hasOne(text, ":::", "!!! ", "??? ", "???+ ") {
		p |= notices
	}
	return p
}

// hasOne reports whether one of signs stands in a text. In most there is none, and
// somebody waits for a long text to be shown: it is looked through for all of them at
// a time.
func hasOne(text string, signs ...string) bool {
	const long = 1 << 20
	if len(text) < long {
		return slices.ContainsFunc(signs, func(sign string) bool { return strings.Contains(text, sign) })
	}
	var has atomic.Bool
	var wait sync.WaitGroup
	for _, sign := range signs {
		wait.Go(func() {
			if strings.Contains(text, sign) {
				has.Store(true)
			}
		})
	}
	wait.Wait()
	return has.Load()
}

// hasShortcode reports whether a line is one of the shortcodes that Hugo has of
// its own, with what it is to show: with front matter above, such a text is Hugo's.
func hasShortcode(text string) bool {
	for at := strings.Index(text, "{{< "); at >= 0; {
		if at == 0 || text[at-1] == '\n' {
			line, _, _ := strings.Cut(text[at:], "\n")
			name, rest := tagOf(strings.TrimSpace(line), "{{<", ">}}")
			switch name {
			case "figure", "youtube", "vimeo", "highlight", "gist", "instagram", "tweet", "x", "details", "qr":
				if rest != "" {
					return true
				}
			}
		}
		next := strings.Index(text[at+1:], "{{< ")
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return false
}
