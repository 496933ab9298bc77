package list

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/query"
	"lede/ui/effect"
)

// view is what the list shows, as the library remembers it for the next start.
type view struct {
	looked
	Article int64 `json:"article,omitempty"` // the key of the one under the cursor
	At      int   `json:"at,omitempty"`      // its index
	Above   int   `json:"above,omitempty"`   // rows above it on the screen
}

// looked is a view but for the place in it.
type looked struct {
	Shelf  articles.Shelf `json:"shelf,omitempty"`
	Tab    string         `json:"tab,omitempty"` // the name of a saved query
	Filter string         `json:"filter,omitempty"`
	Sorted bool           `json:"sorted,omitempty"` // see filter
}

// readView reads a view; nil when there is none.
func readView(text string) *view {
	v := &view{}
	if json.Unmarshal([]byte(text), v) != nil || v.Shelf < 0 || int(v.Shelf) >= len(articles.Shelves) {
		return nil // what is no view is none
	}
	return v
}

// look is what the list shows.
func (l *List) looked() looked {
	see := looked{Shelf: l.listing.Shelf, Filter: l.filter.prompt.Text(), Sorted: l.filter.sorted}
	if s := l.saved(); s != nil {
		see.Tab = s.Name
	}
	return see
}

// Load brings what was shown last at once, a screen of it: the first frame waits for it.
// [List.Resize] then asks for the rows around. What has to be searched is left to
// [List.Begin].
func (l *List) Load() error {
	type loaded struct {
		tabs []articles.SavedQuery
		page pageMsg
		err  error
	}
	l.request++
	last := l.last
	if last == nil {
		last = &view{looked: looked{Shelf: l.listing.Shelf}}
	}
	request, listing, n := l.request, articles.Listing{Shelf: last.Shelf, Order: l.listing.Order}, l.geo.rows+1
	first, _ := l.fx.Now(func(ctx context.Context, lib effect.Library) tea.Msg {
		var all loaded
		if all.tabs, all.err = lib.SavedQueries(ctx); all.err == nil {
			all.page = begin(ctx, lib, listing, *last, n)
			all.err = all.page.err
		}
		return all
	}).(loaded)
	if first.err != nil {
		return first.err
	}
	if left, ok := l.fx.Now(seekLeft(false)).(resumeMsg); ok {
		_ = l.resumeCame(left)
	}
	l.begun, l.listing = true, listing
	l.setTabs(first.tabs)
	l.tabs.on = slices.IndexFunc(l.tabs.all, func(t savedTab) bool { return t.Name == last.Tab && last.Tab != "" })
	l.filter.prompt.Set(last.Filter)
	l.filter.sorted = last.Sorted
	l.remembered = l.looked()
	if q, err := query.ParseTyping(last.Filter); err == nil && !q.IsEmpty() || l.tabs.on >= 0 {
		l.last = last
		l.counts = *first.page.counts
		return nil
	}
	l.filter.clear()
	l.last = nil
	first.page.request = request
	l.cursor, l.top = last.Above, 0
	_ = l.receive(first.page)
	l.waiting = false // what it asked for nobody runs
	return nil
}

// begin brings n rows of a listing around the place of a view, as far as they are known at
// once. Which index they have is what it was; that is made sure of later.
func begin(ctx context.Context, lib effect.Library, l articles.Listing, v view, n int) (msg pageMsg) {
	counts, err := lib.Counts(ctx)
	if err != nil || v.Tab != "" || v.Filter != "" {
		return pageMsg{counts: &counts, err: err}
	}
	defer func() { msg.counts = &counts }()
	rows, err := lib.RowsByKey(ctx, []int64{v.Article})
	if err != nil || len(rows) == 0 || !l.Shelf.Has(rows[0].State) || counts.Rows[l.Shelf] <= n {
		msg = reload(ctx, lib, l, nil, n)
		msg.cursor = max(0, slices.IndexFunc(msg.rows, func(r articles.Row) bool { return r.Key == v.Article }))
		return msg
	}
	msg = around(ctx, lib, l, &rows[0], v.At, 2*n)
	if msg.ends {
		msg.first, msg.ends = counts.Rows[l.Shelf]-len(msg.rows), false
	}
	msg.cursor = msg.first + max(0, slices.IndexFunc(msg.rows, func(r articles.Row) bool { return r.Key == v.Article }))
	return msg
}

// Begin looks for what was shown last, when that has to be searched.
func (l *List) Begin() tea.Cmd {
	if l.last == nil {
		return nil
	}
	return l.find(true)
}

// restored stands where the reader was.
func (l *List) restored(at int) {
	above := l.last.Above
	l.last = nil
	l.cursor = max(l.first, min(at, l.first+len(l.rows)-1, l.total()-1), 0)
	l.top = l.cursor - above
	l.fill()
}

// rememberEvery is how often a view is remembered at most, while a key goes through many: each
// write has those who watch the library look at it anew.
const rememberEvery = 500 * time.Millisecond

// rememberMsg comes when the next view may be remembered.
type rememberMsg struct{}

// Remember has the library remember what is shown at once, when that is something else than
// it remembers: who is killed the moment after is there again. The place in it is left to
// [List.RememberNow].
func (l *List) Remember() tea.Cmd {
	if !l.begun || l.remembers || l.mode != browsing || l.last != nil || l.looked() == l.remembered {
		return nil
	}
	l.remembers = true
	return tea.Batch(l.remember(view{looked: l.looked()}), l.fx.Tick(rememberEvery, rememberMsg{}))
}

// RememberNow has the library remember what is shown, and the place in it.
func (l *List) RememberNow() tea.Cmd {
	if !l.begun {
		return nil
	}
	v := view{looked: l.looked()}
	switch r := l.Current(); {
	case l.last != nil:
		v = *l.last
	case r != nil:
		v.Article, v.At, v.Above = r.Key, l.cursor, l.cursor-l.top
	}
	return l.remember(v)
}

func (l *List) remember(v view) tea.Cmd {
	l.remembered = v.looked
	text, err := json.Marshal(v)
	if err != nil {
		return nil // a view is always one
	}
	const briefly = 2 * time.Second // nobody waits longer to leave for what is of no more worth
	return l.fx.Write("", "", func(ctx context.Context, lib effect.Library) error {
		ctx, cancel := context.WithTimeout(ctx, briefly)
		defer cancel()
		_ = lib.SetSetting(ctx, string(effect.SettingView), string(text)) // as with other tastes
		return nil
	}, nil)
}
