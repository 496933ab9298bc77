package ui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"
)

// counted notes a view on the screen, when one was counted.
func (a *app) counted(msg viewedMsg) tea.Cmd {
	if msg.err == nil && msg.counted && a.reader.layout != nil && msg.id == a.reader.Article.ID {
		a.reader.State.Views++
		a.reader.relay()
		return a.reader.recount()
	}
	return a.fail(msg.err)
}

// written says that a change of state is kept; one that is not comes off the
// screen again.
func (a *app) written(msg writtenMsg) tea.Cmd {
	switch {
	case msg.err != nil && msg.revert != nil:
		a.note(msg.id, msg.revert)
	case msg.err == nil && msg.notice != "":
		if a.at == inList {
			// Rows that were read before the change must not come after it.
			return tea.Batch(a.notice.say(msg.notice), a.list.reload())
		}
		return tea.Batch(a.notice.say(msg.notice), a.fx.counts)
	}
	return a.fail(msg.err)
}

// toSave is what there is to save with the article on the screen: that, or the
// chapters of its book.
func (a *app) toSave() []Reading {
	now := a.reader.Reading
	if now.Article.Series == "" || now.Article.Parts < 2 {
		return []Reading{now}
	}
	var all []Reading
	for _, q := range a.queue {
		switch {
		case q.Article.ID == now.Article.ID:
			all = append(all, now)
		case q.Article.Series == now.Article.Series && q.Article.Parts == now.Article.Parts && !q.Saved:
			all = append(all, q)
		}
	}
	if !slices.ContainsFunc(all, func(r Reading) bool { return r.Article.ID == now.Article.ID }) {
		return []Reading{now} // it came by a link, and the queue is another thing
	}
	return all
}

// saved notes that what was only opened joined the library.
func (a *app) saved(msg putMsg) tea.Cmd {
	if msg.err != nil {
		return a.notice.complain(msg.err)
	}
	for i := range a.queue {
		if slices.Contains(msg.ids, a.queue[i].Article.ID) {
			a.queue[i].Saved = true
		}
	}
	say := "Saved in the library."
	if n := len(msg.ids); n > 1 {
		say = fmt.Sprintf("Saved in the library: all %d chapters.", n)
	}
	if a.reader.layout != nil && slices.Contains(msg.ids, a.reader.Article.ID) {
		a.reader.Saved = true
		a.reader.viewed = false // what was seen before counts now
		return tea.Batch(a.notice.say(say), a.reader.view(), a.reader.savePlace())
	}
	return a.notice.say(say)
}
