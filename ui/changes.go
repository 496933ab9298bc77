package ui

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
)

// lookAgainAfter is the shortest time between two looks at what other programs
// did to the library, and lookAgainAtLatest the longest where it is told that they
// did something: not every file system tells what another machine writes.
const (
	lookAgainAfter    = 3 * time.Second
	lookAgainAtLatest = 2 * time.Minute
)

// changes waits for what other programs do to the library.
type changes struct {
	told  func() <-chan struct{} // nil when nobody tells
	heard *atomic.Bool           // somebody has begun to
	over  <-chan struct{}        // when the program ends
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
	return a.fx.After(lookAgainAfter, func() tea.Msg {
		a.changes.wait()
		return lookAgainMsg{}
	})
}

// look looks at the library anew, where it is seen.
func (a *app) look() tea.Cmd {
	if a.reading { // who comes back from there has the list read anew
		return a.lookAgain()
	}
	if look := a.list.LookAgain(); look != nil {
		return tea.Batch(look, a.lookAtFeeds(), a.lookAgain())
	}
	return a.fx.Tick(lookAgainAfter, lookAgainMsg{}) // it is not the moment
}
