package articles

import "testing"

// TestCountsAreGrouped: a person reads a large number with its thousands apart, whatever
// it counts.
func TestCountsAreGrouped(t *testing.T) {
	t.Parallel()
	intake := Intake{Failed: 1000, Lost: 12345, Passed: map[string]int{".org": 5122}, Queries: 1000, Rules: 1000}
	intake.Outcomes[Added] = 100000
	intake.Ruled.Tagged = 2000
	list := FeedList{Refused: make([]string, 1000)}
	refreshed := Refreshed{News: News{Added: 1200, Updated: 999}, Lost: make([]string, 1000)}
	for _, c := range []struct{ got, want string }{
		{(&Change{ID: 1, Kind: Removing, Articles: 5122}).String(), "5,122 removed"},
		{(&Change{ID: 1, Kind: Adding, Articles: 5122, Updated: 1000}).String(), "4,122 added, 1,000 updated"},
		{(&Change{ID: 1, Kind: Unsubscribing, Articles: 5122, Title: "F"}).String(), "unsubscribed: F, with 5,122 articles"},
		{(&Change{ID: 1, Kind: Removing, Articles: 5122, Left: 1000}).Undone(), "undone: 5,122 removed; 1,000 of them changed since, and left so"},
		{intake.Counts(), "100,000 added, 2,000 tagged, 1,000 saved queries, 1,000 rules, 1,000 failed, 12,345 images lost"},
		{intake.PassedOver(), "5,122 passed over: 5,122 .org"},
		{list.Counts(), "1,000 refused"},
		{refreshed.Summary(), "1,200 new, 999 updated"},
		{refreshed.LostFiles(), "1,000 files are gone: their articles stay"},
	} {
		if c.got != c.want {
			t.Errorf("%q, not %q", c.got, c.want)
		}
	}
}
