package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
)

// extractor makes an article again of what it was made of; see [Options].
type extractor func(ctx context.Context, before *articles.Article) (*articles.Article, error)

// extract makes an article again of what it was made of, and keeps it.
func (e effects) extract(id articles.ID, again extractor) tea.Cmd { return e.remake(id, again, false) }

// restore undoes an extraction.
func (e effects) restore(before *articles.Article) tea.Cmd {
	return e.remake(before.ID, func(context.Context, *articles.Article) (*articles.Article, error) { return before, nil }, true)
}

func (e effects) remake(id articles.ID, again extractor, undone bool) tea.Cmd {
	msg := extractedMsg{undone: undone}
	write := e.log.add(func(ctx context.Context) (err error) {
		if msg.before, _, err = e.lib.Article(ctx, id); err != nil {
			return err
		}
		if msg.article, err = again(ctx, msg.before); err != nil {
			return err
		}
		if articles.Changes(msg.before, msg.article) == "" {
			return nil
		}
		_, err = e.lib.Put(ctx, msg.article)
		return err
	})
	return func() tea.Msg {
		msg.err = write(e.ctx)
		return msg
	}
}

// extractAgain makes the article on the screen again.
func (a *app) extractAgain() tea.Cmd {
	id, state := a.current()
	if state == nil {
		return a.unsaved()
	}
	return tea.Batch(a.notice.say("Extracting again …"), a.fx.extract(id, a.again))
}

// extracted shows an article that was made again, and says what is new in it.
func (a *app) extracted(msg extractedMsg) tea.Cmd {
	if msg.err != nil {
		return a.notice.complain(msg.err)
	}
	what := articles.Changes(msg.before, msg.article)
	switch {
	case what == "":
		return a.notice.say("Extracted again: nothing new.")
	case msg.undone:
		what = "Undone."
	default:
		what = "New: " + what + ". U undoes it."
		before := msg.before
		a.undo = append(a.undo, func() tea.Cmd { return a.fx.restore(before) })
	}
	return tea.Batch(a.notice.say(what), a.renew(msg.article))
}

// renew takes the new text of an article of the library to where the old one is
// shown.
func (a *app) renew(article *articles.Article) tea.Cmd {
	switch {
	case a.at == inList:
		return a.list.reload()
	case a.opening || a.reader.layout == nil || a.reader.Article.ID != article.ID:
		return nil
	}
	now := a.reader.Reading
	now.Article, now.Whole, now.Document = article, nil, nil
	return a.renewed(now)
}

// renewed shows another text in place of the one on the screen, and puts it where
// that one is remembered.
func (a *app) renewed(now Reading) tea.Cmd {
	r := &a.reader
	before := r.Article.ID
	if now.Article.ID == before {
		now.State, now.Saved = r.State, r.Saved
	}
	a.remember(before, now)
	a.request++
	return tea.Batch(r.renew(a.request, now), r.fx.whole(a.request, now))
}
