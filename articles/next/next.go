// Package next chooses what to read in the minutes that there are.
package next

import (
	"cmp"
	"slices"
	"time"
)

// Candidate is an article that is not read to its end, as far as it counts for the choice.
type Candidate struct {
	Key     int64 // the library's own number of the article
	Starred bool
	Begun   bool
	Minutes int // that remain of it
	Opens   int // how often the feed it came from was read of late
	Dated   time.Time
}

// Late is how far back the reading of a feed counts.
const Late = 90 * 24 * time.Hour

// Most is for how many minutes at most something is chosen: a day.
const Most = 24 * 60

// better reports which of two is to be read before the other: what is starred, then what is
// begun, then what comes from a feed that is read more often, then the newer.
func better(a, b Candidate) int {
	first := func(a, b bool) int {
		switch {
		case a == b:
			return 0
		case a:
			return -1
		}
		return 1
	}
	return cmp.Or(first(a.Starred, b.Starred), first(a.Begun, b.Begun), cmp.Compare(b.Opens, a.Opens),
		b.Dated.Compare(a.Dated), cmp.Compare(b.Key, a.Key))
}

// Fit chooses what fits into some minutes one after another, the best first.
func Fit(minutes int, all []Candidate) []Candidate {
	all = slices.Clone(all)
	slices.SortFunc(all, better)
	var fit []Candidate
	for _, c := range all {
		if c.Minutes <= minutes {
			fit, minutes = append(fit, c), minutes-c.Minutes
		}
	}
	return fit
}
