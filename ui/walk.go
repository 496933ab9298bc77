package ui

import (
	tea "charm.land/bubbletea/v2"

	"lede/articles"
)

// open loads an article of the library and goes on to it.
func (a *app) open(id articles.ID, g goal) tea.Cmd {
	a.request++
	return a.fx.open(a.request, id, g)
}

// show puts a loaded article on the screen.
func (a *app) show(msg openedMsg) tea.Cmd {
	if msg.request != a.request {
		return nil
	}
	if msg.err != nil {
		return a.notice.complain(msg.err)
	}
	before := a.leaveText()
	if msg.goal.resume { // a new stop; going back and forth makes none
		s := stop{id: msg.reading.Article.ID}
		if !msg.reading.Saved {
			s.opened = msg.reading.Article
		}
		a.trail.visit(s)
	}
	a.at = inReader
	a.notice.text = ""
	return tea.Batch(before, a.reader.open(a.request, msg.reading, msg.goal))
}

// leaveText notes where the article on the screen is left.
func (a *app) leaveText() tea.Cmd {
	if a.at == inList || a.reader.layout == nil {
		return nil
	}
	return a.reader.savePlace()
}

// depart notes in the history where the text is left; it comes before the
// history moves.
func (a *app) depart() {
	if a.at == inReader && a.reader.layout != nil {
		a.trail.leave(a.reader.place)
	}
}

// leave goes from the reader to the library, or ends a program that was
// started to read a thing.
func (a *app) leave() tea.Cmd {
	if len(a.queue) > 0 {
		return tea.Quit
	}
	save := a.leaveText()
	a.at = inList
	a.request++ // what is still loading is not wanted any more
	return tea.Sequence(save, a.list.reload())
}

// openRelated opens the related article of an index.
func (a *app) openRelated(i int) tea.Cmd {
	r := &a.reader
	if i >= len(r.related) {
		return nil
	}
	to := r.related[i]
	if to.ID == "" {
		return a.notOurs(to)
	}
	a.walk = walk{from: a.stopHere(), list: r.related, at: i}
	a.depart()
	return a.open(to.ID, goal{resume: true})
}

// notOurs says what to do about a related article that is not in the library.
func (a *app) notOurs(r articles.Related) tea.Cmd {
	a.reader.panel.open = false
	if r.URL == "" {
		return a.notice.say("Not in the library: " + r.Title)
	}
	return a.notice.say("Not in the library: " + r.URL)
}

func (a *app) stopHere() stop {
	s := stop{id: a.reader.Article.ID, place: a.reader.place}
	if !a.reader.Saved {
		s.opened = a.reader.Article
	}
	return s
}

// stroll goes to the next or previous related article: along the list of the
// article where the walk began, as long as nothing else was opened between.
func (a *app) stroll(forward bool) tea.Cmd {
	r := &a.reader
	w := &a.walk
	onWalk := w.at >= 0 && w.at < len(w.list) && w.list[w.at].ID == r.Article.ID ||
		w.at == -1 && w.from.id == r.Article.ID
	if !onWalk || len(w.list) == 0 {
		*w = walk{from: a.stopHere(), list: r.related, at: -1}
	}
	by := -1
	if forward {
		by = 1
	}
	to, ok := w.next(by)
	if !ok {
		if len(w.list) == 0 {
			return a.notice.say("Nothing in the library is near this article.")
		}
		return a.notice.say("No related article further that way.")
	}
	a.depart()
	w.at = to
	if to == -1 {
		a.trail.visit(w.from)
		return a.revisit(w.from)
	}
	return a.open(w.list[to].ID, goal{resume: true})
}

// goBack goes back, or forward again, in the history.
func (a *app) goBack(forward bool) tea.Cmd {
	by := -1
	if forward {
		by = 1
	}
	a.depart()
	s, ok := a.trail.step(by)
	switch {
	case ok:
		return a.revisit(s)
	case forward:
		return a.notice.say("This is the last stop.")
	case len(a.queue) > 0:
		return a.notice.say("This is the first stop.")
	}
	return a.leave()
}

// revisit opens a stop of the history at its place.
func (a *app) revisit(s stop) tea.Cmd {
	g := goal{place: s.place}
	if s.opened == nil {
		return a.open(s.id, g)
	}
	a.request++
	reading := Reading{Article: s.opened}
	for _, q := range a.queue {
		if q.Article.ID == s.id {
			reading = q
		}
	}
	return a.show(openedMsg{request: a.request, reading: reading, goal: g})
}

// neighbour opens the next or previous article of the list, or of the things
// named on the command line.
func (a *app) neighbour(by int) tea.Cmd {
	if len(a.queue) > 0 {
		to := a.queueAt + by
		if to < 0 || to >= len(a.queue) {
			return a.notice.say("There is no other that way.")
		}
		a.depart()
		return a.openQueued(to)
	}
	to := a.list.cursor + by
	if a.list.row(to) == nil {
		return a.notice.say("The list ends here.")
	}
	more := a.list.move(to)
	a.depart()
	return tea.Batch(more, a.open(a.list.current().ID, goal{resume: true}))
}

func (a *app) openQueued(i int) tea.Cmd {
	a.queueAt = i
	a.request++
	return a.show(openedMsg{request: a.request, reading: a.queue[i], goal: goal{resume: true}})
}
