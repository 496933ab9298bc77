// Package htmldoc makes Markdown of HTML, wherever it stands: in a page, a feed,
// a message, a book. dom asks about its tree, tidy mends the tree, compose
// writes it as Markdown. What of a page is its article is the work of package
// webpage.
package htmldoc

import (
	"fmt"
	"net/url"
	"strings"

	"lede/articles"
	"lede/articles/importer/htmldoc/compose"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/htmldoc/tidy"
)

// MostTags is how many tags a text may have: each takes some hundred bytes of
// memory. A page of 1 MB has some 20,000.
const MostTags = 200_000

// Text is what a piece of HTML shows.
type Text struct {
	Markdown string // with one newline at its end; empty when nothing shows
	Plain    string // in one line
}

// Fragment reads a piece of HTML that is a text already, such as what a feed
// has or a chapter of a book: all that it shows. Its addresses are seen from
// base, which may be nil.
func Fragment(markup string, base *url.URL) (Text, error) {
	if strings.Count(markup, "<") > MostTags {
		return Text{}, fmt.Errorf("the text has more than %d tags, which no article has", MostTags)
	}
	root, err := Tree(markup)
	if err != nil {
		return Text{}, fmt.Errorf("parse the text: %w", err)
	}
	notes := tidy.Tree(root, base)
	body := dom.First(root, "body")
	if body == nil {
		body = root
	}
	return Text{Markdown: compose.Markdown(body, notes), Plain: articles.CleanLine(dom.Text(body))}, nil
}
