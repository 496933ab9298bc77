// Package list is the screen of the library: the rows around the cursor, the shelves,
// the filter, and the line that takes what is to be added.
package list

import (
	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/effect"
	"lede/ui/intent"
	"lede/ui/keys"
	"lede/ui/list/row"
	"lede/ui/preview"
	"lede/ui/theme"
)

// List is the library screen. It knows the rows around the cursor and no more.
type List struct {
	intent.Asked
	fx      effect.Effects
	theme   *theme.Theme
	names   *keys.Bindings
	geo     geometry
	compact bool
	table   *row.Table
	// previews says that the preview shows where there is room for it.
	previews bool
	preview  *preview.Preview
	mode     mode

	listing articles.Listing
	tabs    tabs
	saving  saving
	// completing is nil while nothing is listed to type on with.
	completing *completion
	counts     articles.Counts
	filter     filter
	snippets   snippets
	add        chrome.Prompt
	failed     string // what could not be added
	resume     resume
	// selection is nil while no rows are selected.
	selection *selection

	last       *view  // what was shown last; nil once it is shown again
	begun      bool   // it was loaded to be seen, and is remembered
	remembers  bool   // was remembered a moment ago
	remembered looked // by the library

	rows     []articles.Row // rows[0] stands at index first of the listing
	first    int
	cursor   int // index in the listing
	top      int // index of the first row on the screen
	request  int
	waiting  bool   // a page is on its way
	seeking  bool   // the next article that is not read is sought
	sought   int    // number of the latest such request
	follows  bool   // that page is to keep the cursor on its article
	aside    string // stands in the footer: work in the background
	indexing string // how far the index is, while a search does not find all
}

// New makes the screen, without rows.
func New(fx effect.Effects, t *theme.Theme, names *keys.Bindings, s effect.Settings) *List {
	return &List{
		fx: fx, theme: t, names: names, compact: s.Compact, table: row.New(t),
		previews: s.Preview, preview: preview.New(fx, t),
		listing: articles.Listing{Shelf: s.Shelf, Order: s.Order}, filter: newFilter(fx),
		tabs: tabs{on: -1}, saving: newSaving(), last: readView(s.View),
		add: chrome.NewPrompt("add:", "address, path or feed", mostAdded),
	}
}

// SetTheme draws the list in other colours from now on.
func (l *List) SetTheme(t *theme.Theme) {
	l.theme = t
	l.table.SetTheme(t)
	l.preview.SetTheme(t)
}

// SetAside has the footer say what goes on in the background.
func (l *List) SetAside(text string) { l.aside = text }

// SetIndexing has the footer say how far the index is.
func (l *List) SetIndexing(text string) { l.indexing = text }

// Column is where the rows stand, and how wide they are.
func (l *List) Column() (left, width int) { return l.geo.left, l.geo.column }

func (l *List) complain(err error) {
	if err != nil {
		l.Ask(intent.Complain{Err: err})
	}
}

// total is the number of rows of what is shown: a shelf, or what the filter
// left of it.
func (l *List) total() int {
	if l.isSearched() {
		return len(l.filter.keys)
	}
	return l.counts.Rows[l.listing.Shelf]
}

// Current is the row under the cursor, nil when there is none.
func (l *List) Current() *articles.Row { return l.row(l.cursor) }

func (l *List) row(at int) *articles.Row {
	if i := at - l.first; 0 <= i && i < len(l.rows) {
		return &l.rows[i]
	}
	return nil
}

// window is how many rows a page brings: a few screens, so that a held key
// never meets the end of what is loaded.
func (l *List) window() int { return max(120, 8*l.geo.rows) }

// Resize lays the list out for a window of a size.
func (l *List) Resize(width, height int) tea.Cmd {
	l.geo = newGeometry(width, height, l.compact, l.previews, l.resume.row != nil)
	l.table.Resize(l.geo.rowWidth, l.geo.rowHeight > 1)
	l.preview.Resize(l.geo.pane, max(0, l.geo.height-l.geo.header-l.geo.footer))
	l.fill()
	return tea.Batch(l.ensure(), l.countTabs())
}

