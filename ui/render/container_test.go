package render_test

import (
	"slices"
	"testing"
)

// TestContainers: what stands in an element of HTML is set in it, whether it is
// Markdown or not.
func TestContainers(t *testing.T) {
	t.Parallel()
	for src, want := range map[string][]string{
		"<details>\n<summary>More</summary>\n\nSome *words*.\n\n- item\n\n</details>\n\nAfter.": {
			"│ ▾ More", "│", "│ Some words.", "│", "│   • item", "", "After.",
		},
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
