package store

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"lede/articles"
	"lede/store/schema"
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

// TestArchiveOfAnOldLibrary: a library from before there was an archive counts its
// shelves as before, and what was removed then is in the trash.
func TestArchiveOfAnOldLibrary(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "library.db")
	steps, err := schema.Steps()
	if err != nil {
		t.Fatal(err)
	}
	at := slices.Index(steps, "0016_bulk.sql")
	for _, step := range steps[:at] {
		text, err := schema.SQL(step)
		if err != nil {
			t.Fatal(err)
		}
		run(t, path, text)
	}
	const put = `INSERT INTO article (key, id, published, zone, dated, added, minutes, words, source_views, read, starred, progress,
		title, sort_title, author, site, tags, dek) VALUES (%[1]d, '%[2]s', 0, 0, %[1]d, 0, 1, 9, 0, %[3]d, %[4]d, %[5]f, '%[2]s', '%[2]s', '', '', 'unix', '');
		INSERT INTO body VALUES (%[1]d, x'00', '', 'test:%[2]s', '', '{}', 'Text.');
		INSERT INTO trait VALUES (1, 'test:%[2]s', %[1]d), (3, 'unix', %[1]d);`
	run(t, path, fmt.Sprintf(put, 1, "read", 1, 1, 1.0)+fmt.Sprintf(put, 2, "begun", 0, 0, 0.5)+fmt.Sprintf(put, 3, "new", 0, 0, 0.0)+
		fmt.Sprintf(put, 4, "gone", 0, 1, 0.0)+fmt.Sprintf(`
		INSERT INTO change VALUES (1, %d, %d, 1, 'gone', 100);
		INSERT INTO changed VALUES (1, 4, 'gone', NULL);
		INSERT INTO kept_article (change, key, id, published, zone, added, minutes, words, source_views, views, viewed, opened, read, starred,
			progress, anchor, title, sort_title, author, site, tags, dek, dated) SELECT 1, key, id, published, zone, added, minutes, words, source_views, views, viewed, opened, read, starred,
			progress, anchor, title, sort_title, author, site, tags, dek, dated FROM article WHERE key = 4;
		INSERT INTO kept_body SELECT 1, * FROM body WHERE key = 4;
		DELETE FROM article WHERE key = 4; DELETE FROM trait WHERE article = 4;
		PRAGMA application_id = %d; PRAGMA user_version = %d`, time.Now().UnixMilli(), articles.Removing, schema.ApplicationID, at))
	s := open(t, path)
	check := func(want articles.Counts, in ...string) {
		t.Helper()
		if got, err := s.Counts(t.Context()); err != nil || got != want {
			t.Errorf("counts %v, %v, want %v", got, err, want)
		}
		for _, order := range articles.Orders {
			all := titles(span(t, s, articles.Listing{Order: order}, articles.Span{N: 9}))
			if slices.Sort(all); !slices.Equal(all, in) {
				t.Errorf("%s: %q", order, all)
			}
		}
	}
	check(articles.Counts{Rows: [...]int{articles.All: 3, articles.Unread: 1, articles.InProgress: 1, articles.Starred: 1, articles.Archive: 0}}, "begun", "new", "read")
	if got := trash(t, s); !slices.Equal(got, []string{"gone"}) {
		t.Errorf("in the trash: %q", got)
	}
	mustChange(t)(s.Restore(t.Context(), "gone"))
	mustChange(t)(s.Archive(t.Context(), true, "read"))
	check(articles.Counts{Rows: [...]int{articles.All: 3, articles.Unread: 2, articles.InProgress: 1, articles.Starred: 2, articles.Archive: 1}}, "begun", "gone", "new")
	sound(t, s)
}
