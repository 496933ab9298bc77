package tidy

import (
	"cmp"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// formulas finds what MathJax, KaTeX, Temml, MediaWiki, services that draw
// formulas, and plain MathML left, and TeX between its signs in the text, and
// puts the TeX in its place.
func formulas(root *html.Node) {
	var drawn, texts []*html.Node
	for _, n := range append(dom.Elements(root, "script"), dom.Elements(root)...) { // what a script says is drawn before it
		if !dom.Within(n, root) {
			continue // a formula stands in the place of what it was in
		}
		var tex string
		var display bool
		whole := n
		switch kind := dom.Attr(n, "type"); {
		case n.Data == "script" && strings.HasPrefix(kind, "math/tex") && n.FirstChild != nil:
			for before := dom.Previous(n); before != nil && strings.Contains(dom.Classes(before), "mathjax"); before = dom.Previous(n) {
				dom.Remove(before) // the drawing of it, and what stood there before
			}
			tex, display = n.FirstChild.Data, strings.Contains(kind, "display")
		case n.Data == "math":
			tex = texOf(n)
			whole, display = around(n)
			display = display || dom.Attr(n, "display") == "block"
		case n.Data == "img":
			p := n.Parent
			tex = pictured(n)
			display = dom.Is(p, "p", "div", "figure") && dom.Text(p) == "" && len(dom.Elements(p, "img")) == 1
		case dom.Holds(dom.Classes(n), "mathjax", "katex-html") && dom.Is(n, "span", "div", "mjx-container", "nobr"):
			drawn = append(drawn, n)
			fallthrough
		default:
			tex = stated(n)
			display = tex != "" && (dom.IsBlock(n) || dom.First(n, "div") != nil || strings.Contains(dom.Classes(n), "display"))
		}
		if tex != "" {
			dom.Replace(whole, formula(tex, display))
		}
	}
	for _, n := range drawn {
		if katex := strings.Contains(dom.Classes(n), "katex"); katex && n.PrevSibling != nil && dom.Attr(n, "aria-hidden") == "true" || !katex && dom.First(n, "code") == nil {
			dom.Remove(n)
		}
	}
	for n := range dom.Below(root) {
		if n.Type == html.TextNode && strings.ContainsAny(n.Data, "\\$") && dom.Above(n, "pre", "code", "kbd", "samp", "tt", "script", "style", "textarea") == nil {
			texts = append(texts, n)
		}
	}
	for _, n := range texts {
		signed(n)
	}
}

// isTeX reports whether what stands between signs is a formula and no prose.
func isTeX(s, sign string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) && strings.ContainsAny(s, "\\^_={}") || sign != "$$" && (strings.ContainsAny(s, "<>+*/") || len(strings.TrimSpace(s)) < 3) || sign == "\\begin{"
}

// stated is the TeX that an attribute has beside the drawing of a formula.
func stated(n *html.Node) string {
	if n.Data == "math-renderer" || n.Data == "code" && dom.Above(n, "pre") == nil && dom.HasClass(n, "language-math") {
		return strings.Trim(dom.Text(n), "$`")
	}
	return dom.AttrOf(n, "data-math", "data-tex", "data-latex", "data-katex", "data-expr", "data-formula", "data-equation", "data-math-content")
}

// signed puts formulas in the place of those that stand in a text between
// "\(" and "\)", "\[" and "\]", double dollars, or the words of an environment,
// where a script would set them.
func signed(n *html.Node) {
	signs := [...]struct {
		open, shut string
		at         int // of the next; the end where there is none
	}{{"\\(", "\\)", 0}, {"\\[", "\\]", 0}, {"$$", "$$", 0}, {"\\begin{", "\\end{", 0}}
	text, from, pos := n.Data, 0, 0
	for {
		first := 0
		for k := range signs {
			if s := &signs[k]; s.at < pos || pos == 0 {
				if s.at = strings.Index(text[pos:], s.open); s.at < 0 {
					s.at = len(text)
				} else {
					s.at += pos
				}
			}
			if signs[k].at < signs[first].at {
				first = k
			}
		}
		s := &signs[first]
		if s.at == len(text) {
			break
		}
		start := s.at + len(s.open)
		size := strings.Index(text[start:], s.shut)
		switch pos = start; {
		case size < 0:
			s.at = len(text) // nor does another end
		case isTeX(text[start:start+size], s.open):
			end := start + size + len(s.shut)
			if s.open[1] == 'b' {
				if brace := strings.IndexByte(text[end:], '}'); brace >= 0 {
					end += brace + 1
				}
				start, size = s.at, end-s.at
			}
			n.Parent.InsertBefore(&html.Node{Type: html.TextNode, Data: text[from:s.at]}, n)
			n.Parent.InsertBefore(formula(text[start:start+size], s.open != "\\("), n)
			from, pos = end, end
		}
	}
	n.Data = text[from:]
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
		display = display || dom.Holds(class, "katex-display", "mwe-math-element-block")
		if !dom.Holds(class, "katex", "mwe-math", "mjx", "mathjax") && !dom.Has(p, "data-entry") && !strings.HasPrefix(p.Data, "mjx-") || len(dom.Elements(p, "math")) > 1 {
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
			return dom.Raw(a)
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

// pictured is the TeX of a picture of a formula: its words, or in the address of
// the service that draws it.
func pictured(n *html.Node) string {
	class := dom.Classes(n)
	alt := strings.TrimSpace(dom.Attr(n, "alt"))
	if alt != "" && !dom.Has(n, "data-lazy-src") && dom.Holds(class, " latex", "mwe-math-fallback", " tex ", " ee_img", "math-image", "texhtml") || strings.HasPrefix(alt, "\\begin{") || strings.HasPrefix(alt, "$") && len(alt) > 2 && strings.HasSuffix(alt, "$") ||
		strings.HasPrefix(alt, "\\") && strings.ContainsAny(alt, "{^_") {
		return strings.Trim(alt, "$")
	}
	src := dom.Attr(n, "src")
	if src == "" || strings.HasPrefix(src, "data:") {
		src = lazyAddress(n)
	}
	u, err := url.Parse(src)
	if err != nil || !drawsTeX(u) {
		return ""
	}
	for _, key := range [...]string{"latex", "tex", "math", "chl", "from", "formula", "eq", "equation"} {
		if tex := u.Query().Get(key); tex != "" {
			return tex
		}
	}
	if tex, err := url.PathUnescape(u.RawQuery); err == nil && tex != "" {
		return size().ReplaceAllString(tex, "")
	}
	last := u.Path[strings.LastIndexByte(u.Path, '/')+1:]
	if strings.ContainsAny(last, "\\^_{=+") {
		return last
	}
	return ""
}

// size is what a service is told of the size and the ground of a formula.
var size = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\\(dpi|bg|fn)\s*\{[^}]*\}\s*|\\(bg|fn)_\w+\s+|\\(inline|tiny|small|large|Large|LARGE|huge)\s+)+`)
})

// drawsTeX reports whether an address is that of a service that draws formulas.
func drawsTeX(u *url.URL) bool {
	at := strings.ToLower(u.Host + u.Path)
	return dom.Holds(at, "latex", "mathtex", "mimetex", "mathjax", "katex", "render/math", "/equation", "upmath.me/", "math.now.sh", "math.vercel.app", "texrendr", "codecogs") ||
		strings.Contains(at, "/chart") && u.Query().Get("cht") == "tx"
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
	case "mfenced":
		return cmp.Or(dom.Attr(n, "open"), "(") + strings.Join(parts, ", ") + cmp.Or(dom.Attr(n, "close"), ")")
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
