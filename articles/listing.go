package articles

import (
	"cmp"
	"math"
	"time"
)

// Shelf is one of the library's tabs.
type Shelf int

// The shelves, in the order of their tabs.
const (
	All Shelf = iota
	Unread
	InProgress
	Starred
	Archive // archived articles stand there, and else only among the starred
)

// Shelves lists every shelf, in the order of the tabs.
var Shelves = [...]Shelf{All, Unread, InProgress, Starred, Archive}

// String is the label of the tab.
func (s Shelf) String() string {
	return [...]string{"All", "Unread", "In progress", "Starred", "Archive"}[s]
}

// Has reports whether an article in some state stands on the shelf.
func (s Shelf) Has(state State) bool {
	switch s {
	case Unread:
		return state.Unread()
	case InProgress:
		return state.InProgress()
	case Starred:
		return state.Starred
	case Archive:
		return state.Archived
	}
	return !state.Archived
}

// Order is a way to sort a shelf.
type Order int

// The orders, in the order in which the key that changes them goes round.
const (
	Newest         Order = iota // by [Row.Dated], the latest first
	MostViewed                  // the reader's own views
	RecentlyOpened              // last viewed first (see [ViewAfter]), never viewed last
	Shortest                    // by read time
	Longest
	ByTitle // alphabetical, case and accents folded

	RecentlyAdded // last added first
	BestMatch     // what fits the words of a query best first
)

// Orders lists the orders that the key goes through.
var Orders = [...]Order{Newest, MostViewed, RecentlyOpened, Shortest, Longest, ByTitle}

// String is the label of the order: "newest first".
func (o Order) String() string {
	return [...]string{
		"newest first", "most viewed", "recently opened", "shortest read", "longest read", "by title",
		"recently added", "best match",
	}[o]
}

// Listing is a shelf in an order.
type Listing struct {
	Shelf Shelf
	Order Order
}

// Row is what the list shows of one article. It carries the values that it is
// sorted by, so that a page can be asked for that follows it.
type Row struct {
	Key int64 // the store's own number of the article; breaks ties
	ID  ID

	Title     string
	Dek       string
	Opening   string // the first words of an article without a dek
	Author    string
	Site      string
	Tags      []string
	Published time.Time // zero when nothing says it
	FileTime  time.Time // see [Article.FileTime]
	Dated     time.Time // Published, or FileTime, or when it was added: its place among the newest

	Minutes     int
	Words       int
	SourceViews int64
	State       State
	SortTitle   string // the title as sorted by
	Behind      Behind
	Front       int64 // the key of the article that it stands behind; 0 for none
}

// Behind is what stands behind the row of an article, which stands for it.
type Behind struct {
	Copies  int      // of the same story, from other sources
	Sources []string // some of those
	Folded  int      // other articles that were added with it
}

// Lede is what a list shows below the title.
func (r *Row) Lede() string { return cmp.Or(r.Dek, r.Opening) }

// MinutesLeft is the read time of what is not read yet, at least 1: of all of it, where it
// is not begun.
func (r *Row) MinutesLeft() int {
	if !r.State.InProgress() {
		return r.Minutes
	}
	return max(1, int(math.Ceil(float64(r.Minutes)*(1-r.State.Place.Progress))))
}

// Span asks for rows of a listing: N of them after From, or before it when
// Back is set; always in the order of the listing. Without From they are the
// first N, or the last. From itself is left out unless Inclusive. From need
// not be in the listing any more: its values say where it stood.
type Span struct {
	From      *Row
	Back      bool
	Inclusive bool
	N         int
}

// Counts is how many rows each shelf has, and how many articles are folded behind them, both
// indexed by [Shelf]. Copies of a story are that story once.
type Counts struct{ Rows, Folded [len(Shelves)]int }

// Of is how many articles stand on a shelf, each in a row or behind one.
func (c *Counts) Of(s Shelf) int { return c.Rows[s] + c.Folded[s] }

// Found is what a query finds.
type Found struct {
	Keys []int64 // of the articles, in their order: see [Row]
	// Literal is how many of them have the words as they were typed: they are the first.
	// The others have other forms of them.
	Literal int
	// Meant is what the reader may have meant, where little was found: the query with a
	// word in another spelling. Near is what that finds beside Keys, in its order. Both
	// are empty when there is no such word.
	Meant string
	Near  []int64
	// Short says that a word that is being typed has too few letters to be looked for in
	// texts as the beginning of others: it was as a whole word.
	Short bool
	// Original is the title of the article whose copies are asked for, if any are.
	Original string
}

// Name is what the filter of the list matches against.
type Name struct {
	ID     ID
	Title  string
	Author string
	Tags   []string
	Copy   bool // stands behind another one that tells the same story
}

// Outcome says what adding an article did.
type Outcome int

// The outcomes of adding an article.
const (
	Added Outcome = iota
	Moved         // its file was found again under another name
	Updated
	Unchanged
	Muted // a rule keeps it out: see [Ruling]
)

// String is the outcome as a summary counts it: "added".
func (o Outcome) String() string {
	return [...]string{"added", "moved", "updated", "unchanged", "muted"}[o]
}
