package ui

import (
	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/render"
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

// renew shows another text of the article on the screen, at the same place,
// which is found again by its words.
func (r *reader) renew(request int, article *articles.Article) tea.Cmd {
	save := r.savePlace()
	r.request, r.Article, r.Whole = request, article, nil
	r.search.clear()
	r.way.reset()
	r.panel = panel{}
	forget := r.gallery.open(r.fx.ctx, article, r.fx.lib)
	r.layout = render.New(article, r.options())
	r.top = r.find(r.place)
	cmds := []tea.Cmd{save, raw(forget), r.fx.related(request, article)}
	if !r.viewed {
		cmds = append(cmds, r.viewSoon())
	}
	return tea.Batch(cmds...)
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
