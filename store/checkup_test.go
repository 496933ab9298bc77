package store

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"lede/articles"
)

// A look at a library finds what is wrong with it, and a recount puts the tabs right.
func TestCheckup(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "library.db")
	made(t, path)
	s := open(t, path)
	for _, full := range []bool{false, true} {
		r, err := s.Checkup(ctx, full)
		if err != nil || r.Faults != nil || r.Orphans != 0 || r.Wrong != nil || r.Size == 0 || r.SQLite == "" || r.Schema == 0 {
			t.Errorf("of a sound library: %+v, %v", r, err)
		}
	}
	run(t, path, `UPDATE tally SET unread = 3, starred = 9; INSERT INTO image VALUES (999, 'a', x'00')`)
	r, err := s.Checkup(ctx, false)
	if want := []string{"unread: 3, counted 50", "starred: 9, counted 0"}; err != nil || !slices.Equal(r.Wrong, want) || r.Orphans != 1 {
		t.Errorf("%+v, %v; want %q and an image of no article", r, err, want)
	}
	if err := s.Recount(ctx); err != nil {
		t.Fatal(err)
	}
	if counts, err := s.Counts(ctx); err != nil || counts.Rows[articles.Unread] != 50 || counts.Rows[articles.Starred] != 0 {
		t.Errorf("counted anew: %v, %v", counts, err)
	}
	// An index that lacks a row: only all of it tells.
	run(t, path, `PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = replace(sql, 'archived, views, dated)', 'archived, dated, views)') WHERE name = 'archived_views'`)
	other := open(t, path)
	if r, err := other.Checkup(ctx, true); err != nil || len(r.Faults) == 0 {
		t.Errorf("of an index that is wrong: %+v, %v", r, err)
	}
}

// A page that is scribbled over is found without the whole look, or ends it.
func TestCheckupOfDamage(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "library.db")
	made(t, path)
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	scribble(t, path, info.Size()/2/pageSize*pageSize, pageSize)
	s := open(t, path)
	if r, err := s.Checkup(t.Context(), false); err == nil && len(r.Faults) == 0 {
		t.Errorf("a damaged page is not found: %+v", r)
	}
}
