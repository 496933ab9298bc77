package ui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
)

// Sources are where articles come from that the library does not have. All
// methods may take long, are called from commands alone, and end with ctx.
type Sources interface {
	// Fetch reads what stands at a web address: an article, or those of a feed or
	// a book. From is the article that names the address; nil when the person
	// does.
	Fetch(ctx context.Context, address string, from *articles.Article) ([]Reading, error)
	// Add puts what is at an address or a path into the library.
	Add(ctx context.Context, thing string) (articles.Intake, error)
	// Refresh asks the feeds that are due for what is new, reads the folders that
	// were added again, and puts what it finds into the library. It tells progress how many of how many are done. When ctx ends, it
	// leaves nothing half done.
	Refresh(ctx context.Context, progress func(done, total int)) (articles.Refreshed, error)
}

// fetching is the page that is on its way to the screen.
type fetching struct {
	address string // empty when there is none
	sign    string // says that it is on its way
	number  int    // of the latest one
	cancel  context.CancelFunc
	alone   bool // the program was started to read it: there is nothing else yet
}

// fetchedMsg brings a page to read.
type fetchedMsg struct {
	number int
	part   string // to begin at
	all    []Reading
	err    error
}

// addedMsg says what became of a thing that was to be added.
type addedMsg struct {
	did articles.Intake
	err error
}

// fetchPage fetches a page to read it here. All keys do what they do; Esc stops
// it, and so does what takes the reader elsewhere.
func (a *app) fetchPage(address string) tea.Cmd {
	a.stopFetching()
	f := &a.fetching
	page, part := fragment(address)
	ctx, cancel := context.WithCancel(a.background)
	f.address, f.cancel = address, cancel
	number, sources := f.number, a.sources
	var from *articles.Article
	if !f.alone {
		from = a.reader.Article
	}
	const rest = len("Fetching ") + len(" · Esc stops")
	f.sign = "Fetching " + cutMiddle(articles.CleanLine(address), max(12, a.width-rest-1)) + " · Esc stops"
	a.notice.hold(f.sign)
	return func() tea.Msg {
		all, err := sources.Fetch(ctx, page, from)
		if err == nil && len(all) == 0 {
			err = fmt.Errorf("%s holds no article", page)
		}
		return fetchedMsg{number, part, all, err}
	}
}

// stopFetching stops what is on its way; false when nothing is.
func (a *app) stopFetching() bool {
	f := &a.fetching
	f.number++
	if f.address == "" {
		return false
	}
	f.cancel()
	if a.notice.text == f.sign {
		a.notice.text = ""
	}
	f.address = ""
	return true
}

// sourceAnswer takes in what came from outside of the library.
func (a *app) sourceAnswer(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case fetchedMsg:
		return a.fetched(msg)
	case addedMsg:
		return a.added(msg)
	}
	return nil
}

// answersWithin is how long a terminal takes to answer what it is asked at the
// start: a program that ends before leaves the answers to the shell.
const answersWithin = 200 * time.Millisecond

// fetched shows a page that came.
func (a *app) fetched(msg fetchedMsg) tea.Cmd {
	if msg.number != a.fetching.number {
		return nil
	}
	alone := a.fetching.alone
	a.fetching.alone = false
	a.stopFetching()
	switch {
	case msg.err != nil && alone:
		a.failure = msg.err
		a.fetching.alone = true // still
		return a.fx.tick(answersWithin, func(time.Time) tea.Msg { return tea.QuitMsg{} })
	case msg.err != nil:
		return a.notice.complain(msg.err)
	case alone:
		a.queue = msg.all
	case len(msg.all) > 1:
		return a.notice.say(fmt.Sprintf("It holds %d articles: a in the library adds them.", len(msg.all)))
	}
	a.request++
	return a.show(openedMsg{request: a.request, reading: msg.all[0], goal: goal{resume: msg.part == "", part: msg.part}})
}

// awaitKey is a key before there is anything to see: it waits for that, but for
// those that stop.
func (a *app) awaitKey(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch o := a.keys[inReader].match(msg); o {
		case opOut, opQuit:
			a.stopFetching()
			return tea.Quit, true
		case opSuspend:
			return tea.Suspend, true
		}
		if len(a.held) < mostHeld {
			a.held = append(a.held, msg)
		}
		return nil, true
	case tea.MouseClickMsg, tea.MouseWheelMsg:
		return nil, true
	}
	return nil, false
}

// waiting is the screen while there is nothing else to see.
func (a *app) waiting() string {
	line := cut(" "+a.theme.Screen.Hint.Render(a.fetching.sign), a.width)
	return strings.Repeat("\n", max(0, a.height-1)) + line
}

// add puts a thing into the library, while the program goes on.
func (a *app) add(thing string) tea.Cmd {
	if thing == "" {
		return nil
	}
	ctx, sources := a.background, a.sources
	a.notice.hold("Adding " + thing + " …")
	return func() tea.Msg {
		did, err := sources.Add(ctx, thing)
		return addedMsg{did, err}
	}
}

// added says what became of a thing. The cursor stays on its article.
func (a *app) added(msg addedMsg) tea.Cmd {
	if errors.Is(msg.err, context.Canceled) {
		return nil
	}
	words, err := taken(&msg.did, msg.err, "r")
	var say tea.Cmd
	if err != nil {
		say = a.notice.complain(err)
	} else {
		say = a.notice.say(words)
	}
	if a.at == inList && !a.list.filter.typing {
		return tea.Batch(say, a.list.reload())
	}
	return tea.Batch(say, a.fx.counts)
}
