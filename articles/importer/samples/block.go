package samples

import (
	"slices"
	"strings"
)

// block is a part of a page that is copied on lines of its own.
type block struct {
	nodes []*node // more than one where facts stand beside each other
	text  string
	gap   int // line ends before it: 1, or 2 for an empty line between
}

// first returns the leaf that gives a block its label.
func (b *block) first() *node {
	order := []Label{Byline, Date, Fact, Caption, Tags, Comment}
	return slices.MinFunc(b.nodes, func(x, y *node) int {
		rank := func(n *node) int {
			if i := slices.Index(order, n.label); i >= 0 {
				return i
			}
			return len(order)
		}
		return rank(x) - rank(y)
	})
}

// copier turns a tree into blocks, as a browser that copies it does.
type copier struct {
	margin func(n *node) (before, after int)
	blocks []block
	open   *block
	gap    int
}

func (c *copier) end(gap int) {
	c.open = nil
	c.gap = max(c.gap, gap)
}

func (c *copier) walk(n *node, together bool) {
	if n.unseen || n.picture {
		return
	}
	before, after := c.margin(n)
	inline := together || n.tag == "td" || n.tag == "th"
	if !inline {
		c.end(before)
	}
	if n.text != "" {
		c.add(n)
	}
	for _, kid := range n.kids {
		c.walk(kid, n.sign != "")
	}
	if !inline {
		c.end(after)
	}
}

// add puts a leaf on the line that is open, or on a new one.
func (c *copier) add(n *node) {
	if c.open == nil {
		c.blocks = append(c.blocks, block{gap: c.gap})
		c.open = &c.blocks[len(c.blocks)-1]
		c.gap = 0
	} else if n.tag == "td" || n.tag == "th" {
		c.open.text += "\t"
	}
	c.open.text += n.text
	if n.label != "" {
		c.open.nodes = append(c.open.nodes, n)
	}
}

// blocks returns the blocks of a page in the order in which they are copied.
func (w *writer) blocks() []block {
	c := &copier{margin: w.margin}
	c.walk(w.root, false)
	return slices.DeleteFunc(c.blocks, func(b block) bool { return strings.TrimSpace(b.text) == "" || len(b.nodes) == 0 })
}
