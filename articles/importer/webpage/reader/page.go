package reader

import (
	"math/bits"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/webpage/facts"
)

// page is what the blocks of one page are described from.
type page struct {
	root   *html.Node
	blocks []*Block
	mass   map[*html.Node]*mass
	shapes map[string]int // blocks of a shape
	shape  []string
	texts  map[string]int // blocks with the same words
	best   *html.Node     // the element with most prose right in it
	title  int            // block of the heading that is the title, or -1
	dek    string         // folded
	body   string         // folded: the text that the page states for programs
	kind   string         // of the page as a whole
	total  int
	thread bool                   // it shows a question with its answers, or a discussion
	main   *html.Node             // what the page marks as its main part
	side   map[*html.Node]float64 // what is known of elements for sure
}

// mass sums up what stands in an element.
type mass struct {
	bytes, linked, prose, blocks int
	score                        int // prose in paragraphs near below
}

// share is a part of a whole in tenths.
func share(part, whole int) int {
	if whole == 0 {
		return 0
	}
	return (10*part + whole/2) / whole
}

func newPage(root *html.Node, f *facts.Facts) *page {
	p := &page{root: root, blocks: Blocks(root), mass: map[*html.Node]*mass{}, shapes: map[string]int{}, texts: map[string]int{}, title: -1}
	p.dek, p.body = fold(f.Article.Dek), fold(f.Body)
	titled := fold(f.Article.Title)
	for i, b := range p.blocks {
		prose := proseOf(b)
		depth := 0
		for n := b.parent(); n != nil; n = n.Parent {
			m := p.mass[n]
			if m == nil {
				m = &mass{}
				p.mass[n] = m
			}
			m.bytes += len(b.Text)
			m.linked += b.linked
			m.prose += prose
			m.blocks++
			if depth < 3 {
				m.score += prose / (1 + depth)
			}
			depth++
			if n == root {
				break
			}
		}
		p.total += len(b.Text)
		p.shape = append(p.shape, shapeOf(b))
		p.shapes[p.shape[i]]++
		if b.Text != "" {
			p.texts[b.Text]++
		}
		if name := b.name(); p.title < 0 && len(name) == 2 && name[0] == 'h' && len(titled) > 3 && alike(fold(b.Text), titled) {
			p.title = i
		}
	}
	p.know()
	all := p.mass[root]
	if all == nil {
		all = &mass{}
	}
	p.kind = "p" + strconv.Itoa(min(3, share(all.prose, all.bytes)/2)) + "b" + strconv.Itoa(min(3, bits.Len(uint(all.prose/512))/2))
	if f.IsArticle() {
		p.kind += "a"
	}
	return p
}

// know finds what is known of the page and of its elements for sure.
func (p *page) know() {
	p.thread = dom.Find(p.root, func(n *html.Node) bool {
		kind := dom.Attr(n, "itemtype")
		return strings.HasSuffix(kind, "/QAPage") || strings.HasSuffix(kind, "/Question") || strings.HasSuffix(kind, "/DiscussionForumPosting")
	}) != nil
	top := 0
	for n, m := range p.mass {
		if m.score > top || m.score == top && p.best != nil && m.bytes < p.mass[p.best].bytes {
			top, p.best = m.score, n
		}
	}
	p.main = container(p.root)
	p.side = map[*html.Node]float64{}
	for n, m := range p.mass {
		if n == p.root {
			continue
		}
		titled := p.title >= 0 && dom.Within(p.blocks[p.title].parent(), n)
		outside := p.title >= 0 && p.main != p.root && dom.Within(p.blocks[p.title].parent(), p.main) && !dom.Within(n, p.main) && !dom.Within(p.main, n)
		switch {
		case isFurniture(n) && (m.bytes*5 < p.total*2 || outside && !titled):
			p.side[n] = unlikely
			if outside || isPart(n) {
				p.side[n] = never
			}
		case !titled && names(n, commentWords) && m.prose < p.mass[p.root].prose:
			p.side[n] = never
		}
	}
	if p.title >= 0 { // articles beside the one with the title are others
		if own := dom.Above(p.blocks[p.title].Nodes[0], "article"); own != nil {
			for c := own.Parent.FirstChild; c != nil; c = c.NextSibling {
				if c != own && dom.Is(c, "article") {
					p.side[c] = never
				}
			}
		}
	}
}

// proseOf is how much of a block reads as prose: bytes outside of links, in
// blocks with sentences.
func proseOf(b *Block) int {
	const sentence = 60
	own := len(b.Text) - b.linked
	if own < sentence || b.linked*2 > len(b.Text) {
		return 0
	}
	return own
}

// shapeOf names what blocks of the same kind in a page have in common.
func shapeOf(b *Block) string {
	var s strings.Builder
	s.WriteString(b.name())
	if n := b.Nodes[0]; n.Type == html.ElementNode {
		s.WriteString(dom.Attr(n, "class"))
	}
	n := b.parent()
	for range 4 {
		if n == nil {
			break
		}
		s.WriteByte('<')
		s.WriteString(n.Data)
		s.WriteByte('.')
		s.WriteString(dom.Attr(n, "class"))
		n = n.Parent
	}
	return s.String()
}
