// Package ui is the Bubble Tea program: the root model, which gives messages to
// the screens and carries out what they ask for, the history, and the run.
package ui

import (
	"context"
	"errors"
	"os"
	"os/exec"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/config"
	"lede/ui/effect"
	"lede/ui/feeds"
	"lede/ui/gallery"
	"lede/ui/intent"
	"lede/ui/keys"
	"lede/ui/list"
	"lede/ui/reader"
	"lede/ui/tagging"
	"lede/ui/theme"
)

type (
	// Library is what the screens need of the store.
	Library = effect.Library
	// Reading is an article to read.
	Reading = effect.Reading
	// Stream is a text that is still coming.
	Stream = effect.Stream
	// Files are those of the disk that articles come from, or lead to.
	Files = effect.Files
	// Sources are where articles come from that the library does not have.
	Sources = effect.Sources
	// Spot is a line of a text, as an editor is to find it.
	Spot = effect.Spot
)

// screen is what takes the keys: one of the screens, or what covers it.
type screen interface {
	Scope() keys.Scope
	Act(c keys.Command) (cmd tea.Cmd, ok bool)
	Type(msg tea.Msg) tea.Cmd
	Click(x, y int) tea.Cmd
	Wheel(notches int) tea.Cmd
	Cursor() *tea.Cursor
	Take() []intent.Intent
}

// app is the root model. It routes messages to the screens and holds what they
// share; each screen owns its own state.
type app struct {
	fx    effect.Effects
	set   *config.Config
	pager func() (cmd *exec.Cmd, colors bool, err error)
	// pagerFailure says what the end of a pager means; see [Options].
	pagerFailure func(cmd *exec.Cmd, ended error) error

	child child // has the terminal
	// distinct says that the terminal tells Esc and the next key from a key that is
	// held with Alt.
	distinct bool
	getenv   func(string) string
	// clipboard writes to the desktop's clipboard; nil for none.
	clipboard func(text string) error
	profile   colorprofile.Profile

	terminal *os.File // the screen, and keyboard the keys
	keyboard *os.File
	colors   colors
	theme    *theme.Theme
	width    int
	height   int
	mouse    bool // is lede's; else the terminal's

	names   *keys.Bindings
	matcher *keys.Matcher
	strange map[string]bool // keys that mean nothing, and were told so

	list    *list.List
	feeds   *feeds.Feeds
	reader  *reader.Reader
	reading bool     // the reader is the screen; else the list
	atFeeds bool     // the feeds take the keys, in place of the list or beside it
	beside  bool     // the feeds stand beside the list, where there is room
	covers  []cover  // lie over it: the help, the palette
	recent  []string // lines of the palette
	// askAgain opens the line again in which something was typed that cannot be done;
	// nil when the reader has gone on since, or when it was done.
	askAgain func(err error) tea.Cmd
	pictures *gallery.Gallery

	history history
	walk    walk
	marks   map[byte]stop
	refresh refresh

	linkNames linkNames
	again     extractor

	queue   []Reading     // the things named on the command line
	tastes  []tasteChange // changes of how the screens look, the latest last
	queueAt int
	part    string // of the first of them, to begin at

	stream     Stream
	files      Files
	watched    watched
	changes    changes
	sources    Sources
	background context.Context // of what goes on while keys are answered
	fetching   fetching
	failure    error // why the program could not do what it was started for

	request  int       // number of the latest opening
	opening  bool      // it has not come yet
	held     []tea.Msg // keys and clicks that are meant for it
	notice   chrome.Notice
	greeting string // said at the start
}

// linkNames says under which names a library may know what a link in an
// article leads to.
type linkNames func(from *articles.Article, target string) []string

// screen is the one that takes the keys.
func (a *app) screen() screen {
	if n := len(a.covers); n > 0 {
		return a.covers[n-1]
	}
	return a.page()
}

// page is a screen that is not a cover.
type page interface {
	screen
	View(n *chrome.Notice) string
	// Able reports whether an operation has something to do now.
	Able(o keys.Op) bool
}

// page is the screen below what covers it.
func (a *app) page() page {
	switch {
	case a.reading:
		return a.reader
	case a.atFeeds:
		return a.feeds
	}
	return a.list
}

// isTyping reports whether keys are letters of a line.
func (a *app) isTyping() bool { return a.screen().Scope()&keys.InTyping != 0 }

