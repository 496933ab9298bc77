package markdown

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
