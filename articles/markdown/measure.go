package markdown

import (
	"github.com/yuin/goldmark/ast"

	"lede/articles"
)

// Sections is how much there is to read in each section of the outline: its
// own text, up to the next heading. It parses the whole, chunk by chunk; when
// stop says so it gives up and returns nil.
func (d *Document) Sections(stop func() bool) []articles.Length {
	outline := d.Outline()
	out := make([]articles.Length, len(outline))
	at := -1
	for i, c := range d.Chunks {
		if stop() {
			return nil
		}
		root, src := d.AST(i)
		shift := c.Start - len(c.Lead)
		for n := root.FirstChild(); n != nil; n = n.NextSibling() {
			if n.Kind() == ast.KindHeading {
				offset := shift + lineStart(src, n)
				for at+1 < len(outline) && outline[at+1].Offset <= offset {
					at++
				}
			}
			if at >= 0 {
				out[at].Add(measure(n, src))
			}
		}
	}
	return out
}

func measure(n ast.Node, src []byte) articles.Length {
	s := surveyor{src: src, linked: make(map[string]bool)}
	_ = ast.Walk(n, s.visit)
	return s.length()
}
