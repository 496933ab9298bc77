package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/lexicon"
	"lede/articles/importer/webpage/facts"
)

// Page is what the blocks of one page are described by.
type Page struct {
	Blocks []*Block

	root   *html.Node
	facts  *facts.Facts
	within map[*html.Node]*element
	order  []*element          // parents first
	kinds  [2]map[string]*kind // blocks that look the same, strictly and loosely
	of     [2][]*kind          // by block
	texts  map[string]int      // blocks with the same words
	sums   []sum               // of what stands before a block; one more than there are blocks
	heads  []head              // the last heading before each block
	all    *element            // the root
	best   *element            // the element with most prose right in it
	main   *element            // what the page marks as its main part, or the root
	title  int                 // block of the heading that is the title, or -1
	dek    string              // folded
	body   string              // folded: the text that the page states for programs
	thread bool                // it shows a question with its answers, or a discussion
	marked int                 // elements that are articles
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

// element is an element with blocks in it.
type element struct {
	sum
	node   *html.Node
	up     *element // nil for the root
	depth  int
	score  int     // prose in paragraphs near below
	alike  int     // how many elements of its kind stand beside it, with it
	groups uint32  // what its names say
	lean   float64 // what is known of it for sure, as log odds
	choice
}

// head is a heading.
type head struct {
	block, level int
	isPage       bool // its words are those of a page
}

// kind is a kind of blocks.
type kind struct {
	sum
	first, last int
}

// NewPage looks at the page below root; f is what it says of itself.
func NewPage(root *html.Node, f *facts.Facts) *Page {
	p := &Page{Blocks: Blocks(root), root: root, facts: f, within: map[*html.Node]*element{}, texts: map[string]int{}, title: -1}
	p.kinds = [2]map[string]*kind{{}, {}}
	p.dek, p.body = fold(f.Article.Dek), fold(f.Body)
	p.all = p.element(root)
	p.best = p.all
	titled := fold(f.Article.Title)
	last := head{block: -1}
	before := sum{}
	for i, b := range p.Blocks {
		own := sum{1, len(b.Text), b.linked, proseOf(b)}
		near := 0
		b.in = p.element(b.parent())
		for e := b.in; e != nil; e, near = e.up, near+1 {
			e.sum = e.plus(own)
			if near < 3 {
				e.score += own.prose / (1 + near)
			}
		}
		for k, name := range [2]string{likeness(b, true), likeness(b, false)} {
			if p.kinds[k][name] == nil {
				p.kinds[k][name] = &kind{first: i}
			}
			same := p.kinds[k][name]
			same.sum, same.last = same.plus(own), i
			p.of[k] = append(p.of[k], same)
		}
		p.sums, p.heads = append(p.sums, before), append(p.heads, last)
		before = before.plus(own)
		if b.heading() > 0 {
			last = head{i, b.heading(), len(b.Text) < 100 && lexicon.Of(b.Text).HasAny(pageWords...)}
			if p.title < 0 && len(titled) > 3 && alike(fold(b.Text), titled) {
				p.title = i
			}
		}
		p.texts[b.Text]++
	}
	p.sums = append(p.sums, before)
	p.know()
	for _, b := range p.Blocks {
		b.Lean = p.lean(b)
	}
	return p
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

// isIn reports whether e is o or stands in it.
func (e *element) isIn(o *element) bool {
	for ; e != nil; e = e.up {
		if e == o {
			return true
		}
	}
	return false
}

// know finds what is known of the page and of its elements for sure.
func (p *Page) know() {
	p.marked = len(dom.Elements(p.root, "article"))
	p.thread = dom.Find(p.root, func(n *html.Node) bool {
		kind := dom.Attr(n, "itemtype")
		return strings.HasSuffix(kind, "/QAPage") || strings.HasSuffix(kind, "/Question") || strings.HasSuffix(kind, "/DiscussionForumPosting")
	}) != nil
	for _, e := range p.order {
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
	furniture, comments := furnitureNames(), nameBookOf().bits("comment")
	for _, e := range p.order {
		if e.alike == 0 {
			p.count(e.node.Parent)
		}
		if e == p.all || titled.isIn(e) {
			continue
		}
		outside := p.main != p.all && (titled.isIn(p.main) || p.main.node.Data == "main") && !e.isIn(p.main) && !p.main.isIn(e)
		small := e.bytes*5 < p.all.bytes*2
		switch {
		case isPart(e.node) && small, outside && (isPart(e.node) || e.groups&furniture != 0):
			e.lean = never
		case e.groups&comments != 0 && e.prose < p.all.prose && saysComments(e.node):
			e.lean = never
		case dom.Is(e.node, "article") && titled != nil && p.besideTitled(e.node):
			e.lean = never
		}
	}
}

// count says of the elements in n how many of their kind there are.
func (p *Page) count(n *html.Node) {
	if n == nil {
		return
	}
	counts := map[string]int{}
	for c := range n.ChildNodes() {
		if p.within[c] != nil {
			counts[elementName(c)]++
		}
	}
	for c := range n.ChildNodes() {
		if e := p.within[c]; e != nil {
			e.alike = counts[elementName(c)]
		}
	}
}

// besideTitled reports whether an article stands beside the one with the title:
// it is another.
func (p *Page) besideTitled(n *html.Node) bool {
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

// isPart reports whether n is a part of a page by its element or role.
func isPart(n *html.Node) bool {
	switch k := elementKind(n); {
	case k < 0:
		return false
	case elementKinds[k] == "footer":
		return dom.Above(n, "article", "blockquote", "main") == nil
	case elementKinds[k] == "form":
		return n.Data != "fieldset" && n.Data != "label" && (n.Data != "form" || !isWritten(n))
	default:
		return elementKinds[k] == "nav" || elementKinds[k] == "dialog"
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

// size is how many letters a text has; a sign of a script that says more with
// each counts twice.
func size(s string) int {
	n := utf8.RuneCountInString(s)
	if n < len(s)*2/3 {
		n *= 2
	}
	return n
}

// likeness names what blocks of a kind in a page have in common: the elements
// that they stand in, strictly with their classes.
func likeness(b *Block, strict bool) string {
	var s strings.Builder
	s.WriteString(b.name())
	n := b.Nodes[0]
	if n.Type != html.ElementNode {
		n = n.Parent
	}
	for levels := 5; n != nil && levels > 0; n, levels = n.Parent, levels-1 {
		s.WriteByte('<')
		if strict {
			s.WriteString(elementName(n))
		} else {
			s.WriteString(n.Data)
		}
	}
	return s.String()
}

// elementName is the name of n and its classes, without numbers.
func elementName(n *html.Node) string {
	class := dom.Attr(n, "class")
	if strings.ContainsFunc(class, unicode.IsDigit) {
		class = strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) {
				return -1
			}
			return r
		}, class)
	}
	return n.Data + "." + class
}
