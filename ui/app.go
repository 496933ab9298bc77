package ui

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/theme"
)

// app is the root model. It routes messages to the screens and holds what they
// share; each screen owns its own state.
type app struct {
	fx    effects
	pager func() (cmd *exec.Cmd, colors bool, err error)
	// pagerFailure says what the end of a pager means; see [Options].
	pagerFailure func(cmd *exec.Cmd, ended error) error

	child child // has the terminal
	// distinct says that the terminal tells Esc and the next key from a key that is
	// held with Alt.
	distinct bool
	getenv   func(string) string
	profile  colorprofile.Profile

	terminal  *os.File // the screen, and keyboard the keys
	keyboard  *os.File
	themeName string
	ground    theme.Ground // the terminal's background
	theme     *theme.Theme
	width     int
	height    int

	at     scope // the screen that is shown
	list   list
	reader reader
	help   help
	keys   map[scope]keymap
	easel  easel

	trail   trail
	walk    walk
	refresh refresh

	linkNames linkNames
	again     extractor

	queue   []Reading // the things named on the command line
	queueAt int
	part    string // of the first of them, to begin at

	stream     Stream
	files      Files
	watched    watched
	sources    Sources
	background context.Context // of what goes on while keys are answered
	fetching   fetching
	failure    error // why the program could not do what it was started for

	request  int       // number of the latest opening
	opening  bool      // it has not come yet
	held     []tea.Msg // keys and clicks that are meant for it
	notice   notice
	greeting string // said at the start
	undo     []func() tea.Cmd
}

// Init implements tea.Model.
func (a *app) Init() tea.Cmd {
	var cmds []tea.Cmd
	if a.themeName == "auto" {
		// The answer is there before the first frame leaves, which waits for the
		// ticker; the command would leave with that frame.
		_, _ = a.terminal.WriteString(ansi.RequestBackgroundColor) // nobody is told of a terminal that is gone
	}
	switch {
	case len(a.queue) > 0:
		cmds = append(cmds, a.openQueued(a.queueAt, a.part))
	case a.fetching.alone && a.stream == nil:
		cmds = append(cmds, a.fetchPage(a.fetching.address))
	case a.fetching.alone:
	default:
		cmds = append(cmds, a.list.ensure())
	}
	if a.stream != nil {
		cmds = append(cmds, a.next())
	}
	cmds = append(cmds, a.lookAgain())
	if a.greeting != "" {
		cmds = append(cmds, a.notice.complain(errors.New(a.greeting)))
	}
	return tea.Batch(cmds...)
}

// Update implements tea.Model.
func (a *app) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	cmd := a.update(msg)
	if a.at == inReader {
		cmd = tea.Batch(cmd, a.reader.wantLexers(), a.reader.wantPictures())
	}
	return a, tea.Batch(cmd, a.attend())
}

func (a *app) update(msg tea.Msg) tea.Cmd {
	if a.opening && a.hold(msg) {
		return nil
	}
	if a.fetching.alone {
		if cmd, ok := a.awaitKey(msg); ok {
			return cmd
		}
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if esc, key, ok := a.parted(msg); ok {
			return tea.Batch(a.update(esc), a.update(key))
		}
		a.dismiss()
		return a.key(msg)
	case tea.KeyboardEnhancementsMsg:
		a.distinct = msg.SupportsKeyDisambiguation()
	case tea.PasteMsg:
		if a.at == inList && a.list.adding.typing {
			return a.list.adding.typeText(msg)
		}
		if a.at == inList && a.list.filter.typing {
			return a.list.typeText(msg)
		}
		if a.at == inReader && a.reader.search.typing {
			return a.reader.typeText(msg)
		}
	case tea.MouseWheelMsg:
		return a.wheel(msg.Mouse())
	case tea.MouseClickMsg:
		if a.dismiss() {
			return nil // what it was about is under the notice
		}
		return a.click(msg.Mouse())
	case tea.WindowSizeMsg:
		return a.resize(msg.Width, msg.Height)
	case tea.BackgroundColorMsg:
		a.setBackground(msg.IsDark())
	case tea.ColorProfileMsg:
		a.profile = msg.Profile
		a.retheme()
	case pagerFoundMsg:
		return a.openPager(msg)
	case pagerEndedMsg:
		a.easel.drawAgain()
		return a.fail(msg.err)
	case tea.ResumeMsg:
		a.easel.drawAgain()
	case noticeOverMsg:
		_, width := a.column()
		a.notice.over(msg, width)
	default:
		return a.answer(msg)
	}
	return nil
}

