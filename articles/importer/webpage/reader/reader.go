// Package reader finds the article in a page.
package reader

import (
	"net/url"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"lede/articles/importer/webpage/facts"
)

const mostElements = 300_000

// Article is the element that holds the text of the page's article, nil when
// there is none.
func Article(root *html.Node, base *url.URL, f *facts.Facts) *html.Node {
	p := readability.NewParser()
	p.KeepClasses = true
	p.MaxElemsToParse = mostElements
	p.DisableJSONLD = true
	a, err := p.ParseDocument(root, base)
	if err != nil {
		return nil
	}
	return a.Node
}
