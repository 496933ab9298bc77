package ui

import (
	"os/exec"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/markdown"
	"lede/articles/markdown/find"
	"lede/ui/picture"
)

// Every message of the program that is not Bubble Tea's own. An answer that
// could come too late carries the number of the request that it answers: one
// that is no longer the latest is dropped.
type (
	// pageMsg brings the rows around the cursor of the list.
	pageMsg struct {
		request int
		rows    []articles.Row
		first   int              // index in the listing of rows[0]
		cursor  int              // index to stand on, or keepCursor
		counts  *articles.Counts // nil: as they were
		err     error
	}

	// countsMsg brings the numbers of the tabs.
	countsMsg struct {
		counts articles.Counts
		err    error
	}

	// rosterMsg brings the names that the filter matches.
	rosterMsg struct {
		roster *roster
		err    error
	}

	// matchesMsg brings what the filter found, best first, and the first rows
	// of it.
	matchesMsg struct {
		request int64
		ids     []articles.ID
		rows    []articles.Row
		err     error
	}

	// openedMsg brings an article to read.
	openedMsg struct {
		request int
		reading Reading
		goal    goal
		err     error
	}

	// wholeMsg brings the article on the screen with what its survey found.
	wholeMsg struct {
		request int
		article *articles.Article
	}

	// relatedMsg brings the related articles of the one on the screen.
	relatedMsg struct {
		request int
		related []articles.Related
		err     error
	}

	// foundMsg brings the match that was sought from a place on, forward or back.
	foundMsg struct {
		request int64
		index   *find.Index // that was sought in
		from    find.Place
		by      int
		match   find.Match
		found   bool
		quiet   bool // the window is not to move there
	}

	// countedMsg brings how many matches begin in each of the next chunks.
	countedMsg struct {
		request int64
		index   *find.Index // that was counted in
		counts  []int
	}

	// viewDueMsg comes when an article was on the screen for articles.ViewAfter.
	viewDueMsg struct{ request int }

	// viewedMsg says whether a view was counted.
	viewedMsg struct {
		id      articles.ID
		counted bool
		err     error
	}

	// placeDueMsg comes when the place is to be written.
	placeDueMsg struct{ request int }

	// writtenMsg says that something is written, or why it is not.
	writtenMsg struct {
		notice string // what to say when all went well; empty says nothing
		err    error
		id     articles.ID           // of the article that it is about
		revert func(*articles.State) // takes off its state what is not written; may be nil
	}

	// addressMsg brings the web address of an article to what wants it.
	addressMsg struct {
		url  string
		then func(url string) tea.Cmd
		err  error
	}

	// articleMsg brings an article to what wants it.
	articleMsg struct {
		article *articles.Article
		then    func(*articles.Article) tea.Cmd
		err     error
	}

	// linkFoundMsg brings the chunk of a text that holds the next link.
	linkFoundMsg struct {
		request int
		seek    int64 // number of the search
		chunk   int
		dir     int
		ok      bool
	}

	// outlineMsg brings the headings of the text, and outlineTimesMsg how much
	// there is to read under each.
	outlineMsg struct {
		request  int
		headings []markdown.Heading
	}
	outlineTimesMsg struct {
		request int
		minutes []int
	}

	// noteMsg comes when a footnote can be shown.
	noteMsg struct{ request, number int }

	// partMsg brings the place of a text that a link names.
	partMsg struct {
		request int
		name    string
		offset  int // in the source
		ok      bool
		stop    bool // going there is a stop of the history
	}

	// linkedMsg brings the article that a link leads to, if the library has it.
	linkedMsg struct {
		request int
		target  string
		id      articles.ID
		file    bool      // it leads to a file
		all     []Reading // which holds these
		err     error
	}

	// pagerFoundMsg brings the pager that an article goes to.
	pagerFoundMsg struct {
		cmd    *exec.Cmd
		colors bool // it shows them
		err    error
	}

	// pagerEndedMsg comes when the pager gave the terminal back.
	pagerEndedMsg struct{ err error }

	// putMsg says that what was only opened is in the library now.
	putMsg struct {
		ids []articles.ID
		err error
	}

	// extractedMsg brings an article that was made again of its original.
	extractedMsg struct {
		before, article *articles.Article
		undone          bool // what it was before is back
		err             error
	}

	// refreshingMsg comes when the progress of a refresh is to be drawn anew.
	refreshingMsg struct{ number int }

	// refreshedMsg says what a refresh of the feeds did.
	refreshedMsg struct {
		did articles.Refreshed
		err error
	}

	// lookAgainMsg comes when the list is to see what other programs did to the
	// library.
	lookAgainMsg struct{}

	// terminalSilentMsg comes when the terminal had time enough to say what it
	// has for pictures.
	terminalSilentMsg struct{}
	// stillMsg comes when the screen may have stood still since a change of it.
	stillMsg struct{ change int }

	// sizesMsg brings the sizes of pictures near the window.
	sizesMsg struct {
		request int
		sizes   map[string]picture.Size
	}

	// plateMsg brings a picture; nil when it is bad.
	plateMsg struct {
		request int
		key     plateKey
		plate   *plate
		send    string // to the terminal, before its rows are shown
	}

	// noticeOverMsg takes a notice away again.
	noticeOverMsg struct{ number int }
)

// keepCursor, as a pageMsg's cursor, leaves the cursor where it is.
const keepCursor = -1

// noticeFor is how long a notice stands.
const noticeFor = 4 * time.Second
