package store

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"lede/articles"
	"lede/store/storetest"
)

func trash(t testing.TB, s *Store) (titles []string) {
	t.Helper()
	all, err := s.Trash(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range all {
		titles = append(titles, a.Title)
	}
	return titles
}

// TestTrashHolds: what was removed is held for its time, however much is done and however
// large it is, and not longer.
func TestTrashHolds(t *testing.T) {
	t.Parallel()
	s := library(t, 3)
	id := storetest.Article(0).ID
	edit(t, s, "mine", "", id)
	mustChange(t)(s.Star(t.Context(), true, id))
	want, state, err := s.Article(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	mustRemove(t, s, id)
	alter(t, s, `UPDATE change SET size = ? WHERE kind = ?`, mostKept, articles.Removing)
	for i := range mostChanges + 2*trimEvery {
		mustChange(t)(s.Star(t.Context(), i%2 == 0, storetest.Article(1).ID))
	}
	mustPut(t, s, articles.Extracting, edition(1, 2))
	mustPut(t, s, articles.Extracting, edition(1, 3))
	if got := trash(t, s); len(got) != 1 || got[0] != want.Title {
		t.Fatalf("in the trash: %q", got)
	}
	if _, err := s.Restore(t.Context(), storetest.Article(1).ID, "none"); !errors.Is(err, ErrNotFound) {
		t.Errorf("restored what was not removed: %v", err)
	}
	for _, ref := range []string{string(id), string(id[:4]), want.URL, want.Slug, want.Title} {
		if got, err := s.ResolveTrash(t.Context(), ref); got != id || err != nil {
			t.Errorf("%q is %q, %v", ref, got, err)
		}
	}
	c, err := s.Restore(t.Context(), id, "none")
	if err != nil || c.String() != "restored: "+want.Title || len(trash(t, s)) != 0 {
		t.Errorf("restored %+v, %v", c, err)
	}
	got, now, err := s.Article(t.Context(), id)
	if err != nil || now != state || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("restored %+v, %+v, %v", got, now, err)
	}
	if c := undo(t, s); c.Kind != articles.Restoring || c.Left != 0 || len(trash(t, s)) != 1 {
		t.Errorf("undone %+v", c)
	}
	alter(t, s, `UPDATE change SET at = ? WHERE kind = ?`, time.Now().Add(-TrashFor-time.Minute).UnixMilli(), articles.Removing)
	refreshed(t, s, subscribe(t, s, articles.Feed{URL: "https://a.example/feed"}), lists("1", "https://a.example/1", "One", "Text."))
	if got := trash(t, s); len(got) != 0 {
		t.Errorf("in the trash for too long: %q", got)
	}
	sound(t, s)
}

// TestTrashIsNotRefreshed: no feed brings back what was removed, also not after it was
// restored and removed again; a hand that adds it again restores it.
func TestTrashIsNotRefreshed(t *testing.T) {
	t.Parallel()
	s := library(t, 1)
	f := subscribe(t, s, articles.Feed{URL: "https://a.example/feed"})
	one := lists("1", "https://a.example/1", "One", "Text.")
	refreshed(t, s, f, one)
	id := one.Article.ID
	mustChange(t)(s.Star(t.Context(), true, id))
	away := func() {
		t.Helper()
		refreshed(t, s, f, one)
		if all := everything(t, s); len(all) != 1 || len(trash(t, s)) != 1 {
			t.Errorf("there is %v, in the trash %q", all, trash(t, s))
		}
	}
	mustRemove(t, s, id)
	away()
	for range 2 {
		mustChange(t)(s.Restore(t.Context(), id))
		undo(t, s)
		away()
	}
	a := *one.Article
	a.ID, a.Dek = id, "Another edition."
	mustPut(t, s, articles.Adding, &a)
	all := everything(t, s)
	if i := slices.IndexFunc(all, func(r articles.Row) bool { return r.ID == id }); i < 0 || !all[i].State.Starred || all[i].Dek != a.Dek || len(trash(t, s)) != 0 {
		t.Errorf("added again: %+v, in the trash %q", all, trash(t, s))
	}
	undo(t, s)
	away()
	a.Excerpt, a.Markdown = true, "Te."
	mustPut(t, s, articles.Adding, &a)
	if c := undo(t, s); c.Left != 0 {
		t.Errorf("undone %+v", c)
	}
	away()
}
