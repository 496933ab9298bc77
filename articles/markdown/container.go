package markdown

import "github.com/yuin/goldmark/ast"

// KindContainer is the kind of [Container].
var KindContainer = ast.NewNodeKind("Container")

// Container is an element of HTML that is set off from what stands around it, or
// what Markdown has for it.
type Container struct {
	ast.BaseBlock
	Name  string // of the element: "details", "aside", or "center"
	Label string // that stands above what it holds; may be empty
}

// Head is what stands above what it holds: its label, behind a sign where a page
// folds it.
func (n *Container) Head() string {
	if n.Label != "" && n.Name == "details" {
		return Unfolded + n.Label
	}
	return n.Label
}

// Kind implements ast.Node.
func (n *Container) Kind() ast.NodeKind { return KindContainer }

// Dump implements ast.Node.
func (n *Container) Dump(src []byte, level int) {
	ast.DumpHelper(n, src, level, map[string]string{"Name": n.Name, "Label": n.Label}, nil)
}

// Unfolded is the sign before the summary of what a page folds.
const Unfolded = "▾ "
