package ui

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/effect"
	"lede/ui/keys"
)

// drawRefresh is how often the progress of a refresh is drawn anew, and how
// often a reader who types is looked at to tell what it did. It is seldom: what
// is drawn then leaves together with the answer to a key, and delays its end.
const drawRefresh = time.Second

// patience is how long the end of the program waits for a refresh to end.
const patience = 2 * time.Second

// refresh is the reading of feeds and folders in the background.
type refresh struct {
	run    func(ctx context.Context, progress func(done, total int)) (articles.Refreshed, error)
	lends  bool       // the process lends it what is spare
	number int        // of the latest
	now    *refresher // nil when none runs
}

// spare is how many goroutines more than there are processors may compute while
// there is a refresh. A key is answered at once then, by the system's own sharing of
// its processors: Go gives way after some 10 ms only. Each costs the program
// about a megabyte, so it has none without need.
const spare = 2

// refresher is one refresh that runs.
type refresher struct {
	done, total atomic.Int64
	cancel      context.CancelFunc
	begun       atomic.Bool   // by its command, or by the end of the program
	over        chan struct{} // closed when it has ended
}

// label is how far a refresh is, as the footer says it.
func (r *refresher) label() string {
	if total := r.total.Load(); total > 0 {
		return "refresh " + chrome.Grouped(int(r.done.Load())) + "/" + chrome.Grouped(int(total))
	}
	return "refresh …"
}

// stop ends a refresh that runs, and waits for what it is just writing.
func (r *refresh) stop() {
	if r.now == nil {
		return
	}
	r.now.cancel()
	if r.now.begun.CompareAndSwap(false, true) {
		return // its command was never run, and will not be
	}
	select {
	case <-r.now.over:
	case <-time.After(patience): // what is not written whole is not written
	}
}

// startRefresh reads all feeds and folders, unless that is going on.
func (a *app) startRefresh() tea.Cmd { return a.refreshFrom(articles.Origins{}) }

// refreshFrom is startRefresh for some of them alone; none are all.
func (a *app) refreshFrom(some articles.Origins) tea.Cmd {
	if a.refresh.run == nil {
		return a.notice.Complain(errors.New("there is no refresh here: lede refresh does it"))
	}
	if now := a.refresh.now; now != nil {
		return a.notice.Say("The " + now.label() + " is going on already.")
	}
	ctx, cancel := context.WithCancel(a.background)
	now := &refresher{cancel: cancel, over: make(chan struct{})}
	a.refresh.now = now
	a.refresh.number++
	a.setAside(now.label())
	run, lends := a.refresh.run, a.refresh.lends
	if !some.IsEmpty() {
		run = func(ctx context.Context, progress func(done, total int)) (articles.Refreshed, error) {
			return a.sources.RefreshFrom(ctx, some, progress)
		}
	}
	return tea.Batch(a.drawRefresh(), func() tea.Msg {
		defer close(now.over)
		defer cancel()
		if !now.begun.CompareAndSwap(false, true) {
			return nil
		}
		if lends {
			usual := runtime.GOMAXPROCS(runtime.GOMAXPROCS(0) + spare)
			defer runtime.GOMAXPROCS(usual)
		}
		did, err := run(ctx, func(done, total int) {
			now.total.Store(int64(total))
			now.done.Store(int64(done))
		})
		return refreshedMsg{did, err}
	})
}

// refreshingMsg comes when the progress of a refresh is to be drawn anew, and
// refreshedMsg says what it did.
type (
	refreshingMsg struct{ number int }
	refreshedMsg  struct {
		did articles.Refreshed
		err error
	}
)

func (a *app) drawRefresh() tea.Cmd {
	number := a.refresh.number
	return a.fx.Tick(drawRefresh, refreshingMsg{number})
}

// refreshing draws the progress anew.
func (a *app) refreshing(msg refreshingMsg) tea.Cmd {
	if a.refresh.now == nil || msg.number != a.refresh.number {
		return nil
	}
	a.setAside(a.refresh.now.label())
	return a.drawRefresh()
}

// refreshed says what a refresh did and shows what is new, without moving what
// the reader looks at. While one types, it waits.
func (a *app) refreshed(msg refreshedMsg) tea.Cmd {
	a.refresh.now = nil
	a.setAside("")
	if a.isTyping() {
		return a.fx.Tick(drawRefresh, msg)
	}
	var show tea.Cmd
	if !a.reading {
		show = tea.Batch(a.list.LookAgain(), a.lookAtFeeds())
	}
	return tea.Batch(show, a.tellRefreshed(msg))
}

// tellRefreshed says in a line what a refresh did: "12 new, 1 failed: NAME: why".
func (a *app) tellRefreshed(msg refreshedMsg) tea.Cmd {
	did := &msg.did
	switch {
	case msg.err != nil:
		return a.notice.Complain(fmt.Errorf("refresh: %w", msg.err))
	case did.IsEmpty():
		add := a.names.Said(keys.Add, a.page().Scope())
		if a.reading {
			add += " in the library"
		}
		return a.notice.Say("No feeds and no folders yet: " + add + " adds what you type, an address or a path.")
	case did.Failed() == 0:
		return a.notice.Say(sentence(joined(did.Summary(), did.LostFiles())))
	}
	text := did.Summary() + ": " + did.Failures[0].String()
	if more := did.Failed() - 1; more > 0 {
		text += "; and " + chrome.Grouped(more) + " more, which lede refresh tells"
	}
	return a.notice.Show(joined(text, did.LostFiles()), did.Added+did.Updated+did.Moved == 0)
}

// joined is what was done and what else is to be told, if anything is.
func joined(done, more string) string {
	if done == "" || more == "" {
		return done + more
	}
	return done + "; " + more
}

// sentence is a summary that stands alone.
func sentence(words string) string {
	return strings.ToUpper(words[:1]) + words[1:] + "."
}

// indexed has the index of a library that is older than it go on until a search finds all
// articles, and the list say how far it is. One that cannot be written is searched as it is.
func (a *app) indexed(msg effect.Indexed) tea.Cmd {
	if msg.Err != nil || msg.Left == 0 {
		a.list.SetIndexing("")
		return nil
	}
	a.list.SetIndexing("indexing, " + chrome.Grouped(msg.Left) + " left")
	return a.fx.Index()
}

// setAside has the footers say how far a refresh is.
func (a *app) setAside(text string) {
	a.list.SetAside(text)
	a.feeds.SetAside(text)
}
