package list

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/query"
	"lede/ui/effect"
	"lede/ui/keys"
)

// tabs are the queries that the reader saved. Each stands behind the shelves and shows
// what it finds of the whole library.
type tabs struct {
	all     []savedTab
	on      int                 // index of the one that is shown; -1 for a shelf
	wanted  articles.SavedQuery // is shown as soon as it is there
	gone    articles.SavedQuery // was shown, and is again if it comes back before another tab is
	counter counter
}

// savedTab is a saved query as it is shown.
type savedTab struct {
	articles.SavedQuery
	query   query.Query // zero when what is saved is none
	count   int         // of what it finds; -1 while that is not known
	counted bool        // since the library changed
}

// counter counts what saved queries find, one after the other and beside the keys.
type counter struct {
	request int
	cancel  context.CancelFunc // nil while nothing is counted
}

// stop ends the counting: what the reader asks for comes first.
func (c *counter) stop() {
	c.request++
	if c.cancel != nil {
		c.cancel()
		c.cancel = nil
	}
}

// tabsMsg brings the saved queries, and tabCountMsg how many articles one of them finds.
type (
	tabsMsg struct {
		all []articles.SavedQuery
		err error
	}
	tabCountMsg struct {
		request int
		key     int64
		count   int
		err     error
	}
)

// saved is the saved query that is shown; nil for a shelf.
func (l *List) saved() *savedTab {
	if l.tabs.on < 0 {
		return nil
	}
	return &l.tabs.all[l.tabs.on]
}

// base is what is asked for before anything is typed, beside the shelf.
func (l *List) base() query.Query {
	if s := l.saved(); s != nil {
		return s.query
	}
	return query.Query{}
}

// at is the number of the tab that is shown: first the shelves, then the saved queries.
func (l *List) at() int {
	if l.tabs.on >= 0 {
		return len(articles.Shelves) + l.tabs.on
	}
	return int(l.listing.Shelf)
}

// goTo shows the tab of a number. What is typed as a filter stays.
func (l *List) goTo(at int) tea.Cmd {
	l.EndSelecting()
	l.tabs.wanted, l.tabs.gone = articles.SavedQuery{}, articles.SavedQuery{}
	if l.tabs.on = at - len(articles.Shelves); l.tabs.on < 0 {
		l.tabs.on, l.listing.Shelf = -1, articles.Shelf(at)
	} else {
		l.listing.Shelf = articles.All
		l.filter.sorted = false                                 // it has its own order
		if _, err := query.Parse(l.saved().Query); err != nil { // it is of a newer lede, as it may be
			l.complain(fmt.Errorf("%s: %w", l.saved().Name, err))
		}
	}
	if _, err := query.Parse(l.filter.prompt.Text()); err != nil {
		l.filter.prompt.Clear()
	}
	if l.tabs.on < 0 && l.filter.prompt.Text() == "" {
		l.filter.clear()
		return l.restart()
	}
	return l.search()
}

// turns goes to another tab, or changes one.
func (l *List) turns(p keys.Command) (tea.Cmd, bool) {
	switch o := p.Op; o {
	case keys.Shelf1, keys.Shelf2, keys.Shelf3, keys.Shelf4, keys.Shelf5:
		return l.goTo(int(o - keys.Shelf1)), true
	case keys.Saved1, keys.Saved2, keys.Saved3, keys.Saved4:
		return l.goToSaved(int(o - keys.Saved1)), true
	case keys.NextShelf:
		return l.goTo((l.at() + 1) % (len(articles.Shelves) + len(l.tabs.all))), true
	case keys.Query:
		return l.editSaved(p.Arg), true
	}
	return nil, false
}

// goToSaved shows a saved query by its index.
func (l *List) goToSaved(i int) tea.Cmd {
	if i >= len(l.tabs.all) {
		l.Say("No query is saved there.")
		return nil
	}
	return l.goTo(len(articles.Shelves) + i)
}

