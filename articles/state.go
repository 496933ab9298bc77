package articles

import "time"

// State is what one reader has done with one article.
type State struct {
	Views    int // opens that lasted (see [ViewAfter])
	Read     bool
	Starred  bool
	Archived bool // off all shelves but [Archive] and [Starred]
	Place    Place
	Opened   time.Time // last opened long enough for a view, counted or not; zero when never
}

// Begun is the progress, as a share of the body, above which an article counts
// as begun: a glance at its first lines does not move it off the unread shelf.
const Begun = 0.02

// InProgress reports whether the article stands on that shelf: begun, and
// neither at its end nor marked as read, nor archived.
func (s State) InProgress() bool {
	return !s.Archived && !s.Read && Begun < s.Place.Progress && s.Place.Progress < 1
}

// Unread reports whether the article stands on that shelf: neither read nor
// archived, and either not begun, or read to the end and then marked as unread.
func (s State) Unread() bool { return !s.Archived && !s.Read && !s.InProgress() }

// ViewAfter is how long an article must be on the screen, unscrolled, for the
// opening to count as a view. Scrolling counts at once.
const ViewAfter = 3 * time.Second

// ViewAgain is how long after a view of an article the next one counts.
const ViewAgain = 30 * time.Minute

// Place is where a reader stopped, and how far they ever came.
type Place struct {
	Anchor Anchor
	// Progress is the furthest place read, as a share of the body from 0 to 1.
	Progress float64
}

// Anchor is a place in an article, independent of width, theme and, as far as
// can be, of edits: a piece of the text. The zero Anchor is the top.
type Anchor struct {
	// Chunk is the byte offset in the Markdown of the chunk that holds the
	// place; -1 for the end matter after the body, -2 for the masthead.
	Chunk int `json:"chunk"`
	// Letters counts the letters and digits of the chunk before the place.
	Letters int `json:"letters"`
	// Words is the text that begins there, a few words of it, folded to lower
	// case: it finds the place again in a text that was edited. A newline
	// stands before them for each line without text between the place and it.
	Words string `json:"words,omitempty"`
}

// IsZero reports whether the anchor is the top of the article.
func (a Anchor) IsZero() bool { return a == Anchor{} }
