// Package reader finds the article in a page.
package reader

import (
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"

	"lede/articles/importer/webpage/dom"
	"lede/articles/importer/webpage/facts"
	"lede/articles/importer/webpage/tidy"
)

const mostElements = 300_000

// Article is the element that holds the text of the page's article, nil when
// there is none. It is what readability finds, unless that is little beside
// what the page marks as its article.
func Article(root *html.Node, base *url.URL, f *facts.Facts) *html.Node {
	scored, marked := Scored(root, base), Marked(root)
	if scored == nil || isLittle(scored, marked) || isList(root, f) && dom.Weight(scored)*3 < dom.Weight(marked)*2 {
		scored = marked
	} else {
		polish(scored)
	}
	if body := bodyOf(f.Body); body != nil && prose(scored)*3 < dom.Weight(body) {
		scored = body
	}
	takeApart(scored, f.Article)
	if f.Article.AuthorBio == "" && f.Article.Author != "" {
		f.Article.AuthorBio = Bio(root, f.Article.Author)
	}
	trimHead(scored, f.Article)
	trimTail(scored, f)
	dropEcho(scored, f.Article)
	if dom.Weight(scored) == 0 {
		return nil
	}
	return scored
}

// bodyOf is the text that a page states for programs, when it is longer than a
// summary: pages that scripts write have no other.
func bodyOf(text string) *html.Node {
	const least = 500 // bytes
	if len(text) < least {
		return nil
	}
	body := dom.New("div", "")
	if strings.Contains(text, "<p") {
		nodes, err := html.ParseFragment(strings.NewReader(text), body)
		if err != nil {
			return nil
		}
		for _, n := range nodes {
			body.AppendChild(n)
		}
		tidy.Tree(body, nil)
		return body
	}
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			body.AppendChild(dom.New("p", line))
		}
	}
	return body
}

// isLittle reports whether what was found is little beside what is marked.
func isLittle(scored, marked *html.Node) bool {
	const line = 250 // bytes
	all := dom.Weight(scored)
	return prose(scored)*5 < prose(marked)*2 && dom.LinkWeight(marked) < 0.4 || all < line && dom.Weight(marked) > 10*all
}

// isList reports whether a page lists articles and holds none itself.
func isList(root *html.Node, f *facts.Facts) bool {
	const few = 5
	n := 0
	for _, a := range dom.Elements(container(root), "article") {
		if dom.Above(a, "article") == nil && !inComments(a) {
			n++
		}
	}
	return n >= few && !f.IsArticle()
}

func inComments(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if names(n, []string{"comment", "comments", "related", "sidebar"}) {
			return true
		}
	}
	return false
}

// prose is the weight of the words of n that stand in no link.
func prose(n *html.Node) int { return int(float64(dom.Weight(n)) * (1 - dom.LinkWeight(n))) }

// Scored is what readability finds.
func Scored(root *html.Node, base *url.URL) *html.Node {
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

// Marked is the part of the page that it marks as its article or as what it is
// about, without the furniture.
func Marked(root *html.Node) *html.Node {
	n := dom.Clone(container(root))
	strip(n)
	return n
}

// container is what holds the article by its name: the text of the article,
// the only article, the main part, else the whole body.
func container(root *html.Node) *html.Node {
	body := dom.First(root, "body")
	if body == nil {
		return root
	}
	all := dom.Weight(body)
	least := all / 20
	var articles []*html.Node
	for _, n := range dom.Elements(body) {
		prop := dom.Attr(n, "itemprop")
		switch {
		case prop == "articleBody" && dom.Outweighs(n, least):
			return n
		case n.Data == "article" && dom.Above(n, "article") == nil && dom.Outweighs(n, least):
			articles = append(articles, n)
		}
	}
	if len(articles) == 1 && dom.Weight(articles[0])*3 > all {
		return articles[0]
	}
	for _, n := range dom.Elements(body) {
		if (n.Data == "main" || dom.Attr(n, "role") == "main") && dom.Outweighs(n, least) {
			return n
		}
	}
	if len(articles) == 1 {
		return articles[0]
	}
	return body
}
