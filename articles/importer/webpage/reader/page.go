package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/webpage/facts"
)

// Page is a page as the blocks below its root, and what they are described by.
type Page struct {
	Blocks []*Block

	root   *html.Node
	facts  *facts.Facts
	within map[*html.Node]*element
	order  []*element     // parents first
	of     [2][]*kind     // blocks that look as each block does, strictly and loosely
	texts  map[string]int // blocks with the same words
	sums   []sum          // of what stands before a block; one more than there are blocks
	heads  []int          // the last heading before each block, or -1
	all    *element       // the root
	best   *element       // the element with most prose right in it
	main   *element       // what the page marks as its main part, or the root
	title  int            // block of the heading that is the title, or -1
	first  int            // block of the first heading of the highest level, or -1
}

// sum adds up what stands in some blocks.
type sum struct {
	blocks, bytes, linked, prose int
}

func (s sum) plus(o sum) sum {
	return sum{s.blocks + o.blocks, s.bytes + o.bytes, s.linked + o.linked, s.prose + o.prose}
}

func (s sum) minus(o sum) sum {
	return sum{s.blocks - o.blocks, s.bytes - o.bytes, s.linked - o.linked, s.prose - o.prose}
}

// kind is a kind of blocks.
type kind struct {
	sum
	first, last int
}

// NewPage looks at the page below root; f is what it says of itself.
func NewPage(root *html.Node, f *facts.Facts) *Page {
	p := &Page{Blocks: blocksOf(root), root: root, facts: f, within: map[*html.Node]*element{}, texts: map[string]int{}, title: -1, first: -1}
	kinds := [2]map[string]*kind{{}, {}}
	p.all = p.element(root)
	titled, head := facts.Fold(f.Article.Title), -1
	before := sum{}
	var name []byte
	for i, b := range p.Blocks {
		own := sum{1, len(b.Text), b.linked, b.prose()}
		b.in = p.element(b.parent())
		b.in.add(i, own)
		for k := range kinds {
			name = b.likeness(name[:0], k == 0)
			same := kinds[k][string(name)]
			if same == nil {
				same = &kind{first: i}
				kinds[k][string(name)] = same
			}
			same.sum, same.last = same.plus(own), i
			p.of[k] = append(p.of[k], same)
		}
		p.sums, p.heads = append(p.sums, before), append(p.heads, head)
		before = before.plus(own)
		if level := b.heading(); level > 0 {
			head = i
			if p.first < 0 && level == 1 {
				p.first = i
			}
			if p.title < 0 && len(titled) > 3 && alike(facts.Fold(b.Text), titled) {
				p.title = i
			}
		}
		p.texts[b.Text]++
	}
	p.sums = append(p.sums, before)
	p.readLines()
	p.know()
	for _, b := range p.Blocks {
		b.lean = p.lean(b)
	}
	return p
}

// IsInside reports whether block i stands where a page has its article: after its
// heading, if it has one, in the part that is marked as the main one, if that says
// more than the heading.
func (p *Page) IsInside(i int) bool {
	return i >= p.first && (p.main.blocks == 1 || p.Blocks[i].in.isIn(p.main))
}

// size is how many letters a text has; a sign of a script that says more with
// each counts twice.
func size(s string) int {
	n := utf8.RuneCountInString(s)
	if n < len(s)*2/3 {
		n *= 2
	}
	return n
}

// likeness names into buf what blocks of a kind in a page have in common: the
// elements that they stand in, strictly with their classes.
func (b *Block) likeness(buf []byte, strict bool) []byte {
	const levels = 5
	buf = append(buf, b.name()...)
	n := b.Nodes[0]
	if n.Type != html.ElementNode {
		n = n.Parent
	}
	for level := 0; n != nil && level < levels; n, level = n.Parent, level+1 {
		buf = append(append(buf, '<'), n.Data...)
		if strict {
			buf = append(append(buf, '.'), unnumbered(dom.Attr(n, "class"))...)
		}
	}
	return buf
}

// unnumbered is s without digits.
func unnumbered(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, s)
}
