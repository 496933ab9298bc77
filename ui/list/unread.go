package list

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/effect"
)

// UnreadMsg brings the next article that is not read, which was sought to be opened.
type UnreadMsg struct{ ID articles.ID }

// unreadMsg brings the row of the next article that is not read; nil for none.
type unreadMsg struct {
	request int
	row     *articles.Row
	open    bool
	err     error
}

// SeekUnread stands on the next article that is not read, or on the one before, of
// those that the list shows; open has it opened too.
func (l *List) SeekUnread(dir int, open bool) tea.Cmd {
	from := l.Current()
	if from == nil {
		return nil
	}
	l.sought, l.seeking = l.sought+1, true
	request, listing := l.sought, l.listing
	if l.isSearched() {
		keys := slices.Clone(l.filter.keys[min(l.cursor+1, len(l.filter.keys)):])
		if dir < 0 {
			keys = slices.Clone(l.filter.keys[:l.cursor])
			slices.Reverse(keys)
		}
		return l.fx.Ask(func(ctx context.Context, lib effect.Library) tea.Msg {
			row, err := firstUnread(ctx, lib, keys)
			return unreadMsg{request: request, row: row, open: open, err: err}
		})
	}
	listing.Shelf = articles.Unread
	row := *from
	return l.fx.Ask(func(ctx context.Context, lib effect.Library) tea.Msg {
		rows, err := lib.Rows(ctx, listing, articles.Span{From: &row, Back: dir < 0, N: 1})
		msg := unreadMsg{request: request, open: open, err: err}
		if len(rows) > 0 {
			msg.row = &rows[0]
		}
		return msg
	})
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
