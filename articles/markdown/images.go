package markdown

import "github.com/yuin/goldmark/ast"

// Images are the addresses of the images of a text as they are written, each
// once, in the order of the text.
func Images(src string) []string {
	var out []string
	seen := map[string]bool{"": true}
	d := Parse(src)
	for i := range d.Chunks {
		root, _ := d.AST(i)
		_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			image, ok := n.(*ast.Image)
			if !ok || !entering {
				return ast.WalkContinue, nil
			}
			if at := string(image.Destination); !seen[at] {
				seen[at] = true
				out = append(out, at)
			}
			return ast.WalkSkipChildren, nil
		})
	}
	return out
}
