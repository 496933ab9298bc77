package markdown

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"

	"lede/articles/markdown/nodes"
)

// TestBoxesAreWhole: what stands in elements of HTML means the same cut as
// whole, however they are mixed.
func TestBoxesAreWhole(t *testing.T) {
	tags := []string{
		"<details>", "</details>", "<summary>S</summary>", "<aside>", "</aside>", "<div align=center>", "<div>", "</div>",
		"<blockquote>", "</blockquote>", "<ul>", "<li>", "</li>", "</ul>", "<figure>", "</figure>", "<table><tr><td>", "</table>",
		"<details><summary>S</summary>", "<p>", "`<div>`", "<!-- <div> -->", "```\n<aside>\n```", "- <div>\n\n  x", "  </div>", "> <div>\n>\n> x",
		"Words.", "Words.", "Words [a].", "[a]: /url", "See[^1].", "[^1]: Note", "- item", "```\ncode\n```", "<div class=x>", "<pre>", "</pre>",
	}
	for seed := range uint64(5_000) {
		r := rand.New(rand.NewPCG(seed, 3))
		var src strings.Builder
		for range 2 + r.IntN(12) {
			src.WriteString(tags[r.IntN(len(tags))] + []string{"\n\n", "\n\n", "\n"}[r.IntN(3)])
		}
		if problem := cutChangesHTML(src.String()); problem != "" {
			t.Fatalf("seed %d: %s", seed, problem)
		}
	}
}

// TestBoxesHoldMarkdown: what stands between the tags, behind blank lines, is
// in the element; not so where nothing closes it, or far below.
func TestBoxesHoldMarkdown(t *testing.T) {
	t.Parallel()
	inside := func(src string) int {
		root, _ := Parse(src).AST(0)
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
