package ui

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/theme"
)

// list is the library screen. It knows the rows around the cursor and no more.
type list struct {
	fx      effects
	theme   *theme.Theme
	geo     geometry
	compact bool

	listing articles.Listing
	counts  articles.Counts
	filter  filter
	adding  adding

	rows    []articles.Row // rows[0] stands at index first of the listing
	first   int
	cursor  int // index in the listing
	top     int // index of the first row on the screen
	request int
	waiting bool   // a page is on its way
	follows bool   // that page is to keep the cursor on its article
	aside   string // stands in the footer: work in the background
}

func newList(fx effects, t *theme.Theme, s settings) list {
	return list{
		fx: fx, theme: t, compact: s.compact,
		listing: articles.Listing{Shelf: s.shelf, Order: s.order}, filter: newFilter(fx), adding: newAdding(),
	}
}

// total is the number of rows of what is shown: a shelf, or what the filter
// left of it.
func (l *list) total() int {
	if l.filter.on() {
		return len(l.filter.ids)
	}
	return l.counts[l.listing.Shelf]
}

// current is the row under the cursor, nil when there is none.
func (l *list) current() *articles.Row { return l.row(l.cursor) }

func (l *list) row(at int) *articles.Row {
	if i := at - l.first; 0 <= i && i < len(l.rows) {
		return &l.rows[i]
	}
	return nil
}

// window is how many rows a page brings: a few screens, so that a held key
// never meets the end of what is loaded.
func (l *list) window() int { return max(120, 8*l.geo.rows) }

func (l *list) resize(width, height int) tea.Cmd {
	l.geo = newGeometry(width, height, l.compact)
	l.fill()
	return l.ensure()
}

// move puts the cursor on a row of the listing, as near as what is loaded
// allows, and asks for more rows when it nears their end.
func (l *list) move(to int) tea.Cmd {
	to = max(0, min(to, l.total()-1))
	if len(l.rows) > 0 {
		to = max(l.first, min(to, l.first+len(l.rows)-1))
	}
	l.cursor = max(0, to)
	l.reveal()
	return l.ensure()
}

// reveal scrolls no more than it takes to have the cursor on the screen.
func (l *list) reveal() {
	l.top = max(0, min(l.top, l.cursor), l.cursor-l.geo.rows+1)
}

// fill scrolls so that the screen is as full as it can be.
func (l *list) fill() {
	l.top = min(l.top, max(0, l.total()-l.geo.rows))
	l.reveal()
}

// ensure asks for rows when fewer than a screen and a half are loaded on a
// side of the cursor that has more.
func (l *list) ensure() tea.Cmd {
	margin := l.geo.rows + l.geo.rows/2
	lacks := l.first > 0 && l.cursor-margin < l.first ||
		l.first+len(l.rows) < l.total() && l.cursor+margin >= l.first+len(l.rows)
	if !lacks || l.waiting {
		return nil
	}
	l.request++
	l.waiting = true
	n := l.window()
	if l.filter.on() {
		return l.fx.picked(l.request, l.filter.ids, max(0, l.cursor-n/2), n)
	}
	return l.fx.page(l.request, l.listing, l.current(), l.cursor, n)
}

// reload asks for everything anew, keeping the cursor on its article.
func (l *list) reload() tea.Cmd {
	if !l.filter.on() {
		cmd := l.around(l.current())
		l.follows = true
		return cmd
	}
	l.request++
	l.waiting = true
	n := l.window()
	return tea.Batch(l.fx.counts, l.fx.picked(l.request, l.filter.ids, max(0, l.cursor-n/2), n))
}

// restart shows the listing from its top.
func (l *list) restart() tea.Cmd {
	l.cursor, l.top = 0, 0
	return l.around(nil)
}

// around shows the listing with the cursor on a row of it, nil for its first.
// When the row is not in it, the next one takes its place.
func (l *list) around(row *articles.Row) tea.Cmd {
	l.request++
	l.waiting, l.follows = true, false
	return l.fx.reload(l.request, l.listing, row, l.window())
}

// receive takes a page in.
func (l *list) receive(msg pageMsg) tea.Cmd {
	if msg.request != l.request {
		return nil
	}
	l.waiting = false
	if msg.err != nil {
		return nil
	}
	onScreen, row, total := l.cursor-l.top, l.current(), l.total()
	l.rows, l.first = msg.rows, msg.first
	if msg.counts != nil {
		l.counts = *msg.counts
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

// act does what a key asks for; it answers false for what is not the list's.
func (l *list) act(o op) (tea.Cmd, bool) {
	switch o {
	case opDown:
		return l.move(l.cursor + 1), true
	case opUp:
		return l.move(l.cursor - 1), true
	case opHalfDown:
		return l.move(l.cursor + max(1, l.geo.rows/2)), true
	case opHalfUp:
		return l.move(l.cursor - max(1, l.geo.rows/2)), true
	case opPageDown:
		return l.page(1), true
	case opPageUp:
		return l.page(-1), true
	case opTop:
		return l.jump(0), true
	case opEnd:
		return l.jump(l.total() - 1), true
	case opShelf1, opShelf2, opShelf3, opShelf4:
		return l.show(articles.Shelves[o-opShelf1]), true
	case opNextShelf:
		return l.show((l.listing.Shelf + 1) % articles.Shelf(len(articles.Shelves))), true
	case opSort:
		return l.sort(), true
	case opCompact:
		l.compact = !l.compact
		return tea.Batch(l.resize(l.geo.width, l.geo.height), l.fx.setting(settingCompact, flag(l.compact))), true
	case opClear:
		if l.filter.on() {
			return l.unfilter(), true
		}
		return nil, true
	case opFilter:
		return l.openFilter(), true
	}
	return nil, false
}

// page moves the screen and the cursor together, as a page is turned.
func (l *list) page(dir int) tea.Cmd {
	step := dir * max(1, l.geo.rows-1)
	l.top = max(0, min(l.top+step, max(l.top, l.total()-l.geo.rows)))
	return l.move(l.cursor + step)
}

// jump goes to an end of the listing, which may not be loaded.
func (l *list) jump(to int) tea.Cmd {
	if l.row(to) != nil || to < 0 {
		return l.move(to)
	}
	if to == 0 || l.filter.on() {
		l.cursor = to
		l.fill()
		l.request++
		l.waiting = true
		if l.filter.on() {
			return l.fx.picked(l.request, l.filter.ids, max(0, to-l.window()+1), l.window())
		}
		return l.fx.page(l.request, l.listing, nil, 0, l.window())
	}
	l.request++
	l.waiting, l.follows = true, false
	return l.fx.last(l.request, l.listing, l.window())
}

func (l *list) show(s articles.Shelf) tea.Cmd {
	l.listing.Shelf = s
	l.filter.clear()
	return l.restart()
}

func (l *list) sort() tea.Cmd {
	l.listing.Order = (l.listing.Order + 1) % articles.Order(len(articles.Orders))
	l.filter.clear()
	return tea.Batch(l.restart(), l.fx.setting(settingOrder, strconv.Itoa(int(l.listing.Order))))
}

func flag(on bool) string {
	if on {
		return "1"
	}
	return "0"
}
