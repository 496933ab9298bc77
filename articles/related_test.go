package articles

import (
	"slices"
	"testing"
	"time"
)

func TestRank(t *testing.T) {
	t.Parallel()
	named := func(title string, c Candidate) Candidate {
		c.ID, c.Title = NewID(title), title
		return c
	}
	day := func(n int) Related { return Related{Published: time.Date(2026, 1, n, 0, 0, 0, 0, time.UTC)} }
	got := Rank([]Candidate{
		named("nothing in common", Candidate{}),
		named("same site", Candidate{SameSite: true}),
		named("same author, older", Candidate{SameAuthor: true, Related: day(1)}),
		named("same author, newer", Candidate{SameAuthor: true, Related: day(2)}),
		named("many words", Candidate{Shares: []string{"pager", "scroll", "less", "more"}, Nearness: .5}),
		named("two tags", Candidate{Tags: []string{"unix", "type"}, Shares: []string{"pager"}, Nearness: .03}),
		named("its title stands here", Candidate{Mentioned: true, Mentions: true}),
		named("the title stands there", Candidate{Mentions: true, Shares: []string{"pager"}, Nearness: .1}),
		named("links here", Candidate{LinkedFrom: true}),
		named("another part", Candidate{Series: "Stones"}),
		named("next part", Candidate{Series: "Stones", Next: true, LinkedTo: true}),
		named("second of the list", Candidate{Listed: 2, Mentioned: true, Nearness: .5}),
		named("first of the list", Candidate{Listed: 1}),
		named("a copy", Candidate{Story: true, Related: Related{Site: "The Review"}, SameAuthor: true}),
	}, 13)
	var order, reasons []string
	for _, r := range got {
		order, reasons = append(order, r.Title), append(reasons, r.Reason)
	}
	want := []string{
		"first of the list", "second of the list", "next part", "a copy", "links here", "another part", "its title stands here", "many words",
		"the title stands there", "two tags",
		"same author, newer", "same author, older", "same site",
	}
	if !slices.Equal(order, want) {
		t.Errorf("ranked %q, want %q", order, want)
	}
	why := []string{
		"listed here", "listed here", "next in Stones", "the same story, in The Review", "links here", "same series", "mentioned here", "shares: pager, scroll, less",
		"mentions this", "#unix #type",
		"same author", "same author", "same site",
	}
	if !slices.Equal(reasons, why) {
		t.Errorf("reasons %q, want %q", reasons, why)
	}
	if n := len(Rank([]Candidate{named("a", Candidate{SameSite: true})}, 0)); n != 0 {
		t.Errorf("asked for none, got %d", n)
	}
}
