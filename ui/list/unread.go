package list

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/query"
	"lede/ui/effect"
)

// UnreadMsg brings the next article that is not read, which was sought to be opened.
type UnreadMsg struct{ ID articles.ID }

// unreadMsg brings the row of the next article that is not read; nil for none.
type unreadMsg struct {
	request int
	row     *articles.Row
	open    bool
	folded  bool // it has no row to stand on
	err     error
}

// SeekUnread stands on the next article that is not read, or on the one before, of
// those that the list shows. While an article is read the next one is opened too, and what is
// folded behind the row of that comes first: in the list a fold is one row.
func (l *List) SeekUnread(dir int, reading articles.ID) tea.Cmd {
	if l.Current() == nil {
		return nil
	}
	l.sought, l.seeking = l.sought+1, true
	request, seek := l.sought, l.unread(dir)
	folded := l.folded(dir, reading)
	return l.fx.Ask(func(ctx context.Context, lib effect.Library) tea.Msg {
		row, err := folded(ctx, lib)
		msg := unreadMsg{request: request, row: row, open: reading != "", folded: row != nil, err: err}
		if err == nil && row == nil {
			msg.row, msg.err = seek(ctx, lib)
		}
		return msg
	})
}

// PeekUnread finds the next article that is not read after one that is read, and leaves the
// cursor where it is.
func (l *List) PeekUnread(reading articles.ID, then func(*articles.Row, error) tea.Msg) tea.Cmd {
	if l.Current() == nil {
		return func() tea.Msg { return then(nil, nil) }
	}
	folded, seek := l.folded(1, reading), l.unread(1)
	return l.fx.Ask(func(ctx context.Context, lib effect.Library) tea.Msg {
		if row, err := folded(ctx, lib); err != nil || row != nil {
			return then(row, err)
		}
		return then(seek(ctx, lib))
	})
}

// folded is the question for the next article that is not read of those that are folded
// behind the row of one that is read: nil for none, and where each has a row of its own.
func (l *List) folded(dir int, reading articles.ID) func(context.Context, effect.Library) (*articles.Row, error) {
	front := l.Current().ID
	shown := l.listing.Shelf == articles.All || l.listing.Shelf == articles.Unread
	if dir < 0 || reading == "" || !shown || len(l.Query().Texts()) > 0 {
		return func(context.Context, effect.Library) (*articles.Row, error) { return nil, nil }
	}
	return func(ctx context.Context, lib effect.Library) (*articles.Row, error) {
		return lib.NextFolded(ctx, front, reading)
	}
}

// unread is the question for the next article that is not read, or the one before: nil
// for none.
func (l *List) unread(dir int) func(context.Context, effect.Library) (*articles.Row, error) {
	if l.isSearched() {
		keys := slices.Clone(l.filter.keys[min(l.cursor+1, len(l.filter.keys)):])
		if dir < 0 {
			keys = slices.Clone(l.filter.keys[:min(l.cursor, len(l.filter.keys))])
			slices.Reverse(keys)
		}
		return func(ctx context.Context, lib effect.Library) (*articles.Row, error) {
			return firstUnread(ctx, lib, keys)
		}
	}
	from, listing := *l.Current(), l.listing
	return func(ctx context.Context, lib effect.Library) (*articles.Row, error) {
		switch listing.Shelf {
		case articles.InProgress, articles.Archive:
			return nil, nil // what stands there is not unread
		case articles.All:
			listing.Shelf = articles.Unread
		}
		const several = 100 // at a time: all are unread, but for those that are starred
		for span := (articles.Span{From: &from, Back: dir < 0, N: several}); ; {
			if listing.Shelf == articles.Unread {
				span.N = 1
			}
			rows, err := lib.Rows(ctx, listing, span)
			if span.Back {
				slices.Reverse(rows)
			}
			for i := range rows {
				if rows[i].State.Unread() {
					return &rows[i], nil
				}
			}
			if err != nil || len(rows) < span.N {
				return nil, err
			}
			span.From = &rows[len(rows)-1]
		}
	}
}

// Query is what the list was asked for; it is empty while the list shows a whole shelf.
func (l *List) Query() query.Query {
	if !l.isSearched() {
		return query.Query{}
	}
	return l.base().With(l.filter.query)
}

// firstUnread is the first of some articles that is not read; nil for none.
func firstUnread(ctx context.Context, lib effect.Library, keys []int64) (*articles.Row, error) {
	const several = 100 // at a time: the next is seldom far away
	for some := range slices.Chunk(keys, several) {
		rows, err := lib.RowsByKey(ctx, some)
		if err != nil {
			return nil, err
		}
		for i := range rows {
			if rows[i].State.Unread() {
				return &rows[i], nil
			}
		}
	}
	return nil, nil
}

// unreadCame stands on the row that was sought.
func (l *List) unreadCame(msg unreadMsg) tea.Cmd {
	if msg.request != l.sought {
		return nil
	}
	l.seeking = false
	switch {
	case msg.err != nil:
		l.complain(msg.err)
		return nil
	case msg.row == nil:
		l.Say("No unread article further that way.")
		return nil
	}
	var open tea.Cmd
	if msg.open {
		open = func() tea.Msg { return UnreadMsg{msg.row.ID} }
	}
	if msg.folded {
		return open
	}
	for i := range l.rows {
		if l.rows[i].ID == msg.row.ID {
			return tea.Batch(l.move(l.first+i), open)
		}
	}
	if l.isSearched() {
		return tea.Batch(l.jump(slices.Index(l.filter.keys, msg.row.Key)), open)
	}
	return tea.Batch(l.around(msg.row), open)
}
