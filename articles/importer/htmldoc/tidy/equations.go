package tidy

import (
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// equations makes a paragraph of each row of the tables that have nothing but formulas
// with their numbers: papers set them so.
func equations(root *html.Node) {
	seen := map[*html.Node]bool{nil: true}
	for _, c := range dom.Elements(root, "code") {
		if t := dom.Above(c, "table"); dom.Has(c, "data-tex") && !seen[t] {
			seen[t] = true
			if rows := dom.Elements(t, "tr"); areEquations(t, rows) {
				for _, r := range rows {
					t.Parent.InsertBefore(inOneLine(r), t)
				}
				dom.Remove(t)
			}
		}
	}
}

// areEquations reports whether the rows of a table hold formulas alone, and a number
// at the end.
func areEquations(table *html.Node, rows []*html.Node) bool {
	const number = 8 // bytes, with its brackets
	if dom.First(table, "th", "table", "img", "caption") != nil {
		return false
	}
	for _, r := range rows {
		formulas, words, last := 0, len(dom.Text(r)), r.LastChild
		if last != nil && last.Type == html.TextNode {
			last = dom.Previous(last)
		}
		for c := range dom.Each(r, "code") {
			if !dom.Has(c, "data-tex") {
				return false
			}
			formulas++
			words -= len(dom.Text(c)) + 1
		}
		if formulas == 0 || words > number || words > 0 && (last == nil || !strings.HasPrefix(dom.Text(last), "(")) {
			return false
		}
	}
	return true
}

// inOneLine is a paragraph of the words of a row.
func inOneLine(row *html.Node) *html.Node {
	p := dom.New("p", "")
	for _, c := range dom.Children(row) {
		dom.Remove(c)
		if c.Type == html.ElementNode {
			dom.Rename(c, "span")
		}
		p.AppendChild(c)
		p.AppendChild(&html.Node{Type: html.TextNode, Data: " "})
	}
	return p
}
