package store

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/articles/query"
)

// TestNext chooses by what the reader did: starred before begun, before what comes from a
// feed that is read, before what is newer.
func TestNext(t *testing.T) {
	t.Parallel()
	s, f := subscribed(t)
	idle := subscribe(t, s, articles.Feed{URL: "https://b.example/feed"})
	refreshed(t, s, f, lists("1", "https://a.example/1", "Opened", ""), lists("2", "https://a.example/2", "Of a feed that is read", ""))
	refreshed(t, s, idle, lists("1", "https://b.example/1", "Of another", ""))
	ids := map[string]articles.ID{}
	for i, title := range []string{"Starred", "Begun", "Long", "Old", "New", "Read", "Archived"} {
		a := &articles.Article{
			ID: articles.NewID(title), Origin: "test:" + title, Title: title, Markdown: "Text.", Tags: []string{strings.ToLower(title)},
			Length: articles.Length{Words: 4 * articles.WordsPerMinute}, Published: time.Date(2020, 1, 1+i, 0, 0, 0, 0, time.UTC),
		}
		if title == "Long" {
			a.Length.Words *= 10
		}
		put(t, s, a)
		ids[title] = a.ID
	}
	for _, r := range rowsOf(t, s, articles.Listing{}) {
		ids[r.Title] = r.ID
	}
	ctx := t.Context()
	_, err := s.View(ctx, ids["Opened"], time.Now())
	must(t, err)
	must(t, s.SetRead(ctx, ids["Opened"], true))
	must(t, s.SetRead(ctx, ids["Read"], true))
	must(t, s.SetStarred(ctx, ids["Starred"], true))
	must(t, s.SetStarred(ctx, ids["Read"], true))
	must(t, s.SavePlace(ctx, ids["Begun"], articles.Place{Progress: .6}))
	_, err = s.Archive(ctx, true, ids["Archived"])
	must(t, err)

	for _, c := range []struct {
		minutes int
		asked   string
		want    string
	}{
		{15, "", "Starred, Begun, Of a feed that is read, Of another, New"},
		{5, "", "Starred, Of a feed that is read"},
		{3, "", "Begun, Of a feed that is read"},
		{100, "", "Starred, Begun, Of a feed that is read, Of another, New, Old, Long"},
		{100, "tag:old or tag:begun or tag:read", "Begun, Old"},
		{100, "tag:read", ""},
		{3, "tag:old", ""},
	} {
		q, err := query.Parse(c.asked)
		must(t, err)
		rows, err := s.Next(ctx, q, c.minutes)
		must(t, err)
		var got []string
		for _, r := range rows {
			got = append(got, r.Title)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("in %d minutes of %q: %s; want %s", c.minutes, c.asked, strings.Join(got, ", "), c.want)
		}
	}
}

// TestNextOfMany finds the one short article among many that are newer and long, and what a
// feed has that is read among many of others.
func TestNextOfMany(t *testing.T) {
	t.Parallel()
	s, f := subscribed(t)
	refreshed(t, s, f, lists("1", "https://a.example/1", "Opened", ""), lists("2", "https://a.example/2", "Of the feed", ""))
	opened := rowsOf(t, s, articles.Listing{Order: articles.ByTitle})[1]
	_, err := s.View(t.Context(), opened.ID, time.Now())
	must(t, err)
	must(t, s.SetRead(t.Context(), opened.ID, true))
	fill(t, s, func(yield func(*articles.Article) bool) {
		for i := range 800 {
			a := &articles.Article{Origin: fmt.Sprint("test:", i), Title: fmt.Sprint("Article ", i), Markdown: "Text.", Length: articles.Length{Words: 6000}}
			if i == 0 {
				a.Length.Words, a.Published = 900, time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
			}
			if a.ID = articles.NewID(a.Origin); !yield(a) {
				return
			}
		}
	})
	rows, err := s.Next(t.Context(), query.Query{}, 10)
	must(t, err)
	if len(rows) != 2 || rows[0].Title != "Of the feed" || rows[1].Title != "Article 0" {
		t.Errorf("found %+v", rows)
	}
}

func rowsOf(t *testing.T, s *Store, l articles.Listing) []articles.Row {
	t.Helper()
	rows, err := s.Rows(t.Context(), l, articles.Span{N: 100})
	must(t, err)
	return rows
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// BenchmarkNext chooses among 100,000 unread articles. In a minute hardly any fits.
func BenchmarkNext(b *testing.B) {
	s := largeLibrary(b)
	asked, err := query.Parse("-tag:unix")
	if err != nil {
		b.Fatal(err)
	}
	for _, minutes := range []int{1, 15, 120} {
		for name, q := range map[string]query.Query{"all": {}, "asked": asked} {
			b.Run(fmt.Sprint(minutes, " minutes of ", name), func(b *testing.B) {
				for b.Loop() {
					if _, err := s.Next(b.Context(), q, minutes); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
