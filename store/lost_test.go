package store

import (
	"reflect"
	"testing"

	"lede/articles"
	"lede/store/storetest"
)

// lookedAt is what is found in a library in several ways.
func lookedAt(t *testing.T, s *Store) map[string]any {
	t.Helper()
	all := map[string]any{}
	for _, query := range []string{"", "pagers", "the", "tag:unix", "author:ada", "has:dek", "-pagers", "time:<5", "is:unread"} {
		_, found := found(t, s, query)
		all[query] = found.Keys
	}
	tags, err := s.Tags(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	a, _, err := s.Article(t.Context(), storetest.Article(399).ID)
	if err != nil {
		t.Fatal(err)
	}
	related, err := s.Related(t.Context(), a, 10)
	if err != nil {
		t.Fatal(err)
	}
	all["tags"], all["related"], all["shelves"] = tags, related, shown(t, s, articles.All)
	return all
}

// TestManyRemoved removes many articles at once, which stay in the index for a time:
// nothing finds them, and they come back as they were, before that and after it.
func TestManyRemoved(t *testing.T) {
	t.Parallel()
	s := library(t, 400)
	var ids, left []articles.ID
	for i := range 400 {
		if i%4 < 3 {
			ids = append(ids, storetest.Article(i).ID)
		} else {
			left = append(left, storetest.Article(i).ID)
		}
	}
	before := lookedAt(t, s)
	remove := func(ids []articles.ID) {
		t.Helper()
		if c, err := s.Remove(t.Context(), ids...); err != nil || c.Articles != len(ids) {
			t.Fatal(c, err)
		}
	}
	tidy := func() {
		t.Helper()
		if err := s.Tidy(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	alike := func(what string, want map[string]any) {
		t.Helper()
		for query, now := range lookedAt(t, s) {
			if !reflect.DeepEqual(now, want[query]) {
				t.Errorf("%s, %q finds %v, not %v", what, query, now, want[query])
			}
		}
	}
	remove(ids)
	without := lookedAt(t, s)
	if n := len(without[""].([]int64)); n != len(left) {
		t.Errorf("%d are found, not %d", n, len(left))
	}
	tidy()
	if without["related"] = lookedAt(t, s)["related"]; t.Failed() { // fewer articles have each word by now
		return
	}
	alike("tidied", without)
	if c := undo(t, s); c.Left > 0 {
		t.Errorf("%+v", c)
	}
	alike("undone after it", before)

	remove(ids)
	if c := undo(t, s); c.Left > 0 || len(c.Restored) != len(ids) {
		t.Errorf("%+v", c)
	}
	alike("undone before it", before)

	// One comes again by hand, one by restoring, and a new one gets no key of theirs.
	remove(ids)
	put(t, s, storetest.Article(0))
	if _, err := s.Restore(t.Context(), ids[1]); err != nil {
		t.Fatal(err)
	}
	put(t, s, story(1, "Alpha"))
	if fault, err := s.CheckIndex(t.Context()); fault != nil || err != nil {
		t.Error(fault, err)
	}
	undo(t, s) // of restoring
	if c := undo(t, s); c.Left != 1 || len(c.Restored) != len(ids)-1 {
		t.Errorf("with one that came again: %+v", c)
	}
	if fault, err := s.CheckIndex(t.Context()); fault != nil || err != nil {
		t.Error(fault, err)
	}
	// What is too old goes for good, also out of the index.
	remove(ids)
	alter(t, s, `UPDATE change SET at = 0`)
	for range trimEvery {
		if _, err := s.Star(t.Context(), true, left[0]); err != nil {
			t.Fatal(err)
		}
		undo(t, s)
	}
	for _, id := range left[:trimEvery] {
		if _, err := s.Star(t.Context(), true, id); err != nil {
			t.Fatal(err)
		}
	}
	var lost int
	if err := s.read.QueryRow(`SELECT (SELECT count(*) FROM lost) + (SELECT count(*) FROM kept_trait)`).Scan(&lost); err != nil || lost > 0 {
		t.Errorf("%d are left, %v", lost, err)
	}
	if fault, err := s.CheckIndex(t.Context()); fault != nil || err != nil {
		t.Error(fault, err)
	}
}
