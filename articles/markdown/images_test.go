package markdown

import (
	"slices"
	"testing"
)

func TestImages(t *testing.T) {
	t.Parallel()
	src := "![A](https://example.org/a.png \"title\") and ![again](https://example.org/a.png)\n\n" +
		"[![B](b%20b.png)](https://example.org/)\n\n<img src=\"https://example.org/c.png?x=1&amp;y=2\" alt=\"C\">\n\n" +
		"<figure><img src=\"d.png\"></figure>\n\n```\n![no](e.png)\n```\n\n![F][f]\n\n[f]: f.png\n\n![]()\n"
	want := []string{"https://example.org/a.png", "b%20b.png", "https://example.org/c.png?x=1&y=2", "d.png", "f.png"}
	if got := Images(src); !slices.Equal(got, want) {
		t.Errorf("images %q, want %q", got, want)
	}
}
