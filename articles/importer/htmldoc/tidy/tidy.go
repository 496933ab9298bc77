// Package tidy makes a page's tree plain before it is read: scripts and what is
// hidden go; code, formulas, footnotes, callouts, players, pictures and links
// get one form, whatever made them:
//
//   - code is pre with data-lang and one text;
//   - a formula is code with data-tex, "inline" or "display", in TeX;
//   - the mark of a footnote is sup with data-note, its label;
//   - a callout is blockquote with data-callout and data-title;
//   - a player is a link to what it plays, in a p with data-player where it
//     stands alone;
//   - addresses are whole, without what follows a reader about.
package tidy

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc/dom"
)

// Tree changes the page below root, that came from base, and returns its
// footnotes by their labels.
func Tree(root *html.Node, base *url.URL) map[string]*html.Node {
	clean(root)
	objects(root)
	shadows(root)
	speakers(root)
	formulas(root)
	drawings(root)
	notes := footnotes(root)
	unscripted(root)
	callouts(root)
	tabs(root)
	drop(root)
	codes(root)
	lines(root)
	numbered(root)
	rename(root)
	quotes(root)
	Addresses(root, base)
	for _, n := range notes {
		drop(n)
		lines(n)
		Addresses(n, base)
	}
	return notes
}

// clean takes out of each text and each attribute what no terminal may get. Each is
// cleaned alone, before any is joined to another: a browser shows both letters of
// a<b>\bb</b>, and a title that ends in ESC takes nothing that stands behind it along.
func clean(root *html.Node) {
	for n := range dom.Below(root) {
		if n.Type == html.TextNode {
			n.Data = articles.Clean(n.Data)
		}
		for i := range n.Attr {
			n.Attr[i].Val = articles.Clean(n.Attr[i].Val)
		}
	}
}

// drop takes out what no reader sees.
func drop(root *html.Node) {
	all := dom.Weight(root)
	panels := unfolded(root)
	for _, n := range dom.Elements(root, "select", "input") {
		if n.Data == "select" || slices.Contains([]string{"", "text", "button", "submit", "number", "date", "search", "url", "email"}, dom.Attr(n, "type")) {
			control(n, false)
		}
	}
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
		case "script", "style", "template", "link", "meta", "noscript", "canvas", "svg", "math", "datalist":
			dom.Remove(n)
			continue
		case "dialog":
			if !dom.Has(n, "open") {
				dom.Remove(n)
			}
			continue
		}
		switch {
		case n.Parent == nil:
		case isPopover(n):
			dom.Remove(n)
		case !dom.IsHidden(n):
			n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "aria-hidden" })
		case panels[n], dom.Above(n, "details", "blockquote") != nil && dom.IsFolded(n), isRevealed(n, all):
			dom.Show(n)
		case parts(n):
			dom.Unwrap(n)
		default:
			dom.Remove(n)
		}
	}
}

// parts reports whether n is a sign that stands between letters or digits, such as
// the stroke of a fraction that is drawn as a line: without it they would run
// together.
func parts(n *html.Node) bool {
	const longest = 3 // bytes
	sign := dom.Text(n)
	beside := func(s string) bool { return s != "" && strings.TrimSpace(s) == s }
	return sign != "" && len(sign) <= longest && !strings.ContainsFunc(sign, unicode.IsLetter) && !strings.ContainsFunc(sign, unicode.IsDigit) && !dom.IsBlock(n) && n.PrevSibling != nil && n.NextSibling != nil &&
		beside(dom.Raw(n.PrevSibling)) && beside(dom.Raw(n.NextSibling))
}

// isPopover reports whether n opens over a sentence while what stands right
// before it is pointed at.
func isPopover(n *html.Node) bool {
	if dom.AttrOf(n, "class", "id", "role") == "" {
		return false
	}
	if dom.Attr(n, "role") != "tooltip" && !dom.Holds(dom.Classes(n), "popover", "rollover", "tooltip", "hovercard", "hover-card", "popup", "pop-up", "flyout") {
		return false
	}
	before := n.PrevSibling
	return before != nil && before.Type == html.ElementNode && dom.Outweighs(before, 0) && dom.Above(n, "p", "li", "td", "dd", "blockquote") != nil
}

// isRevealed reports whether a script shows n when the page is loaded, or a
// reader who wants the rest: it holds most of the words, and what it holds is
// marked as the article, or little stands beside it, or a button that unfolds it.
func isRevealed(n *html.Node, all int) bool {
	const little = 100 // bytes
	weight := dom.Weight(n)
	if weight*2 < all || weight == 0 {
		return false
	}
	return all-weight < little || dom.First(n, "h1", "main", "article") != nil || dom.Is(n, "main", "article") ||
		dom.IsFolded(n) && (isToggle(dom.Next(n)) || isToggle(dom.Previous(n)))
}

