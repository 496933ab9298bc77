// Package theme makes every style of lede from one palette: those of Lip Gloss for
// the screens, those of Glamour for the text, and those of code. A palette is one of
// the built-in ones, or a reader's own from a file.
package theme

import (
	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
)

// Theme is every style of the program. It is made once for a palette and never
// changed.
type Theme struct {
	Screen Screen
	Text   Text
	// Glamour styles the leaves of an article: inline text of every kind.
	Glamour ansi.StyleConfig
	// Syntax styles the parts of code.
	Syntax Syntax
}

// Screen holds the styles of the lists, bars and panels.
type Screen struct {
	Brand     lipgloss.Style // the program's name
	Tab       lipgloss.Style
	TabOn     lipgloss.Style
	Title     lipgloss.Style // of an article not yet read
	TitleRead lipgloss.Style
	TitleOn   lipgloss.Style // of the row under the cursor
	Dek       lipgloss.Style
	Meta      lipgloss.Style
	Figure    lipgloss.Style // a number that tells something
	Cursor    lipgloss.Style // the bar beside the selected row
	Star      lipgloss.Style
	Rule      lipgloss.Style
	Key       lipgloss.Style // a key in the footer and in the help
	Hint      lipgloss.Style // what the key does
	Notice    lipgloss.Style
	Error     lipgloss.Style
	Full      lipgloss.Style // the part of a progress bar that is done
	Empty     lipgloss.Style
	Match     lipgloss.Style
	Chosen    lipgloss.Style // the link that Enter follows
	Selected  lipgloss.Style // text that the mouse selects
	Dimmed    lipgloss.Style // text beside the paragraph in focus
	Label     lipgloss.Style // the letters that follow a link
}

// Text holds the styles of an article's parts that are not inline text.
type Text struct {
	Kicker   lipgloss.Style
	Title    lipgloss.Style
	Meta     lipgloss.Style
	Dek      lipgloss.Style
	Notice   lipgloss.Style
	Rule     lipgloss.Style
	Headings [6]lipgloss.Style
	QuoteBar lipgloss.Style // bar of a plain quote
	PullBar  lipgloss.Style // frame of a pull-quote
	Pull     lipgloss.Style // words of a pull-quote
	ByLine   lipgloss.Style
	Bullet   lipgloss.Style
	Body     lipgloss.Style
	CodeBar  lipgloss.Style // language label, line-break mark
	Code     lipgloss.Style // code without syntax colours
	TableBar lipgloss.Style
	Caption  lipgloss.Style
	Mark     lipgloss.Style // footnote mark
	Author   lipgloss.Style
	Reason   lipgloss.Style // why an article is related
	Found    lipgloss.Style // what a search found
	FoundOn  lipgloss.Style // the one of them that the reader is at
}

// Syntax holds the styles of the parts of code. What is none of them stands in the
// ink of the body.
type Syntax struct {
	Comment lipgloss.Style
	Keyword lipgloss.Style
	String  lipgloss.Style
	Number  lipgloss.Style // and other constants
	Name    lipgloss.Style // of what is defined, a type or an attribute
	Added   lipgloss.Style // lines of a difference
	Removed lipgloss.Style
}
