package mail

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/webpage"
)

// tree is a page as a tree.
func tree(text string) (*html.Node, error) {
	if strings.Count(text, "<") > htmldoc.MostTags {
		return nil, webpage.ErrNoArticle
	}
	return htmldoc.Tree(text)
}

// renderInto writes what stands in the body of a page.
func renderInto(b *strings.Builder, root *html.Node) {
	in := dom.First(root, "body")
	if in == nil {
		in = root
	}
	b.WriteString("<div>")
	for c := range in.ChildNodes() {
		_ = html.Render(b, c) // a builder takes everything
	}
	b.WriteString("</div>\n")
}

// unit is a line or a short paragraph of a message: what is kept or left out as
// one.
type unit struct {
	text    string
	links   []link
	picture bool // it has one, and may have nothing else
	icon    bool // it has nothing but small pictures that are links
	quoted  bool
	nodes   []*html.Node
	written []string // its lines, when it is of plain text
}

type link struct{ words, address string }

// units are the lines of a page in their order.
func units(root *html.Node) []unit {
	var out []unit
	var run []*html.Node
	flush := func() {
		if u := unitOf(run); u.text != "" || u.picture {
			out = append(out, u)
		}
		run = nil
	}
	var collect func(n *html.Node)
	collect = func(n *html.Node) {
		for c := range n.ChildNodes() {
			switch {
			case c.Type == html.CommentNode, dom.Is(c, "head", "script", "style", "title"):
			case dom.Is(c, "br"):
				flush()
			case dom.IsBlock(c), c.Type == html.ElementNode && (dom.HasBlock(c) || !dom.Is(c, "a") && dom.First(c, "br") != nil):
				flush()
				collect(c)
				flush()
			default:
				run = append(run, c)
			}
		}
	}
	collect(root)
	flush()
	return out
}

func unitOf(run []*html.Node) unit {
	u := unit{nodes: run, quoted: len(run) > 0 && dom.Above(run[0], "blockquote") != nil}
	var words []string
	said, large := false, false
	for _, n := range run {
		said = said || articles.CleanLine(dom.Text(n)) != ""
		if n.Type == html.TextNode {
			words = append(words, n.Data)
			continue
		}
		words = append(words, dom.Text(n))
		u.picture = u.picture || dom.Is(n, "img") || dom.First(n, "img") != nil
		links := dom.Elements(n, "a")
		if dom.Is(n, "a") {
			links = append(links, n)
		}
		for _, a := range links {
			u.links = append(u.links, link{dom.Text(a), dom.Attr(a, "href")})
		}
		for _, i := range append(dom.Elements(n, "img"), n) {
			if dom.Is(i, "img") {
				words = append(words, dom.Attr(i, "alt"))
				large = large || !isSmall(i)
			}
		}
	}
	u.icon = u.picture && len(u.links) > 0 && !said && !large
	u.text = strings.Trim(articles.CleanLine(strings.Join(words, "")), invisible)
	return u
}

// invisible are characters that previews are filled up with.
const invisible = " \u00a0\u200b\u200c\u200d\u034f\u2007\u00ad\ufeff\u3164"

// cleanPage takes out of a page what programs put into it.
func (b *body) cleanPage(root *html.Node) {
	for _, n := range dom.Elements(root) {
		switch {
		case n.Parent == nil:
		case isHidden(n), dom.Is(n, "img") && isCounter(n), isBox(n):
			dom.Remove(n)
		}
	}
	all := units(root)
	if len(all) > 0 && all[0].picture && all[0].text == "" {
		all[0].remove()
	}
	out := b.furniture(all)
	if b.original != nil { // some programs quote what they send on
		for i, u := range all {
			if quote := dom.Above(u.nodes[0], "blockquote"); out[i] && quote != nil {
				dom.Unwrap(quote)
			}
		}
	}
	for i, u := range all {
		if out[i] {
			u.remove()
		}
	}
	for _, n := range slices.Backward(slices.Collect(dom.Below(root))) { // a rule over what is gone
		switch {
		case dom.Is(n, "hr"):
			dom.Remove(n)
		case dom.Is(n, "img"), n.Type == html.TextNode && articles.Shows(n.Data):
			return
		}
	}
}

// isSmall reports whether a picture is said to be as small as an icon.
func isSmall(n *html.Node) bool {
	const most = 64 // pixels
	width, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(dom.Attr(n, "width")), "px"))
	return err == nil && width <= most
}

// isBox reports whether an element is a box that a service sets among paragraphs to
// win readers: by its name, and by what it says.
func isBox(n *html.Node) bool {
	if !dom.Holds(dom.Classes(n), "subscription-widget", "subscribe-widget") || dom.Outweighs(n, longUnit) {
		return false
	}
	return says(strings.ToLower(dom.Text(n)), "share")
}

// lines are the lines of a unit as they were written.
func (u unit) lines() []string {
	if u.written != nil {
		return u.written
	}
	return []string{u.text}
}

func (u unit) remove() {
	for _, n := range u.nodes {
		dom.Remove(n)
	}
}

// isLogo reports whether a line is a picture of the sender's name, or of how it
// begins.
func (b *body) isLogo(u unit) bool {
	words := folded(strings.TrimSuffix(strings.ToLower(u.text), "logo"))
	if words == "" {
		return u.text != ""
	}
	for _, l := range u.nodes { // words besides the picture
		if articles.CleanLine(dom.Text(l)) != "" {
			return false
		}
	}
	name, _ := b.of.address("From")
	return strings.HasPrefix(folded(name), words) || words == folded(b.of.listName())
}

// isHidden reports whether an element has a style that hides it in a message:
// such are the lines that mail programs show in their lists.
func isHidden(n *html.Node) bool {
	style := strings.ToLower(strings.Map(func(r rune) rune {
		if r == ' ' || r == '\t' || r == '\n' {
			return -1
		}
		return r
	}, dom.Attr(n, "style")))
	if style == "" {
		return false
	}
	for declaration := range strings.SplitSeq(strings.ReplaceAll(style, "!important", ""), ";") {
		switch declaration {
		case "display:none", "visibility:hidden", "mso-hide:all", "max-height:0", "max-height:0px", "font-size:0", "font-size:0px", "opacity:0":
			// An image in a line of no height is still shown.
			return dom.First(n, "img") == nil || strings.HasPrefix(declaration, "display") || strings.HasPrefix(declaration, "visibility")
		}
	}
	return false
}

// isCounter reports whether a picture only counts readers, or keeps a space.
func isCounter(n *html.Node) bool {
	tiny := func(name string) bool {
		switch strings.TrimSuffix(strings.TrimSpace(dom.Attr(n, name)), "px") {
		case "0", "1", "2":
			return true
		}
		return false
	}
	if tiny("width") && (tiny("height") || !dom.Has(n, "height")) || tiny("height") && !dom.Has(n, "width") {
		return true
	}
	if dom.Attr(n, "alt") != "" {
		return false
	}
	src := strings.ToLower(dom.Attr(n, "src"))
	if src == "" {
		return true
	}
	for _, sign := range [...]string{"spacer", "pixel", "blank.gif", "clear.gif", "transparent.", "/open.", "/open/", "/open?", "beacon", "/o/eju", "/track/", "trackopen", "1x1"} {
		if strings.Contains(src, sign) {
			return true
		}
	}
	return false
}
