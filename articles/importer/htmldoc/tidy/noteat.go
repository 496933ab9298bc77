package tidy

import (
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// targetOf is the id that a mark of a note points to; empty when a is none.
func targetOf(a *html.Node) string {
	if dom.Is(a, "span") {
		return dom.Attr(a, "data-definition")
	}
	ref := dom.Attr(a, "href")
	at := strings.IndexByte(ref, '#')
	if at < 0 || at+1 == len(ref) || len(dom.Text(a)) > 10 {
		return ""
	}
	return ref[at+1:]
}

// noteAt is the element that holds the note that a points to, if it is one.
func noteAt(n, a *html.Node) *html.Node {
	if n == nil || dom.Within(a, n) || dom.Within(n, a) {
		return nil
	}
	mark := strings.Trim(dom.Text(a), "[](){} ^")
	if mark == "" || strings.ContainsAny(mark, " ") || strings.ContainsAny(mark, "↩↑⤴⏎^") {
		return nil
	}
	if dom.Is(n, "a", "span", "sup", "b", "strong") && !dom.Is(a, "span") { // an anchor at the start of the note
		if p := dom.Above(n, "li", "p", "div", "dd", "td"); p != nil && leads(n, p) {
			n = p
		}
	}
	if !dom.Is(n, "li", "p", "div", "aside", "dd", "td", "section", "tr") || dom.Outweighs(n, 6000) || dom.Within(a, n) || dom.Find(n, dom.IsHeading) != nil {
		return nil
	}
	if dom.Is(n, "aside") && dom.Is(a, "span") || pointsBack(n) || inList(n) {
		return n
	}
	return nil
}

// leads reports whether no words stand before n in p.
func leads(n, p *html.Node) bool {
	return strings.HasPrefix(dom.Text(p), dom.Text(n))
}

// pointsBack reports whether a link leads from a note back to its mark.
func pointsBack(n *html.Node) bool {
	return dom.Find(n, isBack) != nil
}

func isBack(a *html.Node) bool {
	if !dom.Is(a, "a") || !strings.Contains(dom.Attr(a, "href"), "#") {
		return false
	}
	class := dom.Classes(a) + strings.ToLower(dom.Attr(a, "role")) + strings.ToLower(dom.Attr(a, "rev"))
	text := strings.Trim(dom.Text(a), "[]() \ufe0e\ufe0f.")
	return dom.Holds(class, "backref", "backlink", "reverse") ||
		text != "" && strings.Trim(text, "↩↑⤴⏎^↵⬆⇧◂") == "" || strings.Contains(dom.Attr(a, "href"), "ref") && len(text) <= 4
}

func inList(n *html.Node) bool {
	for p := n; p != nil; p = p.Parent {
		if dom.Attr(p, "role") == "doc-endnotes" || dom.Holds(dom.Classes(p), "footnote", "endnote", " notes ", "reflist") {
			return true
		}
	}
	return false
}

// definition cuts a note from its page, without the links back and the mark
// that it begins with.
func definition(n *html.Node) *html.Node {
	dom.Remove(n)
	for _, a := range dom.Elements(n, "a") {
		if isBack(a) {
			dom.Remove(a)
		}
	}
	for _, s := range dom.Elements(n, "sup", "span", "b", "a") {
		if t := strings.Trim(dom.Text(s), "[]().^ "); t != "" && strings.Trim(t, "0123456789*†‡§") == "" && leads(s, n) {
			dom.Remove(s)
			break
		}
	}
	note := dom.New("div", "")
	dom.Move(note, n)
	return note
}

// dropList takes out a list that has no note left, with its heading.
func dropList(list *html.Node) {
	p := list.Parent
	head := previous(list)
	if t := list.PrevSibling; t != nil && t.Type == html.TextNode && strings.TrimSpace(t.Data) != "" {
		head = nil // it heads those words
	}
	dom.Remove(list)
	if dom.IsHeading(head) {
		dom.Remove(head)
	}
	for ; p != nil && p.Parent != nil && !dom.Is(p, "body", "article", "main"); p = p.Parent {
		text := strings.ToLower(dom.Text(p))
		if text != "" && text != "footnotes" && text != "notes" {
			return
		}
		up := p.Parent
		dom.Remove(p)
		p = &html.Node{Parent: up}
	}
}
