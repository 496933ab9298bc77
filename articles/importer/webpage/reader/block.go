package reader

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/lexicon"
)

// Block is a line or paragraph of a page: an element that holds no other block,
// or words that stand between two blocks.
type Block struct {
	Nodes  []*html.Node // siblings, one after another
	Text   string       // in one line; empty for a picture or a player
	size   int          // of Text, see size
	linked int          // bytes of Text in links
	in     *element     // that it stands in, of its page
	says   saying       // what its words say of it
	kinds  lexicon.Kinds
	source bool    // it stands under a heading of sources
	lean   float64 // what is known of it for sure, as log odds that it is of the article
}

// parent is the element that the block stands in.
func (b *Block) parent() *html.Node { return b.Nodes[0].Parent }

// name is that of its element, or "" for words between blocks.
func (b *Block) name() string {
	if len(b.Nodes) == 1 && dom.IsBlock(b.Nodes[0]) {
		return b.Nodes[0].Data
	}
	return ""
}

// heading is its level as a heading, or 0.
func (b *Block) heading() int {
	if dom.IsHeading(b.Nodes[0]) {
		return int(b.Nodes[0].Data[1] - '0')
	}
	return 0
}

// stands reports whether the block is or stands in an element of one of the names.
func (b *Block) stands(names ...string) bool {
	return dom.Is(b.Nodes[0], names...) || dom.Above(b.Nodes[0], names...) != nil
}

// isProse reports whether a block is a sentence or more of prose.
func (b *Block) isProse() bool { return b.prose() > 0 && IsSentence(b.Text) }

// prose is how much of a block reads as prose: bytes outside of links, in blocks
// that are long enough for a sentence.
func (b *Block) prose() int {
	const sentence = 60
	own := len(b.Text) - b.linked
	if own < sentence || b.linked*2 > len(b.Text) {
		return 0
	}
	return own
}

const stopSigns = ".!?。！？؟।"

// IsSentence reports whether a text is prose by its end: its first words alone
// do not make it a label or a call to do something.
func IsSentence(text string) bool {
	const least, signs = 5, 14 // words, or letters of a script that sets no blanks
	if !strings.ContainsAny(text[max(0, len(text)-4):], stopSigns) {
		return false
	}
	return len(strings.Fields(text)) >= least || utf8.RuneCountInString(text) >= signs && size(text) > len(text)/2
}

// splitter collects the blocks of a page.
type splitter struct {
	holds map[*html.Node]bool // the elements with a block in them
	all   []*Block
}

// blocksOf are the blocks below root, in the order of the page.
func blocksOf(root *html.Node) []*Block {
	s := &splitter{holds: map[*html.Node]bool{}}
	for n := range dom.Below(root) {
		if !dom.IsBlock(n) {
			continue
		}
		for p := n.Parent; p != nil && !s.holds[p]; p = p.Parent {
			s.holds[p] = true
			if p == root {
				break
			}
		}
	}
	s.split(root)
	return s.all
}

func (s *splitter) split(n *html.Node) {
	var run []*html.Node
	flush := func() {
		s.add(run)
		run = nil
	}
	for c := range n.ChildNodes() {
		switch {
		case s.holds[c] && c.Data != "pre":
			flush()
			s.split(c)
		case dom.IsBlock(c):
			flush()
			s.add([]*html.Node{c})
		case c.Type == html.TextNode || c.Type == html.ElementNode:
			run = append(run, c)
		}
	}
	flush()
}

// add keeps a block that shows something.
func (s *splitter) add(run []*html.Node) {
	var words []string
	linked, shows := 0, false
	for _, n := range run {
		if n.Type == html.TextNode {
			words = append(words, n.Data)
			continue
		}
		words = append(words, dom.Text(n))
		if dom.Is(n, "a") {
			linked += dom.Weight(n)
			shows = shows || dom.First(n, "img", "picture") != nil
			continue
		}
		for c := range dom.Below(n) {
			if dom.Is(c, "a") {
				linked += dom.Weight(c)
			}
			shows = shows || isMedia(c)
		}
		shows = shows || isMedia(n)
	}
	text := dom.OneLine(strings.Join(words, ""))
	if text != "" || shows {
		s.all = append(s.all, &Block{Nodes: run, Text: text, size: size(text), linked: min(linked, len(text))})
	}
}

func isMedia(n *html.Node) bool {
	return dom.Is(n, "img", "picture", "video", "audio", "iframe", "embed", "object", "hr")
}
