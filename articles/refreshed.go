package articles

import (
	"fmt"
	"strings"
)

// News is what a check of a feed changed in the library, in articles.
type News struct {
	Added, Updated, Pruned int
}

// Refreshed is what a refresh of feeds did.
type Refreshed struct {
	News
	Feeds    int // that were to be asked
	Waiting  int // that were left alone: they failed lately, or their servers ask for it
	Gone     int // that were left alone: they were taken away for good
	Failures []FeedFailure
}

// FeedFailure says in one line why a feed could not be refreshed.
type FeedFailure struct {
	Feed string // what it is called
	Why  string
}

// String is the failure in a line: "NAME: why".
func (f FeedFailure) String() string { return f.Feed + ": " + f.Why }

// Summary is what a refresh did, in words: "12 new, 3 updated, 1 failed".
func (r *Refreshed) Summary() string {
	var parts []string
	count := func(n int, words string) {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, words))
		}
	}
	count(r.Added, "new")
	count(r.Updated, "updated")
	count(r.Pruned, "pruned")
	if len(parts) == 0 && r.Feeds > len(r.Failures) {
		parts = append(parts, "nothing new")
	}
	count(len(r.Failures), "failed")
	count(r.Waiting, "left alone for now")
	count(r.Gone, "gone")
	return strings.Join(parts, ", ")
}
