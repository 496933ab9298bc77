package ui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/keys"
	"lede/ui/reader"
)

// fetching is the page that is on its way to the screen.
type fetching struct {
	address string // empty when there is none
	sign    string // says that it is on its way
	stops   string // what the key does that leaves it
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
	thing string
	did   articles.Intake
	err   error
}

// fetchPage fetches a page to read it here. All keys do what they do; Esc stops
// it, and so does what takes the reader elsewhere.
func (a *app) fetchPage(address string) tea.Cmd {
	a.stopFetching()
	f := &a.fetching
	page, part := reader.Fragment(address)
	ctx, cancel := context.WithCancel(a.background)
	f.address, f.cancel = address, cancel
	number, sources := f.number, a.sources
	var from *articles.Article
	if !f.alone {
		from = a.reader.Article
	}
	const least = 12 // columns of the address that still tell something
	f.stops = "stops"
	stops := " · " + a.names.Name(keys.Cancel, keys.InReader) + " " + f.stops
	room := a.width - ansi.StringWidth("Fetching "+stops) - 1
	f.sign = "Fetching " + chrome.CutMiddle(articles.CleanLine(address), max(least, room))
	a.notice.Hold(f.sign + stops)
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
	if strings.HasPrefix(a.notice.Text(), f.sign) {
		a.notice.Hush()
	}
	f.address = ""
	return true
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
		return a.fx.Tick(answersWithin, tea.QuitMsg{})
	case msg.err != nil:
		return a.notice.Complain(msg.err)
	case alone:
		a.queue = msg.all
	case len(msg.all) > 1:
		return a.notice.Say(a.holdsMany(len(msg.all)))
	}
	a.request++
	return a.show(openedMsg{request: a.request, reading: msg.all[0], goal: goal{Goal: reader.Goal{Resume: msg.part == "", Part: msg.part}}})
}

// awaitKey is a key before there is anything to see: it waits for that, but for
// those that stop.
func (a *app) awaitKey(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch a.matcher.Press(keys.InWait, msg.String()).Op {
		case keys.Out, keys.Cancel, keys.Quit, keys.QuitNow:
			a.stopFetching()
			return tea.Quit, true
		case keys.Suspend:
			return a.suspend(), true
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

// add puts a thing into the library, while the program goes on.
func (a *app) add(thing string) tea.Cmd {
	ctx, sources := a.background, a.sources
	a.notice.Hold("Adding " + thing + " …")
	return func() tea.Msg {
		did, err := sources.Add(ctx, thing)
		return addedMsg{thing, did, err}
	}
}

// added says what became of a thing. The cursor stays on its article.
func (a *app) added(msg addedMsg) tea.Cmd {
	if errors.Is(msg.err, context.Canceled) {
		return nil
	}
	words, err := taken(&msg.did, msg.err, a.names.Name(keys.Refresh, keys.InList))
	say := a.notice.Say(words)
	if err != nil {
		a.list.Failed(msg.thing)
		say = a.notice.Complain(err)
	}
	if a.reading {
		return tea.Batch(say, a.list.Count())
	}
	return tea.Batch(say, a.list.LookAgain())
}
