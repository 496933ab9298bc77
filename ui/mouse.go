package ui

import (
	tea "charm.land/bubbletea/v2"
)

// wheelColumns is how far a notch of the wheel shifts what is cut.
const wheelColumns = 6

func (a *app) wheel(m tea.Mouse) tea.Cmd {
	a.askAgain = nil
	if by := sideways(m); by != 0 {
		if a.reading && len(a.covers) == 0 {
			a.reader.WheelSideways(by)
		}
		return nil
	}
	s, _ := a.under(m.X)
	switch m.Button {
	case tea.MouseWheelDown:
		return s.Wheel(1)
	case tea.MouseWheelUp:
		return s.Wheel(-1)
	}
	return nil
}

// sideways is how far the wheel was turned to a side, in columns; with shift
// every wheel turns so.
func sideways(m tea.Mouse) int {
	switch {
	case m.Button == tea.MouseWheelRight, m.Button == tea.MouseWheelDown && m.Mod.Contains(tea.ModShift):
		return wheelColumns
	case m.Button == tea.MouseWheelLeft, m.Button == tea.MouseWheelUp && m.Mod.Contains(tea.ModShift):
		return -wheelColumns
	}
	return 0
}

// click does what is under the pointer. Where a notice lies over it, that goes first.
func (a *app) click(m tea.Mouse) tea.Cmd {
	a.askAgain = nil
	if a.dismiss() || m.Button != tea.MouseLeft {
		return nil
	}
	a.matcher.Drop()
	s, left := a.under(m.X)
	if side := a.side(); side > 0 && !a.reading && len(a.covers) == 0 && !a.isTyping() {
		a.atFeeds = left == 0
	}
	return s.Click(m.X-left, m.Y)
}

// under is the screen under a column, and where it begins: the feeds may stand beside
// the list.
func (a *app) under(x int) (s screen, left int) {
	side := a.side()
	switch {
	case side == 0 || a.reading || len(a.covers) > 0 || a.isTyping():
		return a.screen(), 0
	case x < side:
		return a.feeds, 0
	}
	return a.list, side
}

// drag selects text of an article.
func (a *app) drag(m tea.Mouse) tea.Cmd {
	if m.Button != tea.MouseLeft || !a.reading || len(a.covers) > 0 {
		return nil
	}
	return a.reader.Drag(m.X, m.Y)
}

// letGo ends a click or a drag in an article, whatever lies over it now.
func (a *app) letGo(m tea.Mouse) tea.Cmd {
	if !a.reading {
		return nil
	}
	return a.reader.Release(m.X, m.Y)
}

// dismiss takes a notice away with a key or a click, and says whether it lay over
// the screen.
func (a *app) dismiss() bool {
	_, width := a.column()
	return a.notice.Dismiss(width)
}

// toggleMouse leaves the mouse to the terminal, or takes it back.
func (a *app) toggleMouse(which string) tea.Cmd {
	a.mouse = which == "on" || which == "" && !a.mouse
	if a.mouse {
		return a.notice.Say("The mouse is lede's: it scrolls, selects, and opens what is clicked.")
	}
	return a.notice.Say("The mouse is the terminal's: it selects what is on the screen.")
}
