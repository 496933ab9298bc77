// Package facts reads what a page says of its article: who wrote it, when, and
// what it is called.
package facts

import (
	"net/url"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/webpage/dom"
)

// Facts are what a page says.
type Facts struct {
	Article  *articles.Article
	Language string
	Body     string // the text of the article, where the page states it for programs
}

// Read reads the facts of the page below root, before anything is taken out.
func Read(root *html.Node, base *url.URL) *Facts {
	f := &Facts{Article: &articles.Article{}}
	if t := dom.First(root, "title"); t != nil {
		f.Article.Title = dom.Text(t)
	}
	return f
}

// Seen adds what the words of the page say.
func (f *Facts) Seen(body *html.Node) {}
