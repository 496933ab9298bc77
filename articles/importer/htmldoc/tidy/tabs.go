package tidy

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

const longestLabel = 80 // bytes

// tabs puts each panel under the label that shows it: a page shows one at a time,
// a text has them one after another.
func tabs(root *html.Node) {
	for n := range dom.Each(root) {
		if !isPanel(n) || isPanel(dom.Previous(n)) {
			continue
		}
		var panels []*html.Node
		for p := n; isPanel(p); p = dom.Next(p) {
			panels = append(panels, p)
		}
		list := tabList(panels)
		if list == nil {
			continue
		}
		labels := labelsOf(list, len(panels))
		for i, p := range panels {
			dom.Show(p)
			head := dom.New("p", "")
			head.AppendChild(dom.New("strong", dom.Text(labels[i])))
			p.Parent.InsertBefore(head, p)
			if p.Data == "li" {
				dom.Rename(p, "div")
			}
		}
		dom.Remove(list)
	}
}

// isPanel reports whether n is what a tab shows.
func isPanel(n *html.Node) bool {
	if n == nil || n.Type != html.ElementNode {
		return false
	}
	return dom.Attr(n, "role") == "tabpanel" || dom.HasClass(n, "tab-pane", "tabpanel", "tab-panel", "tabs-panel", "tabbed-block", "tab__content", "tab-item")
}

// tabList is what holds the labels of panels: it stands right before them, or with
// them in an element that holds little else.
func tabList(panels []*html.Node) *html.Node {
	const far = 4 // elements
	most := longestLabel * len(panels)
	is := func(n *html.Node) bool {
		return (dom.Attr(n, "role") == "tablist" || strings.Contains(dom.Classes(n), "tab")) && !isPanel(n) && !dom.Within(panels[0], n) &&
			len(labelsOf(n, len(panels))) == len(panels)
	}
	for _, p := range panels {
		most += dom.Weight(p)
	}
	for up, p := 0, panels[0]; up <= far && p != nil; up, p = up+1, p.Parent {
		if before := dom.Previous(p); before != nil && is(before) {
			return before
		}
		if up == 0 {
			continue
		}
		if dom.Outweighs(p, most) {
			break
		}
		if list := dom.Find(p, is); list != nil && !isPanel(list.Parent) {
			return list
		}
	}
	return nil
}

// labelsOf are the parts of a list of tabs, when there are so many of them.
func labelsOf(list *html.Node, many int) []*html.Node {
	with := []*html.Node{list}
	for len(with) == 1 {
		n := with[0]
		with = nil
		for c := range n.ChildNodes() {
			if c.Type == html.ElementNode && dom.Outweighs(c, 0) {
				with = append(with, c)
			}
		}
	}
	if len(with) != many || many < 2 || slices.ContainsFunc(with, func(l *html.Node) bool { return dom.Outweighs(l, longestLabel) }) {
		return nil
	}
	return with
}
