package reader

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
)

// isWritten reports whether a form is an exercise of the author's: it has sentences,
// and asks for no name and no word to search for.
func isWritten(form *html.Node) bool {
	asks := dom.Find(form, func(n *html.Node) bool {
		return dom.Is(n, "input") && slices.Contains([]string{"email", "password", "search", "submit", "tel"}, dom.Attr(n, "type")) || dom.Is(n, "textarea")
	}) != nil
	sentence := false
	for _, b := range Blocks(form) {
		says, _ := b.says()
		asks = asks || says != nothing || b.linked*2 > len(b.Text)
		sentence = sentence || isSentence(b.Text)
	}
	return sentence && !asks
}

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
