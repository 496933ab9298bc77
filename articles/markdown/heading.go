package markdown

import "github.com/yuin/goldmark/ast"

// headingID is the id of a heading that is written in HTML; empty for others.
func headingID(n ast.Node) string {
	id, _ := n.AttributeString("id")
	b, _ := id.([]byte)
	return string(b)
}
