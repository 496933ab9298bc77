package ui

import (
	tea "charm.land/bubbletea/v2"

	"lede/articles"
)

// streamMsg brings what came of the text so far.
type streamMsg struct {
	all  []Reading
	last bool
	err  error
}

// next waits for more of the text that comes.
func (a *app) next() tea.Cmd {
	stream, ctx := a.stream, a.background
	return func() tea.Msg {
		all, last, err := stream.Next(ctx)
		return streamMsg{all, last, err}
	}
}

// awaitStream is the start of a program whose text is not there yet.
func (a *app) awaitStream() {
	a.fetching.alone, a.fetching.sign, a.fetching.stops = true, "Waiting for the input", "quits"
}

// streamed shows what came.
func (a *app) streamed(msg streamMsg) tea.Cmd {
	var more tea.Cmd
	if !msg.last {
		more = a.next()
	}
	switch {
	case msg.err != nil && a.fetching.alone:
		a.failure = msg.err
		return a.fx.Tick(answersWithin, tea.QuitMsg{})
	case msg.err != nil && len(a.queue) > 0:
		a.arrived()
		if len(msg.all) == 0 {
			return a.notice.Complain(msg.err)
		}
		return tea.Batch(a.grown(msg.all[0]), a.notice.Complain(msg.err))
	case a.fetching.alone:
		a.fetching.alone = false
		a.queue = msg.all
		return tea.Batch(more, a.openQueued(0, ""))
	case len(a.queue) == 0:
		return nil // the reader has left it for the library
	case len(msg.all) == 0:
		return more
	}
	return tea.Batch(more, a.grown(msg.all[0]))
}

// grown takes in that there is more of the text, wherever that is by now.
func (a *app) grown(now Reading) tea.Cmd {
	before := a.queue[0].Article.ID
	if a.reading && a.reader.IsOf(before) {
		return a.renewed(now)
	}
	a.remember(before, now)
	return nil
}

// arrived notes that no more of a text comes, though it has not come to its end.
func (a *app) arrived() {
	a.queue[0].Coming = false
	if a.reader.IsOf(a.queue[0].Article.ID) {
		a.reader.Coming = false
	}
}

// remember puts a text in place of one that it follows on, in the history and
// among the things named on the command line.
func (a *app) remember(before articles.ID, now Reading) {
	for i := range a.queue {
		if a.queue[i].Article.ID == before {
			a.queue[i] = now
		}
	}
	a.history.replace(before, now.Article)
}
