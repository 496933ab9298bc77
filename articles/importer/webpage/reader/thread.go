package reader

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"lede/articles/importer/dates"
	"lede/articles/importer/htmldoc/dom"
)

// A post is one of a thread: what one person wrote to others on the page.
type post struct {
	*element
	name int        // the block with who wrote it, or -1
	who  *html.Node // the name in it
	head *html.Node // what stands around the name, and tells of its bearer
}

// settleThread keeps with each post of a thread who wrote it, in place of what else
// its head tells of them, such as how much they wrote; and with each answer what was
// said to it, in place of votes.
func (p *Page) settleThread(keep []bool) {
	posts := p.posts(keep)
	if len(posts) < 2 {
		return
	}
	p.trimThread(posts, keep)
	book := nameBookOf()
	for _, o := range posts {
		answer := isAnswer(o.node)
		for i := o.from; i < o.to; i++ {
			b := p.Blocks[i]
			n := b.parent()
			switch {
			case o.head != nil && (dom.Within(n, o.head) || b.Nodes[0] == o.head):
				if keep[i] = i == o.name; keep[i] {
					o.nameAlone(b)
				}
			case answer && b.isBelow(o.element, book.bits("comment")):
				keep[i] = keep[i] || len(strings.Fields(b.Text)) > 3
				dropCounts(b)
			}
		}
	}
}

// trimThread leaves out what stands around posts and is no prose: buttons, pagers,
// who else reads. Where more prose stands around them, they are not the text.
func (p *Page) trimThread(posts []*post, keep []bool) {
	around := slices.Clone(keep)
	for _, o := range posts {
		o.leave(around)
	}
	prose, all := 0, 0
	for i, b := range p.Blocks {
		if keep[i] {
			all += b.prose()
		}
		if around[i] {
			prose += b.prose()
		}
	}
	for i, b := range p.Blocks {
		if around[i] && prose*2 < all && !b.isProse() && (i > posts[0].from || b.heading() == 0) {
			keep[i] = false
		}
	}
}

// posts are the posts of a page from which something is kept, when it is a thread.
func (p *Page) posts(keep []bool) []*post {
	var all []*post
	thread := false
	forum := nameBookOf().bits("forum")
	for _, e := range p.postElements() {
		o := &post{element: e, name: -1}
		p.findName(o)
		says := false
		for i := e.from; i < e.to && !says; i++ {
			b := p.Blocks[i]
			says = keep[i] && b.Text != "" && (o.head == nil || !dom.Within(b.Nodes[0], o.head))
		}
		if says {
			all = append(all, o)
			thread = thread || isAnswer(e.node) || e.namesAbove()&forum != 0 || o.name >= 0 && p.Blocks[o.name].isNear(e, forum)
		}
	}
	if !thread {
		return nil
	}
	return all
}

// postElements are the elements that are posts by their names, and hold no others
// that are alike.
func (p *Page) postElements() []*element {
	named := func(e *element) bool {
		return dom.Is(e.node, "div", "article", "li", "table", "section", "tr") && (isAnswer(e.node) || e.groups&nameBookOf().bits("post") != 0)
	}
	holds := map[*element]bool{} // several posts
	for _, e := range p.order {
		for up := e.up; e.alike > 1 && named(e) && up != nil && !holds[up]; up = up.up {
			holds[up] = true
		}
	}
	var out []*element
	to := 0
	for _, e := range p.order {
		if e.from >= to && named(e) && (isAnswer(e.node) || !holds[e]) {
			out, to = append(out, e), e.to
		}
	}
	return out
}

// isAnswer reports whether n is an answer or a question of a page of them.
func isAnswer(n *html.Node) bool {
	kind := dom.Attr(n, "itemtype")
	return strings.HasSuffix(kind, "/Answer") || dom.HasClass(n, "answer", "question")
}

// findName finds who wrote a post: in a short line, the first element that says so
// by its class; and its head, which has no sentence.
func (p *Page) findName(o *post) {
	const line, most = 120, 400 // bytes of the line, of the words about somebody
	for i := o.from; i < o.to && o.name < 0; i++ {
		b := p.Blocks[i]
		if b.Text == "" || len(b.Text) > line || IsSentence(b.Text) || isAnswer(o.node) && b.isBelow(o.element, nameBookOf().bits("comment")) {
			continue
		}
		if who := b.user(o.element); who != nil {
			o.name, o.who, o.head = i, who, b.Nodes[0]
		}
	}
	if o.name < 0 {
		return
	}
	for e := p.Blocks[o.name].in; e != nil && e != o.element && e.bytes <= most; e = e.up {
		if slices.ContainsFunc(p.Blocks[e.from:e.to], func(b *Block) bool { return IsSentence(b.Text) || len(b.Text) > 100 }) {
			return
		}
		o.head = e.node
	}
}

// user is the element of a line in a post that names somebody, or nil: the innermost
// with such a name, the line itself, or its link.
func (b *Block) user(post *element) *html.Node {
	const longest = 40 // bytes of a name
	bits := nameBookOf().bits("user")
	is := func(n *html.Node) bool {
		return groupsOf(n)&bits != 0 && !dom.Outweighs(n, longest) && hasLetter(dom.Text(n))
	}
	for _, n := range b.Nodes {
		who := n
		for in := n; in != nil; in = dom.Find(in, is) {
			who = in
		}
		switch {
		case n.Type != html.ElementNode:
			continue
		case is(who):
		case len(b.Nodes) == 1 && b.isNear(post, bits):
			who = n
		default:
			continue
		}
		if a := dom.First(who, "a"); a != nil {
			who = a
		}
		if name := dom.Text(who); !dom.Outweighs(who, longest) && hasLetter(name) && len(dates.FindAll(name, dates.DayFirst)) == 0 {
			return who
		}
	}
	return nil
}

// dropCounts takes the numbers out of a line that stand in elements of their own.
func dropCounts(b *Block) {
	for _, n := range b.Nodes {
		for _, c := range dom.Elements(n, "span", "b", "strong", "div") {
			if text := dom.Text(c); text != "" && !hasLetter(text) {
				dom.Remove(c)
			}
		}
	}
}

// nameAlone takes from a line what it says beside the name in it.
func (o *post) nameAlone(b *Block) {
	at := dom.New("p", "")
	b.parent().InsertBefore(at, b.Nodes[0])
	for _, n := range b.Nodes {
		dom.Remove(n)
	}
	dom.Remove(o.who)
	at.AppendChild(o.who)
	b.Nodes = []*html.Node{at}
}

// isNear reports whether a block, what is in it, or an element around it below root
// has a name of some groups.
func (b *Block) isNear(root *element, groups uint32) bool {
	has := func(n *html.Node) bool { return groupsOf(n)&groups != 0 }
	for _, n := range b.Nodes {
		if n.Type == html.ElementNode && (has(n) || dom.Find(n, has) != nil) {
			return true
		}
	}
	return b.isBelow(root, groups)
}

// isBelow reports whether a block stands in an element below root with a name of
// some groups.
func (b *Block) isBelow(root *element, groups uint32) bool {
	for e := b.in; e != nil && e != root; e = e.up {
		if e.groups&groups != 0 {
			return true
		}
	}
	return false
}

func hasLetter(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }
