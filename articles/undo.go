package articles

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"
)

// ChangeKind is what the reader's hand does to the library. The numbers are stored.
type ChangeKind int

// The kinds of changes.
const (
	Starring ChangeKind = iota + 1
	Unstarring
	MarkingRead
	MarkingUnread
	Removing
	Adding        // also of what was there, and is brought up to date
	Extracting    // anew, of the original
	Unsubscribing // from a feed, which is the title; its articles go with it
	Subscribing   // to a feed, or to several: the title is the first
	SettingFeed   // its name or its switches; articles that are too many go
	Forgetting    // a folder, which is the title
	Archiving
	Unarchiving
	Tagging     // and taking tags off, see [Change.Tags]
	RenamingTag // in the whole library
	Restoring   // out of the trash

	SavingQuery // under a name, which is the title; one of that name is changed
	RenamingQuery
	MovingQuery // among the others
	RemovingQuery

	SettingRules // the title says which, and how

	Folding   // what came together behind one row, see [Behind]
	Unfolding // that

	MutingFeed // what else is set of a feed is SettingFeed
	UnmutingFeed
	RenamingFeed // the title says from what, and to what

	Refreshing // what a refresh brought up to date; what it added is no part of it
)

// String is what was done, after a number or before a title: "marked as read".
func (k ChangeKind) String() string {
	if k < Starring || k > Refreshing {
		return "changed"
	}
	return [...]string{
		"starred", "unstarred", "marked as read", "marked as unread", "removed", "added", "extracted again", "unsubscribed", "subscribed", "feed set", "folder forgotten",
		"archived", "taken out of the archive", "tagged", "renamed", "restored",
		"query saved", "query renamed", "query moved", "query removed", "rules", "folded", "unfolded",
		"feed muted", "feed unmuted", "feed renamed", "updated by a refresh",
	}[k-1]
}

// IsOfQueries reports whether saved queries are changed, and no articles.
func (k ChangeKind) IsOfQueries() bool { return SavingQuery <= k && k <= RemovingQuery }

// Trashed is an article that was removed, and can be restored for some time.
type Trashed struct {
	ID      ID
	Title   string
	Removed time.Time
}

// SetTo is the change that gives a feed the settings it has now, and what that is about; 0 when
// it had them.
func (f *Feed) SetTo(now *Feed) (kind ChangeKind, about string) {
	name, muted := f.Name != now.Name, f.Muted != now.Muted
	other := f.FullText != now.FullText || f.Keep != now.Keep || !slices.EqualFunc(f.Folders, now.Folders, slices.Equal) ||
		!reflect.DeepEqual(f.Access, now.Access)
	switch about = f.Label(); {
	case other || name && muted:
		kind = SettingFeed
	case name:
		kind, about = RenamingFeed, about+" to "+now.Label()
	case muted && now.Muted:
		kind = MutingFeed
	case muted:
		kind = UnmutingFeed
	}
	return kind, about
}

// Change is one thing that the reader's hand did to the library and that can be
// undone, the last first. Views, places and how far an article was read are no part
// of it: they stay as they are.
type Change struct {
	ID       int64 // the library's own number of it; 0 before it is kept, and when nothing changed
	At       time.Time
	Kind     ChangeKind
	Articles int     // how many it changed
	Updated  int     // of those that it added: how many were there, and were brought up to date
	Title    string  // of the first of them; without any, what else it was about
	Tags     TagEdit // of a change of tags
	// How many saved queries and rules call a tag by its new name; told when it is renamed alone.
	Queries, Rules int

	// What undoing it did. An article that something else changed since is left as
	// it is: only what is still as the change left it is put back.
	Restored []ID // of the articles that are as they were before, or went with what added them
	Left     int  // how many were left
	Begun    int  // of those: how many it added that their reader has begun since
	Trashed  int  // of how many the trash has now what was added, or the text that was new
}

// String is what was done, in words: "marked as read: The Measure", or of several
// "3 marked as read", "2 added, 1 updated". It is empty when nothing was.
func (c *Change) String() string {
	did := c.Kind.String()
	switch {
	case c.Kind == Tagging && !c.Tags.IsZero():
		did = c.Tags.String()
	case c.Updated > 0 && c.Updated == c.Articles:
		did = "updated"
	}
	switch {
	case c.Kind == Unsubscribing, c.Kind == SettingFeed && c.Articles > 0:
		with := "articles"
		if c.Articles == 1 {
			with = "article"
		}
		return fmt.Sprintf("%s: %s, with %s %s", did, c.Title, Grouped(c.Articles), with)
	case c.ID == 0:
		return ""
	case c.Kind == RenamingTag:
		return c.renamed()
	case c.Articles < 2 && c.Title != "":
		return fmt.Sprintf("%s: %s", did, c.Title)
	case c.Updated > 0 && c.Updated < c.Articles:
		return fmt.Sprintf("%s %s, %s updated", Grouped(c.Articles-c.Updated), did, Grouped(c.Updated))
	}
	return fmt.Sprintf("%s %s", Grouped(c.Articles), did)
}

// renamed is what renaming a tag did: "#World renamed to #planet: 12 articles".
func (c *Change) renamed() string {
	did := fmt.Sprintf("%s renamed to %s", Hashtags(c.Tags.Take), Hashtags(c.Tags.Add))
	what := fmt.Sprintf("%s: %s articles", did, Grouped(c.Articles))
	if c.Articles < 2 && c.Title != "" {
		what = did + ": " + c.Title
	}
	return strings.Join(append([]string{what}, LibraryCounts(c.Queries, c.Rules)...), ", ")
}

// Undone is what undoing did, in words: "undone: 3 marked as read", of how many it was
// left, and why, and where what went is now.
func (c *Change) Undone() string {
	switch {
	case c.ID == 0:
		return "nothing to undo"
	case c.Left > 0 && c.Left == c.Articles:
		return fmt.Sprintf("not undone: %s: %s", c, c.whyLeft())
	}
	said := "undone: " + c.String()
	if n := c.Left - c.Begun; n > 0 {
		said += fmt.Sprintf("; %s of them changed since, and left so", Grouped(n))
	}
	if c.Begun > 0 {
		said += fmt.Sprintf("; %s of them begun since, and kept", Grouped(c.Begun))
	}
	switch {
	case c.Trashed == 1 && c.Articles == 1:
		said += "; lede restore brings it back"
	case c.Trashed > 0:
		said += "; lede trash has what went"
	}
	return said
}

// whyLeft says why all was left.
func (c *Change) whyLeft() string {
	switch {
	case c.Begun == 0 && c.Articles == 1:
		return "it changed since, and is left so"
	case c.Begun == 0:
		return "they changed since, and are left so"
	case c.Articles == 1:
		return "it was begun since, and is kept"
	case c.Begun == c.Articles:
		return "they were begun since, and are kept"
	}
	return "they were begun or changed since, and are kept"
}
