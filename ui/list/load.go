package list

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/effect"
)

// The messages of the list. One that could come too late carries the number of
// the request that it answers: one that is no longer the latest is dropped.
type (
	// pageMsg brings the rows around the cursor.
	pageMsg struct {
		request int
		rows    []articles.Row
		first   int              // index in the listing of rows[0]
		cursor  int              // index to stand on, or keepCursor
		counts  *articles.Counts // nil: as they were
		err     error
	}

	// countsMsg brings the numbers of the tabs.
	countsMsg struct {
		counts articles.Counts
		err    error
	}
)

// keepCursor, as a pageMsg's cursor, leaves the cursor where it is.
const keepCursor = -1

// loadPage loads n rows of the listing around the row from, which stands at index
// at; from nil loads the first n.
func loadPage(fx effect.Effects, request int, l articles.Listing, from *articles.Row, at, n int) tea.Cmd {
	return fx.Ask(func(ctx context.Context, lib effect.Library) tea.Msg {
		rows, before, err := around(ctx, lib, l, from, n)
		return pageMsg{request: request, rows: rows, first: max(0, at-before), cursor: keepCursor, err: err}
	})
}

// reloaded is loadPage for a listing that may have changed under the cursor: it
// looks from's present values up, finds its index again and counts the
// shelves. When the row has left the listing, the next one takes its place.
func reloaded(request int, l articles.Listing, from *articles.Row, n int) func(context.Context, effect.Library) tea.Msg {
	return func(ctx context.Context, lib effect.Library) tea.Msg {
		msg := reload(ctx, lib, l, from, n)
		msg.request = request
		if msg.err == nil {
			// The numbers come last: while much is added, they are to count what was found.
			var counts articles.Counts
			counts, msg.err = lib.Counts(ctx)
			msg.counts = &counts
		}
		return msg
	}
}

func reload(ctx context.Context, lib effect.Library, l articles.Listing, from *articles.Row, n int) pageMsg {
	if from == nil {
		rows, err := lib.Rows(ctx, l, articles.Span{N: n})
		return pageMsg{rows: rows, err: err}
	}
	if now, err := lib.RowsByID(ctx, []articles.ID{from.ID}); err == nil && len(now) == 1 {
		still, err := lib.Rows(ctx, l, articles.Span{From: &now[0], Inclusive: true, N: 1})
		if err == nil && len(still) == 1 && still[0].ID == from.ID {
			from = &now[0]
		}
	}
	at, err := lib.Index(ctx, l, *from)
	if err != nil {
		return pageMsg{err: err}
	}
	rows, before, err := around(ctx, lib, l, from, n)
	return pageMsg{rows: rows, first: max(0, at-before), cursor: at, err: err}
}

// loadLast loads the last n rows of the listing and stands on the last.
func loadLast(fx effect.Effects, request int, l articles.Listing, n int) tea.Cmd {
	return fx.Ask(func(ctx context.Context, lib effect.Library) tea.Msg {
		rows, err := lib.Rows(ctx, l, articles.Span{Back: true, N: n})
		if err != nil {
			return pageMsg{request: request, err: err}
		}
		counts, err := lib.Counts(ctx)
		total := counts[l.Shelf]
		return pageMsg{request: request, rows: rows, first: max(0, total-len(rows)), cursor: total - 1, counts: &counts, err: err}
	})
}

// loadRow loads n rows around the one of an index, which stands far from those that
// are loaded. It goes through all before it: a jump to a row is seldom.
func loadRow(fx effect.Effects, request int, l articles.Listing, at, n int) tea.Cmd {
	return fx.Ask(func(ctx context.Context, lib effect.Library) tea.Msg {
		const step = 4096
		var from *articles.Row
		for left := at; left > 0; {
			rows, err := lib.Rows(ctx, l, articles.Span{From: from, N: min(left, step)})
			if err != nil || len(rows) == 0 {
				return pageMsg{request: request, err: err}
			}
			from, left = &rows[len(rows)-1], left-len(rows)
		}
		rows, before, err := around(ctx, lib, l, from, n)
		first := max(0, at-1-before)
		return pageMsg{request: request, rows: rows, first: first, cursor: at, err: err}
	})
}

// around returns rows on both sides of from, and how many stand before it.
func around(ctx context.Context, lib effect.Library, l articles.Listing, from *articles.Row, n int) (rows []articles.Row, before int, err error) {
	var head []articles.Row
	if from != nil {
		if head, err = lib.Rows(ctx, l, articles.Span{From: from, Back: true, N: n / 2}); err != nil {
			return nil, 0, err
		}
	}
	tail, err := lib.Rows(ctx, l, articles.Span{From: from, Inclusive: true, N: n - n/2})
	return append(head, tail...), len(head), err
}

// loadPicked loads the rows of keys[first:first+n].
func loadPicked(fx effect.Effects, request int, keys []int64, first, n int) tea.Cmd {
	keys = keys[min(first, len(keys)):min(first+n, len(keys))]
	return fx.Ask(func(ctx context.Context, lib effect.Library) tea.Msg {
		rows, err := lib.RowsByKey(ctx, keys)
		return pageMsg{request: request, rows: rows, first: first, cursor: keepCursor, err: err}
	})
}

// Count has the numbers of the tabs counted anew.
func (l *List) Count() tea.Cmd {
	return l.fx.Ask(func(ctx context.Context, lib effect.Library) tea.Msg {
		counts, err := lib.Counts(ctx)
		return countsMsg{counts, err}
	})
}

// Load brings the first rows at once, a screen of them: the first frame waits for
// it. [List.Resize] then asks for those around them.
func (l *List) Load() error {
	l.request++
	first, ok := l.fx.Now(reloaded(l.request, l.listing, nil, l.geo.rows+1)).(pageMsg)
	if ok && first.err != nil {
		return first.err
	}
	_ = l.receive(first)
	l.waiting = false // what it asked for nobody runs
	return nil
}

// Update takes in what the list asked the library for.
func (l *List) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case pageMsg:
		l.complain(msg.err)
		return l.receive(msg)
	case countsMsg:
		if l.complain(msg.err); msg.err == nil {
			l.counts = msg.counts
		}
	case pickedMsg:
		l.pickedCame(msg)
	case alikeMsg:
		l.alikeCame(msg)
	case unreadMsg:
		return l.unreadCame(msg)
	case foundMsg:
		return l.foundCame(msg)
	case snippetsMsg:
		l.snippetsCame(msg)
	}
	return l.preview.Update(msg)
}
