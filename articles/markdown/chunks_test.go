package markdown

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lede/articles"
	"lede/articles/markdown/chunk"
)

// snippets are Markdown that a scanner could misread. Mixed at random, with
// and without blank lines between, they must mean the same cut as whole.
var snippets = []string{
	"Words of a paragraph.", "two\nlines", "# Head", "Under\n===", "Under\n---", "---", "* * *", "***",
	"- item", "- item\n\n  more", "- a\n- b", "* star\n  lazy", "+ plus", "1. one\n2. two", "7) seven", "2019. was a year",
	"- a\n\n  ```\n  in item\n\n  ```", "- ```\n  x\n\ny", "-", "-\n  a", "- \n\n  b", "10. ten\n\n    deep", "-\ttab\n\n\tmore",
	"- a\n  - b\n    - c\n\n      d", "- # head\ntext\n  ```\n  x", "  - two\n\n    ```",
	"```\ncode\n\ncol 0\n```", "~~~ go\nx\n\n```\n\n~~~", "````\n```\n\n````", "```", "~~~", "  ```\n  x\n\n  ```", "``` a`b",
	"```\nunclosed\n\n# no head", "    indented\n\n    code", "\tcode", "    ```",
	"> quote", "> quote\nlazy", "> ```\n> x\n\ny", "> - a\n>\n>   b\n\nc", "> - a\n  ```\n\nb\n```", "> said\n>\n> — By Line", "> a\n> -- By",
	"<div>\nraw\n\n**md**\n\n</div>", "<div>\n```\n\nx\n\n```", "<!-- a\n\nb -->", "<!-- a -->", "<pre>\n\nx\n</pre>", "<pre>x</pre>",
	"<script>\n\nlet a\n</script>", "<?php\n\n?>", "<!DOCTYPE\n\nhtml>", "<![CDATA[\n\n]]>", "<b>inline</b> words", "<custom-tag>\n\nx",
	"<style>\n\n", "- <!--\n\n  x -->", "  <!--\n\nx -->", "<details>\n<summary>S</summary>\n\nText\n\n</details>", "</div>\n~~~\nx\n~~~",
	"<aside>", "</aside>", "<div align=center>", "</div>", "<blockquote>\n\nx", "y\n\n</blockquote>", "</blockquote>", "<ul><li>\n\nx", "</li></ul>",
	"<details>", "</details>", "<details><summary>T</summary>\n<div>", "</div>\n</details>", "- <aside>\n\n  x\n\n  </aside>", "> <details>\n>\n> x\n>\n> </details>",
	"[a]: /url", "[b]:\n/url\n'title\nmore'", "> [c]: /quoted", "- [d]: /item", "[a]: /second", "text\n[e]: /no", "[f]: <",
	"[a] [b] [c] [d] [e] [f]", "[[wiki]] and [[a]]", "[x][a] ![b]", "see[^1] and[^two]", "[^1]: note", "[^two]: note\n    more\n\n    last",
	"[^3]: ```\n    x\n```", "see[^3]", "| a | b |\n|---|---|\n| 1 | 2 |", "| a |\n|--|\ntext", "- [ ] task\n- [x] done", "~~gone~~ www.example.com",
	"Term\n: means", "One\nTwo\n: a\n: b\nlazy", ": again", "T\n\n: apart", "<h2>x</h2>\n<ul>\n<li>a", "<li>b\n</ul>", "==m== ^name", "# h\n{: #x}", "{: #y .z}", "a\n-\n{:#b}", "$a_b$ *c*",
	"!!! note\n    text\n\n    ```\n    x\n\n    ```", "!!! tip \"T\"\n\n    - a\n    !!! b\n        c", "??? a\n    b\nlazy",
	"T\n:   m\n\n    # more\n\n    - i\n\n          c\n\n    ```\n    x\n\n    ```", "T\n: a\n\n    U\n    : b\n\n        see[^1]\n\n        <div>\n\n        *x*", "!!! no", "$$\nx\n$$", "$$ a",
	"a\\\nb", "a  \nb", "&amp; &#27; \\*", "=", "+", "1.", "#", "=\n=", "a\n=\n-", "\u00a0nbsp", "\f", " \t ",
}

func mix(r *rand.Rand) string {
	var b strings.Builder
	joints := []string{"\n", "\n\n", "\n\n\n", "\n \n", "\n\n  ", "\n\n    ", "\n> ", "\n  "}
	for range 1 + r.IntN(9) {
		b.WriteString(snippets[r.IntN(len(snippets))])
		joint := joints[1]
		if r.IntN(2) == 0 {
			joint = joints[r.IntN(len(joints))]
		}
		b.WriteString(joint)
	}
	return b.String()
}

func TestChunksAreTheWhole(t *testing.T) {
	for seed := range uint64(10_000) {
		src := mix(rand.New(rand.NewPCG(seed, 1)))
		if problem := cutChangesHTML(src); problem != "" {
			t.Fatalf("seed %d: %s", seed, problem)
		}
	}
}

// cutChangesHTML cuts src wherever that is possible and says how its HTML
// then differs from that of the whole.
func cutChangesHTML(src string) string {
	src = articles.Clean(src)
	var whole, cut strings.Builder
	cuts := chunk.Cut(src, 1)
	one := document(src, chunk.Cuts{Chunks: []chunk.Chunk{{End: len(src)}}, Refs: []chunk.Span{{End: len(src)}}, Boxes: cuts.Boxes})
	many := document(src, cuts)
	if err := one.HTML(&whole); err != nil {
		return err.Error()
	}
	if err := many.HTML(&cut); err != nil {
		return err.Error()
	}
	if whole.String() != cut.String() {
		return fmt.Sprintf("%q\nwhole:\n%s\ncut:\n%s\nchunks %v", src, whole.String(), cut.String(), many.Chunks)
	}
	return ""
}

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

