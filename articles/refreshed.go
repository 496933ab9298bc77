package articles

import (
	"strings"
	"time"
)

// News is what a refresh changed in the library, in articles.
type News struct {
	Added, Updated, Pruned int
	Moved                  int   // their files were renamed
	Ruled                  Ruled // what rules did with those that were added, or kept out
}

// Refreshed is what a refresh of feeds and folders did.
type Refreshed struct {
	News
	Feeds    int       // that were to be asked
	Folders  int       // that were to be read
	Waiting  int       // feeds that were left alone: they failed lately, or their servers ask for it
	Gone     int       // feeds that were left alone: they were taken away for good
	Muted    int       // feeds that were left alone: their reader muted them
	Alone    []Failure // each of those that wait or are gone, and why
	Failures []Failure
	Untold   int      // failures beyond those
	Lost     []string // files of folders that are gone, each cleaned; their articles stay
}

// Failure says in one line why a feed, a folder or a file of one could not be
// refreshed.
type Failure struct {
	Of   string // what it is called; empty where Why says it
	Why  string
	Next time.Time // not asked before, unless it is named; zero where nothing is waited for
}

// Failed is why a feed is not asked, or could not be had when it was.
func (f *Feed) Failed() Failure {
	if f.Gone {
		return Failure{Of: f.Label(), Why: f.Error + ", and is not asked any more: lede feeds rm takes it off the list"}
	}
	return Failure{Of: f.Label(), Why: f.Error, Next: f.Next()}
}

// String is the failure in a line: "NAME: why; asked again after Nov 30, 15:04".
func (f Failure) String() string {
	line := f.Why
	if f.Of != "" {
		line = f.Of + ": " + line
	}
	if !f.Next.IsZero() {
		line += "; asked again after " + f.Next.Local().Format("Jan 2, 15:04")
	}
	return line
}

// IsEmpty reports whether there was nothing to refresh.
func (r *Refreshed) IsEmpty() bool { return r.Feeds+r.Folders+r.Waiting+r.Gone+r.Muted == 0 }

// Failed is how many feeds, folders and files could not be refreshed.
func (r *Refreshed) Failed() int { return len(r.Failures) + r.Untold }

// Summary is what a refresh did, in words: "12 new, 3 updated, 1 failed".
func (r *Refreshed) Summary() string {
	var parts []string
	count := func(n int, words string) {
		if n > 0 {
			parts = append(parts, Grouped(n)+" "+words)
		}
	}
	count(r.Added, "new")
	count(r.Updated, "updated")
	count(r.Moved, "moved")
	count(r.Pruned, "pruned")
	if len(parts) == 0 && r.Feeds+r.Folders > r.Failed() {
		parts = append(parts, "nothing new")
	}
	parts = append(parts, r.Ruled.counts()...)
	count(r.Failed(), "failed")
	count(r.Waiting, "left alone for now")
	count(r.Gone, "gone")
	switch r.Muted {
	case 0:
	case 1:
		parts = append(parts, "1 feed muted")
	default:
		count(r.Muted, "feeds muted")
	}
	return strings.Join(parts, ", ")
}

// LostFiles says in words how many files are gone; it is empty when none is.
func (r *Refreshed) LostFiles() string {
	switch n := len(r.Lost); n {
	case 0:
		return ""
	case 1:
		return "1 file is gone: its article stays"
	default:
		return Grouped(n) + " files are gone: their articles stay"
	}
}
