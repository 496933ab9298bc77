package facts

import (
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// line is a line that the page shows, with how far below its title it stands.
type line struct {
	node     *html.Node
	text     string
	portrait string // the words of the picture last seen before it
	below    int    // lines below the title; less than 0 above it
}

// near reports whether a line stands where by-lines and dates of an article do.
func (l line) near() bool { return l.below >= -10 && l.below <= 40 }

// longestLine is how many bytes a line may have that tells a fact.
const longestLine = 160

// readLines reads the short lines of a page, and where they stand from its
// title: the heading that says it, else the first, else the start of the page.
func readLines(body *html.Node, title string) []line {
	var lines []line
	at, portrait := -1, ""
	exact := false
	for _, n := range dom.Elements(body, "h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "span", "address", "li", "small", "em", "cite", "td", "dd", "dt", "time", "a", "strong", "figcaption", "section", "img") {
		if n.Data == "img" {
			portrait = dom.Attr(n, "alt")
			continue
		}
		if dom.Is(n, "h1", "h2", "h3") && !exact && !dom.Outweighs(n, 400) {
			if exact = title != "" && same(dom.Text(n), title); exact || n.Data == "h1" && at < 0 {
				at = len(lines)
			}
		}
		if dom.HasBlock(n) || dom.Outweighs(n, longestLine) {
			continue
		}
		s := dom.Text(n)
		if s == "" || len(lines) > 0 && lines[len(lines)-1].text == s && lines[len(lines)-1].node == n.Parent {
			continue
		}
		lines = append(lines, line{node: n, text: s, portrait: portrait})
	}
	for i := range lines {
		lines[i].below = i - max(at, 0)
	}
	return lines
}

// Words in classes, of what is no part of the article: asides holds the words
// of boxes that may yet be about it, foreign those of other works.
var (
	asides = setOf("footer widget widgets card cards teaser teasers promo")
	others = setOf("comment comments commentlist commentlists disqus related sidebar recommend recommended recommendations recent stories readnext trending popular")
)

// ownParts are classes of the article's own, though a word of asides is in them.
var ownParts = [...]string{"post-footer", "entry-footer", "article-footer", "card__author", "card-author"}

func setOf(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

// inAside reports whether n stands where other things than the article do.
func inAside(n *html.Node) bool {
	for c := n; c != nil; c = c.Parent {
		if c.Data == "footer" && dom.Above(c, "article") == nil || saysOne(c, asides) {
			return true
		}
	}
	return isForeign(n)
}

// isForeign reports whether n belongs to another work than the article: to a
// comment, a review, a list of other articles.
func isForeign(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if dom.Is(n, "aside", "nav") || isReview(n) || saysOne(n, others) {
			return true
		}
	}
	return false
}

// saysOne reports whether a class of n has one of words among its parts.
func saysOne(n *html.Node, words map[string]bool) bool {
	if n.Type != html.ElementNode || len(n.Attr) == 0 || dom.Is(n, "body", "html", "article", "main", "h1", "h2", "h3") {
		return false
	}
	for class := range strings.FieldsSeq(dom.Classes(n)) {
		own := false
		for _, part := range ownParts {
			own = own || strings.Contains(class, part)
		}
		if own {
			continue
		}
		for part := range strings.FieldsFuncSeq(class, func(r rune) bool { return r == '-' || r == '_' }) {
			if words[part] {
				return true
			}
		}
	}
	return false
}

// isReview reports whether n is a review of what the page is about, or a comment
// on it: that has an author and a date of its own.
func isReview(n *html.Node) bool {
	prop := dom.Attr(n, "itemprop")
	return prop == "review" || prop == "reviews" || prop == "comment"
}

// inReview reports whether n stands in one.
func inReview(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if isReview(n) {
			return true
		}
	}
	return false
}
