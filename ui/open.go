package ui

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/keys"
	"lede/ui/reader"
)

// goal says where in an article to start, and what its opening is in the
// history and on a walk. History and walk move when the article is on the
// screen, not before: an opening that fails, or that another one overtakes,
// leaves them as they were.
type goal struct {
	reader.Goal
	back bool // a stop of the history, at index stop; else a new stop
	stop int
	walk *walk // the walk it is a step of; nil ends the walk
}

// resume is where most openings go: where the reader stopped.
var resume = goal{Goal: reader.Goal{Resume: true}}

// open loads an article of the library and goes on to it.
func (a *app) open(id articles.ID, g goal) tea.Cmd {
	a.request++
	a.opening = true
	request := a.request
	return a.fx.Ask(func(ctx context.Context, lib Library) tea.Msg {
		article, state, err := lib.Article(ctx, id)
		if err != nil {
			err = fmt.Errorf("open article: %w", err)
		}
		return openedMsg{request, Reading{Article: article, State: state, Saved: true}, g, err}
	})
}

// openedMsg brings an article to read.
type openedMsg struct {
	request int
	reading Reading
	goal    goal
	err     error
}

// mostHeld bounds what is typed ahead: more than this is a key that got stuck.
const mostHeld = 64

// hold keeps a key, a paste or a click that was meant for the article that is about to
// come: nobody types for a screen that they have just left. What ends or stops
// the program is not held.
func (a *app) hold(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if a.does(keys.InReader, msg, keys.Suspend, keys.QuitNow) {
			return false
		}
	case tea.PasteMsg, tea.MouseClickMsg, tea.MouseWheelMsg:
	default:
		return false
	}
	if len(a.held) < mostHeld {
		a.held = append(a.held, msg)
	}
	return true
}

// awaitsRow reports whether the next key is for a row that is on its way, and waits for
// it as well. Esc does not: it may be what is to end the wait.
func (a *app) awaitsRow(msg tea.Msg) bool {
	if a.screen() != screen(a.list) || !a.list.Awaits() {
		return false
	}
	key, ok := msg.(tea.KeyPressMsg)
	return len(a.held) > 0 || ok && !a.does(keys.InList, key, keys.Clear, keys.Out)
}

// release does what was held, up to a key that opens the next article or goes to a row
// that is on its way.
func (a *app) release() tea.Cmd {
	var cmds []tea.Cmd
	for len(a.held) > 0 && !a.opening && !a.fetching.alone && (a.screen() != screen(a.list) || !a.list.Awaits()) {
		msg := a.held[0]
		a.held = a.held[1:]
		cmds = append(cmds, a.take(msg))
	}
	return tea.Batch(cmds...)
}

// show puts a loaded article on the screen.
func (a *app) show(msg openedMsg) tea.Cmd {
	if msg.request != a.request {
		return nil
	}
	a.opening = false
	a.stopFetching()
	if msg.err != nil {
		a.held = nil // it was not for the screen that stays
		return a.notice.Complain(msg.err)
	}
	before := a.leaveText()
	if msg.goal.back {
		a.history.at = msg.goal.stop
	} else {
		a.history.visit(a.stopAt(msg.reading))
	}
	if msg.goal.walk != nil {
		a.walk = *msg.goal.walk
	} else {
		a.walk = walk{}
	}
	a.reading, a.covers, a.askAgain = true, nil, nil
	a.notice.Hush()
	return tea.Batch(before, a.reader.Open(a.request, msg.reading, msg.goal.Goal), a.watch(), a.release())
}

// leaveText notes where the article on the screen is left: in the library, in
// the history, and among the things named on the command line.
func (a *app) leaveText() tea.Cmd {
	r := a.reader
	if !a.reading || !r.IsOpen() {
		return nil
	}
	a.history.leave(r.Place())
	save := r.Leave()
	for i := range a.queue {
		if a.queue[i].Article.ID == r.Article.ID {
			a.queue[i] = r.Reading
			a.queue[i].State.Place.Anchor = r.Place()
		}
	}
	return save
}

// leave goes from the reader to the library, or ends a program that was
// started to read a thing, unless it is to stay.
func (a *app) leave(stay bool) tea.Cmd {
	a.stopFetching()
	if len(a.queue) > 0 && !stay {
		return tea.Quit
	}
	save := a.leaveText()
	a.unwatch()
	a.reading, a.queue = false, nil
	return tea.Sequence(save, a.pictures.Close(), a.renewLists())
}

