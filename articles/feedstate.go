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

// String is the state in a word.
func (s FeedState) String() string {
	return [...]string{"well", "new", "failing", "waiting", "muted", "gone"}[s]
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

// Standing says in a line how it stands with the feed at a time: what is wrong comes
// first.
func (f *Feed) Standing(now time.Time) string {
	const moment = "Jan 2, 15:04"
	switch f.State(now) {
	case FeedWell:
		return "checked " + f.Checked.Local().Format(moment)
	case FeedUnasked:
		return "not asked yet"
	case FeedMuted:
		return "muted: it is not asked for what is new, and what came by it stays"
	case FeedGone:
		return f.Error + ": not asked any more"
	case FeedWaiting:
		return f.Error + ": left alone until " + f.Held.Local().Format(moment) + ", as its server asks"
	}
	said := f.Error
	if f.Failures > 1 {
		said += fmt.Sprintf(", %d times in a row", f.Failures)
	}
	if f.Due.After(now) {
		said += ": asked again from " + f.Due.Local().Format(moment) + " on"
	}
	return said
}
