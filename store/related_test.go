package store

import (
	"fmt"
	"maps"
	"slices"
	"strings"
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
		piece("subject", func(a *articles.Article) { a.Tags, a.Markdown = []string{"unix"}, "Of a Pager." }),
		piece("listed-by-url", nil),
		piece("listed-by-title", nil),
		piece("linked", nil),
		piece("linking", func(a *articles.Article) { a.Links = []string{"http://www.review.example/subject/?utm_source=x#top"} }),
		piece("listing", func(a *articles.Article) { a.Related = []articles.Link{{Title: "?", Target: "subject"}} }),
		piece("both", func(a *articles.Article) { a.Links = []string{"subject"} }),
		piece("tagged", func(a *articles.Article) { a.Tags = []string{"UNIX", "other"} }),
		piece("same-author", func(a *articles.Article) { a.Author = "Ada  Quill" }),
		piece("worded", func(a *articles.Article) { a.Markdown = "The pager." }),
		piece("same-site", func(a *articles.Article) { a.Site = "The Review" }),
		piece("stranger", func(a *articles.Article) { a.Tags = []string{"cooking"} }),
	} {
		put(t, s, a)
	}
	subject := piece("subject", func(a *articles.Article) {
		a.Tags, a.Author, a.Site, a.Markdown = []string{"unix"}, "Ada Quill", "The Review", "Of a Pager."
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
		{"The worded", "", "shares: Pager"},
		{"The tagged", "", "#unix"},
		{"The same-author", "", "same author"},
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

// fillers makes a library in which common words tell nothing.
func fillers(t *testing.T, s *Store) {
	t.Helper()
	fill(t, s, func(yield func(*articles.Article) bool) {
		for i := range 100 {
			if !yield(piece(fmt.Sprint("filler", i), func(a *articles.Article) { a.Markdown = "Of reading, at night, and of the rest." })) {
				return
			}
		}
	})
}

// TestRelatedMentions: articles are near each other when the title of one stands in the
// text of the other, if it is a name.
func TestRelatedMentions(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	fillers(t, s)
	titled := func(title, text string) *articles.Article {
		return piece(title, func(a *articles.Article) { a.Title, a.Markdown = title, text })
	}
	subject := titled("The Lamp of Étaples", "Against *Boustrophedon and Its Ends* it is said that reading at night tires. My notes say so. "+
		"Quartz, and the rest.")
	for _, a := range []*articles.Article{
		subject,
		titled("Boustrophedon, and its ends", "."),
		titled("Quartz", "."),
		piece("copied", func(a *articles.Article) { a.Title = "Boustrophedon and Its Ends" }),
		titled("Its ends", "."),        // of common words, and rare ones
		titled("Notes", "."),           // it stands there in small letters
		titled("Reading at Night", ""), // of no rare word
		titled("A Letter", "You know *The lamp of Etaples*."),
		titled("Another Letter", "You know the lamp, of brass."),
		titled("the lamp of etaples", "."), // of the same name
	} {
		put(t, s, a)
	}
	got, err := s.Related(t.Context(), subject, 20)
	if err != nil {
		t.Fatal(err)
	}
	reasons := map[string]string{}
	for _, r := range got {
		reasons[r.Title] = r.Reason
	}
	want := map[string]string{
		"Boustrophedon and Its Ends": "mentioned here", "Quartz": "mentioned here", "Its ends": "mentioned here",
		"A Letter": "mentions this", "Another Letter": "shares: Lamp",
	}
	if !maps.Equal(reasons, want) {
		t.Errorf("reasons %q, want %q", reasons, want)
	}
}

// TestRelatedCopies: of a story that several feeds have one is offered, and that of the
// subject not at all, unless it is linked.
func TestRelatedCopies(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	fillers(t, s)
	words := func(from, n int, more string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "word%02d word%02d ", from+i, from+i)
		}
		return b.String() + more
	}
	text := func(name, text string) *articles.Article {
		return piece(name, func(a *articles.Article) { a.Site, a.Markdown = "Review", text })
	}
	subject := text("subject", words(0, 20, "here"))
	subject.Links = []string{"linked"}
	for _, a := range []*articles.Article{
		subject,
		text("copied", words(0, 20, "there")),
		text("linked", words(0, 20, "everywhere")),
		text("story", words(0, 15, words(30, 5, "one"))),
		text("again", words(0, 15, words(30, 5, "two"))),
		text("other", words(5, 15, words(40, 20, ""))),
	} {
		put(t, s, a)
	}
	got, err := s.Related(t.Context(), subject, 20)
	var titles []string
	for _, r := range got {
		titles = append(titles, r.Title)
	}
	if want := []string{"The linked", "The other", "The again"}; err != nil || !slices.Equal(titles, want) {
		t.Errorf("got %q, %v, want %q", titles, err, want)
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

// BenchmarkRelatedSubjects tells the slowest of many subjects, also of long texts.
func BenchmarkRelatedSubjects(b *testing.B) {
	s := largeLibrary(b)
	const subjects = 500
	for name, size := range map[string]int{"usual": 0, "long": 1 << 20} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				took := make([]time.Duration, 0, subjects)
				for i := range subjects {
					a := storetest.Article(i * large / subjects)
					for more := i + 1; len(a.Markdown) < size; more++ {
						a.Markdown += "\n\n" + strings.Repeat(storetest.Article(more).Markdown+"\n\n", 20)
					}
					start := time.Now()
					if _, err := s.Related(b.Context(), a, 8); err != nil {
						b.Fatal(err)
					}
					took = append(took, time.Since(start))
				}
				slices.Sort(took)
				b.ReportMetric(float64(took[subjects*99/100].Microseconds())/1000, "p99-ms")
			}
		})
	}
}
