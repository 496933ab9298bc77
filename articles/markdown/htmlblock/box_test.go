package htmlblock_test

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"

	"lede/articles/markdown"
	"lede/articles/markdown/nodes"
)

// TestBoxesHoldMarkdown: what stands between the tags, behind blank lines, is
// in the element; not so where nothing closes it, or far below.
func TestBoxesHoldMarkdown(t *testing.T) {
	t.Parallel()
	inside := func(src string) int {
		root, _ := markdown.Parse(src).AST(0)
		for c := root.FirstChild(); c != nil; c = c.NextSibling() {
			switch c.Kind() {
			case nodes.KindContainer, ast.KindBlockquote:
				return c.ChildCount()
			}
		}
		return 0
	}
	far := strings.Repeat("Many words.\n\n", 2_000) // more than a box may hold
	for src, want := range map[string]int{
		"<details>\n<summary>S</summary>\n\nA\n\n- b\n\n</details>\n\nC": 3,
		"<aside>\n\nA\n\n<div>\n\nB\n\n</div>\n\nC\n\n</aside>":          3,
		"<blockquote>\n\n`</blockquote>`\n\nB\n\n</blockquote>\n\nC":     0, // the tags are told apart by eye alone
		"<center>\n\n[^1]\n\n[^1]: A\n\nB\n\n</center>":                  2,
		"<aside>\n\nA\n\n```\n</aside>\n```\n\nB":                        0,
		"<aside>\n\nA":                   0,
		"<aside>\n\n" + far + "</aside>": 0,
		"<div align=\"center\">\n<table><tr><td>\n\nA\n\n</td></tr></div>": 1,
	} {
		if got := inside(src); got != want {
			t.Errorf("%.60q: %d blocks are in it, not %d", src, got, want)
		}
	}
}
