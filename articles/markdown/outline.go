package markdown

import (
	"bytes"
	"iter"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"lede/articles/markdown/plain"
)

// Outline is every top-level heading, in order.
func (d *Document) Outline() []Heading { return d.outline() }

// HeadingChunks are the numbers of the chunks that may hold a heading, in
// order, found without parsing.
func (d *Document) HeadingChunks() []int { return d.likely() }

func (d *Document) findLikely() []int {
	var out []int
	for _, h := range d.cuts.Heads {
		if i := d.ChunkAt(h.Start); len(out) == 0 || out[len(out)-1] != i {
			out = append(out, i)
		}
	}
	return out
}

func (d *Document) findHeadings() []Heading {
	return slices.AppendSeq(make([]Heading, 0, len(d.cuts.Heads)), d.Headings())
}

// Headings are the top-level headings, in order, each parsed when its turn
// comes.
func (d *Document) Headings() iter.Seq[Heading] {
	return func(yield func(Heading) bool) {
		// Where the lines of the latest begin, how far they are read, and how many
		// bytes of them were for nothing.
		run, done, wasted := -1, 0, 0
		for _, h := range d.cuts.Heads {
			if h.Start != run {
				run, done, wasted = h.Start, h.Start, 0
			}
			if wasted > 4096+8*(h.End-run) {
				continue // as within a block of HTML
			}
			if h.Start = max(h.Start, done); h.Start >= h.End {
				continue
			}
			root, src := d.parse(d.Source[h.Start:h.End], h.Start, keepNone)
			n, ok := root.LastChild().(*ast.Heading)
			switch root.LastChild().(type) {
			case *ast.Heading, *ast.ThematicBreak: // nothing before it is read once more
				done = h.End + 1
			default:
				wasted += len(src)
			}
			if !ok {
				continue
			}
			words := strings.ReplaceAll(plain.Text(n, src), "\n", " ")
			// A tag may stand within its line.
			start := strings.LastIndexByte(d.Source[:h.Start], '\n') + 1
			if src[0] != '<' {
				start = h.Start + lineStart(src, n)
			}
			if !yield(Heading{Level: n.Level, Text: words, Offset: start, ID: headingID(n)}) {
				return
			}
		}
	}
}

// headingID is the id of a heading that is written in HTML; empty for others.
func headingID(n ast.Node) string {
	id, _ := n.AttributeString("id")
	b, _ := id.([]byte)
	return string(b)
}

// lineStart is the offset of the line that a leaf block begins on.
func lineStart(src []byte, n ast.Node) int {
	if n.Lines().Len() == 0 {
		return 0
	}
	return bytes.LastIndexByte(src[:n.Lines().At(0).Start], '\n') + 1
}
