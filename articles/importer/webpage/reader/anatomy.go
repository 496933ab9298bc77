package reader

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"lede/articles"
	"lede/articles/importer/htmldoc/dom"
	"lede/articles/importer/lexicon"
)

// takeApart moves what is no part of the text from the article to where it
// belongs: notices, epigraphs, the words about the author.
func takeApart(root *html.Node, a *articles.Article) {
	for _, n := range dom.Elements(root, "p", "div", "aside", "section", "em", "blockquote") {
		if !dom.Within(n, root) || n == root {
			continue
		}
		switch {
		case isBio(n):
			if a.AuthorBio == "" {
				a.AuthorBio = bioIn(n, a.Author)
			}
			dom.Remove(n)
		case n.Data == "blockquote" && dom.HasClass(n, "epigraph"):
			a.Epigraphs = append(a.Epigraphs, epigraph(n))
			dom.Remove(n)
		case isNotice(n):
			if text := dom.Text(n); !slices.Contains(a.Notices, text) {
				a.Notices = append(a.Notices, text)
			}
			dom.Remove(n)
		}
	}
}

// Bio is the words about the author in the page, outside of the article too.
func Bio(page *html.Node, author string) string {
	for _, n := range dom.Elements(page, "div", "section", "aside", "p", "footer") {
		if isBio(n) && !inComments(n) {
			if bio := bioIn(n, author); bio != "" {
				return bio
			}
		}
	}
	return ""
}

// isBio reports whether n says by its class that it is about the author.
func isBio(n *html.Node) bool {
	const longest = 1500 // bytes
	for class := range strings.FieldsSeq(strings.ToLower(dom.Attr(n, "class"))) {
		parts := strings.FieldsFunc(class, func(r rune) bool { return r == '-' || r == '_' })
		author := slices.ContainsFunc(parts, func(p string) bool { return p == "author" || p == "authors" || p == "contributor" || p == "writer" })
		about := slices.ContainsFunc(parts, func(p string) bool {
			return p == "bio" || p == "about" || p == "description" || p == "box" || p == "info" || p == "profile" || p == "card" || p == "biography"
		})
		if (author && about || class == "bio" && dom.Above(n, "address") == nil || class == "authorbio" || class == "author-bio") && !dom.Outweighs(n, longest-1) {
			return true
		}
	}
	return false
}

// bioIn is the longest paragraph about an author, when it is a sentence.
func bioIn(n *html.Node, author string) string {
	const least = 40 // bytes
	best := ""
	for _, p := range append(dom.Elements(n, "p", "div", "span"), n) {
		if text := dom.Text(p); !dom.HasBlock(p) && len(text) > len(best) {
			best = text
		}
	}
	if len(best) < least || fold(best) == fold(author) || !strings.ContainsAny(best, ".!?。") {
		return ""
	}
	return best
}

func epigraph(n *html.Node) articles.Quote {
	by := dom.First(n, "cite", "footer")
	var q articles.Quote
	if by != nil {
		q.By = strings.TrimLeft(dom.Text(by), "–—―- ")
		dom.Remove(by)
	}
	q.Text = dom.Text(n)
	return q
}

// isNotice reports whether n is a paragraph that a notice's class or first words
// tell from the text.
func isNotice(n *html.Node) bool {
	const longest = 500 // bytes
	if dom.HasBlock(n) || dom.Outweighs(n, longest) || dom.Is(n, "em", "blockquote") {
		return false
	}
	text := dom.Text(n)
	if len(text) < 15 {
		return false
	}
	return lexicon.IsNotice(text) || names(n, []string{"disclaimer", "editors-note", "editor-note", "editorsnote", "correction"})
}
