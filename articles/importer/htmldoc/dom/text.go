package dom

import (
	"math"
	"strings"
	"unicode"

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
	return OneLine(b.String())
}

// OneLine is s without blanks at its ends, and with one between its words.
func OneLine(s string) string {
	s = strings.TrimSpace(s)
	blank := false
	for _, r := range s {
		space := unicode.IsSpace(r)
		if space && (blank || r != ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
		blank = space
	}
	return s // as most are
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

// Raw is the text of code, as it is.
func Raw(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := range Below(n) {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case Is(c, "br"):
			b.WriteByte('\n')
		}
	}
	return b.String()
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
	for a := range Each(n, "a") {
		if Above(a, "a") == nil {
			linked += Weight(a)
		}
	}
	return min(1, float64(linked)/float64(all))
}

// IsBlock reports whether n begins a line of its own: by its name, whoever made
// it, unless its style says otherwise.
func IsBlock(n *html.Node) bool {
	if n.Type != html.ElementNode || n.Data == "br" {
		return false
	}
	if Has(n, "style") {
		switch display, _, _ := strings.Cut(Style(n, "display"), "!"); display {
		case "inline", "contents":
			return n.Data == "hr" || n.Data == "li" || n.Data == "pre"
		case "block", "flex", "grid", "table", "table-row", "table-cell", "table-caption", "list-item", "flow-root":
			return true
		}
	}
	switch n.Data {
	case "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
		"fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
		"legend", "li", "main", "menu", "nav", "noframes", "ol", "optgroup", "option", "p", "pre", "search", "section", "summary",
		"table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul":
		return true
	}
	return false
}

// HasBlock reports whether a block stands somewhere in n.
func HasBlock(n *html.Node) bool { return Find(n, IsBlock) != nil }
