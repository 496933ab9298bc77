package htmltag_test

import (
	"fmt"
	"strings"
	"testing"

	"lede/articles"
	"lede/articles/markdown/htmltag"
)

func TestHTMLText(t *testing.T) {
	for src, want := range map[string]string{
		"<p>a &amp; <b>b</b></p>":                     "a & b",
		"<p>a</p>\n<p>b</p>":                          "a\n\nb",
		"a<br>b<br/>c":                                "a\nb\nc",
		"<!-- no -->a<!-- > -->b":                     "ab",
		"<script>if (a<b) {}</script>c":               "c",
		"<style>p {}":                                 "",
		"<SCRIPT>a</b</Script >c":                     "c",
		"<script></script>" + strings.Repeat("Ⱥ", 40): strings.Repeat("Ⱥ", 40), // grows in lower case
		"<a title=\"x > y\" href='z'>link</a>":        "link",
		"1 < 2 and <3":                                "1 < 2 and <3",
		"<p>a&#27;[31mb</p>":                          "ab",
		"a <b title=\"x>y</b> z":                      "a y z",
		"a <b title='>' and no end":                   "a",
		"<a<b<c":                                      "<a<b<c",
	} {
		if got := htmltag.Text(src); got != want {
			t.Errorf("%q: got %q, want %q", src, got, want)
		}
	}
}

func FuzzHTMLText(f *testing.F) {
	f.Add("<script></script>" + strings.Repeat("Ⱥ", 40))
	f.Add("<p>&#27;[31m<!-- x")
	f.Add("<a href=\"x>y</a><b='z>")
	f.Add("<a<a<a=\">\"<a='>")
	f.Fuzz(func(t *testing.T, src string) {
		if got := htmltag.Text(src); articles.Clean(got) != got {
			t.Fatalf("%q: %q is not clean", src, got)
		}
	})
}

// BenchmarkHTMLText reads tags that nothing closes: twice as many may cost
// twice as much.
func BenchmarkHTMLText(b *testing.B) {
	for _, tag := range []string{"<a", "<a=\">\"", "<a='\">"} {
		for _, n := range []int{10_000, 20_000} {
			b.Run(fmt.Sprintf("%s×%d", tag, n), func(b *testing.B) {
				src := strings.Repeat(tag, n)
				for b.Loop() {
					htmltag.Text(src)
				}
			})
		}
	}
}
