package articles

import (
	"testing"
	"time"
)

func TestChanges(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, 2, 8, 0, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		want          string
		before, after Article
	}{
		{"", Article{Title: "T", Markdown: "a"}, Article{Title: "T", Markdown: "a", Added: day, Links: []string{"x"}}},
		{
			"text (1,240 → 1,310 words), title, dates",
			Article{Title: "T", Markdown: "a", Length: Length{Words: 1240}},
			Article{Title: "U", Markdown: "b", Length: Length{Words: 1310}, Published: day},
		},
		{"text (2 words as before)", Article{Markdown: "a b", Length: Length{Words: 2}}, Article{Markdown: "a *b*", Length: Length{Words: 2}}},
		{
			"by-line, tags, epigraphs",
			Article{Author: "A", Tags: []string{"x"}},
			Article{Author: "B", Epigraphs: []Quote{{Text: "q"}}},
		},
		{"", Article{Published: day}, Article{Published: day.In(time.FixedZone("", 3600))}},
		{"text (0 → 1,234,567 words)", Article{}, Article{Markdown: "x", Length: Length{Words: 1234567}}},
	} {
		if got := Changes(&test.before, &test.after); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}
