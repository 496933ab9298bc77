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
	last := lastElement(n)
	for depth := 0; last != nil && depth < 3 && !isByLine(last); depth++ {
		if !dom.Is(last, "p", "div", "span", "small", "em") || textAfter(last) {
			return ""
		}
		last = lastElement(last)
	}
	const longest = 160 // bytes; longer is no name
	if last == nil || !isByLine(last) || textAfter(last) || dom.Outweighs(last, longest) || dom.Weight(n) <= dom.Weight(last)+1 {
		return ""
	}
	for _, c := range dom.Elements(last, "cite") {
		dom.Unwrap(c)
	}
	by := undashed(w.single(last))
	if by == "" {
		return ""
	}
	parent := last.Parent
	dom.Remove(last)
	trimDash(parent)
	return by
}

func isByLine(n *html.Node) bool {
	return dom.Is(n, "cite", "footer", "figcaption") ||
		dom.Holds(dom.Classes(n), "attribution", "quote-author", "quote__author", "quote-source", "quote__source", "quote-credit", "quote-cite", "quotee", " cite ", "citation-author")
}

func lastElement(n *html.Node) *html.Node {
	for c := n.LastChild; c != nil; c = c.PrevSibling {
		if c.Type == html.ElementNode && c.FirstChild != nil {
			return c
		}
	}
	return nil
}

// textAfter reports whether words follow n in its parent.
func textAfter(n *html.Node) bool {
	for c := n.NextSibling; c != nil; c = c.NextSibling {
		if dom.Text(c) != "" {
			return true
		}
	}
	return false
}

// undashed is s without the dash that it begins with.
func undashed(s string) string {
	if rest := strings.TrimPrefix(s, "\\"); strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "~") {
		s = rest // it was escaped
	}
	return strings.TrimSpace(strings.TrimLeft(s, "-–—―~ \u00a0"))
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
