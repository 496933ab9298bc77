package store

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"lede/articles"
	"lede/store/storetest"
)

// TestUndoneAddIsInTrash: what an undo takes out of the library can be restored as it was,
// and that is no change which another undo would take back.
func TestUndoneAddIsInTrash(t *testing.T) {
	t.Parallel()
	s := library(t, 2)
	mustChange(t)(s.Star(t.Context(), true, storetest.Article(1).ID))
	a := edition(5, 2)
	a.Own.Add = []string{"mine"}
	mustPut(t, s, articles.Adding, a)
	want, state, err := s.Article(t.Context(), a.ID)
	if err != nil {
		t.Fatal(err)
	}
	before := contents(t, s)
	if c := undo(t, s); c.Undone() != "undone: added: "+a.Title+"; lede restore brings it back" {
		t.Error(c.Undone())
	}
	if got := trash(t, s); !slices.Equal(got, []string{a.Title}) {
		t.Errorf("in the trash: %q", got)
	}
	if c, err := s.Restore(t.Context(), a.ID); err != nil || c.Articles != 1 {
		t.Fatal(c, err)
	}
	if got, now, err := s.Article(t.Context(), a.ID); err != nil || now != state || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("restored %+v, %+v, %v", got, now, err)
	}
	if after := contents(t, s); after != before {
		t.Error(differ(before, after))
	}
	for _, want := range []articles.ChangeKind{articles.Restoring, articles.Starring, 0} {
		if c := undo(t, s); c.Kind != want || c.Left > 0 {
			t.Errorf("undone %+v, not %v", c, want)
		}
	}
	if got := trash(t, s); !slices.Equal(got, []string{a.Title}) {
		t.Errorf("in the trash: %q", got)
	}
	// Adding it again is what it was the first time.
	a.Own.Add = []string{"other"}
	mustPut(t, s, articles.Adding, a)
	if now, _, err := s.Article(t.Context(), a.ID); err != nil || !slices.Contains(now.Tags, "other") || slices.Contains(now.Tags, "mine") {
		t.Errorf("tags %q, %v", now.Tags, err)
	}
	sound(t, s)
}

// TestUndoneAddLeavesRefreshes: no feed and no folder takes what an undo took out for what
// the reader does not want.
func TestUndoneAddLeavesRefreshes(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	put(t, s, fileArticle("/notes/a.md", "A"))
	if err := s.AddFolder(t.Context(), "/notes"); err != nil {
		t.Fatal(err)
	}
	b, one := fileArticle("/notes/b.md", "B"), lists("1", "https://a.example/1", "One", "Text.")
	mustPut(t, s, articles.Adding, b, one.Article)
	f := subscribe(t, s, articles.Feed{URL: "https://a.example/feed"})
	refreshed(t, s, f, one)
	alter(t, s, `DELETE FROM change WHERE kind = ?`, articles.Subscribing)
	if c := undo(t, s); c.Undone() != "undone: 2 added; lede trash has what went" {
		t.Error(c.Undone())
	}
	if removed, err := s.IsKeptOut(t.Context(), b.ID, nil); removed || err != nil {
		t.Errorf("its file is kept out: %v", err)
	}
	if news := refreshed(t, s, f, one); news.Added != 1 {
		t.Errorf("the feed has %+v", news)
	}
	if got := trash(t, s); !slices.Equal(got, []string{b.Title}) {
		t.Errorf("in the trash: %q", got)
	}
}

