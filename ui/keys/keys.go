// Package keys is the one table of what lede can be told to do: each operation with
// its name, its keys, its words and where it is at hand. Matching, footers, the help,
// the palette, the README, the manual, rebinding and the names of keys in messages all
// come from it, so that no key and no name of one stands anywhere else.
//
// [New] makes the [Bindings] of a preset and of what a reader binds. A [Matcher] reads
// keys with them: sequences, counts before an operation, letters of marks.
package keys

// Op is something that lede can be told to do, by a key or by its name.
type Op int

// Every operation. Its name, keys and words stand in the table; see [All].
const (
	None Op = iota // no operation

	Down
	Up
	HalfDown
	HalfUp
	PageDown
	PageUp
	Top
	End
	GoLine    // the count is the number of a row or line, from 1
	GoPercent // the count is how far; 0 when none was typed
	Center
	ScreenTop
	ScreenMiddle
	ScreenBottom

	Open
	Filter
	Add
	Shelf1
	Shelf2
	Shelf3
	Shelf4
	Shelf5
	Saved1
	Saved2
	Saved3
	Saved4
	NextShelf
	Sort
	Query
	Compact
	Preview
	Refresh
	NextUnread
	PrevUnread
	ReadAll
	ReadAbove
	Clear
	Select
	SelectNext
	SelectAll

	Feeds
	Fold
	RefreshOne
	Rename
	Mute
	Unsubscribe

	Related
	Number // the count says which, from 1
	NextRelated
	PrevRelated
	Back
	Forward
	NextArticle
	PrevArticle

	Outline
	NextHeading
	PrevHeading
	NextQuote
	PrevQuote
	PlaceMark
	GoMark
	Search
	SearchBack
	EndSearch
	NextMatch
	PrevMatch

	NextLink
	PrevLink
	Follow
	Hints

	Wider
	Narrower
	Measure
	Wrap
	ShiftRight
	ShiftLeft
	ShiftEnd
	ShiftStart
	Focus
	Pictures
	Theme
	Mouse

	Star
	Read
	Tag
	RenameTag
	Archive
	Delete
	Undo
	Browse
	BrowseRead
	Copy
	CopyBlock
	Edit
	Save
	Extract
	Pager
	Reload
	Position

	Choose
	ReadHere

	Palette
	Help
	Redraw
	Suspend
	Out
	Cancel
	Quit
	QuitNow // by the key that quits wherever the reader is

	Accept
	Keep
	NextChoice
	PrevChoice
	ChoicesDown
	ChoicesUp
	Complete
	CharForward
	CharBack
	WordForward
	WordBack
	LineStart
	LineEnd
	DeleteBack
	DeleteForward
	DeleteWord
	DeleteWordForward
	DeleteToStart
	DeleteToEnd
	Paste

	numOps
)

// Scope is where an operation is at hand: a set of the places that take keys.
type Scope uint

// The places that take keys, one bit each.
const (
	InList    Scope = 1 << iota
	InFeeds         // the subscriptions
	InReader        // an article, none of its related ones in sight
	InEnding        // an article with related ones in sight, which numbers open
	InRelated       // the panel of related articles
	InOutline
	InHints   // the letters of the links
	InMenu    // what to do with a link
	InNote    // a footnote, over the text
	InPrompt  // a line that is typed: filter, search, address
	InPalette // the line of the palette
	InHelp
	InChoice // a menu of choices over a screen, which letters choose
	InSelect // rows of the list are selected
	InWait   // nothing to see yet
)

// Sets of places.
const (
	Nowhere    Scope = 0
	Everywhere       = InWait<<1 - 1
	InArticle        = InReader | InEnding
	InText           = InList | InArticle // where a key is about an article
	InMany           = InText | InSelect  // or about several
	InPanel          = InRelated | InOutline
	// InMoving is where something is moved through.
	InMoving = InMany | InFeeds | InPanel | InHelp
	// InTyping is where keys are text.
	InTyping = InPrompt | InPalette
)

// scopeNames names each place in the order of the bits.
var scopeNames = [...]string{
	"the library", "the feeds", "an article", "an article", "the related articles", "the outline", "the letters of links",
	"the menu of a link", "a footnote", "a prompt", "the palette", "the help", "a menu", "the selection", "waiting",
}

// String names the first of the places: "the library".
func (s Scope) String() string {
	for i, name := range scopeNames {
		if s&(1<<i) != 0 {
			return name
		}
	}
	return "nowhere"
}

// Each lists the single places of a set.
func (s Scope) Each() []Scope {
	var all []Scope
	for i := range scopeNames {
		if one := s & (1 << i); one != 0 {
			all = append(all, one)
		}
	}
	return all
}
