package list

import (
	"context"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/query"
	"lede/ui/effect"
)

// orderOf is how what is found is sorted: as is typed, or as the reader chose since, or as
// the saved query says, else what fits best first.
func (l *List) orderOf(typed, asked query.Query) articles.Order {
	switch {
	case typed.Ordered, asked.Ordered && !l.filter.sorted:
		return asked.Order
	case l.filter.sorted || len(asked.Texts()) == 0:
		return l.listing.Order
	}
	return articles.BestMatch
}

// foundMsg brings what a query found, and the first rows of it.
type foundMsg struct {
	request int
	query   query.Query
	order   articles.Order
	found   articles.Found
	beyond  beyond
	rows    []articles.Row
	first   int // index of rows[0]
	stay    bool
	at      int // index to stand on, as far as that was known
	err     error
}

// beyond is how many more there are where one does not look, and where that is, when few
// were found.
type beyond struct {
	n     int
	place string
}

// few is how little a search finds for the archive to be looked at too. On another shelf or
// in a tab, where one looks on purpose, it is nothing.
const few = 3

// search asks for what the query that is typed finds on the shelf, and shows it from its
// top.
func (l *List) search() tea.Cmd { return l.find(false) }

// find asks for what the query that is typed finds on the shelf; stay has the cursor stay
// on its article. The question before it is dropped: keys never wait.
func (l *List) find(stay bool) tea.Cmd {
	f := &l.filter
	f.stop()
	l.tabs.counter.stop()
	if !stay {
		l.last = nil
	}
	text := f.prompt.Text()
	read := query.ParseTyping // the last word may be a beginning, also when it is left so
	if f.prompt.EndsInBlank() {
		read = query.Parse
	}
	q, err := read(text)
	f.mistake = ""
	if mistake, ok := errors.AsType[*query.Mistake](err); ok {
		f.mistake = mistake.Say
		return nil // what was found before stays on the screen
	}
	asked := l.base().With(q)
	if asked.IsEmpty() && l.tabs.on < 0 {
		was := f.on()
		f.found, f.keys, f.query = nil, nil, q
		if !was {
			return nil
		}
		return l.around(f.origin)
	}
	ctx, cancel := context.WithCancel(f.fx.Context())
	f.ctx, f.cancel, f.searching, f.asking = ctx, cancel, true, !stay
	n, msg := l.window(), foundMsg{request: f.request, query: asked, order: l.orderOf(q, asked), stay: stay}
	on := asked.On(l.listing.Shelf)
	there, place, most := asked.With(query.Query{Where: query.Archived}), "in the archive", few-1
	if l.tabs.on >= 0 || l.listing.Shelf != articles.All {
		there, place, most = q.On(articles.All), "in "+articles.All.String(), 0
	}
	elsewhere := len(q.Texts()) > 0 && !on.Equal(asked)
	asked = on
	asked.Ordered = false // that is settled
	msg.at = l.cursor
	here := int64(-1)
	if r := l.Current(); r != nil {
		here = r.Key
	} else if l.last != nil {
		msg.at, here = l.last.At, l.last.Article
	}
	return f.fx.Ask(func(_ context.Context, lib effect.Library) tea.Msg {
		if msg.found, msg.err = lib.Find(ctx, asked, msg.order); msg.err == nil {
			shown := shownOf(&msg.found)
			if stay {
				if i := slices.Index(shown, here); i >= 0 {
					msg.at = i
				}
				msg.first = max(0, min(msg.at-n/2, len(shown)-1))
			}
			msg.rows, msg.err = lib.RowsByKey(ctx, shown[msg.first:min(msg.first+n, len(shown))])
		}
		if msg.err == nil && elsewhere && len(msg.found.Keys) <= most {
			msg.beyond.place = place
			msg.beyond.n, msg.err = lib.Count(ctx, there)
		}
		return msg
	})
}

// shownOf is what is shown of what was found: behind it what may have been meant.
func shownOf(found *articles.Found) []int64 { return slices.Concat(found.Keys, found.Near) }

// foundCame shows what the filter found, from its top.
func (l *List) foundCame(msg foundMsg) tea.Cmd {
	f := &l.filter
	if msg.request != f.request {
		return nil
	}
	opens := f.opens
	f.searching, f.asking, f.opens = false, false, false
	if mistake, ok := errors.AsType[*query.Mistake](msg.err); ok && f.prompt.Text() != "" { // that only the library could see
		f.mistake, msg.err = mistake.Say, nil
	}
	if l.complain(msg.err); msg.err != nil {
		l.last = nil
		return nil
	}
	here, onScreen, lost := l.Current(), l.cursor-l.top, int64(0)
	f.found, f.keys, f.query, f.order, f.alike, f.beyond = &msg.found, shownOf(&msg.found), msg.query, msg.order, 0, msg.beyond
	if tab := l.saved(); tab != nil && f.prompt.Text() == "" && l.counts.Folded == (articles.Counts{}).Folded { // else rows are not all
		tab.count, tab.counted = len(msg.found.Keys), true
	}
	l.request++ // a page of the listing that is on its way is not wanted any more
	l.waiting = false
	l.rows, l.first = msg.rows, msg.first
	switch {
	case !msg.stay:
		l.cursor, l.top = 0, 0
	case l.last != nil:
		l.restored(msg.at)
	case here != nil:
		if at := slices.Index(f.keys, here.Key); at >= 0 {
			l.cursor = at
		} else {
			lost = here.Key
		}
		l.cursor = max(l.first, min(l.cursor, l.first+len(l.rows)-1))
		l.top = l.cursor - onScreen
		l.fill()
	}
	l.table.See(l.rows)
	var open tea.Cmd
	if opens {
		open = l.acceptFilter()
	}
	return tea.Batch(open, l.ensure(), l.seekSnippets(), l.seekAlike(lost), l.countTabs())
}
