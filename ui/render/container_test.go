package render_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/render"
)

// TestContainers: what stands in an element of HTML is set in it, whether it is
// Markdown or not.
func TestContainers(t *testing.T) {
	t.Parallel()
	for src, want := range map[string][]string{
		"<details>\n<summary>More</summary>\n\nSome *words*.\n\n- item\n\n</details>\n\nAfter.": {
			"│ ▾ More", "│", "│ Some words.", "│", "│   • item", "", "After.",
		},
		"> [!tip] Its title\n> One.\n>\n> Two.\n\n> [!note]-\n> Folded.": {
			"│ Tip · Its title", "│ One.", "│", "│ Two.", "", "│ Note", "│ Folded.",
		},
		"Term\n:   One.\n\n    Two.\n\n    - item\n\nText.":        {"Term", "One.", "", "Two.", "", "• item", "", "Text."},
		"> [!quote]\n> Said.\n> — Her":                             {"│ Quote", "│ Said.", "│", "│ — Her"},
		"![One](a.png)![Two](b.png)":                               {"▣ One ▣ Two"},
		"<aside>\n\nOne.\n\n<aside>\n\nTwo.\n\n</aside>\n</aside>": {"│ One.", "│", "│ │ Two."},
		"<blockquote>\n\nOne.\n\n</blockquote>":                    {"│ One."},
		"> <div align=\"center\">\n>\n> **Mid**\n>\n> </div>":      {"│                 Mid"},
		"<details>\n<summary>More</summary>\n\nNothing closes it.": {"▾ More", "", "Nothing closes it."},
		"```go title=\"main.go\"\nx\n```":                          {"── go · main.go ──────────────────────", "x", "──────────────────────────────────────"},
	} {
		if got := plainBody(t, src, 40); !slices.Equal(got, want) {
			t.Errorf("%q is set as %q", src, got)
		}
	}
}

// TestCaption: what a figure says below its picture stands right under the words
// of the picture.
func TestCaption(t *testing.T) {
	src := "<figure>\n<img src=\"a.png\" alt=\"Seen\">\n<figcaption>Told by <a href=\"/b\">somebody</a> at length, over lines</figcaption>\n</figure>\n\nText."
	want := []string{"▣ Seen", "Told by somebody at", "length, over lines", "", "Text."}
	if got := plainBody(t, src, 24); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// TestFormula: a formula of its own stands in, without the signs around it.
func TestFormula(t *testing.T) {
	t.Parallel()
	for src, want := range map[string][]string{
		"$$\nx_i &= 1\\\\\n*y*\n$$\n\nText.": {"    x_i &= 1\\\\", "    *y*", "", "Text."},
		"$$a = b$$":                          {"    a = b"},
		"So $$a$$ is $b$.":                   {"So $$a$$ is $b$."},
	} {
		o := options(t, 40, "mono")
		o.Related = nil
		got := lines(t, render.New(&articles.Article{Title: "T", Markdown: src}, o))
		for i := range got {
			got[i] = strings.TrimPrefix(ansi.Strip(got[i]), " ")
		}
		if got = got[len(got)-len(want):]; !slices.Equal(got, want) {
			t.Errorf("%q: %q", src, got)
		}
	}
}
