package tidy

import (
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// unfolded is what the page unfolds for whoever clicks: the answers of questions,
// the panels of tabs. Their heads, and buttons in a sentence, become words.
func unfolded(root *html.Node) map[*html.Node]bool {
	ids, panels, heads := map[string]bool{}, map[*html.Node]bool{}, foldHeads(root)
	for _, b := range dom.Elements(root, "button", "a", "div", "summary", "h2", "h3", "h4", "h5", "li", "span", "label", "dt") {
		controls := dom.AttrOf(b, "aria-controls", "data-target", "data-bs-target")
		expands := controls != "" || dom.Has(b, "aria-expanded") || heads[b]
		if expands && dom.Above(b, "nav", "header", "footer", "form") == nil {
			for id := range strings.FieldsSeq(controls) {
				ids[strings.TrimPrefix(id, "#")] = true
			}
			if p := panelOf(b); p != nil && dom.IsHidden(p) {
				panels[p] = true
			}
		}
		if b.Data == "button" {
			control(b, expands && panelOf(b) != nil)
		}
	}
	if len(ids) > 0 {
		for n := range dom.Each(root) {
			if id := dom.Attr(n, "id"); ids[id] {
				panels[n] = id != ""
			}
		}
	}
	return panels
}

// panelOf is what stands behind n, or behind what holds n and no more words; nil when
// that says nothing.
func panelOf(n *html.Node) *html.Node {
	for own := dom.Weight(n); n != nil && !dom.Outweighs(n, own); n = n.Parent {
		if p := dom.Next(n); p != nil && (dom.Outweighs(p, 0) || dom.IsHidden(p)) {
			return p
		}
	}
	return nil
}

// foldHeads are the buttons that a page has above its answers, where nothing else
// says what they do: several that look alike, each with its own words, and with
// sentences behind it.
func foldHeads(root *html.Node) map[*html.Node]bool {
	const longest = 5000 // bytes of an answer
	alike, said := map[string][]*html.Node{}, map[string]bool{}
	for b := range dom.Each(root, "button") {
		words := dom.Text(b)
		if p := panelOf(b); p != nil && words != "" && !said[words] && !dom.Is(p, "button") && !dom.Outweighs(p, longest) && strings.ContainsAny(dom.Text(p), ".!?。！？؟।") && dom.Above(b, "nav", "header", "footer", "form") == nil {
			look := dom.Attr(b, "class") + "\n" + p.Data + "\n" + dom.Attr(p, "class")
			alike[look], said[words] = append(alike[look], b), true
		}
	}
	heads := map[*html.Node]bool{}
	for _, all := range alike {
		for _, b := range all {
			heads[b] = len(all) > 1
		}
	}
	return heads
}

// control makes words of what a reader works a page with, as a browser shows it:
// of a button that is the head of what it unfolds, and of a button, a choice or
// a field among the words of a sentence. Any other is no text.
func control(n *html.Node, expands bool) {
	among := func(n *html.Node) bool {
		return n != nil && (n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" || dom.Is(n, "em", "strong", "a", "b", "i", "code"))
	}
	if n.Data != "button" {
		words := shownBy(n)
		dom.Clear(n)
		n.AppendChild(&html.Node{Type: html.TextNode, Data: words})
	}
	switch {
	case dom.Text(n) == "" || dom.Above(n, "form", "nav") != nil || n.Parent == nil:
		dom.Remove(n)
	case dom.Above(n, "h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary") != nil || among(n.PrevSibling) || among(n.NextSibling):
		dom.Rename(n, "span")
	case expands:
		dom.Rename(n, "p")
		strong := dom.New("strong", "")
		dom.Move(strong, n)
		n.AppendChild(strong)
	default:
		dom.Remove(n)
	}
}

// shownBy is what a choice or a field shows: what is chosen, or what stands in it.
func shownBy(n *html.Node) string {
	if n.Data == "input" {
		return dom.Attr(n, "value")
	}
	chosen := dom.Find(n, func(c *html.Node) bool { return c.Data == "option" && dom.Has(c, "selected") })
	if chosen == nil {
		chosen = dom.First(n, "option")
	}
	if chosen == nil {
		return ""
	}
	return dom.Text(chosen)
}
