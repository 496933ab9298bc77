package syntax_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"

	"lede/articles/markdown"
	"lede/articles/markdown/plain"
	"lede/articles/markdown/syntax"
)

// TestDeepNesting: containers open only so deep, and no word is lost.
func TestDeepNesting(t *testing.T) {
	for _, sign := range []string{">", "> ", "1. ", "- + ", "> - "} {
		for _, n := range []int{10, 1_000} {
			root, src := markdown.Parse(strings.Repeat(sign, n) + "words").AST(0)
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
			if want := min(syntax.Deepest, n*len(strings.Fields(sign))); most != want {
				t.Errorf("%d × %q is %d deep, not %d", n, sign, most, want)
			}
			if !strings.HasSuffix(plain.Text(root, src), "words") {
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
					markdown.Parse(src).AST(0)
				}
			})
		}
	}
}

// TestLettersThatLookLikeMarkup: what only looks like the sign of something is
// shown.
func TestLettersThatLookLikeMarkup(t *testing.T) {
	t.Parallel()
	for src, want := range map[string]string{
		"- [x](http://e.org) there": "x there",
		"- [x] there":               "there",
		"&#99999999; &#x1000000;":   "&#99999999; &#x1000000;",
		"| a | b |\n|--|--|\n| c | <ul><li>d</li><li>e</ul> |": "a\nb\n\nc\n\n\nd\n\ne",
		"<p><select><option>a<option>b</select></p>":           "a b",
		"A <noscript>word</noscript>.":                         "A word.",
	} {
		d := markdown.Parse(src)
		if got := strings.TrimSpace(d.Plain(0)); got != want {
			t.Errorf("%q reads %q, not %q", src, got, want)
		}
	}
	for info, want := range map[string]string{"go{1,3}": "go", "rust,ignore": "rust", "{.python}": "python", "{r echo=F}": "r", "c++": "c++"} {
		root, src := markdown.Parse("```" + info + "\nx\n```\n").AST(0)
		if got := plain.CodeLabel(root.FirstChild(), src); got != want {
			t.Errorf("%q is called %q, not %q", info, got, want)
		}
	}
}
