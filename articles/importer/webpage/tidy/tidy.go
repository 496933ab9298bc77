// Package tidy makes a page's tree plain before it is read: scripts and what is
// hidden go; code, formulas, footnotes, callouts, pictures and links get one
// form, whatever made them:
//
//   - code is pre with data-lang and one text;
//   - a formula is code with data-tex, "inline" or "display", in TeX;
//   - the mark of a footnote is sup with data-note, its label;
//   - a callout is blockquote with data-callout and data-title;
//   - addresses are whole, without what follows a reader about.
package tidy

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/webpage/dom"
)

// Tree changes the page below root, that came from base, and returns its
// footnotes by their labels.
func Tree(root *html.Node, base *url.URL) map[string]*html.Node {
	formulas(root)
	notes := footnotes(root)
	noscripts(root)
	callouts(root)
	drop(root)
	codes(root)
	spans(root)
	quotes(root)
	Addresses(root, base)
	for _, n := range notes {
		drop(n)
		Addresses(n, base)
	}
	return notes
}

// drop takes out what no reader sees.
func drop(root *html.Node) {
	all := dom.Weight(root)
	panels := controlled(root)
	var comments []*html.Node
	for c := range dom.Below(root) {
		if c.Type == html.CommentNode {
			comments = append(comments, c)
		}
	}
	for _, c := range comments {
		dom.Remove(c)
	}
	for _, n := range dom.Elements(root) {
		switch n.Data {
		case "script", "style", "template", "link", "meta", "noscript", "canvas", "dialog":
			dom.Remove(n)
			continue
		case "svg", "math":
			dom.Remove(n)
			continue
		}
		// A script may show the article only when it is loaded.
		if n.Parent == nil || !isHidden(n) {
			continue
		}
		if panels[dom.Attr(n, "id")] || dom.Above(n, "details", "blockquote") != nil || dom.Weight(n)*2 >= all {
			show(n)
		} else {
			dom.Remove(n)
		}
	}
}

// show takes from n what hides it.
func show(n *html.Node) {
	n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool {
		return a.Key == "hidden" || a.Key == "aria-hidden" || a.Key == "style"
	})
}

// controlled are the ids of what a button of the page unfolds: the answers of
// questions, the panels of tabs.
func controlled(root *html.Node) map[string]bool {
	ids := map[string]bool{"": false}
	for _, b := range dom.Elements(root, "button", "a", "div", "summary", "h2", "h3", "h4", "li", "span") {
		id := dom.Attr(b, "aria-controls")
		if id != "" && dom.Above(b, "nav", "header", "footer", "form") == nil {
			ids[id] = true
		}
		if b.Data == "button" && dom.Is(b.Parent, "h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary") {
			dom.Rename(b, "span")
		}
	}
	return ids
}

func isHidden(n *html.Node) bool {
	if dom.Has(n, "hidden") && dom.Attr(n, "hidden") != "until-found" {
		return true
	}
	if dom.Attr(n, "aria-hidden") == "true" && !strings.Contains(dom.Classes(n), "fallback-image") {
		return !dom.Is(n, "code", "img", "picture", "pre") && (n.Data != "a" || dom.Attr(n, "tabindex") != "-1")
	}
	style := dom.Attr(n, "style")
	if style == "" {
		return false
	}
	style = strings.ToLower(strings.ReplaceAll(style, " ", ""))
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// spans gives the elements that stand for paragraphs the names of such.
func spans(root *html.Node) {
	for _, n := range dom.Elements(root, "span") {
		if dom.Attr(n, "data-as") == "p" || dom.Attr(n, "role") == "paragraph" {
			dom.Rename(n, "p")
		}
	}
	for _, n := range dom.Elements(root, "div", "span") {
		level := dom.Attr(n, "aria-level")
		if dom.Attr(n, "role") == "heading" && len(level) == 1 && level >= "1" && level <= "6" {
			dom.Rename(n, "h"+level)
		}
	}
}

// quotes makes each pull-quote a blockquote with its by-line in a cite: an aside
// or a footer would be taken for a part of the page.
func quotes(root *html.Node) {
	for _, n := range dom.Elements(root, "aside", "div") {
		class := dom.Classes(n)
		if !strings.Contains(class, "pullquote") && !strings.Contains(class, "pull-quote") && !strings.Contains(class, "pull_quote") {
			continue
		}
		if dom.First(n, "blockquote") != nil {
			dom.Rename(n, "div")
		} else {
			dom.Rename(n, "blockquote")
		}
		n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "class" })
	}
	for _, n := range dom.Elements(root, "footer") {
		if dom.Above(n, "blockquote") != nil {
			dom.Rename(n, "cite")
		}
	}
}

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
