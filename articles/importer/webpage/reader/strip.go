package reader

import (
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/clipping"
	"lede/articles/importer/htmldoc/dom"
)

// isFurniture reports whether n is part of the page and not of its article, by
// its name, its role or its class.
func isFurniture(n *html.Node) bool {
	switch n.Data {
	case "nav", "footer", "form", "button", "select", "input", "textarea", "dialog", "menu", "label", "fieldset":
		return !dom.Is(n, "form", "fieldset", "label") || !dom.Outweighs(n, 1999) && !isWritten(n)
	case "aside":
		c := dom.Classes(n)
		return dom.LinkWeight(n) > 0.3 && !strings.Contains(c, "quote") && !strings.Contains(c, "note") && !strings.Contains(c, "callout")
	case "html", "body", "main", "article", "h1", "h2", "h3", "h4", "p", "pre", "code", "blockquote", "table", "tbody", "tr", "td", "th", "a", "em", "strong", "b", "i", "img", "figure", "figcaption":
		return n.Data == "p" && names(n, hiddenWords)
	}
	switch dom.Attr(n, "role") {
	case "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "tooltip":
		return true
	}
	switch {
	case names(n, sureWords):
		return !isWritten(n)
	case names(n, likelyWords):
		return (dom.LinkWeight(n) > 0.3 || !dom.Outweighs(n, 299)) && !isWritten(n)
	case dom.Is(n, "header"):
		return dom.First(n, "nav") != nil || dom.First(n, "h1", "h2", "h3") == nil && dom.LinkWeight(n) > 0.5
	}
	return false
}

// isWritten reports whether an element stands between the author's paragraphs and
// says nothing that only pages say: then its name alone is no evidence.
func isWritten(n *html.Node) bool {
	const most = 3 // elements around it that hold nothing else
	for up, size := 0, dom.Weight(n); up < most && n.Parent != nil && !dom.Is(n.Parent, "body", "article", "main") && !dom.Outweighs(n.Parent, size); up++ {
		n = n.Parent
	}
	if !isProse(beside(n, previous)) || !isProse(beside(n, next)) || dom.LinkWeight(n) > 0.3 {
		return false
	}
	for _, b := range Blocks(n) {
		says, _ := b.says()
		if says != nothing || len(b.Text) < 100 && !isSentence(b.Text) && clipping.IsFact(b.Text) {
			return false
		}
	}
	return true
}

func previous(n *html.Node) *html.Node { return n.PrevSibling }

func next(n *html.Node) *html.Node { return n.NextSibling }

// beside is the nearest element with words on one side of n.
func beside(n *html.Node, step func(*html.Node) *html.Node) *html.Node {
	for n = step(n); n != nil && (n.Type != html.ElementNode || !dom.Outweighs(n, 0)); {
		n = step(n)
	}
	return n
}

// isProse reports whether n is an element of texts: a paragraph with a sentence, or
// what stands between such.
func isProse(n *html.Node) bool {
	return dom.Is(n, "p") && isSentence(dom.Text(n)) || dom.Is(n, "h2", "h3", "h4", "ul", "ol", "blockquote", "pre", "figure", "table")
}

// Words in classes and ids. What sureWords names is never of the article; what
// likelyWords names may be, when it holds prose.
var (
	sureWords = []string{
		"share", "sharing", "sharebar", "sharedaddy", "addtoany", "addthis", "social", "socials", "newsletter", "subscribe", "signup", "breadcrumb", "breadcrumbs",
		"comments", "disqus", "respond", "cookie", "cookies", "consent", "gdpr", "advert", "advertisement", "adsense", "ad", "ads", "sponsored", "popup", "modal", "dialog", "lightbox", "paywall",
		"pagination", "pager", "outbrain", "taboola", "skip", "skiplink", "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "hidden", "printonly",
		"navbar", "navigation", "sitemap", "login", "related", "recommended", "recommendations", "recirc", "toolbar", "jp-relatedposts", "yarpp", "postnav", "prevnext",
	}
	likelyWords = []string{
		"sidebar", "footer", "nav", "menu", "banner", "promo", "promotion", "trending", "popular", "most-read", "mostread", "readmore", "more", "widget", "masthead", "tags", "taglist",
		"byline", "author-bio", "bio", "meta", "cta", "donate", "donation", "download", "rating", "ratings", "vote", "follow", "print", "topbar", "dropdown", "filter", "filters", "sort", "search",
		"copyright", "legal", "disclaimer", "credits", "buttons", "actions", "toc", "language", "locale", "cart", "account", "reviews",
	}
	commentWords = []string{"comments", "comment-list", "commentlist", "comment-thread", "disqus_thread", "comments-area"}
	hiddenWords  = []string{"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"}
)

// names reports whether a word of the class or the id of n is one of words: as
// it stands, or a part of it between hyphens.
func names(n *html.Node, words []string) bool {
	classes := dom.Attr(n, "class")
	if id := dom.Attr(n, "id"); id != "" && !isSlug(n, id) {
		classes += " " + id
	}
	for class := range strings.FieldsSeq(strings.ToLower(classes)) {
		parts := strings.FieldsFunc(class, func(r rune) bool { return r == '-' || r == '_' || r == ':' })
		for _, w := range words {
			if class == w {
				return true
			}
			if len(parts) <= 4 && !strings.ContainsRune(w, '-') {
				for _, p := range parts {
					if p == w {
						return true
					}
				}
			}
		}
	}
	return false
}
