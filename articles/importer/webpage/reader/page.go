package reader

import (
	"slices"
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
	first  int                 // block of the first heading of the highest level, or -1
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
	from   int     // its first block
	to     int     // the block behind its last
	score  int     // prose in paragraphs near below
	alike  int     // how many elements of its kind stand beside it, with it
	groups uint32  // what its names say
	lean   float64 // what is known of it for sure, as log odds
	choice
}

// head is a heading.
type head struct {
	block, level int
}

// kind is a kind of blocks.
type kind struct {
	sum
	first, last int
}

// NewPage looks at the page below root; f is what it says of itself.
func NewPage(root *html.Node, f *facts.Facts) *Page {
	p := &Page{Blocks: blocksOf(root), root: root, facts: f, within: map[*html.Node]*element{}, texts: map[string]int{}, title: -1, first: -1}
	p.kinds = [2]map[string]*kind{{}, {}}
	p.all = p.element(root)
	p.best = p.all
	titled := fold(f.Article.Title)
	last := head{block: -1}
	before := sum{}
	for i, b := range p.Blocks {
		own := sum{1, len(b.Text), b.linked, b.prose()}
		near := 0
		b.in = p.element(b.parent())
		for e := b.in; e != nil; e, near = e.up, near+1 {
			if e.blocks == 0 {
				e.from = i
			}
			e.sum, e.to = e.plus(own), i+1
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
		if p.first < 0 && b.heading() == 1 {
			p.first = i
		}
		if b.heading() > 0 {
			last = head{i, b.heading()}
			if p.title < 0 && len(titled) > 3 && alike(fold(b.Text), titled) {
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

// IsInside reports whether a block stands where a page has its article: after its
// heading, if it has one, in the part that is marked as the main one, if that says
// more than the heading.
func (p *Page) IsInside(b *Block) bool {
	if p.first >= 0 && !slices.Contains(p.Blocks[p.first:], b) {
		return false
	}
	return p.main.blocks == 1 || b.in.isIn(p.main)
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
		case p.isPart(e) && small, outside && (p.isPart(e) || e.groups&furniture != 0):
			e.lean = never
		case e.groups&comments != 0 && (e.prose < p.all.prose || p.facts.IsArticle()) && saysComments(e.node):
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

// isPart reports whether e is a part of a page by its element or role.
func (p *Page) isPart(e *element) bool {
	n := e.node
	switch k := elementKind(n); {
	case k < 0:
		return false
	case elementKinds[k] == "footer":
		return dom.Above(n, "article", "blockquote", "main") == nil
	case elementKinds[k] == "form":
		return n.Data != "fieldset" && n.Data != "label" && (n.Data != "form" || !p.isWritten(e))
	default:
		return elementKinds[k] == "nav" || elementKinds[k] == "dialog"
	}
}

// isWritten reports whether a form is an exercise of the author's: it has sentences,
// and asks for no name and no word to search for.
func (p *Page) isWritten(form *element) bool {
	asks := dom.Find(form.node, func(n *html.Node) bool {
		return dom.Is(n, "input") && slices.Contains([]string{"email", "password", "search", "submit", "tel"}, dom.Attr(n, "type")) || dom.Is(n, "textarea")
	}) != nil
	sentence := false
	for _, b := range p.Blocks[form.from:form.to] {
		asks = asks || b.says != nothing || b.linked*2 > len(b.Text)
		sentence = sentence || IsSentence(b.Text)
	}
	return sentence && !asks
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
