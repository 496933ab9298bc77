package markdown

import (
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"
)

// TestDeepNesting: containers open only so deep, and no word is lost.
func TestDeepNesting(t *testing.T) {
	for _, sign := range []string{">", "> ", "1. ", "- + ", "> - "} {
		for _, n := range []int{10, 1_000} {
			root, src := Parse(strings.Repeat(sign, n) + "words").AST(0)
			depth, most := 0, 0
			_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
				if n.Kind() == ast.KindBlockquote || n.Kind() == ast.KindList {
					if depth--; entering {
						depth += 2
					}
					most = max(most, depth)
				}
				return ast.WalkContinue, nil
			})
			if want := min(deepest, n*len(strings.Fields(sign))); most != want {
				t.Errorf("%d × %q is %d deep, not %d", n, sign, most, want)
			}
			if !strings.HasSuffix(Text(root, src), "words") {
				t.Errorf("%d × %q loses its words", n, sign)
			}
		}
	}
}

func BenchmarkDeepNesting(b *testing.B) {
	for _, sign := range []string{">", "1. "} {
		for _, n := range []int{50_000, 100_000} {
			b.Run(fmt.Sprintf("%s×%d", sign, n), func(b *testing.B) {
				src := strings.Repeat(sign, n) + "words"
				for b.Loop() {
					Parse(src).AST(0)
				}
			})
		}
	}
}
