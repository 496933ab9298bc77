package render_test

import (
	"fmt"
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
			if len(l.Document().Chunks) < 3 {
				t.Fatalf("only %d chunks", len(l.Document().Chunks))
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
