package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"lede/articles/markdown/htmlblock"
	"lede/articles/markdown/nodes"
	"lede/articles/markdown/syntax"
)

// deepestMeaning is how many meanings may stand one in the other. Each is parsed
// anew; what is deeper stays code.
const deepestMeaning = 8

// elaborator parses what stands in below meanings, which so far is code: the
// second and later paragraphs of a meaning, its lists, its code. Their words are
// added to the source.
type elaborator struct {
	*Document
	src  []byte
	keep func(raw string) bool // tells which blocks of HTML stay as they are
}

// elaborate looks for them below n, so many meanings deep.
func (e *elaborator) elaborate(n ast.Node, deep int) {
	for c := n.FirstChild(); c != nil && deep > 0; {
		next := c.NextSibling()
		switch code, ok := c.(*ast.CodeBlock); {
		case ok && n.Kind() == east.KindDefinitionDescription:
			blocks := e.parse(code.Lines())
			e.elaborate(blocks, deep-1)
			place(blocks, code.Lines().At(0).Start)
			for b := blocks.FirstChild(); b != nil; b = blocks.FirstChild() {
				n.InsertBefore(n, c, b)
			}
			n.RemoveChild(n, c)
		case c.Type() == ast.TypeBlock && !nodes.HasInlines(c):
			e.elaborate(c, deep)
		}
		c = next
	}
}

// parse parses lines by themselves.
func (e *elaborator) parse(lines *text.Segments) ast.Node {
	end := len(e.src)
	e.src = append(append(e.src, '\n'), lines.Value(e.src)...)
	r := text.NewReader(e.src)
	r.SetPosition(0, text.NewSegment(end, end+1))
	r.AdvanceLine()
	root := syntax.Parse(r, e.shared().Known, true)
	u := htmlblock.Markup{Src: e.src, Keep: e.keep}
	u.Mark(root)
	e.src = u.Src
	return root
}

// place says of headings where in the source they stand: their words are
// elsewhere.
func place(n ast.Node, at int) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() == ast.KindHeading {
			lines := text.NewSegments()
			lines.Append(text.NewSegment(at, at))
			c.SetLines(lines)
		} else if c.Type() == ast.TypeBlock && !nodes.HasInlines(c) {
			place(c, at)
		}
	}
}
