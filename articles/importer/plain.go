package importer

import (
	"strings"

	"lede/articles"
	"lede/articles/markdown"
)

// readPlain makes an article of a plain text.
func readPlain(s source, text string) *articles.Article {
	first, rest, _ := strings.Cut(strings.TrimSpace(text), "\n")
	a := &articles.Article{Title: articles.CleanLine(first), Markdown: strings.TrimSpace(rest) + "\n"}
	survey(a, s, markdown.Survey(a.Title, a.Markdown))
	return a
}
