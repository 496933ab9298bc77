package list

import (
	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/keys"
)

// move puts the cursor on a row of the listing, as near as what is loaded
// allows, and asks for more rows when it nears their end.
func (l *List) move(to int) tea.Cmd {
	to = max(0, min(to, l.total()-1))
	if len(l.rows) > 0 {
		to = max(l.first, min(to, l.first+len(l.rows)-1))
	}
	l.cursor = max(0, to)
	l.reveal()
	return tea.Batch(l.ensure(), l.seekSnippets())
}

// reveal scrolls no more than it takes to have the cursor on the screen.
func (l *List) reveal() {
	l.top = max(0, min(l.top, l.cursor), l.cursor-l.geo.rows+1)
}

// fill scrolls so that the screen is as full as it can be.
func (l *List) fill() {
	l.top = min(l.top, max(0, l.total()-l.geo.rows))
	l.reveal()
}

// goes moves the cursor.
func (l *List) goes(p keys.Command) (tea.Cmd, bool) {
	n := max(1, p.Count)
	switch p.Op {
	case keys.Down:
		return l.move(l.cursor + n), true
	case keys.Up:
		return l.move(l.cursor - n), true
	case keys.HalfDown:
		return l.move(l.cursor + n*max(1, l.geo.rows/2)), true
	case keys.HalfUp:
		return l.move(l.cursor - n*max(1, l.geo.rows/2)), true
	case keys.PageDown:
		return l.page(n), true
	case keys.PageUp:
		return l.page(-n), true
	case keys.Top:
		return l.jump(0), true
	case keys.End:
		return l.jump(l.total() - 1), true
	case keys.GoLine:
		return l.jump(min(n, l.total()) - 1), true
	case keys.ScreenTop:
		return l.move(min(l.top+n, l.below()) - 1), true
	case keys.ScreenMiddle:
		return l.move((l.top + l.below() - 1) / 2), true
	case keys.ScreenBottom:
		return l.move(max(l.top, l.below()-n)), true
	case keys.Center:
		l.top = max(0, min(l.cursor-l.geo.rows/2, l.total()-l.geo.rows))
		return nil, true
	}
	return nil, false
}

// below is the first row that stands below the screen.
func (l *List) below() int { return min(l.top+l.geo.rows, l.total()) }

// page moves the screen and the cursor together, as a page is turned.
func (l *List) page(dir int) tea.Cmd {
	step := dir * max(1, l.geo.rows-1)
	l.top = max(0, min(l.top+step, max(l.top, l.total()-l.geo.rows)))
	return l.move(l.cursor + step)
}

// jump goes to a row of the listing, which may not be loaded.
func (l *List) jump(to int) tea.Cmd {
	if l.row(to) != nil || to < 0 {
		return l.move(to)
	}
	l.request++
	switch {
	case l.isSearched():
		l.cursor = to
		l.fill()
		l.waiting, l.follows = true, true
		return loadPicked(l.fx, l.request, l.filter.keys, max(0, to-l.window()/2), l.window())
	case to == l.total()-1:
		l.waiting, l.follows = true, false
		// Enough for what is seen, and for the next steps up: the end comes at once.
		return loadLast(l.fx, l.request, l.listing, 3*l.geo.rows)
	}
	l.waiting, l.follows = true, false
	return loadRow(l.fx, l.request, l.listing, to, l.window())
}

// Step moves the cursor by rows and gives the article that it comes to; false at
// the end of the list.
func (l *List) Step(by int) (articles.ID, tea.Cmd, bool) {
	to := l.cursor + by
	if l.row(to) == nil {
		return "", nil, false
	}
	cmd := l.move(to)
	return l.Current().ID, cmd, true
}
