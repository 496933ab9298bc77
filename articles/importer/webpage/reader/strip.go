package reader

import (
	"strings"

	"golang.org/x/net/html"

	"lede/articles/importer/htmldoc/dom"
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
