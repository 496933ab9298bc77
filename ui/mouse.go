package ui

import tea "charm.land/bubbletea/v2"

// wheelLines is how far a notch of the wheel scrolls a text.
const wheelLines = 3

func (a *app) wheel(m tea.Mouse) tea.Cmd {
	if by := sideways(m); by != 0 {
		return a.wheelSideways(by)
	}
	var dir int
	switch m.Button {
	case tea.MouseWheelDown:
		dir = 1
	case tea.MouseWheelUp:
		dir = -1
	default:
		return nil
	}
	switch {
	case a.at == inHelp:
		for range wheelLines {
			a.help.act(map[int]op{1: opDown, -1: opUp}[dir], len(a.help.lines(a.theme)))
		}
	case a.at == inReader && a.reader.way.outline.open:
		a.reader.way.outline.move(dir * wheelLines)
	case a.at == inReader && a.reader.panel.open:
		a.reader.panel.move(dir, len(a.reader.related))
	case a.at == inReader:
		return a.reader.scroll(dir * wheelLines)
	default:
		return a.list.move(a.list.cursor + dir)
	}
	return nil
}

// click opens what is under the pointer; in the list the first click stands on
// a row and the next one opens it.
func (a *app) click(m tea.Mouse) tea.Cmd {
	if m.Button != tea.MouseLeft {
		return nil
	}
	switch a.at {
	case inHelp:
		return a.toggleHelp()
	case inReader:
		return a.clickReader(m)
	}
	shelf, row, what := a.list.pick(m.X, m.Y)
	switch {
	case what == clickedTab:
		return a.list.show(shelf)
	case what == clickedRow && row == a.list.cursor:
		a.list.filter.keep()
		return a.inList(opOpen)
	case what == clickedRow:
		return a.list.move(row)
	}
	return nil
}

func (a *app) clickReader(m tea.Mouse) tea.Cmd {
	r := &a.reader
	if r.panel.open {
		if i, ok := r.panel.at(m.Y, r.text(), len(r.related)); ok {
			return a.openRelated(i)
		}
		r.panel.open = false
		return nil
	}
	if r.way.outline.open {
		return a.clickOutline(m.X, m.Y)
	}
	if r.way.mode != plainMode {
		r.way.leaveMode()
		return nil
	}
	if m.Y >= r.text() {
		return nil
	}
	if k, ok := r.linkUnder(m.X, m.Y); ok {
		r.way.chosen = &k
		return a.follow(k)
	}
	if i, ok := r.layout.RelatedAt(r.layout.Move(r.top, m.Y)); ok {
		return a.openRelated(i)
	}
	return nil
}
