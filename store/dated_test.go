package store

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"lede/articles"
	"lede/store/schema"
)

// entry is an article that needs no more than a title and its times.
func entry(title string, published, added time.Time) *articles.Article {
	return &articles.Article{
		ID: articles.NewID(title), Origin: title, Title: title,
		Published: published, Added: added, Markdown: "Text.\n",
	}
}

func titles(rows []articles.Row) []string {
	var out []string
	for _, r := range rows {
		out = append(out, r.Title)
	}
	return out
}

// TestUndatedStandWhereTheyWereAdded: what was added without a date is among
// the newest, and what was added at once stays in its order.
func TestUndatedStandWhereTheyWereAdded(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	day := func(n int) time.Time { return time.Date(2026, 3, n, 12, 0, 0, 0, time.UTC) }
	none := time.Time{}
	for _, a := range []*articles.Article{
		entry("undated of the 10th", none, day(10)),
		entry("of the 9th, added late", day(9), day(28)),
		entry("of the 11th", day(11), day(2)),
		entry("together 1", none, day(20)), entry("together 2", none, day(20)), entry("together 3", none, day(20)),
		entry("before 1970", time.Date(1890, 1, 1, 0, 0, 0, 0, time.UTC), day(30)),
	} {
		put(t, s, a)
	}
	want := []string{
		"together 3", "together 2", "together 1", "of the 11th", "undated of the 10th",
		"of the 9th, added late", "before 1970",
	}
	for _, order := range []articles.Order{articles.Newest, articles.MostViewed, articles.RecentlyOpened} {
		l := articles.Listing{Shelf: articles.Unread, Order: order}
		if got := titles(walk(t, s, l, 2, false, func() {})); !slices.Equal(got, want) {
			t.Errorf("%v: %q\nwant %q", order, got, want)
		}
	}
	edited := entry("undated of the 10th", none, none)
	edited.Markdown = "Other text.\n"
	put(t, s, edited)
	if got := titles(everything(t, s)); !slices.Equal(got, want) {
		t.Errorf("an edited article moved: %q", got)
	}
	edited.Published = day(1)
	put(t, s, edited)
	if row := everything(t, s)[5]; row.Title != edited.Title || !row.Dated.Equal(day(1)) {
		t.Errorf("with a date it is not where that belongs, there is %q", row.Title)
	}
}

// TestDatesOfAnOldLibrary opens a library that was made before undated articles
// had a place among the newest.
func TestDatesOfAnOldLibrary(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "library.db")
	steps, err := schema.Steps()
	if err != nil {
		t.Fatal(err)
	}
	const before = 3 // steps
	for _, step := range steps[:before] {
		text, err := schema.SQL(step)
		if err != nil {
			t.Fatal(err)
		}
		run(t, path, text)
	}
	run(t, path, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", schema.ApplicationID, before))
	for i, published := range []int64{5000, time.Time{}.UnixMilli(), 9000, time.Time{}.UnixMilli()} {
		run(t, path, fmt.Sprintf(`INSERT INTO article
			(id, published, zone, added, minutes, words, source_views, title, sort_title, author, site, tags, dek, starred)
			VALUES ('%[1]d', %[2]d, 0, %[3]d, 1, 1, 0, '%[1]d', '%[1]d', '', '', '', '', 1)`, i, published, 6000+i))
	}
	s := open(t, path)
	sound(t, s)
	for _, shelf := range []articles.Shelf{articles.All, articles.Unread, articles.Starred} {
		rows := span(t, s, articles.Listing{Shelf: shelf}, articles.Span{N: 10})
		if got := titles(rows); !slices.Equal(got, []string{"2", "3", "1", "0"}) {
			t.Errorf("%v: %q", shelf, got)
		}
		if !rows[1].Published.IsZero() {
			t.Error("an undated article has got a date")
		}
	}
}
