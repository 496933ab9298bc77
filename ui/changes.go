package ui

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/ui/effect"
)

// lookAgainAfter is the shortest time between two looks at what other programs
// did to the library: what they do is seen within a second, and who adds a thousand
// articles has the list read twice a second at most. lookAgainAtLatest is the longest
// where it is told that they did something: not every file system tells what another
// machine writes.
const (
	lookAgainAfter    = 500 * time.Millisecond
	lookAgainAtLatest = 2 * time.Minute
)

// changes waits for what other programs do to the library.
type changes struct {
	told  func() <-chan struct{} // nil when nobody tells
	heard *atomic.Bool           // somebody has begun to
	over  <-chan struct{}        // when the program ends

	behind bool // the list has not seen what was told
}

func newChanges(ctx context.Context, tell func(context.Context) <-chan struct{}) changes {
	c := changes{over: ctx.Done(), heard: new(atomic.Bool)}
	if tell != nil { // not before the first screen, which needs no watching
		c.told = sync.OnceValue(func() <-chan struct{} { return tell(ctx) })
	}
	return c
}

// wait waits for a change. The first time it does not: what came before somebody
// told is to be looked at too.
func (c changes) wait() {
	if c.told == nil {
		return
	}
	told := c.told()
	if c.heard.CompareAndSwap(false, true) {
		return
	}
	select {
	case <-told:
	case <-c.over:
	case <-time.After(lookAgainAtLatest):
	}
}

// lookAgainMsg comes when the list is to see what other programs did to the
// library.
type lookAgainMsg struct{}

// lookAgain asks for the next look at the library: when it has changed, but not
// soon after the last one.
func (a *app) lookAgain() tea.Cmd {
	changes := a.changes // the program writes to its own meanwhile
	return a.fx.After(lookAgainAfter, func() tea.Msg {
		changes.wait()
		return lookAgainMsg{}
	})
}

// look looks at the library anew, where it is seen.
func (a *app) look() tea.Cmd {
	if a.reading { // who comes back from there has the list read anew
		return a.lookAgain()
	}
	a.changes.behind = true
	return tea.Batch(a.catchUp(), a.lookAgain())
}

// catchUp has the list read anew what others changed. Where it is not the moment for
// that, a later message is.
func (a *app) catchUp() tea.Cmd {
	if !a.changes.behind || a.reading {
		return nil
	}
	look := a.list.LookAgain()
	if a.changes.behind = look == nil; a.changes.behind {
		return nil
	}
	return tea.Batch(look, a.lookAtFeeds())
}

// fail shows an error of an effect; none shows nothing.
func (a *app) fail(err error) tea.Cmd {
	if err == nil {
		return nil
	}
	return a.notice.Complain(err)
}

// feedSet says what became of a feed, and shows it.
func (a *app) feedSet(msg effect.FeedSet) tea.Cmd {
	if msg.Err != nil {
		return tea.Batch(a.notice.Complain(msg.Err), a.renewLists())
	}
	return tea.Batch(a.notice.Say(msg.Did+a.undoes()), a.renewLists())
}

// lookAtFeeds shows the feeds as they are now, where they are seen.
func (a *app) lookAtFeeds() tea.Cmd {
	if a.reading || !a.atFeeds && a.side() == 0 {
		return nil
	}
	return a.feeds.Reload()
}

// renewLists shows the list and the feeds as they are now.
func (a *app) renewLists() tea.Cmd { return tea.Batch(a.list.Reload(), a.lookAtFeeds()) }
