package compose

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles/importer/webpage/dom"
)

// quote is a block quote; who is cited at its end is its by-line.
func (w *writer) quote(n *html.Node) []string {
	by := w.takeByLine(n)
	return w.quoted(n, by)
}

// quoted is the blocks of n as a quote with a by-line, that may be empty.
func (w *writer) quoted(n *html.Node, by string) []string {
	if w.depth >= deepest {
		return w.flow(n)
	}
	w.depth++
	inner := w.flow(n)
	w.depth--
	if kind := dom.Attr(n, "data-callout"); kind != "" {
		title := strings.TrimRight("[!"+kind+"] "+dom.Attr(n, "data-title"), " ")
		if len(inner) > 0 && !strings.HasPrefix(inner[0], "```") {
			inner[0] = title + "\n" + inner[0]
		} else {
			inner = append([]string{title}, inner...)
		}
	}
	if len(inner) == 0 {
		return nil
	}
	if by != "" {
		inner = append(inner, "— "+by)
	}
	return []string{indented("> ", "> ", inner, "\n\n")}
}

// takeByLine cuts the by-line from the end of a quote: a cite, a footer, a
// caption, or an element that says by its class that it names the author.
func (w *writer) takeByLine(n *html.Node) string {
	last := lastElement(n)
	for depth := 0; last != nil && depth < 3; depth++ {
		if isByLine(last) {
			break
		}
		if !dom.Is(last, "p", "div", "span", "small", "em") || textAfter(last) {
			return ""
		}
		last = lastElement(last)
	}
	if last == nil || !isByLine(last) || textAfter(last) {
		return ""
	}
	for _, c := range dom.Elements(last, "cite") {
		dom.Unwrap(c)
	}
	l := &line{w: w, single: true}
	l.children(last)
	const longest = 160 // in bytes; longer is no name
	by := undashed(l.text())
	if by == "" || len(by) > longest || dom.Weight(n) <= dom.Weight(last)+1 {
		return ""
	}
	parent := last.Parent
	dom.Remove(last)
	trimDash(parent)
	return by
}

func isByLine(n *html.Node) bool {
	if dom.Is(n, "cite", "footer", "figcaption") {
		return true
	}
	c := dom.Classes(n)
	for _, sign := range [...]string{"attribution", "quote-author", "quote__author", "quote-source", "quote__source", "quote-credit", "quote-cite", "quotee", " cite ", "citation-author"} {
		if strings.Contains(c, sign) {
			return true
		}
	}
	return false
}

func lastElement(n *html.Node) *html.Node {
	for c := n.LastChild; c != nil; c = c.PrevSibling {
		if c.Type == html.ElementNode && (c.FirstChild != nil) {
			return c
		}
	}
	return nil
}

// textAfter reports whether words follow n in its parent.
func textAfter(n *html.Node) bool {
	for c := n.NextSibling; c != nil; c = c.NextSibling {
		if dom.Text(c) != "" || c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			return true
		}
	}
	return false
}

// undashed is s without the dash that it begins with.
func undashed(s string) string {
	return strings.TrimSpace(strings.TrimLeft(strings.TrimPrefix(s, "\\"), "-–—―~ \u00a0"))
}

// trimDash cuts the dash that stood before what was taken from the end of n.
func trimDash(n *html.Node) {
	for c := n.LastChild; c != nil; c = n.LastChild {
		if c.Type != html.TextNode {
			if dom.Is(c, "br") {
				n.RemoveChild(c)
				continue
			}
			return
		}
		c.Data = strings.TrimRight(c.Data, "–—―- \t\n\u00a0")
		if c.Data != "" {
			return
		}
		n.RemoveChild(c)
	}
}

// figure is its content and then the caption, which is the by-line of a quote.
func (w *writer) figure(n *html.Node) []string {
	caption := dom.First(n, "figcaption")
	quote := dom.First(n, "blockquote")
	if caption == nil {
		return w.flow(n)
	}
	if quote != nil && lastElement(n) == caption {
		l := &line{w: w, single: true}
		l.children(caption)
		dom.Remove(caption)
		return w.quoted(quote, undashed(l.text()))
	}
	words := w.flow(caption)
	dom.Remove(caption)
	return append(w.flow(n), words...)
}

