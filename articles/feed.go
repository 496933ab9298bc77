package articles

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Feed is a subscription: an address whose entries become articles.
type Feed struct {
	Key int64 // the store's own number, by which a reader names it; 0 before it is kept
	URL string

	Title   string     // as the feed calls itself
	Name    string     // that the reader gave it; empty for its own
	Site    string     // the page that it belongs to; may be empty
	Folders [][]string // the paths of folders that it stands in; none is the top

	Access Access // what its server wants besides

	FullText bool // fetch the page of an entry that has only a summary
	Keep     int  // how many articles are kept, the newest; 0 for all
	Muted    bool // it is not asked for what is new; what came by it stays

	// What the last answer said, for the next question to be conditional.
	ETag, LastModified string

	Checked  time.Time // last asked, whatever came of it; zero when never
	Due      time.Time // not to be asked before, with all the others
	Held     time.Time // the server asked not to be asked before
	Failures int       // in a row
	Error    string    // why the last check failed; empty when it did not
	Gone     bool      // taken away for good: it is not asked any more

	Articles, Unread int // how many the library has of it, and how many of them are unread
}

// Label is what a feed is called: by the reader, by itself, or by its address.
func (f *Feed) Label() string { return cmp.Or(f.Name, f.Title, f.URL) }

// Tags are the tags that the articles of the feed inherit: the names of its
// folders.
func (f *Feed) Tags() []string {
	var tags []string
	for _, path := range f.Folders {
		for _, name := range path {
			tags = AddTags(tags, name)
		}
	}
	return tags
}

// AddTags adds tags to others that does not have them, whatever their case.
func AddTags(to []string, more ...string) []string {
	for _, tag := range more {
		has := func(other string) bool { return strings.EqualFold(other, tag) }
		if tag != "" && !slices.ContainsFunc(to, has) {
			to = append(to, tag)
		}
	}
	return to
}

// The waits before a feed that fails is asked again: the first, doubled with
// each failure in a row, up to the most. The longest is the most that a server
// may ask for.
const (
	firstWait   = 5 * time.Minute
	mostWait    = 24 * time.Hour
	longestWait = 7 * 24 * time.Hour
)

// Backoff is how long a feed is left alone after so many failures in a row.
func Backoff(failures int) time.Duration {
	wait := firstWait
	for range max(0, failures-1) {
		if wait *= 2; wait >= mostWait {
			return mostWait
		}
	}
	return wait
}

// IsDue reports whether the feed is to be asked when all are. Clocks are set
// back: what is to wait longer than any wait is due.
func (f *Feed) IsDue(now time.Time) bool {
	return !f.Gone && !f.Muted && !f.IsHeld(now) && (!now.Before(f.Due) || f.Due.Sub(now) > longestWait)
}

// IsHeld reports whether the server asked to be left alone until later.
func (f *Feed) IsHeld(now time.Time) bool {
	return now.Before(f.Held) && f.Held.Sub(now) <= longestWait
}

// Next is when the feed may be asked again, unless it is named.
func (f *Feed) Next() time.Time {
	if f.Held.After(f.Due) {
		return f.Held
	}
	return f.Due
}

// Succeed notes that the feed answered.
func (f *Feed) Succeed(now time.Time) {
	f.Checked, f.Due, f.Held = now, now, time.Time{}
	f.Failures, f.Error, f.Gone = 0, "", false
}

// Fail notes why a check failed. The server may have asked to be left alone
// for a time; 0 when it did not.
func (f *Feed) Fail(now time.Time, why string, retryAfter time.Duration) {
	f.Failures++
	f.Checked, f.Error = now, CleanLine(why)
	f.Due, f.Held = now.Add(Backoff(f.Failures)), time.Time{}
	if retryAfter > 0 {
		f.Held = now.Add(min(retryAfter, longestWait))
	}
}

// End notes that the feed was taken away for good.
func (f *Feed) End(now time.Time, why string) {
	f.Fail(now, why, 0)
	f.Gone = true
}

// Holding is what retention needs to know of an article of a feed.
type Holding struct {
	Key      int64     // grows in the order of adding
	Dated    time.Time // its place among the newest
	Precious bool      // starred, archived, being read, or the reader's own: never pruned
}

// Surplus returns the keys of what a feed that keeps so many articles lets go
// of: the oldest beyond that number, but what is precious.
func Surplus(all []Holding, keep int) []int64 {
	if keep <= 0 || len(all) <= keep {
		return nil
	}
	all = slices.SortedFunc(slices.Values(all), func(a, b Holding) int {
		return cmp.Or(b.Dated.Compare(a.Dated), cmp.Compare(b.Key, a.Key))
	})
	var out []int64
	for _, h := range all[keep:] {
		if !h.Precious {
			out = append(out, h.Key)
		}
	}
	return out
}

// FindFeeds returns the feeds that ref names. The first of these that fits
// decides: its number, its address, its title, the start of its title; cases
// do not matter.
func FindFeeds(all []Feed, ref string) []Feed {
	ref = strings.TrimSpace(ref)
	if ref == "" {
		return nil
	}
	number, err := strconv.ParseInt(ref, 10, 64)
	for _, fits := range []func(*Feed) bool{
		func(f *Feed) bool { return err == nil && f.Key == number },
		func(f *Feed) bool { return f.URL == ref },
		func(f *Feed) bool { return isAt(f.URL, ref) || isAt(f.Site, ref) },
		func(f *Feed) bool { return strings.EqualFold(f.Label(), ref) },
		func(f *Feed) bool { return startsWith(f.Label(), ref) || startsWith(f.Title, ref) },
	} {
		var found []Feed
		for i := range all {
			if fits(&all[i]) {
				found = append(found, all[i])
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// isAt reports whether an address is what ref, which may lack its scheme, leads
// to; who types one does not mind its case.
func isAt(address, ref string) bool {
	if _, rest, ok := strings.Cut(ref, "://"); ok {
		ref = rest
	}
	return address != "" && strings.EqualFold(PageKey(address), PageKey("https://"+ref))
}

func startsWith(title, start string) bool {
	return len(title) >= len(start) && strings.EqualFold(title[:len(start)], start)
}
