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

// Words of the classes of boxes about an author.
var (
	authorWords = []string{"author", "authors", "contributor", "writer", "autor", "autorin", "autoren", "auteur", "autore", "autora", "forfatter", "auteurs"} //nolint:misspell // names of other languages
	boxWords    = []string{"bio", "about", "description", "box", "info", "profile", "card", "biography", "biographie", "bloc", "block", "kasten", "caja"}
)

// trimBio takes the words about the author from the end of an article: what stands
// under a label that says so, or one with the author's name.
func trimBio(root *html.Node, a *articles.Article) {
	const most, longest = 4, 1500 // blocks, bytes
	blocks := Blocks(root)
	size := 0
	for i := len(blocks) - 1; i > 0 && i >= len(blocks)-most-1 && size < longest; i-- {
		b := blocks[i]
		label := strings.TrimRight(b.Text, ": ")
		named := a.Author != "" && b.isHeading() && len(b.Text) < len(a.Author)+20 && strings.HasSuffix(fold(label), fold(a.Author)) && fold(label) != fold(a.Author)
		if !named && !(lexicon.Whole(label).Has(lexicon.AuthorLabel) && (b.isHeading() || strings.HasSuffix(b.Text, ":") || isStrong(b))) {
			size += len(b.Text)
			continue
		}
		if i+1 == len(blocks) {
			return
		}
		for _, about := range blocks[i:] {
			if a.AuthorBio == "" && about != b && isSentence(about.Text) {
				a.AuthorBio = about.Text
			}
			about.drop(0, a)
		}
		return
	}
}

// isStrong reports whether a block is all of one strong element.
func isStrong(b *Block) bool {
	n := dom.Find(b.parent(), func(c *html.Node) bool { return dom.Is(c, "strong", "b") && dom.Within(c, b.Nodes[0]) })
	return n != nil && dom.Text(n) == b.Text
}

// isBio reports whether n says by its class that it is about the author.
func isBio(n *html.Node) bool {
	const longest = 1500 // bytes
	for class := range strings.FieldsSeq(strings.ToLower(dom.Attr(n, "class"))) {
		parts := strings.FieldsFunc(class, func(r rune) bool { return r == '-' || r == '_' })
		author := slices.ContainsFunc(parts, func(p string) bool { return slices.Contains(authorWords, p) })
		about := slices.ContainsFunc(parts, func(p string) bool { return slices.Contains(boxWords, p) })
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
