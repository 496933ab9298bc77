// Package intent is what a screen asks of the program around it. A screen cannot
// reach another one, nor the history: it says what the reader wants, and the root
// carries it out, in one switch.
package intent

import (
	"lede/articles"
	"lede/articles/query"
	"lede/ui/keys"
)

// An Intent is one of the types of this package.
type Intent interface{ intent() }

type (
	// Say shows a notice for a while.
	Say struct{ Text string }

	// Hush takes away the notice that stands there.
	Hush struct{}

	// Complain shows an error.
	Complain struct{ Err error }

	// Refuse says why what the reader asked for cannot be done: where they typed it.
	Refuse struct{ Err error }

	// Open opens an article of the library where it was left, as a new beginning:
	// the history starts with it.
	Open struct {
		ID  articles.ID
		Hit []query.Text // what it was found by, where it is to begin; none for where it was left
	}

	// OpenRelated opens an article of the list of related ones, by its index.
	OpenRelated struct{ Index int }

	// Leave leaves the screen for the one below it. A program that was started to read
	// a thing ends with that, unless it is to stay: then its library opens.
	Leave struct{ Stay bool }

	// SeekNext has the article offered that is to be read next. Where there is none the
	// screen is left, if that was asked for, or it is said, unless that is to be quiet.
	SeekNext struct{ Leaving, Quiet bool }

	// OpenNext opens the article that was offered.
	OpenNext struct{}

	// Jumped says that the reader went to another place of the same text by
	// something that is worth a way back.
	Jumped struct{ From articles.Anchor }

	// Follow goes where a link leads that leads out of the text.
	Follow struct{ Target string }

	// Fetch reads a page of the web here.
	Fetch struct {
		Address string
		Given   bool // by the reader, who may have mistyped it
	}

	// Browse opens a page of the web in the browser.
	Browse struct{ Address string }

	// Copy puts a text on the clipboard; What names it: "the link".
	Copy struct{ Text, What string }
	// CopyRead is Copy of a text that has to be laid out first, which takes as long as
	// the text is: Read is called beside the keys. Where it finds no text, What says so.
	CopyRead struct{ Read func() Copy }

	// Uncover takes away what lies over the screen: the help, or the palette.
	Uncover struct{}

	// Run closes the palette and does what was chosen in it, on the screen below; Line
	// is what was typed for it.
	Run struct {
		Command keys.Command
		Line    string
	}

	// Narrow shows in the list what a query finds; an empty one shows the whole library.
	Narrow struct{ Query string }

	// RefreshFrom asks some feeds and folders alone for what is new.
	RefreshFrom struct{ Origins articles.Origins }

	// Menu asks which of some choices the reader wants.
	Menu struct {
		Title   string
		Op      keys.Op // that opens it: its key goes to the next choice
		Choices []Choice
		// Number is what a number that is typed chooses, and for 0 what says that one can
		// be; nil where none can.
		Number func(int) Choice
	}

	// Do does a command on the screen below what covers it.
	Do struct{ Command keys.Command }

	// Add puts an address or a path into the library.
	Add struct{ Thing string }
)

// Choice is a line of a menu.
type Choice struct {
	Label   string
	Now     bool // it is as things are
	Command keys.Command
}

func (Say) intent()         {}
func (Hush) intent()        {}
func (Complain) intent()    {}
func (Refuse) intent()      {}
func (Open) intent()        {}
func (OpenRelated) intent() {}
func (Leave) intent()       {}
func (SeekNext) intent()    {}
func (OpenNext) intent()    {}
func (Jumped) intent()      {}
func (Follow) intent()      {}
func (Fetch) intent()       {}
func (Browse) intent()      {}
func (Copy) intent()        {}
func (CopyRead) intent()    {}
func (Narrow) intent()      {}
func (RefreshFrom) intent() {}
func (Add) intent()         {}
func (Uncover) intent()     {}
func (Run) intent()         {}
func (Menu) intent()        {}
func (Do) intent()          {}

// Asked is what a screen asked for since it was last carried out. A screen embeds
// it; the root takes what is in it after everything that the screen did.
type Asked struct{ all []Intent }

// Ask notes an intent.
func (a *Asked) Ask(i Intent) { a.all = append(a.all, i) }

// Say asks for a notice.
func (a *Asked) Say(text string) { a.Ask(Say{text}) }

// Take gives what was asked for, in order, and forgets it.
func (a *Asked) Take() []Intent {
	all := a.all
	a.all = nil
	return all
}
