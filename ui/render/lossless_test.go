package render_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark"
	ghtml "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"lede/articles"
	"lede/ui/render"
)

var markdownShapes = []string{
	"*", "**", "_", "`", "~~", "==", "^", "$", "[", "](y)", "](y \"t\")", "[[", "]]", " | ", "\n|---|\n|", "{% x %}", "%%", "{{< y >}}", "{: .c}",
	"\n> ", "\n- ", "\n1. ", "\n    ", "\n\n", "\n\n", "\n", " ", " ", " ", " ", "\n# ", "\n===\n", "\n```\n", "<sup>", "</sup>", "<sub>", "</sub>", "<b>", "</b>",
	"<br>", "&amp;", "https://e.org/", "www.e.org", "\n> [!note] ", "\n> \u2014 ", "\u300c", "\u300d", "\u3002", "\u6f22\u5b57", "\u00e9", "\\(", "\\)", "H~2~O", "x^2^", "\n\n---\n\n", "\n: ",
}

// TestScreenDeletesNothing: what CommonMark would show stands on the screen, at
// every width.
func TestScreenDeletesNothing(t *testing.T) {
	t.Parallel()
	base := options(t, 60, "mono")
	base.Related = nil
	rapid.Check(t, func(rt *rapid.T) {
		var b strings.Builder
		for i := range rapid.IntRange(1, 40).Draw(rt, "parts") {
			if rapid.Bool().Draw(rt, "word") {
				fmt.Fprintf(&b, "w%dx", i)
			}
			b.WriteString(rapid.SampledFrom(markdownShapes).Draw(rt, "shape"))
		}
		src := b.String()
		if strings.Contains(src, "|") || strings.Contains(src, "\n: ") {
			src = strings.NewReplacer("`", "'", "<", "(", "&", "+").Replace(src)
		}
		want := counted(pageOf(src))
		for _, width := range []int{12, 24, 40, 60, 100} {
			o := base
			o.Width = width
			got := counted(strings.Join(lines(t, render.New(&articles.Article{Title: "T", Markdown: src}, o)), "\n"))
			for r, n := range want {
				if got[r] < n {
					rt.Fatalf("%q at %d: %q stands there %d times, not %d", src, width, r, got[r], n)
				}
			}
		}
	})
}

// counted is how often each letter and digit is in s.
func counted(s string) map[rune]int {
	n := make(map[rune]int)
	for _, r := range norm.NFKC.String(ansi.Strip(s)) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n[unicode.ToLower(r)]++
		}
	}
	return n
}

// pageOf is the text of the page that CommonMark makes of src.
func pageOf(src string) string {
	var page bytes.Buffer
	if goldmark.New(goldmark.WithRendererOptions(ghtml.WithUnsafe())).Convert([]byte(src), &page) != nil {
		return ""
	}
	var out strings.Builder
	z := html.NewTokenizer(&page)
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		if kind == html.TextToken {
			out.Write(z.Text())
		}
	}
	return out.String()
}
