package markdown

import (
	"strings"
	"testing"

	"lede/articles"
)

// TestSectionsAreTheWhole: what is counted by sections is what a survey counts.
func TestSectionsAreTheWhole(t *testing.T) {
	src := strings.Repeat("# A heading of five words\n\nSome *words* of [a link](x \"title\").\n\n- a\n  - b c\n\n```\ncode here\n```\n\n| a | b |\n|---|---|\n| c | d e |\n\n> # In a quote\n>\n> — Nobody\n\nSetext\n===\n\nmore\n\n", 200)
	d := Parse(src)
	var sum articles.Length
	sections := d.Sections(func() bool { return false })
	for _, l := range sections {
		sum.Add(l)
	}
	if want := Survey(src).Length; sum != want || len(sections) != len(d.Outline()) {
		t.Errorf("%d sections of %+v, survey %+v", len(sections), sum, want)
	}
	if d.Sections(func() bool { return true }) != nil {
		t.Error("it does not give up")
	}
}

func TestFragment(t *testing.T) {
	src := "# The First, of All!\n\n<a id=\"mark\"></a>text\n\n## Über *Maß*\n\n## Same\n\n## Same\n\n<h3 name='x'>\n"
	d := Parse(src)
	for name, at := range map[string]string{
		"the-first-of-all": "# The First", "The-First-Of-All": "# The First", "%C3%BCber-ma%C3%9F": "## Über",
		"same": "## Same\n\n##", "same-1": "## Same\n\n<", "mark": `id="mark"`, "x": "name='x'",
	} {
		if offset, ok := d.Fragment(name); !ok || !strings.HasPrefix(src[offset:], at) {
			t.Errorf("#%s is at %d, %v", name, offset, ok)
		}
	}
	for _, name := range []string{"", "nowhere", "same-2"} {
		if offset, ok := d.Fragment(name); ok {
			t.Errorf("#%s is at %d", name, offset)
		}
	}
}
