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
	stops := " · " + a.names.Said(keys.Cancel, keys.InReader) + " " + f.stops
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
		return a.refuse(msg.err)
	case alone:
		a.queue = msg.all
	case len(msg.all) > 1:
		a.askAgain = nil
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
	case tea.PasteMsg, tea.MouseClickMsg, tea.MouseWheelMsg:
		return nil, true
	}
	return nil, false
}

// add puts a thing into the library, while the program goes on.
func (a *app) add(thing string) tea.Cmd {
	switch {
	case a.reading:
		a.askGivenAgain(thing)
	case a.askAgain == nil:
		again := a.list.AddAgain
		if a.atFeeds {
			again = a.feeds.AddAgain
		}
		a.askAgain = func(err error) tea.Cmd { return tea.Batch(again(), a.notice.Complain(err)) }
	}
	ctx, sources := a.background, a.sources
	a.notice.Hold("Adding " + thing + " …")
	return func() tea.Msg {
		did, err := sources.Add(ctx, thing)
		return addedMsg{thing, did, err}
	}
}

// askGivenAgain has the panel of a thing that was given over a text come back when
// nothing comes of it.
func (a *app) askGivenAgain(thing string) {
	a.askAgain = func(err error) tea.Cmd {
		a.notice.Hush()
		a.reader.GivenAgain(thing, err)
		return nil
	}
}

// added says what became of a thing. The cursor stays on its article.
func (a *app) added(msg addedMsg) tea.Cmd {
	if errors.Is(msg.err, context.Canceled) {
		return nil
	}
	words, err := taken(&msg.did, msg.err, a.names.Said(keys.Refresh, keys.InList))
	if n := len(msg.did.Feeds); err == nil && n > 0 && !msg.did.Feeds[0].Was {
		words = sentence(words) + a.undoes()
	}
	var say tea.Cmd
	if err != nil {
		a.list.Failed(msg.thing)
		a.feeds.Failed(msg.thing)
		say = a.refuse(err)
	} else {
		a.askAgain = nil
		say = a.notice.Say(words)
	}
	if a.reading {
		return tea.Batch(say, a.list.Count())
	}
	return tea.Batch(say, a.list.LookAgain(), a.lookAtFeeds())
}

// taken says in one line what became of a thing that was to be added; an error
// says why nothing was. Refresh is the name of the key that asks the feeds.
func taken(did *articles.Intake, err error, refresh string) (string, error) {
	passed := did.PassedOver()
	switch {
	case err != nil && passed != "":
		return "", fmt.Errorf("%w; %s", err, passed)
	case err != nil:
		return "", err
	case did.Articles() == 0 && len(did.Failures) > 0:
		return "", did.Failures[0]
	}
	said := takenWords(did, refresh)
	if passed != "" {
		said += " " + passed + "."
	}
	// What is wrong stands first: a screen may have no room for all of the line.
	switch n := len(did.Warnings); n {
	case 0:
		return said, nil
	case 1:
		return did.Warnings[0] + " · " + said, nil
	case 2:
		return did.Warnings[0] + ", and 1 more warning · " + said, nil
	default:
		return fmt.Sprintf("%s, and %s more warnings · %s", did.Warnings[0], chrome.Grouped(n-1), said), nil
	}
}

func takenWords(did *articles.Intake, refresh string) string {
	switch {
	case len(did.Feeds) > 0:
		return subscribed(&did.Feeds[0])
	case len(did.Lists) > 0:
		return listed(&did.Lists[0], refresh)
	case did.Articles() == 1 && did.Failed == 0 && did.Last != nil && did.Of == "" && len(did.Passed) == 0 && did.Ruled == (articles.Ruled{}):
		for outcome, n := range did.Outcomes {
			if n > 0 {
				word := articles.Outcome(outcome).String()
				return strings.ToUpper(word[:1]) + word[1:] + ": " + did.Last.Title
			}
		}
	}
	said := did.Counts()
	if did.Of != "" {
		said = did.Of + ": " + said
	}
	if len(did.Failures) > 0 {
		return said + ": " + did.Failures[0].Error()
	}
	return said + "."
}

func subscribed(did *articles.Subscribed) string {
	name, number, articles := did.Feed.Label(), did.Feed.Key, "articles"
	if did.Was {
		return fmt.Sprintf("%s is subscribed to already (feed %d)", name, number)
	}
	if did.New == 1 {
		articles = "article"
	}
	said := fmt.Sprintf("Subscribed to %s (feed %d): %s new %s", name, number, chrome.Grouped(did.New), articles)
	if ruled := did.Ruled.String(); ruled != "" {
		said += ", " + ruled
	}
	return said
}

func listed(did *articles.FeedList, refresh string) string {
	said := did.Counts()
	switch {
	case said == "":
		said = did.Name + " lists no feeds"
	case did.Outcomes[articles.Added] > 0:
		said += ": " + refresh + " reads them"
	}
	if len(did.Refused) > 0 {
		said += "; " + did.Refused[0]
	}
	return said
}
