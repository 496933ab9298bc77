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

func TestLinked(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	a := &articles.Article{
		ID: articles.NewID("file:/notes/the-measure.md"), Origin: "file:/notes/the-measure.md", Slug: "the-measure",
		URL: "https://example.org/measure/", Title: "On the Measure", Markdown: "Words.",
	}
	if _, err := s.Put(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		names []string
		found bool
	}{
		{[]string{"file:/notes/the-measure.md"}, true},
		{[]string{"https://elsewhere.example/x", "the-measure"}, true},
		{[]string{"http://www.example.org/measure?utm_source=feed#part"}, true},
		{[]string{string(a.ID)}, true},
		{[]string{"on the measure"}, true},
		{[]string{"on the measure", "nothing"}, false},
		{[]string{string(a.ID[:4])}, false}, // a link is no reference that a hand types
		{[]string{"", ""}, false},
		{nil, false},
	} {
		id, err := s.Linked(t.Context(), test.names)
		if err != nil {
			t.Fatal(err)
		}
		if found := id == a.ID; found != test.found || !found && id != "" {
			t.Errorf("%q leads to %q", test.names, id)
		}
	}
}

// TestLinkToOneOfSeveral: a name that several sites have means the article of
// the site that the link is on.
func TestLinkToOneOfSeveral(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	var from *articles.Article
	for _, site := range []string{"one", "two", "three"} {
		origin := "file:/sites/" + site + "/about.md"
		put(t, s, &articles.Article{ID: articles.NewID(origin), Origin: origin, Slug: "about", Title: "About " + site, Markdown: site + ".\n"})
		origin = "file:/sites/" + site + "/posts/a.md"
		a := &articles.Article{ID: articles.NewID(origin), Origin: origin, Slug: "a-" + site, Title: "A", Markdown: site + "!\n", Links: []string{"about"}}
		put(t, s, a)
		if site == "two" {
			from = a
		}
	}
	related, err := s.Related(t.Context(), from, 9)
	if err != nil {
		t.Fatal(err)
	}
	var linked []string
	for _, r := range related {
		if r.Reason == "linked from here" {
			linked = append(linked, r.Title)
		}
	}
	if len(linked) != 1 || linked[0] != "About two" {
		t.Errorf("it links to %q", linked)
	}
}
