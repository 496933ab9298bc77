package render_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/render"
)

// TestPartedBlocks: a block that is too long for one chunk looks as if it
// had not been parted.
func TestPartedBlocks(t *testing.T) {
	many := func(format string) string {
		var b strings.Builder
		for i := 1; b.Len() < 120<<10; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	for name, test := range map[string]struct {
		src  string
		line string // what line n of the block looks like; "" for running text
	}{
		"code":      {"```\n" + many("line %d\n") + "```", "line %d"},
		"bullets":   {many("- item %d\n"), "• item %d"},
		"numbers":   {many("1. item %d\n"), "%[1]d. item %[1]d"},
		"table":     {"| n |\n|---|\n" + many("| cell %d |\n"), "cell %d"},
		"quote":     {many("> words %d\n"), ""},
		"paragraph": {many("words %d\n"), ""},
		"one line":  {many("words %d "), ""},
		"html":      {"<div>\n" + many("<p>words %d</p>\n") + "</div>", "words %d"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := options(t, 60, "mono")
			o.Related = nil
			l := render.New(&articles.Article{Title: "T", Markdown: test.src}, o)
			if n := l.BodyEnd().Part; n < 3 {
				t.Fatalf("only %d chunks", n)
			}
			_, text, _ := strings.Cut(ansi.Strip(shown(t, l)), "─\n\n")
			n := 1
			if test.line == "" && sequence(text) != sequence(test.src) {
				t.Error("words are lost or moved")
			}
			for line := range strings.Lines(text) {
				want := fmt.Sprintf(test.line, n)
				switch line = strings.TrimSpace(line); {
				case test.line == "":
					if line == "" {
						t.Fatalf("a gap in running text")
					}
				case line == want:
					n++
				case line == "" || line == "n" || strings.Trim(line, "─") == "":
					if name != "table" && name != "html" && n > 1 && strings.Contains(test.src, fmt.Sprint(n+1)) {
						t.Fatalf("%q before %q", line, want)
					}
				default:
					t.Fatalf("%q instead of %q", line, want)
				}
			}
		})
	}
}

// TestLongCode is parted to be coloured piece by piece; nothing of that shows.
func TestLongCode(t *testing.T) {
	var code strings.Builder
	for i := range 300 {
		fmt.Fprintf(&code, "func f%d() {\n\n\tx := %d\n}\n\n", i, i)
	}
	want := strings.Split(strings.ReplaceAll(strings.TrimSpace(code.String()), "\t", ""), "\n")
	src := "Before.\n\n```go\n" + code.String() + "```\n\nAfter."
	got := plainBody(t, src, 80)
	got = got[3 : len(got)-3]
	if !slices.Equal(got, want) {
		for i := range min(len(got), len(want)) {
			if got[i] != want[i] {
				t.Fatalf("line %d is %q, not %q", i, got[i], want[i])
			}
		}
		t.Fatalf("%d lines, not %d", len(got), len(want))
	}
	styled := shown(t, render.New(&articles.Article{Title: "T", Markdown: src}, options(t, 80, "dark")))
	first, last := "", ""
	for line := range strings.Lines(styled) {
		if strings.Contains(line, "func") {
			if last = line[:strings.Index(line, "func")]; first == "" {
				first = last
			}
		}
	}
	if first != last || !strings.Contains(first, "\x1b[") {
		t.Errorf("the first func is set as %q, the last as %q", first, last)
	}
}
