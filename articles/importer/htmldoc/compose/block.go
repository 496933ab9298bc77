package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc/dom"
)

// quoted is the blocks of n as a quote with a by-line, that may be empty.
func (w *writer) quoted(out []block, n *html.Node, by string) []block {
	if w.depth >= deepest {
		if out = w.flow(out, n); by != "" {
			out = append(out, block{startEscaped("— " + by), prose})
		}
		return out
	}
	w.depth++
	inner := w.flow(nil, n)
	w.depth--
	if kind := dom.Attr(n, "data-callout"); kind != "" {
		title := block{strings.TrimRight("[!"+kind+"] "+escaped(articles.CleanLine(dom.Attr(n, "data-title")), ' ', ' ', false, false), " "), other}
		if len(inner) > 0 && inner[0].kind == prose {
			title.text += "\n" + inner[0].text
			inner = inner[1:]
		}
		inner = append([]block{title}, inner...)
	}
	if len(inner) == 0 {
		return out
	}
	if by != "" {
		inner = append(inner, block{"— " + by, prose})
	}
	return append(out, block{indented("> ", "> ", joined(inner, "\n\n")), other})
}

// takeByLine cuts the by-line from the end of a quote: a cite, a footer, a
// caption, or an element that says by its class that it names the author.
func (w *writer) takeByLine(n *html.Node) string {
	const longest = 160 // bytes; longer is no name
	last := lastElement(n)
	for !isByLine(last) && dom.Is(last, "p", "div", "span", "small", "em") {
		last = lastElement(last)
	}
	if !isByLine(last) || dom.Outweighs(last, longest) || dom.Weight(n) <= dom.Weight(last)+1 {
		return ""
	}
	for _, c := range dom.Elements(last, "cite") {
		dom.Unwrap(c)
	}
	by := undashed(w.single(last))
	if by == "" {
		return ""
	}
	before := last.PrevSibling
	dom.Remove(last)
	for ; before != nil && (before.Type == html.TextNode || before.Data == "br"); before = before.PrevSibling {
		if before.Data == "br" {
			continue
		}
		if before.Data = strings.TrimRight(before.Data, "–—―- \t\n\u00a0"); before.Data != "" {
			break
		}
	}
	return by
}

func isByLine(n *html.Node) bool {
	return n != nil && (dom.Is(n, "cite", "footer", "figcaption") ||
		dom.Holds(dom.Classes(n), "attribution", "quote-author", "quote__author", "quote-source", "quote__source", "quote-credit", "quote-cite", "quotee", " cite ", "citation-author"))
}

// lastElement is the element in n that no words follow.
func lastElement(n *html.Node) *html.Node {
	c := n.LastChild
	for c != nil && (c.Type == html.TextNode && strings.TrimSpace(c.Data) == "" || c.Type != html.TextNode && !dom.Outweighs(c, 0)) {
		c = c.PrevSibling
	}
	if c == nil || c.Type != html.ElementNode {
		return nil
	}
	return c
}

// undashed is s without the dash that it begins with.
func undashed(s string) string {
	if rest := strings.TrimPrefix(s, "\\"); strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "~") {
		s = rest // it was escaped
	}
	return strings.TrimSpace(strings.TrimLeft(s, "-–—―~ \u00a0"))
}

// code is a block of code.
func code(out []block, n *html.Node) []block {
	text := dom.Raw(n)
	if strings.TrimSpace(text) == "" {
		return out
	}
	text = strings.Trim(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	return append(out, block{fence + dom.Attr(n, "data-lang") + "\n" + strings.TrimRightFunc(text, unicode.IsSpace) + "\n" + fence, other})
}

// isFormula reports whether n is a formula that stands apart.
func isFormula(n *html.Node) bool { return n.Data == "code" && dom.Attr(n, "data-tex") == "display" }

func formula(out []block, n *html.Node) []block {
	tex := strings.TrimSpace(dom.Raw(n))
	switch {
	case tex == "" || !utf8.ValidString(tex):
		return out
	case strings.Contains(tex, "$$"), strings.Contains(tex, "\n\n"):
		return code(out, n)
	}
	return append(out, block{"$$\n" + tex + "\n$$", other})
}
