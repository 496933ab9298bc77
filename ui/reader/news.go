package reader

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui/effect"
	"lede/ui/intent"
)

// receiveWhole takes in what a survey of the text found, brings the copy in the
// library up to date, and looks for relations by it.
func (r *Reader) receiveWhole(msg wholeMsg) tea.Cmd {
	if msg.request != r.request {
		return nil
	}
	r.Article, r.Whole = msg.article, nil
	r.layout.About(msg.article)
	r.relay()
	related := tea.Batch(r.recount(), loadRelated(r.fx, msg.request, msg.article))
	if !r.Saved {
		return related
	}
	return tea.Batch(related, r.fx.Update(msg.article))
}

// receiveRelated takes the related articles in.
func (r *Reader) receiveRelated(msg relatedMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		r.Ask(intent.Complain{Err: msg.err})
		return nil
	case msg.request != r.request:
		return nil
	}
	r.related = msg.related
	r.relay()
	return r.recount()
}

// counted notes a view on the screen, when one was counted.
func (r *Reader) counted(msg effect.Viewed) tea.Cmd {
	switch {
	case msg.Err != nil:
		r.Ask(intent.Complain{Err: msg.Err})
	case msg.Counted && r.IsOf(msg.ID):
		r.State.Views++
		r.relay()
		return r.recount()
	}
	return nil
}
