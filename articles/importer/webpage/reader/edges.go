package reader

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/dates"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/lexicon"
	"lede/articles/importer/webpage/facts"
)

// trimHead takes out of the start of an article what its facts say already: the
// title, the by-line, dates, the read time, the dek. It ends at the first
// paragraph of prose.
func trimHead(root *html.Node, a *articles.Article) {
	const prose = 160 // bytes; what is longer is of the text
	title, author, dek := fold(a.Title), fold(a.Author), fold(a.Dek)
	for _, n := range dom.Elements(root) {
		if !dom.Within(n, root) || !isLeaf(n) {
			continue
		}
		text := dom.Text(n)
		if text == "" {
			if dom.Is(n, "hr") {
				dom.Remove(n)
			}
			continue
		}
		folded := fold(text)
		heading := dom.Is(n, "h1", "h2")
		switch {
		case folded == title && (heading || n.Data != "p"), heading && n.Data == "h1" && alike(folded, title):
			dom.Remove(n)
		case dek != "" && folded == dek && n.Data != "p":
			dom.Remove(n)
		case len(text) < prose && (author != "" && folded == author || facts.IsLine(text) && isKnown(text, a)) && n.Data != "li" && !dom.Is(n, "h2", "h3", "h4", "h5", "h6"):
			dom.Remove(n)
		case len(text) < prose && lexicon.IsFurniture(text) && !dom.Is(n, "h1", "h2", "h3"):
			dom.Remove(n)
		default:
			return
		}
	}
}

// isKnown reports whether the facts of an article have what a by-line or a line
// with a date says, or as much of the kind.
func isKnown(line string, a *articles.Article) bool {
	if !dates.IsLine(line) {
		return a.Author != "" || lexicon.Of(line).HasAny(lexicon.ReadTime, lexicon.Views, lexicon.Helped)
	}
	if label, _, ok := strings.Cut(line, ": "); ok && !strings.ContainsFunc(label, unicode.IsDigit) && lexicon.Whole(label)|lexicon.Of(label)|lexicon.Closing("· "+label) == 0 {
		return false // "When: 3 May 2024" may be of what the article is about
	}
	return !a.Published.IsZero() || !a.Updated.IsZero()
}

// isLeaf reports whether n is a block that holds no other.
func isLeaf(n *html.Node) bool {
	alone := dom.IsBlock(n) || dom.Is(n, "span", "time") && dom.Is(n.Parent, "div", "section", "article", "header", "main") && dom.HasBlock(n.Parent)
	return alone && !dom.HasBlock(n) && dom.Above(n, "table", "pre") == nil
}

func alike(a, b string) bool {
	return a != "" && b != "" && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a)) && len(a)*3 > len(b)*2 && len(b)*3 > len(a)*2
}

func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// trimTail takes lists of other articles, under the label that says so, out of
// the article; the links become its related articles. So do labels and buttons
// that nothing follows.
func trimTail(root *html.Node, f *facts.Facts) {
	all := dom.Weight(root)
	for _, n := range dom.Elements(root) {
		if !dom.Within(n, root) || !isLeaf(n) && !dom.Is(n, "strong", "b") || dom.Is(n, "p", "li", "div", "span") && dom.LinkWeight(n) > 0 {
			continue
		}
		if text := dom.Text(n); dom.Outweighs(n, 80) || !lexicon.IsRelated(strings.TrimRight(text, ": ")) && !opens(text, lexicon.Related) {
			continue
		}
		var list []*html.Node
		weight := 0
		label := labelled(n, root)
		for c := label.NextSibling; c != nil && !dom.Is(c, "h1", "h2", "h3", "h4"); c = c.NextSibling {
			if c.Type != html.ElementNode || !dom.Outweighs(c, 0) {
				continue
			}
			if dom.LinkWeight(c) < 0.6 {
				break
			}
			list = append(list, c)
			weight += dom.Weight(c)
		}
		if len(list) == 0 || weight*3 > all {
			continue
		}
		for _, c := range list {
			relate(c, f.Article)
			dom.Remove(c)
		}
		dom.Remove(label)
	}
}

// labelled is the widest element in root that holds nothing but the label n.
func labelled(n, root *html.Node) *html.Node {
	for n.Parent != nil && n.Parent != root && dom.Text(n.Parent) == dom.Text(n) {
		n = n.Parent
	}
	return n
}

// relate keeps the links in n as related articles.
func relate(n *html.Node, a *articles.Article) {
	const most = 20
	links := dom.Elements(n, "a")
	if dom.Is(n, "a") {
		links = append(links, n)
	}
	for _, l := range links {
		title, target := dom.Text(l), dom.Attr(l, "href")
		if title != "" && articles.IsWeb(target) && len(a.Related) < most {
			a.Related = append(a.Related, articles.Link{Title: title, Target: target})
		}
	}
}

// dropEcho takes the dek away where it is but the start of the text, as pages
// that nobody wrote one for have it.
func dropEcho(root *html.Node, a *articles.Article) {
	const telling, near = 40, 240 // bytes, folded
	dek := fold(strings.TrimRight(a.Dek, ".… "))
	if dek == fold(a.Title) {
		a.Dek = ""
	}
	if len(dek) < telling {
		return
	}
	text := fold(dom.Text(root))
	if strings.Contains(text[:min(len(text), near)], dek[:telling]) {
		a.Dek = ""
	}
}
