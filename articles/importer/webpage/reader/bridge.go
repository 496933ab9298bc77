package reader

import (
	"slices"

	"golang.org/x/net/html"
)

// bridge keeps what stands between two kept paragraphs of prose of one element,
// too, unless something other than its looks says that it is furniture; of prose,
// two such things.
func (p *Page) bridge(keep []bool) {
	type span struct{ first, last int }
	spans := map[*element]*span{}
	for i, b := range p.Blocks {
		if !keep[i] || b.name() != "p" || !b.isProse() {
			continue
		}
		e := b.in
		if spans[e] == nil {
			spans[e] = &span{first: i}
		}
		spans[e].last = i
	}
	for i, b := range p.Blocks {
		if keep[i] || len(spans) == 0 {
			continue
		}
		against := 0
		if b.linked*2 > len(b.Text) {
			against++
		}
		if b.Lean <= unlikely { // its words, or its place
			against++
		}
		enough := 1
		if b.isProse() {
			enough = 2
		}
		named := b.name() != "" && isNamed(b.Nodes[0], groupsOf(b.Nodes[0]))
		if named {
			against++
		}
		for e := b.in; e != nil && against < enough; e = e.up {
			if s := spans[e]; s != nil && s.first < i && i < s.last {
				keep[i] = true
				break
			}
			if !named && isNamed(e.node, e.groups) {
				named = true
				against++
			}
		}
	}
}

// isNamed reports whether an element is furniture by its name, its role or its
// classes.
func isNamed(n *html.Node, groups uint32) bool {
	k := elementKind(n)
	return groups&furnitureNames() != 0 || k >= 0 && slices.Contains([]string{"nav", "footer", "aside", "form", "dialog"}, elementKinds[k])
}
