// Package welcome holds the articles that a new library starts with. They are
// written for this project, show every construct that the reader can draw, and
// are together its manual.
package welcome

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed *.md
var files embed.FS

// File is one article as its author left it: Markdown with YAML front matter.
type File struct {
	Name    string // "the-measure.md"; without the extension it is the slug
	Content []byte
}

// Scheme begins the origins of the articles.
const Scheme = "welcome:"

// Origin is the origin of the article in a file.
func (f File) Origin() string { return Scheme + strings.TrimSuffix(f.Name, ".md") }

// Files returns the articles in the order of their names.
func Files() []File {
	names, err := fs.Glob(files, "*.md")
	if err != nil {
		panic(fmt.Sprintf("list the embedded articles: %v", err)) // the pattern is a constant
	}
	out := make([]File, len(names))
	for i, name := range names {
		content, err := files.ReadFile(name)
		if err != nil {
			panic(fmt.Sprintf("read the embedded article %s: %v", name, err)) // it is in the binary
		}
		out[i] = File{Name: name, Content: content}
	}
	return out
}
