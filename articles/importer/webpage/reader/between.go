package reader

import (
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/webpage/facts"
)

// settleBetween keeps what stands among kept blocks and is of a text by its form:
// code, definitions, figures, and headings over what is kept, where nothing is known
// against them.
func (p *Page) settleBetween(keep []bool) {
	blocks := p.Blocks
	first, last := -1, -1
	holds := map[*html.Node]int{} // kept blocks in an element
	for i, b := range blocks {
		if !keep[i] {
			continue
		}
		if last = i; first < 0 {
			first = i
		}
		for n := b.parent(); n != nil; n = n.Parent {
			holds[n]++
		}
	}
	if first < 0 {
		return
	}
	all := holds[blocks[first].root()]
	for i := first; i >= 0; i-- { // what stands under the title is of the text
		if blocks[i].name() == "h1" {
			first = i + 1
			keep[i] = keep[i] || p.isOwnHeading(i)
			break
		}
	}
	main := blocks[last].parent()
	for main != nil && holds[main] < all {
		main = main.Parent
	}
	if !dom.Is(main, "body", "html") {
		for last+1 < len(blocks) && dom.Within(blocks[last+1].Nodes[0], main) {
			last++
		}
	}
	for i := last; i >= min(first, last); i-- {
		b := blocks[i]
		if !keep[i] && b.linked > 0 && b.isHeading() && isOverText(blocks[i+1:], keep[i+1:]) {
			keep[i] = true
			continue
		}
		if keep[i] || b.Lean < 0 || b.linked > 0 {
			continue
		}
		says, _ := b.says()
		over := b.isHeading() && says == nothing && i+1 < len(keep) && keep[i+1] && !blocks[i+1].isHeading()
		picture := b.Text == "" && (dom.Is(b.Nodes[0], "figure") || dom.Above(b.Nodes[0], "figure") != nil)
		if !over && !picture && !dom.Is(b.Nodes[0], "pre") && dom.Above(b.Nodes[0], "dl") == nil || b.isHeading() && facts.IsLine(b.Text) {
			continue
		}
		n := b.parent()
		for n != nil && holds[n] == 0 {
			n = n.Parent
		}
		if holds[n]*2 > all {
			keep[i] = true
		}
	}
}

// isOwnHeading reports whether a heading says what neither the title of the article
// nor the name of its site does: it is the only one of its level, in the main part
// of the page, and leads nowhere.
func (p *Page) isOwnHeading(at int) bool {
	b := p.Blocks[at]
	says, _ := b.says()
	if says != nothing || b.linked > 0 || dom.Above(b.Nodes[0], "main", "article") == nil || facts.IsLine(b.Text) {
		return false
	}
	for i, o := range p.Blocks {
		if i != at && o.name() == "h1" {
			return false
		}
	}
	own, title := fold(b.Text), fold(p.facts.Article.Title)
	return strings.Count(b.Text, " ") > 0 && !strings.Contains(title, own) && own != fold(p.facts.Article.Site)
}

// isOverText reports whether what follows a heading is kept, but for lines with a
// date or a name: the text of an entry of a list goes with its heading.
func isOverText(blocks []*Block, keep []bool) bool {
	for i, b := range blocks {
		if keep[i] || !facts.IsLine(b.Text) {
			return keep[i] && !b.isHeading()
		}
	}
	return false
}

// root is the element at the top of the tree of a block.
func (b *Block) root() *html.Node {
	n := b.parent()
	for n.Parent != nil {
		n = n.Parent
	}
	return n
}
