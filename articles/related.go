package articles

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Related is an article that stands near another one, and why.
type Related struct {
	ID        ID
	Title     string
	Author    string
	Site      string
	Minutes   int
	Views     int
	Published time.Time
	// URL is where a related article stands that is not in the library; its
	// ID is then empty.
	URL string
	// Reason says why it is listed: "links here", "same author".
	Reason string
}

// Candidate is an article that shares something with a subject, and what.
type Candidate struct {
	Related
	Listed     int // its place in the subject's own related list, from 1; 0 when absent
	LinkedTo   bool
	LinkedFrom bool
	Story      bool   // it tells the same story
	Series     string // that both belong to; empty for none
	Next       bool   // it is the next part of that
	Mentioned  bool   // its title stands in the subject
	Mentions   bool   // it has the title of the subject in its text
	SameAuthor bool
	SameSite   bool
	Tags       []string // shared with the subject
	Shares     []string // telling words shared with the subject, those that count most first
	Nearness   float64  // how much those tell, from 0 to 1
}

// Weights of what two articles can share. A relation that a person made
// outranks any that was counted.
const (
	weightListed = 2000
	mostListed   = 100
	weightStory  = 1500 // it may be the better text
	weightNext   = 1200 // who finishes a chapter wants the next one
	weightLink   = 700
	weightSeries = 350
	weightTag    = 6
	weightAuthor = 5
	weightSite   = 1
	weightNear   = 150 // shared words and mentions never outrank a series
	// A title that the author knew of counts nearly as much as a link, one that stands
	// elsewhere may be named in passing.
	weightMentioned = 100
	weightMentions  = 15
)

// Rank orders candidates, nearest first, newer first among equals, gives each
// its reason, and returns at most n. It is deterministic.
func Rank(candidates []Candidate, n int) []Related {
	scores := make(map[*Candidate]float64, len(candidates))
	order := make([]*Candidate, len(candidates))
	for i := range candidates {
		order[i] = &candidates[i]
		scores[order[i]] = candidates[i].Score()
	}
	slices.SortFunc(order, func(a, b *Candidate) int {
		return cmp.Or(
			cmp.Compare(scores[b], scores[a]),
			b.Published.Compare(a.Published),
			cmp.Compare(a.Title, b.Title),
			cmp.Compare(a.ID, b.ID),
		)
	})
	out := make([]Related, 0, min(n, len(order)))
	for _, c := range order {
		if len(out) == n || scores[c] == 0 {
			break
		}
		r := c.Related
		r.Reason = c.reason()
		out = append(out, r)
	}
	return out
}

// Score says how near the candidate is; 0 when it shares nothing. A gatherer
// can leave out the far ones before it looks up the rest of them.
func (c *Candidate) Score() float64 {
	if c.Listed > 0 { // in the order of the list, whatever else they share
		return weightListed - float64(min(c.Listed, mostListed))
	}
	var s float64
	if c.Story {
		s += weightStory
	}
	switch {
	case c.Next:
		s += weightNext
	case c.LinkedTo || c.LinkedFrom:
		s += weightLink
	}
	if c.Series != "" {
		s += weightSeries
	}
	if c.Mentioned {
		s += weightMentioned
	}
	if c.Mentions {
		s += weightMentions
	}
	s += weightNear * c.Nearness
	s += weightTag * float64(len(c.Tags))
	if c.SameAuthor {
		s += weightAuthor
	}
	if c.SameSite {
		s += weightSite
	}
	return s
}

// reason names the strongest thing shared.
func (c *Candidate) reason() string {
	switch {
	case c.Listed > 0:
		return "listed here"
	case c.Story && c.Site != "":
		return "the same story, in " + c.Site
	case c.Story:
		return "the same story"
	case c.Next:
		return "next in " + c.Series
	case c.LinkedTo && c.LinkedFrom:
		return "link each other"
	case c.LinkedTo:
		return "linked from here"
	case c.LinkedFrom:
		return "links here"
	case c.Series != "":
		return "same series"
	case c.Mentioned:
		return "mentioned here"
	case c.Mentions:
		return "mentions this"
	case len(c.Tags) > 0 && weightTag*float64(len(c.Tags)) >= weightNear*c.Nearness:
		return "#" + strings.Join(c.Tags[:min(3, len(c.Tags))], " #")
	case c.SameAuthor && weightAuthor >= weightNear*c.Nearness:
		return "same author"
	case len(c.Shares) > 0:
		return "shares: " + strings.Join(c.Shares[:min(3, len(c.Shares))], ", ")
	case c.SameSite:
		return "same site"
	}
	return ""
}
