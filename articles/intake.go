package articles

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Intake is what became of things that were to be put into the library.
type Intake struct {
	Outcomes [Muted + 1]int // how many articles, by what became of them
	Last     *Article       // of them; nil for none
	Ruled    Ruled          // what rules did with those that were new
	Of       string         // the title of the book or export that all of them came from; may be empty

	Queries  int          // that were saved, of an export
	Rules    int          // that were made, of an export
	Feeds    []Subscribed // that were subscribed to
	Lists    []FeedList   // of feeds that were read
	Failed   int          // things
	Failures []error      // why the first of them failed, a line each
	Lost     int          // images that cannot be had

	Warnings []string       // what is wrong in files that were read all the same, a line each
	Passed   map[string]int // files in folders that were not read, by the ends of their names
}

// Subscribed is what became of a feed that was to be subscribed to.
type Subscribed struct {
	Feed   Feed
	Was    bool     // it was there before, and stays as it is set
	New    int      // articles that it brought
	Ruled  Ruled    // what rules did with them, or kept out
	Others []string // addresses of other feeds that its page names
}

// FeedList is what became of a list of feeds.
type FeedList struct {
	Name     string // of its file
	Outcomes [Muted + 1]int
	Refused  []string // what of it is not kept and why, a line each
}

// Articles is how many articles there were.
func (t *Intake) Articles() int {
	all := 0
	for _, n := range t.Outcomes {
		all += n
	}
	return all
}

// IsEmpty reports whether nothing was there to take in.
func (t *Intake) IsEmpty() bool {
	return t.Articles()+t.Failed+t.Lost+len(t.Feeds)+len(t.Lists)+t.Queries+t.Rules == 0
}

// mostFailures is how many of the reasons are kept: nobody reads more.
const mostFailures = 20

// Fail counts what is not taken in.
func (t *Intake) Fail(err error) {
	if t.Failed++; len(t.Failures) < mostFailures {
		t.Failures = append(t.Failures, err)
	}
}

// Counts is what became of them in words: "3 added, 1 failed".
func (t *Intake) Counts() string {
	did := t.Ruled
	did.Muted = 0 // which is an outcome
	parts := append(outcomeCounts(t.Outcomes), did.counts()...)
	parts = append(parts, LibraryCounts(t.Queries, t.Rules)...)
	if t.Failed > 0 {
		parts = append(parts, Grouped(t.Failed)+" failed")
	}
	if t.Lost == 1 {
		parts = append(parts, "1 image lost")
	} else if t.Lost > 1 {
		parts = append(parts, Grouped(t.Lost)+" images lost")
	}
	return strings.Join(parts, ", ")
}

// LibraryCounts says in words how many saved queries and rules there are, if any.
func LibraryCounts(queries, rules int) []string {
	var parts []string
	switch queries {
	case 0:
	case 1:
		parts = append(parts, "1 saved query")
	default:
		parts = append(parts, Grouped(queries)+" saved queries")
	}
	switch rules {
	case 0:
	case 1:
		parts = append(parts, "1 rule")
	default:
		parts = append(parts, Grouped(rules)+" rules")
	}
	return parts
}

// Counts is what became of the feeds of a list in words.
func (l *FeedList) Counts() string {
	parts := outcomeCounts(l.Outcomes)
	if n := len(l.Refused); n > 0 {
		parts = append(parts, Grouped(n)+" refused")
	}
	return strings.Join(parts, ", ")
}

func outcomeCounts(outcomes [Muted + 1]int) []string {
	var parts []string
	for outcome, n := range outcomes {
		if n > 0 {
			parts = append(parts, Grouped(n)+" "+Outcome(outcome).String())
		}
	}
	return parts
}

// PassedOver is "12 passed over: 5 .org, 4 .pdf, 3 .docx"; empty for none.
func (t *Intake) PassedOver() string {
	const most = 8
	kinds := slices.SortedFunc(maps.Keys(t.Passed), func(a, b string) int {
		return cmp.Or(t.Passed[b]-t.Passed[a], strings.Compare(a, b))
	})
	var parts []string
	all := 0
	for i, kind := range kinds {
		if all += t.Passed[kind]; i < most {
			parts = append(parts, Grouped(t.Passed[kind])+" "+kind)
		}
	}
	if more := len(kinds) - most; more > 0 {
		parts = append(parts, "and "+Grouped(more)+" more kinds")
	}
	if all == 0 {
		return ""
	}
	return Grouped(all) + " passed over: " + strings.Join(parts, ", ")
}
