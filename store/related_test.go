package store

import (
	"fmt"
	"testing"
	"time"

	"lede/articles"
	"lede/store/storetest"
)

// piece is an article with a title, at a URL of its own.
func piece(name string, edit func(*articles.Article)) *articles.Article {
	origin := "https://review.example/" + name
	a := &articles.Article{ID: articles.NewID(origin), Origin: origin, URL: origin, Slug: name, Title: "The " + name}
	if edit != nil {
		edit(a)
	}
	return a
}

func TestRelated(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	for _, a := range []*articles.Article{
		piece("subject", func(a *articles.Article) { a.Tags = []string{"unix"} }),
		piece("listed-by-url", nil),
		piece("listed-by-title", nil),
		piece("linked", nil),
		piece("linking", func(a *articles.Article) { a.Links = []string{"http://www.review.example/subject/?utm_source=x#top"} }),
		piece("listing", func(a *articles.Article) { a.Related = []articles.Link{{Title: "?", Target: "subject"}} }),
		piece("both", func(a *articles.Article) { a.Links = []string{"subject"} }),
		piece("tagged", func(a *articles.Article) { a.Tags = []string{"UNIX", "other"} }),
		piece("same-author", func(a *articles.Article) { a.Author = "Ada  Quill" }),
		piece("worded", func(a *articles.Article) { a.Terms = []string{"Pager"} }),
		piece("same-site", func(a *articles.Article) { a.Site = "The Review" }),
		piece("stranger", func(a *articles.Article) { a.Tags = []string{"cooking"} }),
	} {
		put(t, s, a)
	}
	subject := piece("subject", func(a *articles.Article) {
		a.Tags, a.Author, a.Site, a.Terms = []string{"unix"}, "Ada Quill", "The Review", []string{"pager"}
		a.Links = []string{"https://review.example/linked", "both"}
		a.Related = []articles.Link{
			{Title: "Whatever", Target: "https://review.example/listed-by-url"},
			{Title: "Elsewhere", Target: "https://elsewhere.example/x"},
			{Title: "the LISTED-by-title"},
			{Title: "On paper only"},
		}
	})
	got, err := s.Related(t.Context(), subject, 20)
	if err != nil {
		t.Fatal(err)
	}
	want := []struct{ title, url, reason string }{
		{"The listed-by-url", "", "listed here"},
		{"Elsewhere", "https://elsewhere.example/x", "listed here"},
		{"The listed-by-title", "", "listed here"},
		{"On paper only", "", "listed here"},
		{"The both", "", "link each other"},
		{"The linked", "", "linked from here"},
		{"The linking", "", "links here"},
		{"The listing", "", "links here"},
		{"The tagged", "", "#unix"},
		{"The same-author", "", "same author"},
		{"The worded", "", "shares: pager"},
		{"The same-site", "", "same site"},
	}
	if len(got) != len(want) {
		t.Errorf("%d related, want %d", len(got), len(want))
	}
	for i, r := range got[:min(len(got), len(want))] {
		if r.Title != want[i].title || r.URL != want[i].url || r.Reason != want[i].reason {
			t.Errorf("%d: %q %q, %q; want %+v", i, r.Title, r.URL, r.Reason, want[i])
		}
		if outside := want[i].title == "Elsewhere" || want[i].title == "On paper only"; outside != (r.ID == "") {
			t.Errorf("%d: %q has ID %q", i, r.Title, r.ID)
		}
	}
	if some, err := s.Related(t.Context(), subject, 2); err != nil || len(some) != 2 {
		t.Errorf("asked for 2, got %d, %v", len(some), err)
	}
}

// TestRelatedNewestOfMany: of a tag that more articles share than are looked
// at, the newest are offered.
func TestRelatedNewestOfMany(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	fill(t, s, func(yield func(*articles.Article) bool) {
		for i := range mostSharing + 100 {
			if !yield(piece(fmt.Sprint("n", i), func(a *articles.Article) {
				a.Tags, a.Published = []string{"news"}, start.AddDate(0, 0, i)
			})) {
				return
			}
		}
	})
	got, err := s.Related(t.Context(), piece("new", func(a *articles.Article) { a.Tags = []string{"news"} }), 3)
	if err != nil || len(got) != 3 || got[0].Title != fmt.Sprint("The n", mostSharing+99) {
		t.Errorf("got %+v, %v", got, err)
	}
}

func BenchmarkRelated(b *testing.B) {
	s := largeLibrary(b)
	usual := storetest.Article(large / 2)
	// The worst: the most common of everything, and links and lists without end.
	worst := storetest.Article(1)
	for i := range 300 {
		a := storetest.Article(i)
		worst.Tags = append(worst.Tags, a.Tags...)
		worst.Links = append(worst.Links, a.URL)
		worst.Related = append(worst.Related, articles.Link{Title: a.Title, Target: a.Slug})
		worst.Terms = append(worst.Terms, a.Terms...)
	}
	for name, a := range map[string]*articles.Article{"usual": usual, "worst": worst} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if got, err := s.Related(b.Context(), a, 8); err != nil || len(got) != 8 {
					b.Fatal(len(got), err)
				}
			}
		})
	}
}
