package ui

import tea "charm.land/bubbletea/v2"

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
		msg.revert()
	case msg.err == nil && msg.notice != "":
		if a.at == inList {
			// Rows that were read before the change must not come after it.
			return tea.Batch(a.notice.say(msg.notice), a.list.reload())
		}
		return tea.Batch(a.notice.say(msg.notice), a.fx.counts)
	}
	return a.fail(msg.err)
}

// saved notes that the article on the screen joined the library.
func (a *app) saved(msg putMsg) tea.Cmd {
	if msg.err != nil {
		return a.notice.complain(msg.err)
	}
	for i := range a.queue {
		if a.queue[i].Article.ID == msg.id {
			a.queue[i].Saved = true
		}
	}
	if a.reader.layout != nil && msg.id == a.reader.Article.ID {
		a.reader.Saved = true
		a.reader.viewed = false // what was seen before counts now
		return tea.Batch(a.notice.say("Saved in the library."), a.reader.view(), a.reader.savePlace())
	}
	return a.notice.say("Saved in the library.")
}
