package ui

import (
	tea "charm.land/bubbletea/v2"
)

// receiveWhole takes in what a survey of the text found, brings the copy in the
// library up to date, and looks for relations by it.
func (r *reader) receiveWhole(msg wholeMsg) tea.Cmd {
	if msg.request != r.request {
		return nil
	}
	r.Article, r.Whole = msg.article, nil
	r.layout.About(msg.article)
	r.relay()
	related := tea.Batch(r.recount(), r.fx.related(msg.request, msg.article))
	if !r.Saved {
		return related
	}
	return tea.Batch(related, r.fx.update(msg.article))
}

// receiveRelated takes the related articles in.
func (r *reader) receiveRelated(msg relatedMsg) tea.Cmd {
	if msg.request != r.request || msg.err != nil {
		return nil
	}
	r.related = msg.related
	r.relay()
	return r.recount()
}