// seekTabs asks for the saved queries as they are now.
func (l *List) seekTabs() tea.Cmd {
	return l.fx.Ask(func(ctx context.Context, lib effect.Library) tea.Msg {
		all, err := lib.SavedQueries(ctx)
		return tabsMsg{all, err}
	})
}

// setTabs takes the saved queries in. The one that is shown stays, unless it is gone.
func (l *List) setTabs(all []articles.SavedQuery) {
	was := l.tabs.all
	shown := l.saved()
	l.tabs.all, l.tabs.on = nil, -1
	for i, q := range all {
		tab := savedTab{SavedQuery: q, count: -1}
		tab.query, _ = query.Parse(q.Query) // one that is no query asks for all
		if at := slices.IndexFunc(was, func(t savedTab) bool { return t.Key == q.Key && t.Query == q.Query }); at >= 0 {
			tab.count = was[at].count
		}
		if shown != nil && shown.Key == q.Key && (shown.Name == q.Name || shown.Query == q.Query) { // a new one may have an old key
			l.tabs.on = i
		}
		l.tabs.all = append(l.tabs.all, tab)
	}
}

// tabOf is the index of the tab of a saved query; -1 without one.
func (l *List) tabOf(q articles.SavedQuery) int {
	return slices.IndexFunc(l.tabs.all, func(t savedTab) bool { return t.Name == q.Name && t.Query == q.Query })
}

// tabsCame shows the saved queries, and has them counted.
func (l *List) tabsCame(msg tabsMsg) tea.Cmd {
	if l.complain(msg.err); msg.err != nil {
		return nil
	}
	shown := l.saved()
	var before articles.SavedQuery
	if shown != nil {
		before = shown.SavedQuery
	}
	l.setTabs(msg.all)
	var show tea.Cmd
	wanted, again := l.tabOf(l.tabs.wanted), l.tabOf(l.tabs.gone)
	switch now := l.saved(); {
	case wanted >= 0: // it shows what was shown when it was saved
		l.filter.prompt.Clear()
		l.tabs.on, l.tabs.wanted, l.listing.Shelf, l.filter.sorted = wanted, articles.SavedQuery{}, articles.All, false
		show = l.find(true)
	case shown != nil && now == nil:
		show = l.goTo(int(articles.All))
		l.tabs.gone = before
	case again >= 0:
		show = l.goTo(len(articles.Shelves) + again)
	case now != nil && now.Query != before.Query:
		show = l.find(true)
	}
	l.tabs.counter.stop()
	return tea.Batch(show, l.countTabs())
}

// countTabs counts the next of the tabs on the screen that was not counted since the
// library changed.
func (l *List) countTabs() tea.Cmd {
	c := &l.tabs.counter
	if c.cancel != nil || l.filter.cancel != nil && l.filter.searching {
		return nil
	}
	for _, t := range l.seenTabs() {
		tab := &l.tabs.all[t]
		if tab.counted {
			continue
		}
		ctx, cancel := context.WithCancel(l.fx.Context())
		c.request++
		c.cancel = cancel
		request, key, asked := c.request, tab.Key, tab.query.On(articles.All)
		asked.Unfolded = true // it counts as the shelves do
		return l.fx.Ask(func(_ context.Context, lib effect.Library) tea.Msg {
			n, err := lib.Count(ctx, asked)
			return tabCountMsg{request, key, n, err}
		})
	}
	return nil
}

// tabCounted shows a number, and has the next be counted.
func (l *List) tabCounted(msg tabCountMsg) tea.Cmd {
	if msg.request != l.tabs.counter.request {
		return nil
	}
	l.tabs.counter.stop()
	for i := range l.tabs.all {
		if t := &l.tabs.all[i]; t.Key == msg.key {
			t.counted = true
			if msg.err == nil { // a number is not worth a complaint
				t.count = msg.count
			}
		}
	}
	return l.countTabs()
}