// answer takes in what an effect brought.
func (a *app) answer(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case pageMsg:
		return tea.Batch(a.list.receive(msg), a.fail(msg.err))
	case countsMsg:
		if msg.err == nil {
			a.list.counts = msg.counts
		}
		return a.fail(msg.err)
	case rosterMsg:
		if msg.err != nil || !a.list.filter.typing {
			return a.fail(msg.err)
		}
		a.list.filter.roster = msg.roster
		return a.list.filter.search(a.list.window())
	case matchesMsg:
		return tea.Batch(a.list.found(msg), a.fail(msg.err))
	case openedMsg:
		return a.show(msg)
	case wholeMsg:
		return a.reader.receiveWhole(msg)
	case lexersMsg:
		a.reader.receiveLexers()
	case relatedMsg:
		return tea.Batch(a.reader.receiveRelated(msg), a.fail(msg.err))
	case foundMsg:
		return a.reader.receiveFound(msg)
	case countedMsg:
		return a.reader.receiveCounted(msg)
	case viewDueMsg:
		if a.at != inList && msg.request == a.reader.request {
			return a.reader.view()
		}
	case placeDueMsg:
		if msg.request == a.reader.request {
			return a.reader.savePlace()
		}
	case viewedMsg:
		return a.counted(msg)
	case writtenMsg:
		return a.written(msg)
	case lookAgainMsg:
		if a.at == inList && !a.list.waiting && !a.list.filter.typing {
			return tea.Batch(a.list.reload(), a.lookAgain())
		}
		return a.lookAgain()
	case addressMsg:
		return a.receiveAddress(msg)
	case putMsg:
		return a.saved(msg)
	case extractedMsg:
		return a.extracted(msg)
	case stillMsg:
		return a.draw(msg)
	default:
		return tea.Batch(a.reader.pictureNews(msg), a.wayAnswer(msg), a.sourceAnswer(msg), a.refreshNews(msg), a.fileAnswer(msg))
	}
	return nil
}

// fail shows an error of an effect; none shows nothing.
func (a *app) fail(err error) tea.Cmd {
	if err == nil {
		return nil
	}
	return a.notice.complain(err)
}

func (a *app) resize(width, height int) tea.Cmd {
	a.width, a.height = max(1, width), max(1, height)
	a.reader.resize(a.width, a.height)
	a.help.width, a.help.height = a.width, a.height
	return a.list.resize(a.width, a.height)
}

// lookAgain asks for the next look at the library.
func (a *app) lookAgain() tea.Cmd {
	return a.fx.tick(lookAgainAfter, func(time.Time) tea.Msg { return lookAgainMsg{} })
}

// View implements tea.Model.
func (a *app) View() tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	v.WindowTitle = "lede"
	if a.fetching.alone {
		v.SetContent(a.waiting())
		return v
	}
	switch a.at {
	case inHelp:
		v.SetContent(a.help.view(a.theme))
	case inReader:
		v.WindowTitle = a.reader.windowTitle()
		v.SetContent(a.noticed(a.reader.screen(a.notice)))
		v.Cursor = a.reader.cursorAt()
	default:
		v.SetContent(a.noticed(a.list.view(a.notice)))
		v.Cursor = a.list.cursorAt()
	}
	return v
}

// flush writes what is not written yet, when the program ends.
func (a *app) flush() error {
	_ = a.leaveText() // asks for the last place to be written
	return a.fx.log.settle(a.fx.ctx)
}

// current is the article that a key such as star is about.
func (a *app) current() (id articles.ID, state *articles.State) {
	if a.at == inReader {
		if !a.reader.Saved {
			return "", nil
		}
		return a.reader.Article.ID, &a.reader.State
	}
	if r := a.list.current(); r != nil {
		return r.ID, &r.State
	}
	return "", nil
}
