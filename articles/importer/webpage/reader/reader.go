// Package reader finds the article in a page.
package reader

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"lede/articles/importer/forest"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/htmldoc/tidy"
)

// Article is the element that holds the text of the page's article, nil when there
// is none, with the blocks of that text. All else is taken out of the page.
func (p *Page) Article() (*html.Node, []*Block) { return p.ArticleBy(model()) }

// ArticleBy is [Page.Article] with other weights.
func (p *Page) ArticleBy(weights *forest.Forest) (*html.Node, []*Block) {
	const summary = 500 // bytes that a summary may have; a page without text has no other
	keep := p.Choose(weights.Odds(p.Features()))
	p.settle(keep)
	p.settleLists(keep)
	p.settleThread(keep)
	p.relate(p.facts.Article)
	before := sum{}
	for i, b := range p.Blocks {
		if keep[i] {
			before = before.plus(sum{1, len(b.Text), b.linked, 0})
		}
	}
	if stated := bodyOf(p.facts.Body, summary*min(1, before.bytes)); stated != nil && (before.bytes-before.linked)*3 < dom.Weight(stated) {
		p = NewPage(stated, p.facts)
		keep = slices.Repeat([]bool{true}, len(p.Blocks))
	}
	p.takeApart(keep)
	p.trimEnd(keep)
	p.trimHead(keep)
	p.dropEcho(keep)
	return p.retain(keep)
}

// The weights are fitted to pages that are made, and to those of the folder that
// the environment names CORPUS, if any.
//
//go:generate go run ./fit -o weights.txt

//go:embed weights.txt
var weights string

var model = sync.OnceValue(func() *forest.Forest {
	m, err := forest.Read(strings.NewReader(weights))
	if err != nil {
		panic(err) // the file is part of the program
	}
	return m
})

// retain takes out of the page all blocks but those that are kept.
func (p *Page) retain(keep []bool) (*html.Node, []*Block) {
	var out []*Block
	words := false
	for i, b := range p.Blocks {
		if keep[i] {
			out, words = append(out, b), words || b.Text != ""
			continue
		}
		top := b.Nodes
		for e := b.in; e.up != nil && !e.anyOf(keep); e = e.up {
			top = []*html.Node{e.node}
		}
		for _, n := range top {
			dom.Remove(n)
		}
	}
	if !words {
		return nil, nil
	}
	return p.root, out
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

// container is what holds the article by its name: the text of the article, the
// only article, the main part, else the whole body.
func container(body *html.Node) *html.Node {
	all := dom.Weight(body)
	var articles, mains []*html.Node
	for n := range dom.Each(body) {
		switch {
		case !dom.Is(n, "article", "main") && !dom.Has(n, "itemprop") && !dom.Has(n, "role") || !dom.Outweighs(n, all/20):
		case dom.Attr(n, "itemprop") == "articleBody":
			return n
		case n.Data == "article" && dom.Above(n, "article") == nil:
			articles = append(articles, n)
		case n.Data == "main" || dom.Attr(n, "role") == "main":
			mains = append(mains, n)
		}
	}
	switch {
	case len(articles) == 1 && (len(mains) == 0 || dom.Weight(articles[0])*3 > all):
		return articles[0]
	case len(mains) > 0:
		return mains[0]
	}
	return body
}
