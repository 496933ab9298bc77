// Package dom has what a tree of HTML is looked at and changed with.
package dom

import (
	"iter"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Attr is the value of an attribute of n, without blanks at its ends; empty
// when n has none of that name.
func Attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name && a.Namespace == "" {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// AttrOf is the value of the first attribute of n that is not empty and has one
// of the names.
func AttrOf(n *html.Node, names ...string) string {
	for _, a := range n.Attr {
		if a.Val != "" && slices.Contains(names, a.Key) {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// Has reports whether n has an attribute, empty or not.
func Has(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// Set gives n an attribute in place of the one of that name.
func Set(n *html.Node, name, value string) {
	for i, a := range n.Attr {
		if a.Key == name {
			n.Attr[i].Val = value
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: name, Val: value})
}

// Is reports whether n is an element with one of the names.
func Is(n *html.Node, names ...string) bool {
	return n != nil && n.Type == html.ElementNode && slices.Contains(names, n.Data)
}

// Classes is the class and the id of n in lower case, with a blank before and
// behind each word.
func Classes(n *html.Node) string {
	class, id := Attr(n, "class"), Attr(n, "id")
	if class == "" && id == "" {
		return "  "
	}
	return " " + strings.ToLower(OneLine(class+" "+id)) + " "
}

// HasClass reports whether one of the classes of n is one of the names, which are in
// lower case, in any case.
func HasClass(n *html.Node, names ...string) bool {
	return hasOne(n, func(class string) bool { return slices.Contains(names, class) })
}

// Holds reports whether one of the signs stands in s.
func Holds(s string, signs ...string) bool {
	return slices.ContainsFunc(signs, func(sign string) bool { return strings.Contains(s, sign) })
}

// IsHeading reports whether n is a heading.
func IsHeading(n *html.Node) bool { return Is(n, "h1", "h2", "h3", "h4", "h5", "h6") }

// Below are the nodes below n, in the order of the page. Unlike those of
// [html.Node.Descendants] each costs the same however deep it stands.
func Below(n *html.Node) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for c := n.FirstChild; c != nil; {
			if !yield(c) {
				return
			}
			if c.FirstChild != nil {
				c = c.FirstChild
				continue
			}
			for c != n && c.NextSibling == nil {
				c = c.Parent
			}
			if c == n {
				return
			}
			c = c.NextSibling
		}
	}
}

// Each are the elements below n, in the order of the page, that have one of the
// names; all of them when there are none. Nothing but what stands in the last one or
// before it may be changed while one goes through them.
func Each(n *html.Node, names ...string) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for c := range Below(n) {
			if c.Type == html.ElementNode && (len(names) == 0 || slices.Contains(names, c.Data)) && !yield(c) {
				return
			}
		}
	}
}

// Elements are those of [Each]. The tree may be changed while one goes through them.
func Elements(n *html.Node, names ...string) []*html.Node { return slices.Collect(Each(n, names...)) }

// First is the first element below n with one of the names, or nil.
func First(n *html.Node, names ...string) *html.Node {
	return Find(n, func(c *html.Node) bool { return slices.Contains(names, c.Data) })
}

// Find is the first element below n that is what is asked for, or nil.
func Find(n *html.Node, is func(*html.Node) bool) *html.Node {
	for c := range Below(n) {
		if c.Type == html.ElementNode && is(c) {
			return c
		}
	}
	return nil
}

// Above is the nearest element that n stands in with one of the names, or nil.
func Above(n *html.Node, names ...string) *html.Node {
	for p := n.Parent; p != nil; p = p.Parent {
		if Is(p, names...) {
			return p
		}
	}
	return nil
}

// Next is the element behind n in its parent, or nil.
func Next(n *html.Node) *html.Node {
	for n = n.NextSibling; n != nil && n.Type != html.ElementNode; {
		n = n.NextSibling
	}
	return n
}

// Previous is the element before n in its parent, or nil.
func Previous(n *html.Node) *html.Node {
	for n = n.PrevSibling; n != nil && n.Type != html.ElementNode; {
		n = n.PrevSibling
	}
	return n
}

// Within reports whether n is root or stands in it.
func Within(n, root *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == root {
			return true
		}
	}
	return false
}

// Children are the nodes right below n. The tree may be changed while one goes
// through them.
func Children(n *html.Node) []*html.Node { return slices.Collect(n.ChildNodes()) }

// Remove takes n out of its tree.
func Remove(n *html.Node) {
	if n.Parent != nil {
		n.Parent.RemoveChild(n)
	}
}

// Clear takes out all that stands in n.
func Clear(n *html.Node) {
	for n.FirstChild != nil {
		n.RemoveChild(n.FirstChild)
	}
}

// Replace puts by in the place of n.
func Replace(n, by *html.Node) {
	Remove(by)
	if n.Parent != nil {
		n.Parent.InsertBefore(by, n)
		n.Parent.RemoveChild(n)
	}
}

// Unwrap puts the children of n in its place.
func Unwrap(n *html.Node) {
	if n.Parent == nil {
		return
	}
	for c := n.FirstChild; c != nil; c = n.FirstChild {
		n.RemoveChild(c)
		n.Parent.InsertBefore(c, n)
	}
	n.Parent.RemoveChild(n)
}

// Move puts the children of from at the end of to.
func Move(to, from *html.Node) {
	for c := from.FirstChild; c != nil; c = from.FirstChild {
		from.RemoveChild(c)
		to.AppendChild(c)
	}
}

// Clone is a copy of n and all below it that belongs to no tree.
func Clone(n *html.Node) *html.Node {
	c := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace, Attr: slices.Clone(n.Attr)}
	for child := range n.ChildNodes() {
		c.AppendChild(Clone(child))
	}
	return c
}
