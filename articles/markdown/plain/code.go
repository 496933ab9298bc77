package plain

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"lede/articles"
)

// CodeLanguage is the language that stands above a block of code, without what
// programs write behind it or around it: "go{1,3}", "rust,ignore", "{.python}",
// "{r echo=FALSE}".
func CodeLanguage(n *ast.FencedCodeBlock, src []byte) string {
	info := strings.TrimLeft(articles.CleanLine(string(n.Language(src))), "{.")
	if end := strings.IndexAny(info, "{},"); end >= 0 {
		info = info[:end]
	}
	return info
}

// CodeTitle is what a block of code is called, by what stands behind the
// language above it: title="main.go", file=main.go. It is empty for most.
func CodeTitle(info string) string {
	for _, name := range [...]string{"title", "file", "filename", "caption", "name"} {
		_, rest, ok := strings.Cut(info, " "+name+"=")
		if !ok {
			_, rest, ok = strings.Cut(info, "{"+name+"=")
		}
		if !ok || rest == "" {
			continue
		}
		end := " }"
		if rest[0] == '"' || rest[0] == '\'' {
			end, rest = rest[:1], rest[1:]
		}
		if at := strings.IndexAny(rest, end); at >= 0 {
			rest = rest[:at]
		}
		return articles.CleanLine(rest)
	}
	return ""
}

// CodeLabel is what stands above a block of code: its language, and its title.
func CodeLabel(n ast.Node, src []byte) string {
	block, ok := n.(*ast.FencedCodeBlock)
	if !ok || block.Info == nil {
		return ""
	}
	language := CodeLanguage(block, src)
	title := CodeTitle(string(block.Info.Segment.Value(src)))
	return strings.Trim(language+" · "+title, " ·")
}