// meanings is a list of definitions.
func (w *writer) meanings(n *html.Node) []string {
	var out []string
	term := false
	for _, c := range dom.Elements(n, "dt", "dd") {
		if dom.Above(c, "dl") != n {
			continue
		}
		inner := w.flow(c)
		if len(inner) == 0 {
			continue
		}
		simple := len(inner) == 1 && !strings.Contains(inner[0], "\n") && !strings.HasPrefix(inner[0], "#")
		switch {
		case dom.Is(c, "dt"):
			term = simple
			out = append(out, inner...)
		case simple && term && len(out) > 0:
			out[len(out)-1] += "\n: " + inner[0]
		default:
			term = false
			out = append(out, inner...)
		}
	}
	return out
}

// list is a bulleted or a numbered list.
func (w *writer) list(n *html.Node) []string {
	if w.depth >= deepest {
		return w.flow(n)
	}
	number := 1
	if start, err := strconv.Atoi(dom.Attr(n, "start")); err == nil && start >= 0 && start < 1e8 {
		number = start
	}
	var items []string
	sep := "\n"
	w.depth++
	for c := range n.ChildNodes() {
		if dom.Is(c, "ul", "ol") && len(items) > 0 { // a list that should stand in the item before
			items[len(items)-1] += "\n" + indented("  ", "  ", w.list(c), "\n\n")
			continue
		}
		inner := w.item(c)
		if len(inner) == 0 {
			continue
		}
		mark := "- "
		if dom.Is(n, "ol") {
			mark = strconv.Itoa(number) + ". "
			number++
		}
		within := "\n\n"
		if tight(inner) {
			within = "\n"
		} else {
			sep = "\n\n"
		}
		items = append(items, indented(mark+task(c), strings.Repeat(" ", len(mark)), inner, within))
	}
	w.depth--
	if len(items) == 0 {
		return nil
	}
	return []string{strings.Join(items, sep)}
}

// item is the blocks of what stands in a list, though it may be no item.
func (w *writer) item(c *html.Node) []string {
	switch {
	case dom.Is(c, "li"), dom.IsBlock(c) && !dom.Is(c, "table", "pre", "blockquote"):
		return w.flow(c)
	case c.Type == html.ElementNode && (dom.IsBlock(c) || dom.HasBlock(c)):
		return w.block(c)
	}
	if p := w.paragraph([]*html.Node{c}); p != "" {
		return []string{p}
	}
	return nil
}

// tight reports whether the blocks of an item are one paragraph and then lists.
func tight(inner []string) bool {
	for _, b := range inner[1:] {
		if !strings.HasPrefix(b, "- ") && !numbered(b) {
			return false
		}
	}
	return !strings.HasPrefix(inner[0], "```")
}

func numbered(s string) bool {
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	return digits > 0 && strings.HasPrefix(s[digits:], ". ")
}

// task is the box of a task in a list.
func task(item *html.Node) string {
	box := dom.Find(item, func(c *html.Node) bool { return dom.Is(c, "input") && dom.Attr(c, "type") == "checkbox" })
	switch {
	case box == nil || dom.Above(box, "li") != item:
		return ""
	case dom.Has(box, "checked"):
		return "[x] "
	}
	return "[ ] "
}

// code is a block of code.
func code(n *html.Node) []string {
	text := raw(n)
	if strings.TrimSpace(text) == "" {
		return nil
	}
	text = strings.Trim(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return []string{fence + dom.Attr(n, "data-lang") + "\n" + strings.TrimRightFunc(text, unicode.IsSpace) + "\n" + fence}
}

// raw is the text of code, as it is.
func raw(n *html.Node) string {
	var b strings.Builder
	for c := range dom.Below(n) {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case dom.Is(c, "br"):
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// formula is a formula that stands apart.
func formula(n *html.Node) []string {
	tex := strings.TrimSpace(raw(n))
	if tex == "" || !utf8.ValidString(tex) {
		return nil
	}
	return []string{"$$\n" + tex + "\n$$"}
}
