package tidy

import (
	"regexp"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// shadows puts each tree that a page declares for an element in the place of
// what stands in it, with that in its slots.
func shadows(root *html.Node) {
	for _, t := range dom.Elements(root, "template") {
		host := t.Parent
		if host == nil || dom.Attr(t, "shadowrootmode") == "" && dom.Attr(t, "shadowroot") == "" {
			continue
		}
		dom.Remove(t)
		slots := map[string]*html.Node{}
		for _, s := range dom.Elements(t, "slot") {
			if name := dom.Attr(s, "name"); slots[name] == nil {
				slots[name] = s
			}
		}
		filled := map[*html.Node]bool{}
		for _, c := range dom.Children(host) {
			slot := slots[dom.Attr(c, "slot")]
			if c.Type == html.TextNode && strings.TrimSpace(c.Data) == "" {
				slot = nil
			}
			if slot == nil {
				continue
			}
			if !filled[slot] { // what stands in it is for an empty one
				dom.Clear(slot)
				filled[slot] = true
			}
			dom.Remove(c)
			slot.AppendChild(c)
		}
		dom.Rename(t, "div")
		t.Attr = nil
		host.InsertBefore(t, host.FirstChild)
	}
}

// speakers puts who speaks before each part of a conversation with a program,
// where the page says it to programs alone.
func speakers(root *html.Node) {
	for n := range dom.Each(root) {
		role := strings.ToLower(dom.AttrOf(n, "data-message-author-role", "data-author-role", "data-message-role", "data-turn-role", "data-role"))
		switch {
		case n.Data == "user-query":
			role = "user"
		case n.Data == "model-response":
			role = "assistant"
		}
		switch role {
		case "user", "human", "assistant", "model", "bot", "ai", "system":
		default:
			continue
		}
		said := (*html.Node)(nil)
		for p, up := n, 0; p != nil && up < 4 && said == nil && !dom.Is(p, "main", "body"); p, up = p.Parent, up+1 {
			if said = dom.First(p, "h2", "h3", "h4", "h5", "h6"); said != nil && (!dom.IsHidden(said) || dom.Within(said, n) && p != n) {
				said = nil
				break
			}
		}
		if said != nil {
			dom.Show(said)
			continue
		}
		who := dom.New("p", "")
		who.AppendChild(dom.New("strong", strings.ToUpper(role[:1])+role[1:]+":"))
		n.InsertBefore(who, n.FirstChild)
	}
}

// lines makes a break of the line of each that a style keeps.
func lines(root *html.Node) {
	for n := range dom.Each(root) {
		if !strings.HasPrefix(strings.Replace(dom.Style(n, "white-space"), "break-spaces", "pre", 1), "pre") &&
			!strings.Contains(dom.Attr(n, "class"), "whitespace-pre") || n.Data == "pre" || dom.Above(n, "pre") != nil {
			continue
		}
		var texts []*html.Node
		for c := range dom.Below(n) {
			if c.Type == html.TextNode && strings.Contains(c.Data, "\n") && dom.Above(c, "pre", "script", "style", "textarea") == nil &&
				(strings.TrimSpace(c.Data) != "" || isInline(c.PrevSibling) && isInline(c.NextSibling)) {
				texts = append(texts, c)
			}
		}
		for _, t := range texts {
			for i, line := range strings.Split(t.Data, "\n") {
				if i > 0 {
					t.Parent.InsertBefore(dom.New("br", ""), t)
				}
				t.Parent.InsertBefore(&html.Node{Type: html.TextNode, Data: line}, t)
			}
			dom.Remove(t)
		}
	}
}

// numbered sets the number or letter of an item, in an element of its own, apart from
// the words right behind it, as a style does.
func numbered(root *html.Node) {
	for _, n := range dom.Elements(root, "span", "b", "strong") {
		behind := n.NextSibling
		if behind == nil || dom.Outweighs(n, 6) || !dom.Is(n.Parent, "p", "li", "div", "dd") || strings.TrimSpace(rawBefore(n)) != "" || !number().MatchString(dom.Text(n)) || dom.IsBlock(behind) {
			continue
		}
		if words := dom.Raw(behind); strings.TrimLeft(words, " \t\n\u00a0") == words && !strings.HasSuffix(dom.Raw(n), " ") {
			n.Parent.InsertBefore(&html.Node{Type: html.TextNode, Data: " "}, behind)
		}
	}
}

// number is that of an item: "(a)", "[12]", "1.", "iv)".
var number = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:[(\[]\w{1,4}[)\]]|\w{1,3}[.)])$`) })

// rawBefore is the text right before n in its parent.
func rawBefore(n *html.Node) string {
	if n = n.PrevSibling; n == nil {
		return ""
	}
	return dom.Raw(n)
}

func isInline(n *html.Node) bool { return n != nil && !dom.IsBlock(n) }

// unscripted shows what a page has for those without scripts, and what it keeps
// for a script to show: the picture in place of the one beside it that waits,
// and prose that the page has nowhere else.
func unscripted(root *html.Node) {
	text := sync.OnceValue(func() string { return dom.Text(root) })
	for _, n := range dom.Elements(root, "noscript", "template") {
		if n.Parent == nil || n.FirstChild == nil {
			continue
		}
		box := dom.New("div", "")
		if text := n.FirstChild; n.Data == "noscript" && text.Type == html.TextNode {
			nodes, err := html.ParseFragment(strings.NewReader(text.Data), dom.New("div", ""))
			if err != nil {
				continue
			}
			for _, c := range nodes {
				box.AppendChild(c)
			}
			clean(box)
		} else {
			box = dom.Clone(n)
			dom.Rename(box, "div")
			box.Attr = nil
		}
		words := dom.Text(box)
		switch images := dom.Elements(box, "img"); {
		case words == "" && len(images) == 1 && n.Data == "noscript":
			if old := beside(n); old != nil {
				if dom.Attr(images[0], "alt") == "" {
					dom.Set(images[0], "alt", dom.Attr(old, "alt"))
				}
				dom.Remove(old)
			}
			dom.Replace(n, images[0])
		case isMissing(words, box, text):
			dom.Replace(n, box)
		}
	}
}

// isMissing reports whether box holds paragraphs that are not in the text.
func isMissing(words string, box *html.Node, text func() string) bool {
	const least, telling = 200, 60 // bytes
	if len(words) < least || strings.Contains(words, "{{") || strings.Contains(words, "JavaScript") || dom.LinkWeight(box) > 0.3 {
		return false
	}
	p := dom.First(box, "p")
	if p == nil {
		return false
	}
	start := dom.Text(p)
	return len(start) >= telling && !strings.Contains(text(), start[:telling])
}

// beside is the picture next to a noscript that has no address of its own yet.
func beside(n *html.Node) *html.Node {
	for _, c := range [...]*html.Node{dom.Previous(n), dom.Next(n)} {
		if c == nil || dom.Text(c) != "" {
			continue
		}
		if !dom.Is(c, "img") {
			if all := dom.Elements(c, "img"); len(all) == 1 {
				c = all[0]
			}
		}
		if dom.Is(c, "img") {
			return c
		}
	}
	return nil
}
