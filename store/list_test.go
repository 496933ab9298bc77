package store

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/store/storetest"
)

func listings() []articles.Listing {
	var all []articles.Listing
	for _, shelf := range articles.Shelves {
		for _, order := range articles.Orders {
			all = append(all, articles.Listing{Shelf: shelf, Order: order})
		}
	}
	return all
}

// stir gives some of the first n made-up articles a state, as a reader would.
func stir(t testing.TB, s *Store, r *rand.Rand, n, times int) {
	t.Helper()
	at := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	for range times {
		id := storetest.Article(r.IntN(n)).ID
		at = at.Add(time.Duration(r.IntN(40)) * time.Minute)
		var err error
		switch r.IntN(5) {
		case 0:
			_, err = s.View(t.Context(), id, at)
		case 1:
			err = s.SavePlace(t.Context(), id, articles.Place{Progress: r.Float64()})
		case 2:
			err = s.SetRead(t.Context(), id, r.IntN(2) == 0)
		case 3:
			err = s.SetStarred(t.Context(), id, r.IntN(3) > 0)
		case 4:
			_, err = s.Archive(t.Context(), r.IntN(3) > 0, id)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// sorted is what a listing should be, worked out from all rows.
func sorted(rows []articles.Row, l articles.Listing) []articles.Row {
	out := slices.DeleteFunc(slices.Clone(rows), func(r articles.Row) bool {
		switch l.Shelf {
		case articles.Unread:
			return !r.State.Unread()
		case articles.InProgress:
			return !r.State.InProgress()
		case articles.Starred:
			return !r.State.Starred
		case articles.Archive:
			return !r.State.Archived
		default:
			return r.State.Archived
		}
	})
	slices.SortFunc(out, func(a, b articles.Row) int {
		newest := cmp.Or(b.Dated.Compare(a.Dated), cmp.Compare(b.Key, a.Key))
		length := cmp.Or(cmp.Compare(a.Minutes, b.Minutes), cmp.Compare(a.Words, b.Words), cmp.Compare(a.Key, b.Key))
		switch l.Order {
		case articles.MostViewed:
			return cmp.Or(cmp.Compare(b.State.Views, a.State.Views), newest)
		case articles.RecentlyOpened:
			return cmp.Or(b.State.Opened.Compare(a.State.Opened), newest)
		case articles.Shortest:
			return length
		case articles.Longest:
			return -length
		case articles.ByTitle:
			return cmp.Or(strings.Compare(a.SortTitle, b.SortTitle), cmp.Compare(a.Key, b.Key))
		default:
			return newest
		}
	})
	return out
}

func keys(rows []articles.Row) []int64 {
	out := make([]int64, len(rows))
	for i, r := range rows {
		out[i] = r.Key
	}
	return out
}

func span(t testing.TB, s *Store, l articles.Listing, sp articles.Span) []articles.Row {
	t.Helper()
	rows, err := s.Rows(t.Context(), l, sp)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func everything(t testing.TB, s *Store) []articles.Row {
	t.Helper()
	return append(span(t, s, articles.Listing{}, articles.Span{N: 1 << 20}), span(t, s, articles.Listing{Shelf: articles.Archive}, articles.Span{N: 1 << 20})...)
}

// walk goes through a listing by pages, from either end.
func walk(t testing.TB, s *Store, l articles.Listing, size int, back bool, between func()) []articles.Row {
	t.Helper()
	var out []articles.Row
	page := span(t, s, l, articles.Span{N: size, Back: back})
	for len(page) > 0 {
		from := page[len(page)-1]
		if back {
			out = append(slices.Clone(page), out...)
			from = page[0]
		} else {
			out = append(out, page...)
		}
		between()
		page = span(t, s, l, articles.Span{From: &from, N: size, Back: back})
	}
	return out
}

func TestPagesShowEveryRowOnceInOrder(t *testing.T) {
	t.Parallel()
	const n = 80
	s := library(t, n)
	r := rand.New(rand.NewPCG(1, 2))
	stir(t, s, r, n, 300)
	all := everything(t, s)
	if len(all) != n {
		t.Fatalf("%d rows of %d", len(all), n)
	}
	counts, err := s.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range listings() {
		name := fmt.Sprint(l.Shelf, ", ", l.Order)
		want := sorted(all, l)
		if len(want) < 5 || counts.Rows[l.Shelf] != len(want) {
			t.Errorf("%s: counted %d, there are %d", name, counts.Rows[l.Shelf], len(want))
		}
		for _, size := range []int{1, 7, n, n + 1} {
			for _, back := range []bool{false, true} {
				if got := walk(t, s, l, size, back, func() {}); !slices.Equal(keys(got), keys(want)) {
					t.Errorf("%s, %d at a time, back %v:\ngot  %v\nwant %v", name, size, back, keys(got), keys(want))
				}
			}
		}
		for i, row := range want {
			if got, err := s.Index(t.Context(), l, row); got != i || err != nil {
				t.Errorf("%s: index of row %d is %d, %v", name, i, got, err)
			}
			if got := span(t, s, l, articles.Span{From: &want[i], Inclusive: true, N: 2}); got[0].Key != row.Key {
				t.Errorf("%s: inclusive of row %d starts at another", name, i)
			}
		}
	}
}

// TestPagesLoseNothingToChanges walks each listing while the reader's state
// changes between pages. Rows that did not change are each seen once, in
// order.
func TestPagesLoseNothingToChanges(t *testing.T) {
	t.Parallel()
	const n = 60
	for i, l := range listings() {
		s := library(t, n)
		r := rand.New(rand.NewPCG(3, uint64(i)))
		stir(t, s, r, n, 80)
		before := everything(t, s)
		got := walk(t, s, l, 9, i%2 == 0, func() { stir(t, s, r, n, 2) })
		unchanged := map[int64]bool{}
		after := everything(t, s)
		for _, b := range before {
			unchanged[b.Key] = slices.ContainsFunc(after, func(a articles.Row) bool {
				return a.Key == b.Key && a.State == b.State
			})
		}
		want := keys(sorted(before, l))
		want = slices.DeleteFunc(want, func(k int64) bool { return !unchanged[k] })
		seen := slices.DeleteFunc(keys(got), func(k int64) bool { return !unchanged[k] })
		if len(want) == 0 || !slices.Equal(seen, want) {
			t.Errorf("%v, %v:\ngot  %v\nwant %v", l.Shelf, l.Order, seen, want)
		}
	}
}

// TestRowThatLeft: a page follows a row that has left the listing.
func TestRowThatLeft(t *testing.T) {
	t.Parallel()
	s := library(t, 30)
	l := articles.Listing{Shelf: articles.Unread, Order: articles.ByTitle}
	all := span(t, s, l, articles.Span{N: 30})
	if err := s.SetRead(t.Context(), all[10].ID, true); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Remove(t.Context(), all[11].ID); err != nil {
		t.Fatal(err)
	}
	for _, gone := range []int{10, 11} {
		if got := span(t, s, l, articles.Span{From: &all[gone], N: 1, Inclusive: true}); got[0].Key != all[12].Key {
			t.Errorf("after row %d comes another than row 12", gone)
		}
		if got := span(t, s, l, articles.Span{From: &all[gone], N: 1, Back: true}); got[0].Key != all[9].Key {
			t.Errorf("before row %d comes another than row 9", gone)
		}
		if n, err := s.Index(t.Context(), l, all[gone]); n != 10 || err != nil {
			t.Errorf("row %d stood at %d, %v", gone, n, err)
		}
	}
}

func TestRowsByID(t *testing.T) {
	t.Parallel()
	s := library(t, 10)
	a, b := storetest.Article(7).ID, storetest.Article(2).ID
	rows, err := s.RowsByID(t.Context(), []articles.ID{a, "unknown", b, a})
	if err != nil || len(rows) != 3 || rows[0].ID != a || rows[1].ID != b || rows[2].ID != a {
		t.Errorf("got %+v, %v", rows, err)
	}
	if rows, err := s.RowsByID(t.Context(), nil); err != nil || len(rows) != 0 {
		t.Errorf("of none: %v, %v", rows, err)
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	s := library(t, 10)
	var got []articles.Name
	if err := s.Names(t.Context(), func(n articles.Name) bool { got = append(got, n); return len(got) < 4 }); err != nil {
		t.Fatal(err)
	}
	last := storetest.Article(9)
	if len(got) != 4 || got[0].ID != last.ID || got[0].Title != last.Title || !slices.Equal(got[0].Tags, last.Tags) {
		t.Errorf("got %+v", got)
	}
	everything(t, s) // the connection of the walk that stopped early is free
}

// TestPlans: no page of a listing is scanned for or sorted, whatever SQLite
// thinks of the data.
func TestPlans(t *testing.T) {
	t.Parallel()
	s := library(t, 50)
	row := everything(t, s)[0]
	for _, l := range listings() {
		for _, sp := range []articles.Span{{N: 40}, {N: 40, Back: true}, {From: &row, N: 40}, {From: &row, N: 40, Back: true, Inclusive: true}} {
			query, args := page(l, sp)
			found, err := s.read.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+query, args...)
			if err != nil {
				t.Fatal(err)
			}
			var plan []string
			for found.Next() {
				var id, parent, unused int
				var detail string
				if err := found.Scan(&id, &parent, &unused, &detail); err != nil {
					t.Fatal(err)
				}
				plan = append(plan, detail)
			}
			if err := found.Err(); err != nil {
				t.Fatal(err)
			}
			text := strings.Join(plan, "; ")
			seeks := strings.HasPrefix(text, "SEARCH article USING INDEX ")
			walks := sp.From == nil && strings.HasPrefix(text, "SCAN article USING INDEX ")
			if len(plan) != 1 || !seeks && !walks {
				t.Errorf("%v, %v, %+v: %s", l.Shelf, l.Order, sp, text)
			}
		}
	}
}
