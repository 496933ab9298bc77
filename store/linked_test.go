package store

import (
	"testing"

	"lede/articles"
)

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
