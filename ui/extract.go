package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
)

// extractor makes an article again of what it was made of; see [Options].
type extractor func(ctx context.Context, before *articles.Article) (*articles.Article, error)

// extractedMsg brings an article that was made again of its original.
type extractedMsg struct {
	before, article *articles.Article
	err             error
}

// extract makes an article again of what it was made of, and keeps it.
func (a *app) extract(id articles.ID) tea.Cmd {
	again := a.again
	var msg extractedMsg
	return a.fx.Journal(func(ctx context.Context, lib Library) (err error) {
		if msg.before, _, err = lib.Article(ctx, id); err != nil {
			return err
		}
		if msg.article, err = again(ctx, msg.before); err != nil {
			return err
		}
		if articles.Changes(msg.before, msg.article) == "" {
			return nil
		}
		_, err = lib.PutWithin(ctx, &articles.Change{Kind: articles.Extracting}, msg.article)
		return err
	}, func(err error) tea.Msg {
		msg.err = err
		return msg
	})
}

// extractAgain makes the article on the screen again.
func (a *app) extractAgain() tea.Cmd {
	id, state := a.current()
	if state == nil {
		return a.unsaved()
	}
	return tea.Batch(a.notice.Say("Extracting again …"), a.extract(id))
}

// extracted shows an article that was made again, and says what is new in it.
func (a *app) extracted(msg extractedMsg) tea.Cmd {
	if msg.err != nil {
		return a.notice.Complain(msg.err)
	}
	what := articles.Changes(msg.before, msg.article)
	if what == "" {
		return a.notice.Say("Extracted again: nothing new.")
	}
	return tea.Batch(a.notice.Say("New: "+what+"."+a.undoes()), a.renew(msg.article))
}

// renew takes the new text of an article of the library to where the old one is
// shown.
func (a *app) renew(article *articles.Article) tea.Cmd {
	switch {
	case !a.reading:
		return a.list.Reload()
	case a.opening || !a.reader.IsOf(article.ID):
		return nil
	}
	now := a.reader.Reading
	now.Article, now.Whole, now.Document = article, nil, nil
	return a.renewed(now)
}

// renewed shows another text in place of the one on the screen, and puts it where
// that one is remembered.
func (a *app) renewed(now Reading) tea.Cmd {
	r := a.reader
	before := r.Article.ID
	if now.Article.ID == before {
		now.State, now.Saved = r.State, r.Saved
	}
	a.remember(before, now)
	a.request++
	return r.Renew(a.request, now)
}
