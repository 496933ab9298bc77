package tagsoup

import (
	"html"
	"strings"

	"lede/articles"
)

// Node is an element or, without a name, a text.
type Node struct {
	Name string
	Attr []Attr
	Text string
	Kids []*Node
}

// mostNodes is how many elements and texts a tree may have. Those behind are
// passed over.
const mostNodes = 50_000

// Tree reads the element that start opened to its end.
func (r *Reader) Tree(start Token) *Node {
	root := &Node{Name: start.Name, Attr: start.Attr}
	stack := []*Node{root}
	n := 0
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		switch t := r.Next(); t.Kind {
		case EOF:
			return root
		case End:
			stack = stack[:len(stack)-1]
		case Text:
			if n++; n < mostNodes {
				top.Kids = append(top.Kids, &Node{Text: t.Text})
			}
		case Start:
			c := &Node{Name: t.Name, Attr: t.Attr}
			if n++; n < mostNodes {
				top.Kids = append(top.Kids, c)
			}
			stack = append(stack, c)
		}
	}
	return root
}

// Get is the value of an attribute, empty when n has none of that name.
func (n *Node) Get(name string) string { return Get(n.Attr, name) }

// First is the first child that has one of the names, those before preferred;
// nil when there is none.
func (n *Node) First(names ...string) *Node {
	for _, name := range names {
		for _, c := range n.Kids {
			if c.Name == name {
				return c
			}
		}
	}
	return nil
}

// All are the children that have one of the names.
func (n *Node) All(names ...string) []*Node {
	var out []*Node
	for _, c := range n.Kids {
		for _, name := range names {
			if c.Name == name {
				out = append(out, c)
			}
		}
	}
	return out
}

// HasElements reports whether n has other elements in it.
func (n *Node) HasElements() bool {
	for _, c := range n.Kids {
		if c.Name != "" {
			return true
		}
	}
	return false
}

// Words is all text below n, without blanks at its ends; empty when nobody sees
// anything of it, such as of control characters alone.
func (n *Node) Words() string {
	var all string
	if len(n.Kids) == 1 && n.Kids[0].Name == "" {
		all = n.Kids[0].Text
	} else {
		var b strings.Builder
		n.words(&b)
		all = b.String()
	}
	if !articles.Shows(articles.Clean(all)) {
		return ""
	}
	return strings.TrimSpace(all)
}

func (n *Node) words(b *strings.Builder) {
	b.WriteString(n.Text)
	for _, c := range n.Kids {
		c.words(b)
	}
}

// HTML writes what n holds as HTML.
func (n *Node) HTML() string {
	var b strings.Builder
	for _, c := range n.Kids {
		c.html(&b)
	}
	return b.String()
}

func (n *Node) html(b *strings.Builder) {
	if n.Name == "" {
		b.WriteString(html.EscapeString(n.Text))
		return
	}
	name := n.Name
	if _, local, ok := strings.Cut(name, ":"); ok {
		name = local
	}
	b.WriteString("<" + name)
	for _, a := range n.Attr {
		if !strings.HasPrefix(a.Name, "xml") {
			b.WriteString(" " + a.Name + `="` + html.EscapeString(a.Value) + `"`)
		}
	}
	b.WriteByte('>')
	for _, c := range n.Kids {
		c.html(b)
	}
	switch name {
	case "br", "img", "hr", "col", "wbr", "source", "track", "area", "embed", "input":
	default:
		b.WriteString("</" + name + ">")
	}
}
