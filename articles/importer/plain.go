package importer

import (
	"strings"

	"lede/articles"
	"lede/articles/importer/clipping"
	"lede/articles/markdown"
)

// readPlain makes an article of a plain text.
func readPlain(s source, text string) *articles.Article {
	a := clipping.Parse(text)
	if a.Title == "" {
		a.Title = s.titleFor(a.Markdown)
	}
	if a.Published.IsZero() {
		file, _ := s.file()
		a.Published = dateOfPath(file)
	}
	return a
}

// titleFor is the title of an article that has none: the name of its file, or
// of a stream its first heading or its first words.
func (s source) titleFor(body string) string {
	if file, ok := s.file(); ok {
		return nameTitle(file)
	}
	for h := range markdown.Parse(body).Headings() {
		return articles.CleanLine(h.Text)
	}
	first, rest, _ := strings.Cut(strings.TrimSpace(body), "\n")
	if strings.Trim(first, "`") == "" { // what stands as it is
		first, _, _ = strings.Cut(strings.TrimSpace(rest), "\n")
	}
	// A line of verse ends with Markdown's hard break.
	return articles.Opening(articles.CleanLine(strings.TrimSuffix(first, "\\")))
}
