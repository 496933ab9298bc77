package list

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/query"
	"lede/ui/effect"
	"lede/ui/fuzzy"
)

// fewFound is how little a search finds for titles to be looked through that only have
// its letters, and mostAlike how many of them are shown.
const (
	fewFound  = 3
	mostAlike = 50
)

// alikeMsg brings articles whose titles have the letters of what was searched, in their
// order but with others between them.
type alikeMsg struct {
	request int
	rows    []articles.Row
	here    int64 // the key of the row to stand on, when it is one of them
	at      int   // unless the cursor is somewhere else by then
	err     error
}

// seekAlike looks for such titles where hardly anything was found by words, and nothing
// else was asked for than words. The cursor was on the row with a key, if not on one that
// is there.
func (l *List) seekAlike(here int64) tea.Cmd {
	f := &l.filter
	text, ok := f.query.Where.(query.Text)
	if !ok || l.tabs.on >= 0 || text.Phrase || len(f.keys) >= fewFound {
		return nil
	}
	request, at, shelf, had := f.request, l.cursor, l.listing.Shelf, slices.Clone(f.keys)
	ctx := f.ctx
	return f.fx.Ask(func(_ context.Context, lib effect.Library) tea.Msg {
		msg := alikeMsg{request: request, here: here, at: at}
		type hit struct {
			id    articles.ID
			score int
		}
		var hits []hit
		m := fuzzy.Parse(text.Words).Matcher()
		msg.err = lib.Names(ctx, func(n articles.Name) bool {
			if score := m.Score([]byte(n.Title)); score > 0 && !n.Copy {
				hits = append(hits, hit{n.ID, score})
			}
			return true
		})
		slices.SortStableFunc(hits, func(a, b hit) int { return b.score - a.score })
		ids := make([]articles.ID, 0, mostAlike)
		for _, h := range hits[:min(len(hits), mostAlike)] {
			ids = append(ids, h.id)
		}
		if msg.err == nil {
			msg.rows, msg.err = lib.RowsByID(ctx, ids)
		}
		msg.rows = slices.DeleteFunc(msg.rows, func(r articles.Row) bool {
			return slices.Contains(had, r.Key) || !shelf.Has(r.State)
		})
		return msg
	})
}

// alikeCame shows them below what was found.
func (l *List) alikeCame(msg alikeMsg) {
	f := &l.filter
	if msg.request != f.request {
		return
	}
	if l.complain(msg.err); msg.err != nil || l.first > 0 {
		return
	}
	f.alike = len(msg.rows)
	for _, r := range msg.rows {
		if r.Key == msg.here && l.cursor == msg.at {
			l.cursor = len(f.keys)
		}
		f.keys, l.rows = append(f.keys, r.Key), append(l.rows, r)
	}
	l.fill()
	l.table.See(l.rows)
}
