// Package reader finds the article in a page.
package reader

import (
	_ "embed"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"lede/articles/importer/forest"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/htmldoc/tidy"
	"lede/articles/importer/webpage/facts"
)

// Article is the element that holds the text of the page's article, nil when
// there is none. All else is taken out of it.
func Article(root *html.Node, f *facts.Facts) *html.Node {
	body := dom.First(root, "body")
	if body == nil {
		body = root
	}
	if f.Article.AuthorBio == "" && f.Article.Author != "" {
		f.Article.AuthorBio = Bio(root, f.Article.Author)
	}
	trimTail(body, f)
	const summary = 500 // bytes that a summary may have; a page without text has no other
	p := NewPage(body, f)
	keep := p.Choose(model().Odds(p.Features()))
	p.settleBetween(keep)
	settleThread(body, p.Blocks, keep)
	retain(body, p.Blocks, keep)
	if stated := bodyOf(f.Body, summary*min(1, dom.Weight(body))); stated != nil && prose(body)*3 < dom.Weight(stated) {
		body = stated
	}
	takeApart(body, f.Article)
	trimLines(body, f.Article)
	trimBio(body, f.Article)
	trimHead(body, f.Article)
	dropEcho(body, f.Article)
	if dom.Weight(body) == 0 {
		return nil
	}
	return body
}

// The weights are fitted to pages that are made, and to those of the folder that
// the environment names CORPUS, if any.
//
//go:generate go run ./fit -leave none -o weights.txt

//go:embed weights.txt
var weights string

var model = sync.OnceValue(func() *forest.Forest {
	m, err := forest.Read(strings.NewReader(weights))
	if err != nil {
		panic(err) // the file is part of the program
	}
	return m
})

// retain takes out of root all blocks but those that are kept.
func retain(root *html.Node, blocks []*Block, keep []bool) {
	holds := map[*html.Node]bool{root: true}
	for i, b := range blocks {
		if !keep[i] {
			continue
		}
		for n := b.parent(); n != nil && !holds[n]; n = n.Parent {
			holds[n] = true
		}
	}
	for i, b := range blocks {
		if keep[i] {
			continue
		}
		top := b.Nodes
		for n := b.parent(); n != nil && !holds[n]; n = n.Parent {
			top = []*html.Node{n}
		}
		for _, n := range top {
			dom.Remove(n)
		}
	}
}

// bodyOf is the text that a page states for programs, when it is longer than a
// summary: pages that scripts write have no other.
func bodyOf(text string, least int) *html.Node {
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

// container is what holds the article by its name: the text of the article,
// the only article, the main part, else the whole body.
func container(body *html.Node) *html.Node {
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
