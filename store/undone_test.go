package store

import (
	"slices"
	"testing"

	"lede/articles"
)

// TestUndoOfRefresh: what a refresh of several feeds brought up to date is one change, of
// which what is new is no part, and that does not come again until a feed has news.
func TestUndoOfRefresh(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	a := subscribe(t, s, articles.Feed{URL: "https://a.example/feed"})
	b := subscribe(t, s, articles.Feed{URL: "https://b.example/feed", Keep: 1})
	alter(t, s, `DELETE FROM change`)
	one := func(text string) articles.Entry { return lists("1", "https://a.example/1", "One", text) }
	two := func(text string) articles.Entry { return day(2, lists("2", "https://b.example/2", "Two", text)) }
	refresh := func(want articles.News, onA, onB []articles.Entry) {
		t.Helper()
		c := articles.Change{Kind: articles.Refreshing}
		var did articles.News
		for _, of := range []struct {
			articles.Feed
			listed []articles.Entry
		}{{a, onA}, {b, onB}} {
			news, err := s.RefreshedWithin(t.Context(), &c, of.Feed, of.Identify(of.listed))
			if err != nil {
				t.Fatal(err)
			}
			did.Added, did.Updated, did.Pruned = did.Added+news.Added, did.Updated+news.Updated, did.Pruned+news.Pruned
		}
		if did != want || c.Articles != want.Updated {
			t.Errorf("%+v, want %+v; change %+v", did, want, c)
		}
	}
	text := func(e articles.Entry) string {
		t.Helper()
		a, _, err := s.Article(t.Context(), e.Article.ID)
		if err != nil {
			t.Fatal(err)
		}
		return a.Markdown
	}
	refresh(articles.News{Added: 2}, []articles.Entry{one("All of it.")}, []articles.Entry{two("All of it.")})
	if c := undo(t, s); c.ID != 0 {
		t.Errorf("undone what is new: %+v", c)
	}
	before := contents(t, s)
	cut, more := []articles.Entry{one("Cut.")}, []articles.Entry{two("Cut.")}
	refresh(articles.News{Updated: 2}, cut, more)
	if c := undo(t, s); c.Undone() != "undone: 2 updated by a refresh; lede trash has what went" {
		t.Error(c.Undone())
	}
	if got := text(one("")) + text(two("")); got != "All of it.\nAll of it.\n" {
		t.Errorf("the texts are %q", got)
	}
	refresh(articles.News{}, cut, more)
	alter(t, s, `UPDATE entry SET sum = CASE key WHEN 1 THEN ? ELSE ? END`, one("All of it.").Sum, two("All of it.").Sum)
	if after := contents(t, s); after != before { // but for what the feeds said last
		t.Error(differ(before, after))
	}
	alter(t, s, `UPDATE entry SET sum = CASE key WHEN 1 THEN ? ELSE ? END`, cut[0].Sum, more[0].Sum)

	// What is new and what is pruned by the same refresh stays so.
	three := day(3, lists("3", "https://b.example/3", "Three", "Text."))
	refresh(articles.News{Updated: 1, Added: 1, Pruned: 1}, []articles.Entry{one("News.")}, append(more, three))
	if c := undo(t, s); c.Undone() != "undone: updated by a refresh: One; lede restore brings it back" {
		t.Error(c.Undone())
	}
	if got := text(one("")) + text(three); got != "All of it.\nText.\n" {
		t.Errorf("the texts are %q", got)
	}
	sound(t, s)
	consistent(t, s)
}

// TestUndoneFileIsKeptOut: what a file says that was undone, and what it said before that, is
// known until it says something else.
func TestUndoneFileIsKeptOut(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	says := func(text string) *articles.Article {
		a := fileArticle("/notes/a.md", text)
		a.Original.Data = text
		return a
	}
	put(t, s, says("First."))
	for _, kind := range []articles.ChangeKind{articles.Refreshing, articles.Adding} {
		mustPut(t, s, kind, says("Second."))
		mustPut(t, s, kind, says("Third."))
		undo(t, s)
		undo(t, s)
		var out []bool
		for _, text := range []string{"First.", "Second.", "Third.", "Fourth."} {
			a := says(text)
			is, err := s.IsKeptOut(t.Context(), a.ID, a.Original)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, is)
		}
		if !slices.Equal(out, []bool{false, true, true, false}) {
			t.Errorf("kept out: %v", out)
		}
	}
	mustPut(t, s, articles.Refreshing, says("Fourth."))
	if is, err := s.IsKeptOut(t.Context(), says("").ID, says("Third.").Original); is || err != nil {
		t.Errorf("what was undone before news is kept out, %v", err)
	}
}

// TestUndoneTextIsInTrash: a text that an undo took from an article can be had again, and
// the state of the article stays as it is.
func TestUndoneTextIsInTrash(t *testing.T) {
	t.Parallel()
	for _, kind := range []articles.ChangeKind{articles.Adding, articles.Refreshing} {
		s := library(t, 1)
		a := edition(0, 2)
		first := contents(t, s)
		mustPut(t, s, kind, a)
		second := contents(t, s)
		undo(t, s)
		if got := trash(t, s); !slices.Equal(got, []string{a.Title}) {
			t.Errorf("in the trash: %q", got)
		}
		for range 2 {
			if id, err := s.ResolveTrash(t.Context(), a.Title); err != nil || id != a.ID {
				t.Errorf("%q, %v", id, err)
			}
			mustChange(t)(s.Restore(t.Context(), a.ID))
			if now := contents(t, s); now != second || len(trash(t, s)) > 0 {
				t.Error(differ(second, now))
			}
			if c := undo(t, s); c.Kind != articles.Restoring || c.Left > 0 {
				t.Errorf("undone %+v", c)
			}
			if now := contents(t, s); now != first || len(trash(t, s)) != 1 {
				t.Error(differ(first, now))
			}
		}
		sound(t, s)
		consistent(t, s)
	}
}
