package ui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/effect"
	"lede/ui/keys"
)

// undo takes back the last change to the library, of this run or of one before.
func (a *app) undo() tea.Cmd {
	shown := articles.ID("")
	if a.reading {
		shown = a.reader.Article.ID
	}
	return a.fx.Undo(shown)
}

// undone says what was taken back, and shows it.
func (a *app) undone(msg effect.Undone) tea.Cmd {
	if msg.Err != nil {
		return a.notice.Complain(msg.Err)
	}
	say := a.notice.Say(sentence(msg.Change.Undone()))
	if !a.reading {
		return tea.Batch(say, a.list.Reload())
	}
	if msg.Article == nil || !a.reader.IsOf(msg.Article.ID) {
		return tea.Batch(say, a.list.Count())
	}
	a.note(msg.Article.ID, func(s *articles.State) { s.Starred, s.Read = msg.State.Starred, msg.State.Read })
	a.reader.Marked()
	if articles.Changes(a.reader.Article, msg.Article) == "" {
		return tea.Batch(say, a.list.Count())
	}
	return tea.Batch(say, a.list.Count(), a.renew(msg.Article))
}

// undoes names the key that undoes what was just told.
func (a *app) undoes() string {
	return " " + a.names.Said(keys.Undo, keys.InList) + " undoes it."
}

// readAll marks all that the list shows as read.
func (a *app) readAll() tea.Cmd {
	listing, filtered := a.list.Shown()
	return a.fx.MarkAll(func(ctx context.Context, lib Library) ([]articles.ID, error) {
		if filtered != nil {
			return filtered, nil
		}
		return unreadOf(ctx, lib, listing)
	})
}

// unreadOf are the articles of a listing that are not read.
func unreadOf(ctx context.Context, lib Library, l articles.Listing) (ids []articles.ID, err error) {
	const step = 4096
	for from := (*articles.Row)(nil); ; {
		rows, err := lib.Rows(ctx, l, articles.Span{From: from, N: step})
		if err != nil || len(rows) == 0 {
			return ids, err
		}
		for i := range rows {
			if !rows[i].State.Read {
				ids = append(ids, rows[i].ID)
			}
		}
		from = &rows[len(rows)-1]
	}
}

// markedAll says what was marked.
func (a *app) markedAll(msg effect.MarkedAll) tea.Cmd {
	switch {
	case msg.Err != nil:
		return a.notice.Complain(msg.Err)
	case msg.Change.Articles == 0:
		return a.notice.Say("Nothing is unread here.")
	}
	return tea.Batch(a.notice.Say(strings.TrimSuffix(sentence(msg.Change.String()), ".")+"."+a.undoes()), a.list.Reload())
}
