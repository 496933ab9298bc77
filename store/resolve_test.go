package store

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"lede/articles"
)

func TestResolve(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	path, err := filepath.Abs("notes.md")
	if err != nil {
		t.Fatal(err)
	}
	file := "file:" + filepath.ToSlash(path)
	for _, a := range []*articles.Article{
		{ID: "abcdefghjk", Origin: "https://a.example/one?id=7", URL: "https://a.example/one?id=7", Slug: "one", Title: "“One” Étude"},
		{ID: "abxxxxxxxx", Origin: file, Slug: "two", Title: "Two"},
		{ID: "zzzzzzzzzz", Origin: "welcome:three", Slug: "same", Title: "Same"},
		{ID: "yyyyyyyyyy", Origin: "text:four", Slug: "same", Title: "same"},
	} {
		put(t, s, a)
	}
	for _, test := range []struct {
		ref  string
		want articles.ID
		many int // candidates when it is ambiguous
	}{
		{"abcdefghjk", "abcdefghjk", 0},
		{"abc", "abcdefghjk", 0},
		{"ABX", "abxxxxxxxx", 0},
		{"ab", "", 2},
		{"a", "", 0},
		{"zz", "zzzzzzzzzz", 0},
		{"one", "abcdefghjk", 0},
		{" one ", "abcdefghjk", 0},
		{"http://www.a.example/one/?utm_medium=rss&id=7#part", "abcdefghjk", 0},
		{"https://a.example/one?id=8", "", 0},
		{"notes.md", "abxxxxxxxx", 0},
		{path, "abxxxxxxxx", 0},
		{file, "abxxxxxxxx", 0},
		{"welcome:three", "zzzzzzzzzz", 0},
		{"one etude", "", 0},
		{"\"one\" ETUDE", "", 0},
		{"“one” etude", "abcdefghjk", 0},
		{"two", "abxxxxxxxx", 0},
		{"same", "", 2},
		{"", "", 0},
		{"nothing", "", 0},
		{"100%_' OR 1", "", 0},
	} {
		got, err := s.Resolve(t.Context(), test.ref)
		if got != test.want {
			t.Errorf("%q: %q, %v; want %q", test.ref, got, err, test.want)
		}
		var ambiguous *AmbiguousError
		switch {
		case test.many > 0:
			if !errors.As(err, &ambiguous) || len(ambiguous.Candidates) != test.many ||
				!strings.Contains(err.Error(), string(ambiguous.Candidates[0].ID)) {
				t.Errorf("%q: error %v, want %d candidates", test.ref, err, test.many)
			}
		case test.want == "" && !errors.Is(err, ErrNotFound):
			t.Errorf("%q: error %v, want not found", test.ref, err)
		}
	}
}
