package store

import (
	"fmt"
	"testing"

	"lede/articles"
)

// In a long series, that has more parts than are looked at, the next one comes
// first, whenever it was added.
func TestRelatedOfASeries(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	part := func(series string, n int) *articles.Article {
		return piece(fmt.Sprintf("%s-%d", series, n), func(a *articles.Article) { a.Series, a.Part = series, n })
	}
	for n := range 2 * mostSharing {
		put(t, s, part("Stones", n+1))
	}
	put(t, s, part("Moss", 4))
	put(t, s, piece("linking", func(a *articles.Article) { a.Links = []string{"stones-3"} }))
	got, err := s.Related(t.Context(), part("stones", 3), 3)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 3 || got[0].Title != "The Stones-4" || got[0].Reason != "next in stones" ||
		got[1].Reason != "links here" || got[2].Reason != "same series" {
		t.Errorf("%+v", got)
	}
	last, err := s.Related(t.Context(), part("Moss", 4), 3)
	if err != nil || len(last) != 0 {
		t.Errorf("%+v, %v", last, err)
	}
	// A part that left its series is not found there any more.
	put(t, s, piece("Stones-4", nil))
	got, err = s.Related(t.Context(), part("Stones", 3), 1)
	if err != nil || got[0].Reason != "links here" {
		t.Errorf("%+v, %v", got, err)
	}
}
