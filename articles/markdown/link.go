package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"lede/articles"
)

// Target is the destination of a link as its author means it: escapes and
// entities resolved, and cleaned.
func Target(destination []byte) string { return articles.CleanLine(unescape(destination)) }

// MayLink reports whether the source of chunk i looks as if it held a link or
// the mark of a footnote. It parses nothing.
func (d *Document) MayLink(i int) bool {
	src := d.Source[d.Chunks[i].Start:d.Chunks[i].End]
	return strings.ContainsAny(src, "[<@") || strings.Contains(src, "://") || strings.Contains(src, "www.")
}

// NextLink is the number of the nearest chunk that holds a link or the mark of
// a footnote, from chunk i on, or back when dir is negative. It parses what
// may; stop ends the search.
func (d *Document) NextLink(i, dir int, stop func() bool) (int, bool) {
	for ; 0 <= i && i < len(d.Chunks) && !stop(); i += dir {
		if d.MayLink(i) && d.links(i) {
			return i, true
		}
	}
	return 0, false
}

func (d *Document) links(i int) bool {
	root, src := d.AST(i)
	found := false
	_ = ast.Walk(root, func(n ast.Node, _ bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *Note:
			return ast.WalkSkipChildren, nil // stands at the end of the article
		case *ast.Link, *ast.AutoLink, *NoteMark:
			found = true
		case *ast.RawHTML:
			found = found || TagName(string(n.Segments.Value(src))) == "a"
		}
		if found {
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	})
	return found
}
