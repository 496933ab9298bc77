package list

import (
	"context"
	"slices"

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
		starts  bool             // rows[0] is the first of the listing
		ends    bool             // the last of rows is the last of the listing
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
		msg := around(ctx, lib, l, from, at, n)
		msg.request = request
		return msg
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
		if stands(ctx, lib, l, &now[0]) {
			from = &now[0]
		} else if front, err := lib.RowsByKey(ctx, []int64{now[0].Front}); err == nil && len(front) == 1 && stands(ctx, lib, l, &front[0]) {
			from = &front[0] // whose row stands for it now
		}
	}
	at, err := lib.Index(ctx, l, *from)
	if err != nil {
		return pageMsg{err: err}
	}
	msg := around(ctx, lib, l, from, at, n)
	msg.cursor = at
	return msg
}

// stands reports whether a row stands in a listing.
func stands(ctx context.Context, lib effect.Library, l articles.Listing, row *articles.Row) bool {
	there, err := lib.Rows(ctx, l, articles.Span{From: row, Inclusive: true, N: 1})
	return err == nil && len(there) == 1 && there[0].ID == row.ID
}

// loadLast loads the last n rows of the listing and stands on the last.
func loadLast(fx effect.Effects, request int, l articles.Listing, n int) tea.Cmd {
	return fx.Ask(func(ctx context.Context, lib effect.Library) tea.Msg {
		rows, err := lib.Rows(ctx, l, articles.Span{Back: true, N: n})
		if err != nil {
			return pageMsg{request: request, err: err}
		}
		counts, err := lib.Counts(ctx)
		total := counts.Rows[l.Shelf]
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
		msg := around(ctx, lib, l, from, at-1, n)
		msg.request, msg.cursor = request, at
		return msg
	})
}

// around brings rows on both sides of from, which stands at an index, as far as one
// knows: the library may have changed since.
func around(ctx context.Context, lib effect.Library, l articles.Listing, from *articles.Row, at, n int) pageMsg {
	var head []articles.Row
	if from != nil {
		var err error
		if head, err = lib.Rows(ctx, l, articles.Span{From: from, Back: true, N: n / 2}); err != nil {
			return pageMsg{err: err}
		}
	}
	tail, err := lib.Rows(ctx, l, articles.Span{From: from, Inclusive: true, N: n - n/2})
	return pageMsg{
		rows: append(head, tail...), first: max(0, at-len(head)), cursor: keepCursor, err: err,
		starts: len(head) < n/2, ends: len(tail) < n-n/2,
	}
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
	case endMsg:
		return l.endCame(msg)
	case tabsMsg:
		return l.tabsCame(msg)
	case rememberMsg:
		l.remembers = false
		return l.Remember()
	case valuesMsg:
		return l.valuesCame(msg)
	case tabCountMsg:
		return l.tabCounted(msg)
	case pickedMsg:
		l.pickedCame(msg)
	case alikeMsg:
		l.alikeCame(msg)
	case unreadMsg:
		return l.unreadCame(msg)
	case resumeMsg:
		return l.resumeCame(msg)
	case foundMsg:
		return l.foundCame(msg)
	case snippetsMsg:
		l.snippetsCame(msg)
	}
	return l.preview.Update(msg)
}

// receive takes a page in.
func (l *List) receive(msg pageMsg) tea.Cmd {
	if msg.request != l.request {
		return nil
	}
	l.waiting = false
	if msg.err != nil {
		return nil
	}
	onScreen, row, total := l.cursor-l.top, l.Current(), l.total()
	l.rows, l.first = msg.rows, msg.first
	l.table.See(l.rows)
	if msg.counts != nil {
		l.counts = *msg.counts
	}
	// Rows, place and number were asked for one after another, and the library may have
	// changed in between: where the rows tell an end of the listing, they are right.
	if msg.starts {
		l.cursor, msg.cursor = l.cursor-l.first, max(keepCursor, msg.cursor-l.first)
		l.first = 0
	}
	if msg.ends && !l.isSearched() {
		l.counts.Rows[l.listing.Shelf] = l.first + len(l.rows)
	}
	if msg.cursor != keepCursor {
		l.cursor = msg.cursor
		if l.follows && row != nil { // to where the reader has gone since
			if at := slices.IndexFunc(l.rows, func(r articles.Row) bool { return r.ID == row.ID }); at >= 0 {
				l.cursor = l.first + at
			}
		}
	}
	l.cursor = max(0, min(l.cursor, l.total()-1))
	if len(l.rows) > 0 {
		l.cursor = max(l.first, min(l.cursor, l.first+len(l.rows)-1))
	}
	// When more came in, the row under the cursor stays where it is on the screen,
	// though that may leave lines below the last one.
	l.top = l.cursor - onScreen
	if l.reveal(); l.total() < total || msg.cursor != keepCursor && !l.follows {
		l.fill()
	}
	return l.ensure()
}
