package store

import (
	"testing"

	"lede/articles"
)

// A bookmark never takes the place of a text, and a text takes its place.
func TestBookmark(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	mark := &articles.Article{
		ID: articles.NewID("https://a.example/"), Origin: "https://a.example/", Title: "A", Markdown: "Not fetched.\n", Bookmark: true,
		Prior: &articles.State{Starred: true},
	}
	text := *mark
	text.Title, text.Markdown, text.Bookmark, text.Prior = "The A", "All of it.\n", false, nil
	renamed := *mark
	renamed.Title, renamed.Prior = "A, again", &articles.State{Read: true}
	for i, step := range []struct {
		a    *articles.Article
		want articles.Outcome
	}{
		{mark, articles.Added},
		{mark, articles.Unchanged},
		{&renamed, articles.Updated},
		{&text, articles.Updated},
		{mark, articles.Unchanged},
		{&renamed, articles.Unchanged},
	} {
		if got := put(t, s, step.a); got != step.want {
			t.Errorf("step %d: %v, want %v", i, got, step.want)
		}
	}
	a, state, err := s.Article(t.Context(), mark.ID)
	if err != nil || a.Markdown != "All of it.\n" || a.Bookmark || state != (articles.State{Starred: true}) {
		t.Errorf("%+v, %+v, %v", a, state, err)
	}
}
