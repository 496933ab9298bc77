package articles

import (
	"fmt"
	"time"
)

// FeedState is how it stands with a feed.
type FeedState int

// The states, of which the first that fits from below is a feed's.
const (
	FeedWell    FeedState = iota // it answered when it was asked last
	FeedUnasked                  // it never was
	FeedFailing                  // it did not answer, or not with a feed
	FeedWaiting                  // its server asked to be left alone
	FeedMuted                    // its reader wants nothing new of it
	FeedGone                     // it was taken away for good
)

// String is the state in a word; empty when all is well.
func (s FeedState) String() string {
	return [...]string{"", "new", "failing", "waiting", "muted", "gone"}[s]
}

// State is how it stands with the feed at a time.
func (f *Feed) State(now time.Time) FeedState {
	switch {
	case f.Gone:
		return FeedGone
	case f.Muted:
		return FeedMuted
	case f.IsHeld(now):
		return FeedWaiting
	case f.Error != "":
		return FeedFailing
	case f.Checked.IsZero():
		return FeedUnasked
	}
	return FeedWell
}

// Standing says in a line how it stands with the feed at a time, and why.
func (f *Feed) Standing(now time.Time) string {
	const moment = "Jan 2, 15:04"
	said := ""
	switch s := f.State(now); s {
	case FeedWell:
		return "checked " + f.Checked.Local().Format(moment)
	case FeedUnasked:
		return "not asked yet"
	case FeedMuted:
		return "muted: it is not asked for what is new, and what came by it stays"
	case FeedGone:
		return "gone, and not asked any more: " + f.Error
	case FeedWaiting:
		return "waiting until " + f.Held.Local().Format(moment) + ", as its server asks: " + f.Error
	default:
		said = s.String()
	}
	if f.Failures > 1 {
		said += fmt.Sprintf(" %d times in a row", f.Failures)
	}
	if f.Due.After(now) {
		said += ", asked again from " + f.Due.Local().Format(moment)
	}
	return said + ": " + f.Error
}
