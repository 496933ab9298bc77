package tidy

import (
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// callouts gives the boxes of several programs one form.
func callouts(root *html.Node) {
	for _, n := range dom.Elements(root, "div", "aside", "blockquote", "section") {
		kind, title := calloutOf(n)
		if kind == "" {
			continue
		}
		words := ""
		if title != nil {
			words = dom.Text(title)
			dom.Remove(title)
		}
		dom.Rename(n, "blockquote")
		dom.Set(n, "data-callout", kind)
		if !strings.EqualFold(words, kind) || dom.Has(n, "data-callout-fold") {
			dom.Set(n, "data-title", words)
		}
	}
}

// calloutOf is the kind of callout that n is, with the element that has its
// title; empty when it is none.
func calloutOf(n *html.Node) (kind string, title *html.Node) {
	titled := func(class string) *html.Node {
		return dom.Find(n, func(c *html.Node) bool { return dom.HasClass(c, class) })
	}
	if kind = dom.Attr(n, "data-callout"); kind != "" && len(kind) < 20 {
		return kind, titled("callout-title")
	}
	for class := range strings.FieldsSeq(strings.ToLower(dom.Attr(n, "class"))) {
		if k, ok := strings.CutPrefix(class, "markdown-alert-"); ok && k != "title" {
			return k, titled("markdown-alert-title")
		}
	}
	if dom.HasClass(n, "admonition") {
		kind = "note"
		for class := range strings.FieldsSeq(strings.ToLower(dom.Attr(n, "class"))) {
			switch class {
			case "note", "tip", "info", "warning", "danger", "caution", "important", "hint", "example", "quote", "bug", "success", "question", "failure", "abstract":
				kind = class
			}
		}
		return kind, titled("admonition-title")
	}
	return "", nil
}
