package syntax_test

import (
	"fmt"
	"strings"
	"testing"

	"lede/articles/markdown"
	"lede/articles/markdown/syntax"
)

// hostile are pieces that, repeated, cost a parser much more than their length,
// with what may end them.
var hostile = []struct{ piece, end string }{
	{"[", ""},
	{"[", "]"},
	{"![", ""},
	{"[[", ""},
	{"[^", ""},
	{"[a](", ""},
	{"[a](", ")"},
	{"[a][", "]"},
	{"*[a](b", ")"},
	{"[a]: b\n", ""},
	{"[a]: b\n", "c"},
	{"[a\n", "]"},
	{"*a_", ""},
	{"*a ", ""},
	{"**a*b_c", "*"},
	{"~a", "~~"},
	{"`", ""},
	{"`a``b```c", ""},
	{"<", ""},
	{"<", ">"},
	{"<a ", ">"},
	{"<a href=\"", ">"},
	{"x <!--", "-->"},
	{"<?", ""},
	{"> ", "a"},
	{"> > > > > > > > a\n", ""},
	{">", "a"},
	{"- ", "a"},
	{"1. ", "a"},
	{"a\n- ", ""},
	{"- a\n  ", ""},
	{"* ", "a"},
	{"a|b\n-|-\n", ""},
	{"| a ", "\n|-|"},
	{"|", "\n|-"},
	{"# a {", "}"},
	{"\\", ""},
	{"\\*a ", ""},
	{"&", ";"},
	{"www.a", ""},
	{"http://a", ""},
	{"a@", "b.c"},
	{"$a", ""},
	{"%%", ""},
	{"=a=", "="},
	{"{{<", ">}}"},
	{"{% a", "%}"},
	{"a\n: b\n", ""},
	{": ", "a"},
	{"<div>", ""},
	{"<ul><li>", ""},
	{"<table><tr><td>", ""},
	{"<b><i>", ""},
	{"<p><b>a", ""},
	{"<blockquote>a", ""},
}

// repeat is a source of about so many bytes.
func repeat(piece, end string, size int) string {
	return strings.Repeat(piece, size/len(piece)) + end
}

// BenchmarkHostile prints what a reader and an importer pay for each of them.
func BenchmarkHostile(b *testing.B) {
	for _, h := range hostile {
		for _, size := range []int{250_000, 1_000_000} {
			src := repeat(h.piece, h.end, size)
			b.Run(fmt.Sprintf("read/%q…%q/%dkB", h.piece, h.end, size/1000), func(b *testing.B) {
				for b.Loop() {
					d := markdown.Parse(src)
					for i := range d.Chunks {
						d.AST(i)
					}
				}
			})
			b.Run(fmt.Sprintf("import/%q…%q/%dkB", h.piece, h.end, size/1000), func(b *testing.B) {
				for b.Loop() {
					markdown.Survey(src)
				}
			})
		}
	}
}

// TestCostlyBlocksAreText: the signs of a block that would cost too much are
// shown, and nothing of it is lost.
func TestCostlyBlocksAreText(t *testing.T) {
	for _, h := range hostile[:20] {
		src := "words " + repeat(h.piece, h.end, 2_500)
		if !syntax.Costly([]byte(src)) {
			continue
		}
		if got := markdown.Parse(src).Plain(0); got != strings.ReplaceAll(strings.TrimSpace(src), "\n", " ") {
			t.Errorf("%q: %.60q", h.piece, got)
		}
	}
	for piece, want := range map[string]bool{
		"*a_": true, "[a](": true, "[": true, "`a``b```c": false,
		"[word](https://example.org/path) and *more* of `code`, <b>tags</b> and **so on**.\n": false,
		"[1](#a)[2](#b)": false, "_a_ **b** ~~c~~ some words between them that fill a line": false,
	} {
		if got := syntax.Costly([]byte(repeat(piece, "", 8_000))); got != want {
			t.Errorf("%q is costly: %v", piece, got)
		}
	}
}

// TestManyDefinitions: those beyond the lines that are looked at in one go are
// definitions as well.
func TestManyDefinitions(t *testing.T) {
	var src strings.Builder
	for i := range 3 * syntax.DefinedAtOnce / 2 {
		fmt.Fprintf(&src, "[a%d]: /url%d\n  \"title\"\n", i, i)
	}
	src.WriteString("words\n\n[a0] [a383]\n")
	d := markdown.Parse(src.String())
	got := d.Plain(0) + " " + d.Plain(1)
	if got != "words a0 a383" || len(markdown.Survey(src.String()).Links) != 2 {
		t.Errorf("%.80q", got)
	}
}
