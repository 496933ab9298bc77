package render_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"lede/articles"
	"lede/ui/render"
)

const copied = "# A heading of several words that is long\n\n" +
	"First paragraph with **bold** and `code` and a [link](https://example.org/page) that goes on over several lines[^1] of the screen.  \nA hard break.\n\n" +
	"> A quote that is long enough to be wrapped on most screens.\n>\n> Of two paragraphs.\n\n" +
	"- an item that is long enough to be wrapped on a screen\n- another\n  - inside of it\n\n" +
	"1. one\n\n   two paragraphs\n2. two\n\n" +
	"```go\nfunc main() {\n\tif true {\n\t\tfmt.Println(\"a line of code that is too long for most screens\", 42)\n\t}\n\n}\n```\n\n" +
	"| Name | What |\n|---|---|\n| a | the first of the letters |\n| b |  |\n\n" +
	"漢字仮名交じり文は、空白を置かずに書かれるので、行の終わりでつながる。\n\n" +
	"> Words of somebody.\n>\n> — Somebody\n\n" +
	"---\n\n![A picture](p.png)\n\nThe end.\n\n[^1]: A note.\n"

func TestCopyAll(t *testing.T) {
	t.Parallel()
	const want = "T\n1 min read\n\nA heading of several words that is long\n\n" +
		"First paragraph with bold and code and a link that goes on over several lines[1] of the screen.\nA hard break.\n\n" +
		"A quote that is long enough to be wrapped on most screens.\n\nOf two paragraphs.\n\n" +
		"• an item that is long enough to be wrapped on a screen\n• another\n  ◦ inside of it\n\n" +
		"1. one\n\ntwo paragraphs\n\n2. two\n\n" +
		"func main() {\n\tif true {\n\t\tfmt.Println(\"a line of code that is too long for most screens\", 42)\n\t}\n\n}\n\n" +
		"Name\tWhat\na\tthe first of the letters\nb\t\n\n" +
		"漢字仮名交じり文は、空白を置かずに書かれるので、行の終わりでつながる。\n\n" +
		"Words of somebody.\n\n— Somebody\n\nA picture\n\nThe end.\n\nNotes\n\n1. A note."
	for _, cut := range []bool{false, true} {
		for width := 30; width < 140; width++ {
			o := options(t, width, "dark")
			o.Related, o.State, o.Cut = nil, articles.State{}, cut
			l := render.New(&articles.Article{Title: "T", Markdown: copied}, o)
			if got := l.Copy(l.All()); got != want {
				t.Fatalf("at %d columns, cut %t:\n%s\nwant\n%s", width, cut, got, want)
			}
		}
	}
}

// TestCopyAnything: what is copied of an article is the same at every width, and what
// is copied from one character on the screen to another is a part of it.
func TestCopyAnything(t *testing.T) {
	t.Parallel()
	o := options(t, 60, "mono")
	o.Related = nil
	rapid.Check(t, func(rt *rapid.T) {
		var b strings.Builder
		for i := range rapid.IntRange(1, 40).Draw(rt, "parts") {
			if rapid.Bool().Draw(rt, "word") {
				fmt.Fprintf(&b, "w%dx", i)
			}
			b.WriteString(rapid.SampledFrom(markdownShapes).Draw(rt, "shape"))
		}
		a := &articles.Article{Title: "T", Markdown: b.String()}
		all := ""
		for _, width := range []int{100, 60, 40, 24, 12} {
			o.Width = width
			l := render.New(a, o)
			got := l.Copy(l.All())
			if all == "" {
				all = got
			}
			if got != all && !strings.Contains(a.Markdown, "|--") { // a table is set otherwise where it is too wide
				rt.Fatalf("%q: at %d columns\n%q\nat 100\n%q", a.Markdown, width, got, all)
			}
			from, to := drawnPlace(rt, l), drawnPlace(rt, l)
			if part := l.Copy(from.Union(to)); !strings.Contains(got, part) {
				rt.Fatalf("%q: at %d columns %q is no part of %q", a.Markdown, width, part, got)
			}
		}
	})
}

// drawnPlace is what stands at some place of the screen.
func drawnPlace(rt *rapid.T, l *render.Layout) render.Stretch {
	p := l.Move(l.Start(), rapid.IntRange(0, 40).Draw(rt, "line"))
	return l.Under(p, rapid.IntRange(0, 100).Draw(rt, "column"))
}
