package nodes

import "github.com/yuin/goldmark/ast"

// KindNoteMark is the kind of [NoteMark].
var KindNoteMark = ast.NewNodeKind("NoteMark")

// NoteMark is the mark in the text that points to a footnote: "[^1]".
type NoteMark struct {
	ast.BaseInline
	Label  string
	Number int // from 1, in the order of the first marks
}

// Kind implements ast.Node.
func (n *NoteMark) Kind() ast.NodeKind { return KindNoteMark }

// Dump implements ast.Node.
func (n *NoteMark) Dump(src []byte, level int) {
	ast.DumpHelper(n, src, level, map[string]string{"Label": n.Label}, nil)
}

// KindMaths is the kind of [Maths].
var KindMaths = ast.NewNodeKind("Maths")

// Maths is a formula, its words as they are written.
type Maths struct {
	ast.BaseInline
	// Display says that the formula is a paragraph of its own; the signs around
	// it, which are $$, are then not among its words.
	Display bool
}

// Kind implements ast.Node.
func (n *Maths) Kind() ast.NodeKind { return KindMaths }

// Dump implements ast.Node.
func (n *Maths) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }

// KindRaised is the kind of [Raised].
var KindRaised = ast.NewNodeKind("Raised")

// Raised is what stands above the line, x^2^ or <sup>, or below it, H~2~O or <sub>.
type Raised struct {
	ast.BaseInline
	Sub bool
	// Apart says that it is raised above nothing: it is small print.
	Apart bool
}

// Kind implements ast.Node.
func (n *Raised) Kind() ast.NodeKind { return KindRaised }

// Dump implements ast.Node.
func (n *Raised) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }
