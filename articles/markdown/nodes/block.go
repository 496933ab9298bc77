// Package nodes has the nodes of a parsed text that goldmark does not have.
package nodes

import "github.com/yuin/goldmark/ast"

// KindContainer is the kind of [Container].
var KindContainer = ast.NewNodeKind("Container")

// Container is an element of HTML that is set off from what stands around it, or
// what Markdown has for it.
type Container struct {
	ast.BaseBlock
	Name string // of the element: "details", "aside", or "center"
}

// Kind implements ast.Node.
func (n *Container) Kind() ast.NodeKind { return KindContainer }

// Dump implements ast.Node.
func (n *Container) Dump(src []byte, level int) {
	ast.DumpHelper(n, src, level, map[string]string{"Name": n.Name}, nil)
}

// Unfolded is the sign before the summary of what a page folds.
const Unfolded = "▾ "

// KindByLine is the kind of a [ByLine].
var KindByLine = ast.NewNodeKind("ByLine")

// ByLine is the last child of a block quote that says whose words it holds. A
// quote with one is a pull-quote. The dash before the name is not part of it.
type ByLine struct{ ast.BaseBlock }

// Kind implements ast.Node.
func (n *ByLine) Kind() ast.NodeKind { return KindByLine }

// Dump implements ast.Node.
func (n *ByLine) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// KindNote is the kind of [Note].
var KindNote = ast.NewNodeKind("Note")

// Note is the text of a footnote, where it is defined: "[^1]: words".
type Note struct {
	ast.BaseBlock
	Label string
}

// Kind implements ast.Node.
func (n *Note) Kind() ast.NodeKind { return KindNote }

// Dump implements ast.Node.
func (n *Note) Dump(src []byte, level int) {
	ast.DumpHelper(n, src, level, map[string]string{"Label": n.Label}, nil)
}

const captionAttribute = "figcaption"

// MarkCaption says of a paragraph that it is the caption of the figure before it.
func MarkCaption(n ast.Node) { n.SetAttributeString(captionAttribute, true) }

// IsCaption reports whether a paragraph is the caption of the figure before it,
// and says more than the words of its picture do.
func IsCaption(n ast.Node) bool {
	_, ok := n.AttributeString(captionAttribute)
	return ok
}

// RawHTML is the whole source of an HTML block.
func RawHTML(n *ast.HTMLBlock, src []byte) string {
	raw := string(n.Lines().Value(src))
	if n.HasClosure() {
		raw += string(n.ClosureLine.Value(src))
	}
	return raw
}

// HasInlines reports whether a block holds words, and no other blocks.
func HasInlines(n ast.Node) bool {
	return n.FirstChild() != nil && n.FirstChild().Type() == ast.TypeInline
}
