package tidy

import (
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/webpage/dom"
)

// formulas finds what MathJax, KaTeX, Temml, MediaWiki and plain MathML left,
// and puts the TeX in its place.
func formulas(root *html.Node) {
	for _, n := range dom.Elements(root, "script") {
		if kind := dom.Attr(n, "type"); strings.HasPrefix(kind, "math/tex") {
			if mode := strings.Contains(kind, "display"); n.FirstChild != nil {
				dom.Replace(n, formula(n.FirstChild.Data, mode))
			}
		}
	}
	for _, n := range dom.Elements(root, "math") {
		if !dom.Within(n, root) {
			continue
		}
		tex := texOf(n)
		whole, display := around(n)
		display = display || dom.Attr(n, "display") == "block"
		if tex != "" {
			dom.Replace(whole, formula(tex, display))
		}
	}
	for _, n := range dom.Elements(root) {
		if !dom.Within(n, root) {
			continue
		}
		class := dom.Classes(n)
		switch {
		case strings.Contains(class, "mathjax") && dom.Is(n, "span", "div", "mjx-container", "nobr") && dom.First(n, "code") == nil:
			dom.Remove(n) // the drawing of what a script beside it says
		case dom.Is(n, "img"):
			if tex := pictured(n, class); tex != "" {
				p := n.Parent
				alone := dom.Is(p, "p", "div", "figure") && dom.Text(p) == "" && len(dom.Elements(p, "img")) == 1
				dom.Replace(n, formula(tex, alone))
			}
		}
	}
}

func formula(tex string, display bool) *html.Node {
	tex = strings.TrimSpace(tex)
	if inner, ok := strings.CutPrefix(tex, "{\\displaystyle"); ok && strings.HasSuffix(inner, "}") {
		tex = strings.TrimSpace(strings.TrimSuffix(inner, "}"))
	}
	n := dom.New("code", tex)
	dom.Set(n, "data-tex", "inline")
	if display {
		dom.Set(n, "data-tex", "display")
	}
	return n
}

// around is the widest element that is there for one formula alone, and whether
// it sets the formula apart.
func around(n *html.Node) (whole *html.Node, display bool) {
	whole = n
	for p := n.Parent; p != nil; p = p.Parent {
		class := dom.Classes(p)
		if strings.Contains(class, "katex-display") || strings.Contains(class, "mwe-math-element-block") {
			display = true
		}
		if !strings.Contains(class, "katex") && !strings.Contains(class, "mwe-math") && !strings.Contains(class, "mjx") &&
			!strings.Contains(class, "mathjax") && !dom.Has(p, "data-entry") && p.Data != "mjx-container" {
			break
		}
		if len(dom.Elements(p, "math")) > 1 {
			break
		}
		display = display || dom.Attr(p, "display") == "true"
		whole = p
	}
	if dom.Is(whole, "p", "div", "td", "li") { // stays, with the formula in it
		for c := range whole.ChildNodes() {
			if dom.Within(n, c) {
				return c, display
			}
		}
	}
	return whole, display
}

// texOf is the TeX that MathML was made of, or else TeX made of it.
func texOf(n *html.Node) string {
	for _, a := range dom.Elements(n, "annotation") {
		if strings.Contains(dom.Attr(a, "encoding"), "tex") {
			return rawText(a)
		}
	}
	for p := n.Parent; p != nil; p = p.Parent {
		if tex := dom.Attr(p, "data-entry"); tex != "" {
			return tex
		}
		if dom.IsBlock(p) {
			break
		}
	}
	if alt := dom.Attr(n, "alttext"); alt != "" {
		return alt
	}
	return strings.Join(strings.Fields(tex(n)), " ")
}

// pictured is the TeX that a picture of a formula has for its words.
func pictured(n *html.Node, class string) string {
	alt := dom.Attr(n, "alt")
	for _, sign := range [...]string{" latex", "mwe-math-fallback", " tex ", " ee_img", "math-image"} {
		if strings.Contains(class, sign) && alt != "" && !dom.Has(n, "data-lazy-src") {
			return strings.Trim(alt, "$")
		}
	}
	if strings.HasPrefix(alt, "\\begin{") || strings.HasPrefix(alt, "$") && len(alt) > 2 && strings.HasSuffix(alt, "$") ||
		strings.HasPrefix(alt, "\\") && strings.ContainsAny(alt, "{^_") {
		return strings.Trim(alt, "$")
	}
	return ""
}

// tex writes MathML as TeX, as far as formulas of one line go.
func tex(n *html.Node) string {
	if n.Type == html.TextNode {
		return strings.TrimSpace(n.Data)
	}
	var parts []string
	for c := range n.ChildNodes() {
		if s := tex(c); s != "" || dom.Is(c, "mrow") {
			parts = append(parts, s)
		}
	}
	at := func(i int) string {
		if i < len(parts) {
			return "{" + parts[i] + "}"
		}
		return "{}"
	}
	switch n.Data {
	case "msup", "mover":
		return at(0) + "^" + at(1)
	case "msub", "munder":
		return at(0) + "_" + at(1)
	case "msubsup", "munderover":
		return at(0) + "_" + at(1) + "^" + at(2)
	case "mfrac":
		return "\\frac" + at(0) + at(1)
	case "msqrt":
		return "\\sqrt{" + strings.Join(parts, " ") + "}"
	case "mroot":
		return "\\sqrt[" + strings.Trim(at(1), "{}") + "]" + at(0)
	case "mtext":
		return "\\text{" + strings.Join(parts, " ") + "}"
	case "mtr":
		return strings.Join(parts, " & ")
	case "mtable":
		return "\\begin{matrix}" + strings.Join(parts, " \\\\ ") + "\\end{matrix}"
	case "mphantom", "annotation", "annotation-xml":
		return ""
	}
	return strings.Join(parts, " ")
}
