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
func noteAt(named map[string]*html.Node, a *html.Node) *html.Node {
	n := named[targetOf(a)]
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
	back := func(c *html.Node) bool { return isBack(c, a, named) }
	if dom.Is(n, "aside") && dom.Is(a, "span") || says(a, "noteref") || dom.Find(n, back) != nil || inList(n) {
		return n
	}
	return nil
}

// says reports whether n has a part in a book, or a role in a document, of that name.
func says(n *html.Node, part string) bool {
	return strings.Contains(dom.Attr(n, "epub:type")+dom.Attr(n, "role"), part)
}

// leads reports whether no words stand before n in p.
func leads(n, p *html.Node) bool {
	return strings.HasPrefix(dom.Text(p), dom.Text(n))
}

// isBack reports whether a link in a note leads back to its mark, that may be nil.
func isBack(a, mark *html.Node, named map[string]*html.Node) bool {
	_, name, ok := strings.Cut(dom.Attr(a, "href"), "#")
	if !ok || !dom.Is(a, "a") {
		return false
	}
	if mark != nil {
		switch to := named[name]; {
		case to == nil && strings.Contains(name, "ref"):
		case to == nil || !dom.Within(mark, to) && !dom.Within(to, mark.Parent):
			return false
		}
	}
	class := dom.Classes(a) + strings.ToLower(dom.Attr(a, "role")) + strings.ToLower(dom.Attr(a, "rev"))
	text := strings.Trim(dom.Text(a), "[]() \ufe0e\ufe0f.")
	return dom.Holds(class, "backref", "backlink", "reverse") ||
		text != "" && strings.Trim(text, "↩↑⤴⏎^↵⬆⇧◂") == "" || strings.Contains(name, "ref") && len(text) <= 4
}

func inList(n *html.Node) bool {
	for p := n; p != nil; p = p.Parent {
		if says(p, "footnote") || says(p, "endnote") || says(p, "rearnote") || dom.Holds(dom.Classes(p), "footnote", "endnote", " notes ", "reflist") {
			return true
		}
	}
	return false
}

// definition cuts a note from its page, without the links back and the mark
// that it begins with.
func definition(n *html.Node, mark string) *html.Node {
	dom.Remove(n)
	unmark(n, mark)
	for _, a := range dom.Elements(n, "a") {
		if isBack(a, nil, nil) {
			dom.Remove(a)
		}
	}
	note := dom.New("div", "")
	dom.Move(note, n)
	return note
}

// unmark takes the mark from the start of a note: in elements of its own, or with
// signs around it that no word has.
func unmark(n *html.Node, mark string) {
	first := ""
	for _, s := range dom.Elements(n, "sup", "span", "b", "a") {
		t := strings.Trim(dom.Text(s), "[]().^ ")
		if t != "" && (t == first || first == "" && (t == mark || strings.Trim(t, "0123456789*†‡§") == "")) && leads(s, n) {
			first = t
			dom.Remove(s)
		}
	}
	for c := range dom.Below(n) {
		text := strings.TrimLeft(c.Data, " \n\t\u00a0")
		if c.Type != html.TextNode || text == "" {
			continue
		}
		for _, start := range [...]string{"[" + mark + "]", "(" + mark + ")", mark + ".", mark + ")", mark + ":", "[]", "()", "^", "."} {
			if rest, ok := strings.CutPrefix(text, start); ok {
				c.Data = rest
				return
			}
		}
		if rest, ok := strings.CutPrefix(text, mark); ok && mark != "" && strings.Trim(mark, "*†‡§¶") == "" {
			c.Data = rest
		}
		return
	}
}

// dropList takes out a list that has no note left, with its heading.
func dropList(list *html.Node) {
	p := list.Parent
	head := dom.Previous(list)
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
