package reader

import (
	"slices"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/lexicon"
)

// element is an element with blocks in it.
type element struct {
	sum
	node   *html.Node
	up     *element // nil for the root
	depth  int
	from   int     // its first block
	to     int     // the block behind its last
	score  int     // prose in paragraphs near below
	alike  int     // how many elements of its kind stand beside it, with it
	groups uint32  // what its names say
	lean   float64 // what is known of it for sure, as log odds
}

// element is n as one with blocks in it.
func (p *Page) element(n *html.Node) *element {
	e := p.within[n]
	if e == nil {
		e = &element{node: n}
		if n != p.root {
			e.up = p.element(n.Parent)
			e.depth = e.up.depth + 1
			e.groups = groupsOf(n)
		}
		p.within[n], p.order = e, append(p.order, e)
	}
	return e
}

// add counts a block that stands right in e.
func (e *element) add(at int, own sum) {
	const near = 3 // levels that prose counts for
	for level := 0; e != nil; e, level = e.up, level+1 {
		if e.blocks == 0 {
			e.from = at
		}
		e.sum, e.to = e.plus(own), at+1
		if level < near {
			e.score += own.prose / (1 + level)
		}
	}
}

// isIn reports whether e is o or stands in it.
func (e *element) isIn(o *element) bool {
	for ; e != nil; e = e.up {
		if e == o {
			return true
		}
	}
	return false
}

// namesAbove are the groups of the names of e and of what it stands in.
func (e *element) namesAbove() uint32 {
	var bits uint32
	for ; e != nil; e = e.up {
		bits |= e.groups
	}
	return bits
}

// anyOf reports whether something of e is kept.
func (e *element) anyOf(keep []bool) bool { return slices.Contains(keep[e.from:e.to], true) }

// leave leaves out all of e.
func (e *element) leave(keep []bool) { clear(keep[e.from:e.to]) }

// How far what is known for sure moves a block, as log odds.
const (
	never  = -8.0 // its words, its element, or where it stands say that it is not of the article
	surely = 8.0  // it is a source of the article
	ofText = 2.0  // it is a paragraph without links in what the page marks as its one article
)

// lean is what is known of a block for sure, as log odds.
func (p *Page) lean(b *Block) float64 {
	for e := b.in; e != nil; e = e.up {
		if e.lean < 0 {
			return e.lean
		}
	}
	switch {
	case b.source:
		return surely
	case p.isOfPage(b):
		return never
	case b.linked == 0 && dom.Is(b.Nodes[0], "p", "h2", "h3", "blockquote", "li") && dom.Is(p.main.node, "article") && b.in.isIn(p.main):
		return ofText
	}
	return 0
}

// know finds what is known of the page and of its elements for sure.
func (p *Page) know() {
	type place struct {
		up          *element
		name, class string
	}
	at := func(e *element) place { return place{e.up, e.node.Data, unnumbered(dom.Attr(e.node, "class"))} }
	alike := map[place]int{}
	p.best = p.all
	for _, e := range p.order {
		alike[at(e)]++
		if e.score > p.best.score || e.score == p.best.score && e.bytes < p.best.bytes {
			p.best = e
		}
	}
	if p.main = p.within[container(p.root)]; p.main == nil {
		p.main = p.all
	}
	var titled *element
	if p.title >= 0 {
		titled = p.Blocks[p.title].in
	}
	const longestAsk = 600 // bytes of what asks for an address, or the like
	furniture, comments, asks := furnitureNames(), nameBookOf().bits("comment"), nameBookOf().bits("ask")
	for _, e := range p.order {
		e.alike = alike[at(e)]
		if e == p.all || titled.isIn(e) {
			continue
		}
		outside := p.main != p.all && (titled.isIn(p.main) || p.main.node.Data == "main") && !e.isIn(p.main) && !p.main.isIn(e)
		small := e.bytes*5 < p.all.bytes*2
		switch {
		case p.isPart(e) && small, e.bytes < longestAsk && e.groups&asks != 0 && dom.First(e.node, "form") != nil, outside && (p.isPart(e) || e.groups&furniture != 0),
			e.groups&comments != 0 && (e.prose < p.all.prose || p.facts.IsArticle()) && saysComments(e.node),
			dom.Is(e.node, "article") && titled != nil && p.isBesideTitled(e.node):
			e.lean = never
		}
	}
}

// isBesideTitled reports whether an article stands beside the one with the title:
// it is another.
func (p *Page) isBesideTitled(n *html.Node) bool {
	own := dom.Above(p.Blocks[p.title].Nodes[0], "article")
	return own != nil && own != n && own.Parent == n.Parent
}

// saysComments reports whether an element has a label of comments or a form in
// it: that its name says so is not enough.
func saysComments(n *html.Node) bool {
	const longest = 60 // bytes of a label
	return dom.Find(n, func(c *html.Node) bool {
		return dom.Is(c, "form", "textarea") || groupsOf(c)&nameBookOf().bits("comment") != 0 ||
			dom.Is(c, "h2", "h3", "h4", "p", "span", "div") && !dom.Outweighs(c, longest) && lexicon.Of(dom.Text(c)).HasAny(lexicon.Comments, lexicon.Counted)
	}) != nil
}

// isPart reports whether e is a part of a page by its element or role.
func (p *Page) isPart(e *element) bool {
	k := elementKind(e.node)
	if k < 0 {
		return false
	}
	switch elementKinds[k] {
	case "nav", "dialog":
		return true
	case "footer":
		return dom.Above(e.node, "article", "blockquote", "main") == nil
	case "form":
		return !dom.Is(e.node, "fieldset", "label") && !(e.node.Data == "form" && p.isWritten(e))
	}
	return false
}

// isWritten reports whether a form is an exercise of the author's: it has sentences,
// and asks for no name and no word to search for.
func (p *Page) isWritten(form *element) bool {
	sentence := false
	for _, b := range p.Blocks[form.from:form.to] {
		if b.says != nothing || b.linked*2 > len(b.Text) {
			return false
		}
		sentence = sentence || IsSentence(b.Text)
	}
	return sentence && dom.Find(form.node, func(n *html.Node) bool {
		return dom.Is(n, "input") && slices.Contains([]string{"email", "password", "search", "submit", "tel"}, dom.Attr(n, "type")) || dom.Is(n, "textarea")
	}) == nil
}