func isToggle(n *html.Node) bool {
	return dom.Is(n, "button", "a", "span", "label") && !dom.Outweighs(n, 40) && (n.Data != "a" || dom.Attr(n, "href") == "" || dom.Attr(n, "href")[0] == '#' || strings.HasPrefix(dom.Attr(n, "href"), "javascript:"))
}

// roles are the elements that roles stand for.
var roles = map[string]string{
	"paragraph": "p", "list": "ul", "listitem": "li", "blockquote": "blockquote",
	"table": "table", "rowgroup": "tbody", "row": "tr", "cell": "td", "columnheader": "th", "rowheader": "th",
}

// rename gives elements the names of what they stand for, and takes the names of
// the page's parts from what its author wrote.
func rename(root *html.Node) {
	for n := range dom.Each(root, "div", "span", "aside", "menu", "dir", "fieldset", "legend") {
		role, level := dom.Attr(n, "role"), dom.Attr(n, "aria-level")
		switch {
		case n.Data == "menu" || n.Data == "dir":
			dom.Rename(n, "ul")
		case roles[role] != "" && n.Data != "aside":
			dom.Rename(n, roles[role])
		case dom.Attr(n, "data-as") == "p":
			dom.Rename(n, "p")
		case role == "heading" && len(level) == 1 && level >= "1" && level <= "6":
			dom.Rename(n, "h"+level)
		case dom.Is(n, "fieldset", "legend") && dom.Above(n, "form") == nil, n.Data == "aside" && isWritten(n):
			dom.Rename(n, "div")
		}
	}
}

// isWritten reports whether an aside is the author's: sentences in the middle of
// the text, and no links to elsewhere.
func isWritten(n *html.Node) bool {
	const sentence, share = 40, 0.3
	if !dom.Outweighs(n, sentence) || dom.LinkWeight(n) > share || dom.First(n, "form", "input", "nav") != nil || !strings.ContainsAny(dom.Text(n), ".!?。！？") {
		return false
	}
	text := func(n *html.Node) bool {
		return dom.Is(n, "p", "h2", "h3", "h4", "ul", "ol", "blockquote", "pre", "figure")
	}
	return text(dom.Previous(n)) && text(dom.Next(n)) || dom.HasClass(n, "note", "sidenote") || dom.Attr(n, "role") == "note"
}

// quotes makes each pull-quote a blockquote with its by-line in a cite: an aside
// or a footer would be taken for a part of the page. A cite that opens a quote, as
// boards have it, is a line of its own; one with marks in it sets nothing apart itself.
func quotes(root *html.Node) {
	for _, n := range dom.Elements(root, "cite") {
		switch {
		case dom.First(n, "em", "i", "cite") != nil:
			dom.Rename(n, "span")
		case strings.HasSuffix(dom.Text(n), ":") && opensQuote(n):
			dom.Rename(n, "p")
		}
	}
	for _, n := range dom.Elements(root, "aside", "div", "figcaption", "footer") {
		switch {
		case n.Data == "footer":
			if dom.Above(n, "blockquote") != nil {
				dom.Rename(n, "cite")
			}
		case n.Data == "figcaption":
			q := n.PrevSibling
			if q != nil && q.Type == html.TextNode && strings.TrimSpace(q.Data) == "" {
				q = q.PrevSibling
			}
			if dom.Is(q, "blockquote") && dom.Text(q) != "" && dom.Next(n) == nil {
				dom.Remove(n)
				dom.Rename(n, "cite")
				q.AppendChild(n)
			}
		case dom.Holds(dom.Classes(n), "pullquote", "pull-quote", "pull_quote"):
			name := "blockquote"
			if dom.First(n, "blockquote") != nil {
				name = "div"
			}
			dom.Rename(n, name)
			n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "class" })
		}
	}
}

// opensQuote reports whether no words stand before n in its quote.
func opensQuote(n *html.Node) bool {
	for ; n.Parent != nil && n.Data != "blockquote"; n = n.Parent {
		for c := n.PrevSibling; c != nil; c = c.PrevSibling {
			if strings.TrimSpace(dom.Raw(c)) != "" {
				return false
			}
		}
		if !dom.Is(n.Parent, "blockquote", "div") {
			return false
		}
	}
	return n.Data == "blockquote"
}