// openRelated opens the related article of an index. What to do about one that is
// not in the library is asked.
func (a *app) openRelated(i int) tea.Cmd {
	related := a.reader.Related()
	switch n := len(related); {
	case n == 0:
		return a.refuse(errors.New("nothing in the library is near this article"))
	case i < 0 || i >= n:
		return a.refuse(fmt.Errorf("no related article has the number %d: the last is %d", i+1, n))
	}
	switch to := related[i]; {
	case to.ID != "":
		return a.step(&walk{from: a.stopHere(), list: related, at: i})
	case to.URL == "":
		return a.notice.Say("Not in the library: " + to.Title)
	default:
		a.reader.Menu(to.URL)
		return nil
	}
}

func (a *app) stopHere() stop {
	s := a.stopAt(a.reader.Reading)
	s.place = a.reader.Place()
	return s
}

func (a *app) stopAt(r Reading) stop {
	s := stop{id: r.Article.ID}
	if !r.Saved {
		s.opened = r.Article
	}
	return s
}

// stroll goes to the next or previous related article: along the list of the
// article where the walk began, as long as nothing else was opened between.
func (a *app) stroll(forward bool) tea.Cmd {
	w := a.walk
	if len(w.list) == 0 {
		w = walk{from: a.stopHere(), list: a.reader.Related(), at: -1}
	}
	by := -1
	if forward {
		by = 1
	}
	to, ok := w.next(by)
	switch {
	case ok:
		w.at = to
		return a.step(&w)
	case len(w.list) == 0:
		return a.notice.Say("Nothing in the library is near this article.")
	}
	return a.notice.Say("No related article further that way.")
}

// step opens the article that a walk has come to.
func (a *app) step(w *walk) tea.Cmd {
	if w.at == -1 {
		return a.revisit(w.from, goal{Goal: reader.Goal{Place: w.from.place}, walk: w})
	}
	return a.open(w.list[w.at].ID, goal{Goal: reader.Goal{Resume: true}, walk: w})
}

// goBack goes back, or forward again, in the history. Before its first stop is the list,
// from which the way forward leads in again.
func (a *app) goBack(forward bool) tea.Cmd {
	to := a.history.at - 1
	if forward {
		to = a.history.at + 1
	}
	switch {
	case 0 <= to && to < len(a.history.stops):
		s := a.history.stops[to]
		if a.reading && a.reader.IsOf(s.id) {
			a.history.leave(a.reader.Place())
			a.history.at = to
			return a.reader.Return(s.place)
		}
		return a.revisit(s, goal{Goal: reader.Goal{Place: s.place}, back: true, stop: to})
	case forward && !a.reading:
		return a.notice.Say("No article was left by going back.")
	case forward:
		return a.notice.Say("This is the last stop.")
	case len(a.queue) > 0:
		return a.notice.Say("This is the first stop.")
	}
	cmd := a.leave(true)
	a.history.at = -1
	return cmd
}

// revisit opens a stop of the history.
func (a *app) revisit(s stop, g goal) tea.Cmd {
	if s.opened == nil {
		return a.open(s.id, g)
	}
	reading := Reading{Article: s.opened}
	for _, q := range a.queue {
		if q.Article.ID == s.id {
			reading = q
		}
	}
	a.request++
	return a.show(openedMsg{request: a.request, reading: reading, goal: g})
}

// neighbour opens the next or previous article of the list, or of the things
// named on the command line.
func (a *app) neighbour(by int) tea.Cmd {
	if len(a.queue) > 0 {
		to := a.queueAt + by
		if to < 0 || to >= len(a.queue) {
			return a.notice.Say("There is no other that way.")
		}
		return a.openQueued(to, "")
	}
	id, more, ok := a.list.Step(by)
	if !ok {
		return a.notice.Say("The list ends here.")
	}
	return tea.Batch(more, a.open(id, resume))
}

// openQueued shows the thing of an index that the command line named, from a
// part of it or, without one, where it was left.
func (a *app) openQueued(i int, part string) tea.Cmd {
	a.queueAt = i
	a.request++
	return a.show(openedMsg{request: a.request, reading: a.queue[i], goal: goal{Goal: reader.Goal{Resume: part == "", Part: part}}})
}