// ensure asks for rows when fewer than a screen and a half are loaded on a
// side of the cursor that has more.
func (l *List) ensure() tea.Cmd {
	margin := l.geo.rows + l.geo.rows/2
	lacks := l.first > 0 && l.cursor-margin < l.first ||
		l.first+len(l.rows) < l.total() && l.cursor+margin >= l.first+len(l.rows)
	if !lacks || l.waiting {
		return nil
	}
	l.request++
	l.waiting, l.follows = true, true
	n := l.window()
	if l.isSearched() {
		return loadPicked(l.fx, l.request, l.filter.keys, max(0, l.cursor-n/2), n)
	}
	return loadPage(l.fx, l.request, l.listing, l.Current(), l.cursor, n)
}

// Reload asks for everything anew, keeping the cursor on its article.
func (l *List) Reload() tea.Cmd {
	l.preview.Forget()
	tabs := l.seekTabs()
	if !l.isSearched() {
		cmd := l.around(l.Current())
		l.follows = true
		return tea.Batch(cmd, tabs, l.seekResume())
	}
	return tea.Batch(l.Count(), l.find(true), tabs, l.seekResume())
}

// restart shows the listing from its top.
func (l *List) restart() tea.Cmd {
	l.cursor, l.top = 0, 0
	l.sought, l.seeking = l.sought+1, false
	l.table.Forget()
	return l.around(nil)
}

// around shows the listing with the cursor on a row of it, nil for its first.
// When the row is not in it, the next one takes its place.
func (l *List) around(row *articles.Row) tea.Cmd {
	l.last = nil
	l.request++
	l.waiting, l.follows = true, false
	return l.fx.Ask(reloaded(l.request, l.listing, row, l.window()))
}

// Act does what a key asks for; it answers false for what is not the list's.
func (l *List) Act(p keys.Command) (tea.Cmd, bool) {
	if l.mode != browsing {
		return l.types(p.Op)
	}
	if l.selection != nil {
		if cmd, ok := l.selects(p.Op); ok {
			return cmd, true
		}
	}
	if cmd, ok := l.goes(p); ok {
		return cmd, true
	}
	if cmd, ok := l.turns(p); ok {
		return cmd, true
	}
	if isAboutRow(p.Op) && l.total() == 0 {
		l.Say("No article here.")
		return nil, true
	}
	switch o := p.Op; o {
	case keys.Open:
		l.openRow()
		return nil, true
	case keys.Select:
		l.beginSelecting()
		return nil, true
	case keys.Sort:
		return l.sort(p.Arg), true
	case keys.Compact:
		return l.setCompact(!l.compact), true
	case keys.Preview:
		return l.togglePreview(), true
	case keys.Clear, keys.Out:
		if l.narrowed() {
			return l.unfilter(), true
		}
		if o == keys.Out {
			l.Ask(intent.Leave{})
			return nil, true
		}
		return l.Started(), true
	case keys.Position:
		l.sayPosition()
		return nil, true
	case keys.Filter:
		return l.openFilter(p.Arg), true
	case keys.Add:
		if p.Arg != "" {
			l.Ask(intent.Add{Thing: p.Arg})
			return nil, true
		}
		return l.openAdd(), true
	}
	return nil, false
}

// openRow opens the article under the cursor, where it has what was searched.
func (l *List) openRow() {
	if r := l.Current(); r != nil {
		l.Ask(intent.Open{ID: r.ID, Hit: l.filter.hit(l.cursor)})
	}
}

// Note changes the state of an article, where its row is loaded.
func (l *List) Note(id articles.ID, change func(*articles.State)) {
	for i := range l.rows {
		if l.rows[i].ID == id {
			change(&l.rows[i].State)
		}
	}
}

// LookAgain shows what other programs did to the library, unless a page is on its
// way or the reader types.
func (l *List) LookAgain() tea.Cmd {
	if l.waiting || l.mode == filtering || l.mode == naming {
		return nil
	}
	return l.Reload()
}

// At is the index of the row under the cursor, and the one of the first row on the
// screen.
func (l *List) At() (cursor, top int) { return l.cursor, l.top }

// Rows are the rows that are loaded.
func (l *List) Rows() []articles.Row { return l.rows }

// isSearched reports whether what is shown is searched, and goes by keys: none are there
// before it is found.
func (l *List) isSearched() bool { return l.filter.on() || l.tabs.on >= 0 || l.last != nil }

// narrowed reports whether something is typed that narrows what the tab shows.
func (l *List) narrowed() bool {
	return (l.filter.on() || l.last != nil) && l.filter.prompt.Text() != ""
}

// Listing is the shelf that is shown, and its order.
func (l *List) Listing() articles.Listing { return l.listing }