// TestUndoKeepsWhatIsBegun: what was added or restored and its reader has begun since stays.
func TestUndoKeepsWhatIsBegun(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	begun, read, glanced, starred := edition(1, 1), edition(2, 1), edition(3, 1), edition(4, 1)
	long := time.Now().Add(-time.Hour)
	starred.Prior = &articles.State{Starred: true, Opened: long, Place: articles.Place{Progress: 0.5}} // out of an export
	mustPut(t, s, articles.Adding, begun, read, glanced, starred)
	reads := func(a *articles.Article, progress float64) {
		t.Helper()
		if _, err := s.View(t.Context(), a.ID, time.Now()); err != nil {
			t.Fatal(err)
		}
		if err := s.SavePlace(t.Context(), a.ID, articles.Place{Progress: progress}); err != nil {
			t.Fatal(err)
		}
	}
	reads(begun, 0.3)
	reads(read, 1)
	reads(glanced, 0)
	if err := s.Finish(t.Context(), read.ID); err != nil {
		t.Fatal(err)
	}
	was := state(t, s, begun.ID)
	if c := undo(t, s); c.Undone() != "undone: 4 added; 2 of them begun since, and kept; lede trash has what went" {
		t.Error(c.Undone())
	}
	if now := state(t, s, begun.ID); now != was || !state(t, s, read.ID).Read {
		t.Errorf("state %+v, was %+v", now, was)
	}
	if got := trash(t, s); len(got) != 2 || !slices.Contains(got, glanced.Title) || !slices.Contains(got, starred.Title) {
		t.Errorf("in the trash: %q", got)
	}
	// What comes next did not come with what stayed.
	alone := edition(7, 1)
	mustPut(t, s, articles.Adding, alone)
	reads(alone, 0.5)
	if c := undo(t, s); c.Undone() != "not undone: added: "+alone.Title+": it was begun since, and is kept" {
		t.Error(c.Undone())
	}
	mustPut(t, s, articles.Adding, edition(6, 1))
	var with int
	if err := s.read.QueryRow(`SELECT count(*) FROM article JOIN article later USING (came) WHERE later.id = ?`, edition(6, 1).ID).Scan(&with); err != nil || with != 1 {
		t.Errorf("%d came together, %v", with, err)
	}
	undo(t, s)
	mustChange(t)(s.Restore(t.Context(), glanced.ID))
	reads(glanced, 0.4)
	if c := undo(t, s); c.Undone() != "not undone: restored: "+glanced.Title+": it was begun since, and is kept" {
		t.Error(c.Undone())
	}
	if now := state(t, s, glanced.ID); now.Views != 1 || now.Place.Progress != 0.4 {
		t.Errorf("state %+v", now)
	}
	sound(t, s)
}

// TestUndoneSubscriptionIsInTrash: what goes with a subscription that is undone can be restored.
func TestUndoneSubscriptionIsInTrash(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	f := subscribe(t, s, articles.Feed{URL: "https://a.example/feed", Title: "The A"})
	refreshed(t, s, f, lists("1", "https://a.example/1", "One", "Text."), lists("2", "https://a.example/2", "Two", "Text."))
	undo(t, s)
	if got := trash(t, s); len(got) != 2 {
		t.Errorf("in the trash: %q", got)
	}
	if c := undo(t, s); c.ID != 0 {
		t.Errorf("undone %+v", c)
	}
}

// TestUndoneManyAdded: of very many the index keeps the words for a time, and nothing
// finds them.
func TestUndoneManyAdded(t *testing.T) {
	t.Parallel()
	s := library(t, 100)
	before := finds(t, s)
	var all []*articles.Article
	for i := range 300 {
		all = append(all, storetest.Article(100+i))
	}
	c := articles.Change{Kind: articles.Adding}
	if err := s.PutAllWithin(t.Context(), &c, slices.Values(all), func(_ *articles.Article, _ articles.Outcome, err error) {
		if err != nil {
			t.Error(err)
		}
	}); err != nil {
		t.Fatal(err)
	}
	if c := undo(t, s); len(c.Restored) != len(all) || c.Left > 0 {
		t.Errorf("undone %+v", c)
	}
	if now := finds(t, s); fmt.Sprint(now) != fmt.Sprint(before) {
		t.Errorf("found are %v, not %v", now, before)
	}
	mustChange(t)(s.Restore(t.Context(), all[7].ID))
	for range 2 {
		if fault, err := s.CheckIndex(t.Context()); fault != nil || err != nil {
			t.Error(fault, err)
		}
		if n := len(trash(t, s)); n != len(all)-1 {
			t.Errorf("%d in the trash", n)
		}
		if err := s.Tidy(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	sound(t, s)
}

// finds is what some searches find.
func finds(t *testing.T, s *Store) (all []any) {
	t.Helper()
	for _, query := range []string{"", "the", "tag:unix", "is:unread"} {
		_, found := found(t, s, query)
		all = append(all, found.Keys)
	}
	return all
}
