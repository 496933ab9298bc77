package plain

import (
	"strings"

	"lede/articles"
	"lede/articles/markdown/nodes"
)

// Raised is how the words of n stand in a line: shift raises them, piece by piece,
// where Unicode has all their characters so; else they stand between two signs.
func Raised(n *nodes.Raised, src []byte) (open, end string, shift func(piece string) string) {
	w := writer{src: src, all: true}
	w.children(n)
	return raise(n, w.String())
}

// raise is Raised for the words that stand in n, with those of pictures.
func raise(n *nodes.Raised, words string) (open, end string, shift func(piece string) string) {
	shape := articles.Superscript
	if n.Sub {
		shape = articles.Subscript
	}
	words = strings.TrimSpace(words)
	same := func(piece string) string { return piece }
	set, ok := shape(words)
	switch {
	case !ok && !n.Apart:
		open, end = articles.RaisedSigns(words, n.Sub)
		return open, end, same
	case !ok || set == words:
		return "", "", same
	}
	return "", "", func(piece string) string {
		bare := strings.TrimSpace(piece)
		raised, _ := shape(bare)
		return strings.Replace(piece, bare, raised, 1)
	}
}