// TestHTMLHidesParts: blocks that are parted to be shown are whole in HTML.
func TestHTMLHidesParts(t *testing.T) {
	src := "```go\n" + strings.Repeat("code\n\n", 2_000) + "```\n\n" + strings.Repeat("1. item\n", 6_000)
	var parted, whole strings.Builder
	d := Parse(src)
	if len(d.Chunks) < 4 {
		t.Fatalf("%d chunks", len(d.Chunks))
	}
	if err := d.HTML(&parted); err != nil {
		t.Fatal(err)
	}
	if err := document(src, chunk.Cuts{Chunks: []chunk.Chunk{{End: len(src)}}}).HTML(&whole); err != nil {
		t.Fatal(err)
	}
	if parted.String() != whole.String() {
		t.Error("the HTML shows where blocks were parted")
	}
}

// TestChunksOfSamples takes whatever collections of Markdown lie beside the
// repository.
func TestChunksOfSamples(t *testing.T) {
	root := filepath.Join("..", "..", "..", "shared", "corpus")
	if _, err := os.Stat(root); err != nil {
		t.Skip("no collection of Markdown lies beside the repository; the mixes of our own snippets run everywhere")
	}
	n := 0
	err := filepath.WalkDir(root, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(path) != ".md" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		n++
		if problem := cutChangesHTML(string(data)); problem != "" {
			t.Errorf("%s: %.3000s", path, problem)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d files", n)
}

// TestChunksOfMixedExamples mixes the examples of specifications of Markdown,
// where a collection of cases lies beside the repository.
func TestChunksOfMixedExamples(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "corpus", "cases.jsonl"))
	if err != nil {
		t.Skip("no collection of Markdown lies beside the repository; the mixes of our own snippets run everywhere")
	}
	var examples []string
	for line := range strings.Lines(string(data)) {
		var c struct{ Markdown string }
		if err := json.Unmarshal([]byte(line), &c); err == nil && c.Markdown != "" {
			examples = append(examples, c.Markdown)
		}
	}
	for _, src := range examples {
		if problem := cutChangesHTML(src); problem != "" {
			t.Errorf("alone: %s", problem)
		}
	}
	for seed := range uint64(5_000) {
		r := rand.New(rand.NewPCG(seed, 2))
		var src strings.Builder
		for range 2 + r.IntN(6) {
			src.WriteString(examples[r.IntN(len(examples))] + strings.Repeat("\n", r.IntN(3)))
		}
		if problem := cutChangesHTML(src.String()); problem != "" {
			t.Fatalf("seed %d: %s", seed, problem)
		}
	}
	t.Logf("%d examples", len(examples))
}

func FuzzCut(f *testing.F) {
	f.Add("<?\n\nA")
	f.Add(strings.Repeat("> - ", 40) + "a\n\n  b\n" + strings.Repeat(">", 70) + "\n# c")
	f.Add("[a]: /url\n \n[b]: /url\n\t\n[a] [b]")
	for _, s := range snippets {
		f.Add(s + "\n\n" + s + "\n\nend")
	}
	f.Fuzz(func(t *testing.T, src string) {
		if problem := cutChangesHTML(src); problem != "" {
			t.Fatal(problem)
		}
	})
}

// TestHeadingChunks: what only looks like a heading is none, so that the search
// for one does not lay it out.
func TestHeadingChunks(t *testing.T) {
	for src, want := range map[string]int{
		"- item\n- item\n---": 0, "1. item\n---": 0, "- a\n  more\n---": 0, "- a\n\n  b\n---": 0, "> quote\n---": 0,
		"#tag #more": 0, "####### seven": 0, "a\n\n---": 0,
		"# One": 1, "#": 1, "a\nb\n---": 1, "a\n===": 1, "a\n2. b\n---": 1, "- # h\ntext\n---": 1, "- a\n\n b\n---": 1,
	} {
		if got := len(Parse(src + "\n").HeadingChunks()); got != want {
			t.Errorf("%q: %d chunks may hold a heading, not %d", src, got, want)
		}
	}
}

func BenchmarkDefinitions(b *testing.B) {
	for _, n := range []int{2_000, 4_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			src := strings.Repeat("[a]: /url\n \n", n)
			for b.Loop() {
				Parse(src).AST(0)
			}
		})
	}
}

func BenchmarkParse10MB(b *testing.B) {
	var src strings.Builder
	for seed := uint64(0); src.Len() < 10<<20; seed++ {
		src.WriteString("## Section\n\n" + strings.Repeat("Some words that fill a line of the paragraph up to its end.\n", 12) + "\n- item\n- item\n\n")
	}
	b.SetBytes(int64(src.Len()))
	b.ReportAllocs()
	for b.Loop() {
		Parse(src.String())
	}
}

// An image in its address is one piece, however long it is.
func TestAddressesThatHoldImagesStayWhole(t *testing.T) {
	t.Parallel()
	data := "data:image/png;base64," + strings.Repeat("QUJD", 50_000)
	for name, src := range map[string]string{
		"image": "Before.\n\n![It](" + data + ")\n\nAfter.\n",
		"html":  "Before.\n\n<img src=\"" + data + "\" alt=\"It\">\n\nAfter.\n",
		"among": strings.Repeat("words ", 20_000) + "![It](" + data + ") after.\n",
	} {
		d := Parse(src)
		var words strings.Builder
		whole := false
		for i, c := range d.Chunks {
			words.WriteString(d.Plain(i))
			whole = whole || strings.Contains(src[c.Start:c.End], data)
		}
		if !whole || strings.Contains(words.String(), "QUJD") {
			t.Errorf("%s: the address is torn", name)
		}
	}
}
