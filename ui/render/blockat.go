package render

import (
	"strings"

	"github.com/rivo/uniseg"
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"lede/articles/markdown/nodes"
)

// Block is a kind of block that can be copied as a whole.
type Block uint8

// The kinds; no block begins with a line of none.
const (
	NoBlock Block = iota
	Paragraph
	Heading
	Quote
	Code
	Item
	Table
)

// String is what a reader calls it.
func (b Block) String() string {
	return [...]string{"text", "paragraph", "heading", "quote", "code", "item", "table"}[b]
}

// blockOf is the kind of a block of the text.
func blockOf(n ast.Node) Block {
	switch n.(type) {
	case *ast.Heading:
		return Heading
	case *ast.Blockquote, *nodes.Container:
		return Quote
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		return Code
	case *ast.List:
		return Item
	case *east.Table:
		return Table
	}
	return Paragraph
}

// goOn has the first row of chunk i, of the block n, go on with the text of the one
// before.
func (l *Layout) goOn(n ast.Node, r *row, i int) {
	before := l.doc.Source[:l.doc.Chunks[i].Start]
	if len(r.segments) == 0 || r.segments[0].glue != newText {
		return
	}
	switch {
	case strings.HasSuffix(before, " "), strings.HasSuffix(before, "\n") && n.Kind() == ast.KindParagraph:
		r.segments[0].glue = " "
	case !strings.HasSuffix(before, "\n"):
		r.segments[0].glue = ""
	}
}

// BlockAt is the block that the line p belongs to, and its kind: all of it, however
// much of it shows. Outside of the text it is the lines between two empty ones.
func (l *Layout) BlockAt(p Pos) (Stretch, Block) {
	p = l.clamp(p)
	first, kind := l.blockStart(p)
	last := p
	for {
		next := l.Move(last, 1)
		if next == last || l.begins(next) {
			break
		}
		last = next
	}
	from, to := l.edge(first, last)
	return Stretch{from, to}, kind
}

// begins reports whether a block begins at a line.
func (l *Layout) begins(p Pos) bool {
	line := l.part(p.Part)[p.Line]
	if line.Body {
		return line.block != NoBlock
	}
	if p.Line == 0 {
		return !l.isBody(p.Part) || !l.doc.Chunks[p.Part-1].Joined
	}
	return len(line.segments) == 0 && !line.passed && !l.isBody(p.Part)
}

// blockStart is the first line of the block that p belongs to.
func (l *Layout) blockStart(p Pos) (Pos, Block) {
	for !l.begins(p) {
		before := l.Move(p, -1)
		if before == p {
			break
		}
		p = before
	}
	return p, l.part(p.Part)[p.Line].block
}

// edge is the carets at the first and the last segment of some lines.
func (l *Layout) edge(first, last Pos) (from, to Caret) {
	found := false
	for p := first; ; {
		if line := l.clean(p.Part).lines[p.Line]; len(line) > 0 {
			for _, s := range line {
				if !found {
					from, to, found = Caret{p.Part, s.from}, Caret{p.Part, s.to}, true
				}
				if c := (Caret{p.Part, s.to}); to.Less(c) {
					to = c
				}
			}
		}
		next := l.Move(p, 1)
		if p == last || next == p {
			return from, to
		}
		p = next
	}
}

// mostWord is how many bytes around a place are looked at for the word there.
const mostWord = 200

// WordAt is the word that a stretch of a character stands in (UAX #29), or the sign.
func (l *Layout) WordAt(s Stretch) Stretch {
	text := l.clean(s.From.Part).text
	begin := max(0, s.From.At-mostWord)
	if at := strings.LastIndexAny(text[begin:s.From.At], " \n\t"); at >= 0 {
		begin += at + 1
	}
	rest, state := text[begin:], -1
	for rest != "" {
		var word string
		word, rest, state = uniseg.FirstWordInString(rest, state)
		end := begin + len(word)
		if s.From.At < end {
			return Stretch{Caret{s.From.Part, begin}, Caret{s.From.Part, end}}
		}
		begin = end
	}
	return s
}
