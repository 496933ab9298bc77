package articles

import (
	"strings"
	"time"
)

// Ruling is what the rules of a reader do with an article that comes in.
type Ruling struct {
	Mute       bool   // it is kept out of the library, and nothing else is done
	By         string // the rule that mutes it
	Star, Read bool
	Tags       []string
}

// IsZero reports whether they do nothing.
func (r *Ruling) IsZero() bool { return !r.Mute && !r.Star && !r.Read && len(r.Tags) == 0 }

// KeptOut is what a rule keeps out of the library.
type KeptOut struct {
	Title  string
	Origin string // its address
	Feed   string // the name of the feed that lists it; empty for a file
	Rule   string // empty when that is not known
	At     time.Time
}

// Ruled is how many articles rules did something with as they came in.
type Ruled struct{ Muted, Tagged, Starred, Read int }

// Count counts what was done with one more.
func (t *Ruled) Count(r Ruling) {
	t.Add(Ruled{one(r.Mute), one(len(r.Tags) > 0), one(r.Star), one(r.Read)})
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// Add adds what was done with others.
func (t *Ruled) Add(more Ruled) {
	t.Muted += more.Muted
	t.Tagged += more.Tagged
	t.Starred += more.Starred
	t.Read += more.Read
}

// String says in words what was done: "3 muted, 2 tagged"; empty for nothing.
func (t *Ruled) String() string { return strings.Join(t.counts(), ", ") }

// counts says in words what was done, of each thing that was.
func (t *Ruled) counts() []string {
	var parts []string
	for _, did := range [...]struct {
		n     int
		words string
	}{{t.Muted, "muted"}, {t.Tagged, "tagged"}, {t.Starred, "starred"}, {t.Read, "marked as read"}} {
		if did.n > 0 {
			parts = append(parts, Grouped(did.n)+" "+did.words)
		}
	}
	return parts
}