// Init implements tea.Model.
func (a *app) Init() tea.Cmd {
	var cmds []tea.Cmd
	if ask := a.colors.follow(); ask != "" {
		// The first frame waits a moment for the answer; a command's would come
		// after it.
		_, _ = a.terminal.WriteString(ask) // nobody is told of a terminal that is gone
	}
	switch {
	case len(a.queue) > 0:
		cmds = append(cmds, a.openQueued(a.queueAt, a.part))
	case a.fetching.alone && a.stream == nil:
		cmds = append(cmds, a.fetchPage(a.fetching.address))
	case a.fetching.alone:
	default:
		cmds = append(cmds, a.layOut(), a.list.Begin(), a.lookAtFeeds())
		if a.set.Refresh && a.refresh.run != nil {
			cmds = append(cmds, a.startRefresh())
		}
	}
	if a.stream != nil {
		cmds = append(cmds, a.next())
	}
	cmds = append(cmds, a.lookAgain(), a.fx.Index())
	if a.greeting != "" {
		cmds = append(cmds, a.notice.Complain(errors.New(a.greeting)))
	}
	return tea.Batch(cmds...)
}

// Update implements tea.Model.
func (a *app) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := a.take(msg)
	if a.reading {
		cmd = tea.Batch(cmd, a.reader.LoadLexers(), a.reader.LoadPictures())
	} else {
		cmd = tea.Batch(cmd, a.list.Preview(), a.list.Remember())
	}
	return a, tea.Batch(cmd, a.release(), a.catchUp(), a.drawOver())
}

// take takes in a message, and carries out what the screens ask for then.
func (a *app) take(msg tea.Msg) tea.Cmd { return tea.Batch(a.update(msg), a.carryOut()) }

func (a *app) update(msg tea.Msg) tea.Cmd {
	if (a.opening || a.awaitsRow(msg)) && a.hold(msg) {
		return nil
	}
	if a.fetching.alone {
		if cmd, ok := a.awaitKey(msg); ok {
			return cmd
		}
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return a.key(msg)
	case tea.KeyboardEnhancementsMsg:
		a.distinct = msg.SupportsKeyDisambiguation()
	case tea.PasteMsg:
		a.askAgain = nil
		return a.screen().Type(msg)
	case tea.MouseWheelMsg:
		return a.wheel(msg.Mouse())
	case tea.MouseClickMsg:
		return a.click(msg.Mouse())
	case tea.MouseMotionMsg:
		return a.drag(msg.Mouse())
	case tea.MouseReleaseMsg:
		return a.letGo(msg.Mouse())
	case tea.WindowSizeMsg:
		return a.resize(msg.Width, msg.Height)
	case tea.ResumeMsg:
		return a.takeBack()
	case chrome.NoticeOver:
		_, width := a.column()
		a.notice.Over(msg, width)
	case lookAgainMsg:
		return a.look()
	default:
		return a.answer(msg)
	}
	return nil
}

// answer takes in what an effect brought: the root's own, else that of whom it is.
func (a *app) answer(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case openedMsg:
		return a.show(msg)
	case linkedMsg:
		return a.linkedTo(msg)
	case effect.Written:
		return a.written(msg)
	case effect.Saved:
		return a.saved(msg)
	case effect.Undone:
		return a.undone(msg)
	case effect.Indexed:
		return a.indexed(msg)
	case effect.FeedSet:
		return a.feedSet(msg)
	case effect.Changed:
		return a.changed(msg)
	case tagging.Known:
		msg.To.Learn(msg)
		return nil
	case addressMsg:
		return a.receiveAddress(msg)
	case articleMsg:
		return a.receiveArticle(msg)
	case extractedMsg:
		return a.extracted(msg)
	case pagerFoundMsg:
		return a.openPager(msg)
	case pagerEndedMsg:
		return tea.Batch(a.takeBack(), a.fail(msg.err))
	case copyReadMsg:
		return a.copyRead(msg)
	case fetchedMsg:
		return a.fetched(msg)
	case addedMsg:
		return a.added(msg)
	case refreshingMsg:
		return a.refreshing(msg)
	case refreshedMsg:
		return a.refreshed(msg)
	case streamMsg:
		return a.streamed(msg)
	case list.UnreadMsg:
		return a.seenUnread(msg)
	}
	return tea.Batch(a.fileAnswer(msg), a.colorNews(msg), a.list.Update(msg), a.feeds.Update(msg), a.reader.Update(msg), a.pictures.Update(msg))
}

// flush writes what is not written yet, when the program ends.
func (a *app) flush() error {
	_ = a.leaveText() // asks for the last place to be written
	_ = a.list.RememberNow()
	return a.fx.Settle()
}
