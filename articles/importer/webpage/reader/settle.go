package reader

import (
	"slices"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/webpage/facts"
)

// kept is where in an element something is kept.
type kept struct {
	blocks      int
	first, last int // paragraphs of prose right in it
}

// settle keeps what stands among kept blocks, too, where no more is known against it
// than its looks: what stands between two kept paragraphs of one element, and, in the
// element with most of what is kept, what is of a text by its form: code, definitions,
// details, figures, headings over what is kept, the latter in any element of which
// something is kept. Against prose two things must be known. Right below the last kept
// block such forms stay, and quotes and tables, if no link is in them.
func (p *Page) settle(keep []bool) {
	of := map[*element]*kept{}
	last := -1
	for i, b := range p.Blocks {
		if !keep[i] {
			continue
		}
		last = i
		for e := b.in; e != nil; e = e.up {
			if of[e] == nil {
				of[e] = &kept{first: -1}
			}
			of[e].blocks++
		}
		if b.name() == "p" && b.isProse() {
			if k := of[b.in]; k.first < 0 {
				k.first = i
			}
			of[b.in].last = i
		}
	}
	mostly := func(e *element) bool { // the next element of which something is kept has most of that
		for of[e] == nil {
			e = e.up
		}
		return of[e].blocks*2 > of[p.all].blocks
	}
	for i := last; i >= 0; i-- {
		if b := p.Blocks[i]; !keep[i] {
			heads := b.heading() > 0 && of[b.in] != nil // something of its own element is kept
			between := i > 0 && keep[i-1] && i < last && keep[i+1]
			keep[i] = p.isAmong(i, of) || (heads || between || mostly(b.in)) && p.isForm(i, keep)
		}
	}
	for i := last + 1; last >= 0 && i < len(keep); i++ { // what the text ends with
		b := p.Blocks[i]
		if b.Text == "" || b.linked > 0 || b.lean < 0 || !b.isOwn() || !b.stands("dl", "pre", "blockquote", "table", "details") || !mostly(b.in) {
			break
		}
		keep[i] = true
	}
}

// settleLists keeps the items and cells that stand right in a list or a table of
// which something is kept, of a table half, where nothing is known against them: no
// list is of an article in part. A list right below a kept paragraph or heading is of
// it, too, when it has no links, or what stands right behind it is kept.
func (p *Page) settleLists(keep []bool) {
	kept, all := map[*html.Node]int{}, map[*html.Node]int{}
	lists, among, of := make([]*html.Node, len(p.Blocks)), map[*html.Node]bool{}, map[*html.Node]bool{}
	for i, b := range p.Blocks {
		of[b.Nodes[0]] = keep[i]
	}
	for i, b := range p.Blocks {
		if list := dom.Next(b.Nodes[0]); keep[i] && (b.name() == "p" || b.heading() > 1) && dom.Is(list, "ul", "ol", "dl") && (of[dom.Next(list)] || b.name() == "p" && dom.First(list, "a") == nil) && !facts.IsLine(dom.Text(list)) {
			kept[list], among[list] = 1, true
		}
		if at := b.item(); at != nil && (b.linked == 0 || among[dom.Above(at, "ul", "ol", "dl")]) && b.Text != "" {
			lists[i] = dom.Above(at, "ul", "ol", "dl", "table")
			if all[lists[i]]++; keep[i] {
				kept[lists[i]]++
			}
		}
	}
	for i, b := range p.Blocks {
		if list := lists[i]; list != nil && kept[list] > 0 && (list.Data != "table" || kept[list]*2 >= all[list]) {
			keep[i] = keep[i] || b.lean >= 0 && b.isOwn()
		}
	}
}

// item is the item, the term or the cell that a block is, or stands right in; nil for none.
func (b *Block) item() *html.Node {
	for _, n := range []*html.Node{b.Nodes[0], b.parent()} {
		if dom.Is(n, "li", "dt", "dd", "td", "th") {
			return n
		}
	}
	return nil
}

// isAmong reports whether a block stands between two kept paragraphs of an element,
// and too little is known against it.
func (p *Page) isAmong(at int, of map[*element]*kept) bool {
	b := p.Blocks[at]
	against, enough := 0, 1
	if b.isProse() {
		enough = 2
	}
	if b.linked*2 > len(b.Text) {
		against++
	}
	if b.lean < 0 {
		against++
	}
	named := b.name() != "" && isNamed(b.Nodes[0], groupsOf(b.Nodes[0]))
	for e := b.in; e != nil; e = e.up {
		if named && against+1 >= enough || against >= enough {
			return false
		}
		if k := of[e]; k != nil && k.first >= 0 && k.first < at && at < k.last {
			return true
		}
		named = named || isNamed(e.node, e.groups)
	}
	return false
}

// isForm reports whether a block is of a text by its form, and nothing is known
// against it.
func (p *Page) isForm(at int, keep []bool) bool {
	b := p.Blocks[at]
	switch {
	case b.lean < 0:
		return false
	case b.heading() > 0:
		next := at + 1
		if next+1 == b.in.to && b.in.from == at && !keep[next] && len(p.Blocks[next].Text) <= longestLabel { // "[edit]"
			next++
		}
		overText := next < len(keep) && keep[next] && p.Blocks[next].heading() == 0
		return overText && (b.linked > 0 || b.says == nothing && !facts.IsLine(b.Text))
	}
	return b.linked == 0 && (b.Text == "" && b.stands("figure") || b.stands("dl", "pre", "details") || b.isData())
}

// isData reports whether a block stands in a table with heads, and nothing around it is
// furniture.
func (b *Block) isData() bool {
	table := dom.Above(b.Nodes[0], "table")
	if table == nil || dom.First(table, "th") == nil {
		return false
	}
	for e := b.in; e != nil; e = e.up {
		if isNamed(e.node, e.groups) {
			return false
		}
	}
	return true
}

// isNamed reports whether an element is furniture by its name, its role or its
// classes.
func isNamed(n *html.Node, groups uint32) bool {
	k := elementKind(n)
	return groups&furnitureNames() != 0 || k >= 0 && slices.Contains([]string{"nav", "footer", "aside", "form", "dialog"}, elementKinds[k])
}
