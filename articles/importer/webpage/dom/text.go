package dom

import (
	"math"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// New is an element with words in it.
func New(name, words string) *html.Node {
	n := &html.Node{Type: html.ElementNode, Data: name, DataAtom: atom.Lookup([]byte(name))}
	if words != "" {
		n.AppendChild(&html.Node{Type: html.TextNode, Data: words})
	}
	return n
}

// Rename makes n an element of another name.
func Rename(n *html.Node, name string) {
	n.Data, n.DataAtom, n.Namespace = name, atom.Lookup([]byte(name)), ""
}

// Text is the words in n on one line; what no browser shows is left out.
func Text(n *html.Node) string {
	var b strings.Builder
	write(&b, n)
	return strings.Join(strings.Fields(b.String()), " ")
}

func write(b *strings.Builder, n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		b.WriteString(n.Data)
	case Is(n, "script", "style", "template", "noscript"):
	default:
		apart := IsBlock(n) || Is(n, "br")
		if apart {
			b.WriteByte(' ')
		}
		for c := range n.ChildNodes() {
			write(b, c)
		}
		if apart {
			b.WriteByte(' ')
		}
	}
}

// Weight is how many bytes of words n has, runs of blanks counted as one.
func Weight(n *html.Node) int { return weightUpTo(n, math.MaxInt) }

// Outweighs reports whether n has more than so many bytes of words. It looks no
// further than it must: of a whole page as far as of a line.
func Outweighs(n *html.Node, most int) bool { return weightUpTo(n, most) > most }

// weightUpTo is the weight of n, or something over most.
func weightUpTo(n *html.Node, most int) int {
	total := 0
	for c := range Below(n) {
		if c.Type == html.TextNode && !Is(c.Parent, "script", "style", "template", "noscript") {
			if total += weigh(c.Data); total > most {
				break
			}
		}
	}
	return total
}

func weigh(s string) int {
	n, blank := 0, true
	for i := range len(s) {
		if c := s[i]; c == ' ' || c == '\n' || c == '\t' || c == '\r' {
			if !blank {
				n++
			}
			blank = true
		} else {
			n++
			blank = false
		}
	}
	return n
}

// LinkWeight is the share of the words of n that stand in links, from 0 to 1.
func LinkWeight(n *html.Node) float64 {
	all, linked := Weight(n), 0
	if all == 0 {
		return 0
	}
	for _, a := range Elements(n, "a") {
		if Above(a, "a") == nil {
			linked += Weight(a)
		}
	}
	return min(1, float64(linked)/float64(all))
}

// IsBlock reports whether n begins a line of its own.
func IsBlock(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd,
		atom.Details, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer,
		atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Html,
		atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.Optgroup, atom.Option, atom.P, atom.Pre,
		atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul,
		atom.Search, atom.Dialog, atom.Noframes, atom.Frameset:
		return true
	}
	return false
}

// HasBlock reports whether a block stands somewhere in n.
func HasBlock(n *html.Node) bool { return Find(n, IsBlock) != nil }
