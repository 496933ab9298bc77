// Package htmlblock sets the blocks of HTML that stand in a text as what Markdown
// has for them: headings, lists, quotes, tables, pictures. No word that a browser
// would show is left out.
package htmlblock

import (
	"cmp"

	"github.com/yuin/goldmark/ast"

	"lede/articles/markdown/chunk"
	"lede/articles/markdown/nodes"
)

// Markup is what it takes to set the HTML blocks of a chunk as Markdown.
type Markup struct {
	Src   []byte                // what the segments of the tree point into; words are added
	Base  int                   // of Src in the source
	Boxes chunk.Boxes           // of the source
	Keep  func(raw string) bool // tells which blocks stay as they are
}

// Mark puts in the place of each HTML block below root what Markdown would
// have made of the same words.
func (u *Markup) Mark(root ast.Node) {
	for c := root.FirstChild(); c != nil; {
		block, ok := c.(*ast.HTMLBlock)
		if !ok || u.Keep(nodes.RawHTML(block, u.Src)) {
			if !ok && c.Type() == ast.TypeBlock && !nodes.HasInlines(c) {
				u.Mark(c)
			}
			c = c.NextSibling()
			continue
		}
		m := newMarker(u.Src)
		after := u.run(m, block)
		m.closeAll()
		for n := m.root.FirstChild(); n != nil; n = m.root.FirstChild() {
			if after != nil {
				root.InsertBefore(root, after, n)
			} else {
				root.AppendChild(root, n)
			}
		}
		u.Src, c = m.src, after
	}
}

// run reads a block and those that stand beside it, and all up to the last of
// the blocks that close a box which one of them opens. It returns what stands
// behind.
func (u *Markup) run(m *marker, first *ast.HTMLBlock) ast.Node {
	var last *ast.HTMLBlock // that closes the boxes
	for n := ast.Node(first); n != nil; {
		next := n.NextSibling()
		block, ok := n.(*ast.HTMLBlock)
		switch {
		case ok && (block == last || !u.Keep(nodes.RawHTML(block, u.Src))):
			last = u.later(last, u.closing(block))
			if block == last {
				last = nil
			}
			n.Parent().RemoveChild(n.Parent(), n)
			m.read(block)
		case last == nil:
			return n
		default:
			if n.Type() == ast.TypeBlock && !nodes.HasInlines(n) && !ok {
				m.src = u.within(n, m.src)
			}
			if n.Kind() != nodes.KindNote { // that stands below the text
				n.Parent().RemoveChild(n.Parent(), n)
				m.hold(n)
			}
		}
		n = next
	}
	return nil
}

// within is Mark for what is moved into a box.
func (u *Markup) within(n ast.Node, src []byte) []byte {
	u.Src = src
	u.Mark(n)
	return u.Src
}

// closing is the last block beside block that closes a box which it opens; nil
// when none does.
func (u *Markup) closing(block *ast.HTMLBlock) (found *ast.HTMLBlock) {
	start, end := u.extent(block)
	for _, box := range u.Boxes[u.Boxes.From(start):] {
		if box.Start >= end {
			break
		}
		if box.End < end {
			continue
		}
		for n := block.NextSibling(); n != nil; n = n.NextSibling() {
			b, ok := n.(*ast.HTMLBlock)
			if !ok {
				continue
			}
			from, to := u.extent(b)
			if from <= box.End && box.End < to {
				found = u.later(found, b)
			}
			if to > box.End {
				break
			}
		}
	}
	return found
}

// later is the one of two blocks, which may be nil, that stands behind the other.
func (u *Markup) later(a, b *ast.HTMLBlock) *ast.HTMLBlock {
	if a == nil || b == nil {
		return cmp.Or(a, b)
	}
	_, endA := u.extent(a)
	if _, endB := u.extent(b); endA < endB {
		return b
	}
	return a
}

// extent is where a block stands in the source.
func (u *Markup) extent(block *ast.HTMLBlock) (start, end int) {
	lines := block.Lines()
	if lines.Len() == 0 {
		return u.Base, u.Base
	}
	start, end = lines.At(0).Start, lines.At(lines.Len()-1).Stop
	if block.HasClosure() {
		end = max(end, block.ClosureLine.Stop)
	}
	return u.Base + start, u.Base + end
}
