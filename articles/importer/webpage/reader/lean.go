package reader

import (
	"strings"

	"lede/articles/importer/htmldoc/dom"
)

// How far what is known for sure moves a block, as log odds.
const (
	unlikely = -4.0 // what it says is of the page
	never    = -8.0 // its element, or where it stands, says that it is not of the article
	ofText   = 2.0  // it is a paragraph without links in what the page marks as its one article
)

// lean is what is known of a block for sure, as log odds.
func (p *Page) lean(b *Block) float64 {
	lean := 0.0
	for e := b.in; e != nil; e = e.up {
		lean = min(lean, e.lean)
	}
	switch {
	case b.isOfPage():
		return min(lean, unlikely)
	case lean == 0 && p.isOfArticle(b):
		return ofText
	}
	return lean
}

// isSentence reports whether a text is prose by its end: its first words alone
// do not make it a label or a call to do something.
func isSentence(text string) bool {
	const least = 5 // words
	return strings.ContainsAny(text[max(0, len(text)-4):], stopSigns) && len(strings.Fields(text)) >= least
}

// isProse reports whether a block is a sentence or more of prose.
func (b *Block) isProse() bool { return proseOf(b) > 0 && isSentence(b.Text) }

// isOfArticle reports whether a block is text without links in what the page
// marks as its one article.
func (p *Page) isOfArticle(b *Block) bool {
	return b.linked == 0 && dom.Is(b.Nodes[0], "p", "h2", "h3", "blockquote", "li") && dom.Is(p.main.node, "article") && b.in.isIn(p.main)
}
