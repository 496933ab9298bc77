package tidy

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// calloutKinds are the kinds that boxes name by a class beside "admonition".
var calloutKinds = []string{"note", "tip", "info", "warning", "danger", "caution", "important", "hint", "example", "quote", "bug", "success", "question", "failure", "abstract"}

// callouts gives the boxes of several programs one form.
func callouts(root *html.Node) {
	for n := range dom.Each(root, "div", "aside", "blockquote", "section") {
		kind, admonition := dom.Attr(n, "data-callout"), dom.HasClass(n, "admonition", "custom-block")
		if admonition {
			kind = "note"
		}
		for class := range strings.FieldsSeq(strings.ToLower(dom.Attr(n, "class"))) {
			for _, before := range [...]string{"markdown-alert-", "theme-admonition-", "starlight-aside--"} {
				if k, ok := strings.CutPrefix(class, before); ok || admonition && slices.Contains(calloutKinds, k) {
					kind = k
				}
			}
		}
		const longest = 20 // bytes
		if kind == "" || len(kind) >= longest {
			continue
		}
		words := ""
		if title := dom.Find(n, func(c *html.Node) bool {
			return dom.HasClass(c, "callout-title", "markdown-alert-title", "admonition-title", "custom-block-title", "starlight-aside__title") || strings.HasPrefix(dom.Attr(c, "class"), "admonitionHeading")
		}); title != nil {
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
