package links

import (
	"slices"
	"testing"

	"lede/articles"
)

func TestNames(t *testing.T) {
	t.Parallel()
	note := &articles.Article{Origin: "file:/notes/a/one.md"}
	page := &articles.Article{Origin: "https://example.org/blog/one", URL: "https://example.org/blog/one"}
	for _, test := range []struct {
		from   *articles.Article
		target string
		want   []string
	}{
		{note, "../two.md#part", []string{"file:/notes/two.md", "../two.md"}},
		{note, "one.md", []string{"file:/notes/a/one.md", "one.md"}},
		{note, "On Two", []string{"on-two", "file:/notes/a/On Two.md", "On Two"}},
		{note, "https://example.org/x", []string{"https://example.org/x"}},
		{page, "two#part", []string{"https://example.org/blog/two#part", "two"}},
		{page, "mailto:us@example.org", []string{"mailto:us@example.org"}},
	} {
		got := slices.DeleteFunc(Names(test.from, test.target), func(s string) bool { return s == "" })
		for _, want := range test.want {
			if !slices.Contains(got, want) {
				t.Errorf("%s in %s: %q, without %q", test.target, test.from.Origin, got, want)
			}
		}
		if got[0] != test.want[0] {
			t.Errorf("%s in %s: %q is the surest, not %q", test.target, test.from.Origin, got[0], test.want[0])
		}
	}
}
