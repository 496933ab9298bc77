package ui

import (
	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/intent"
	"lede/ui/keys"
	"lede/ui/list"
)

// unread goes to the next article that is not read, or to the one before: on the
// list, and from an article to its text.
func (a *app) unread(c keys.Command) tea.Cmd {
	dir := 1
	if c.Op == keys.PrevUnread {
		dir = -1
	}
	return a.list.SeekUnread(dir, a.reading && len(a.queue) == 0)
}

// seenUnread opens the unread article that was sought from another one.
func (a *app) seenUnread(msg list.UnreadMsg) tea.Cmd {
	if !a.reading {
		return nil
	}
	return a.open(msg.ID, resume)
}

// seekNext looks for what is to be read after the article on the screen, to offer it.
func (a *app) seekNext(i intent.SeekNext) tea.Cmd {
	switch {
	case len(a.queue) > 0 && i.Leaving:
		return a.leaveScreen(intent.Leave{})
	case len(a.queue) > 0:
		return nil
	}
	request := a.request
	return a.list.PeekUnread(func(row *articles.Row, err error) tea.Msg { return nextMsg{request, i, row, err} })
}

// nextMsg brings what is to be read next; nil for nothing.
type nextMsg struct {
	request int
	asked   intent.SeekNext
	row     *articles.Row
	err     error
}

func (a *app) nextCame(msg nextMsg) tea.Cmd {
	switch {
	case msg.request != a.request || !a.reading:
		return nil
	case msg.err != nil:
		return a.notice.Complain(msg.err)
	}
	return a.offer(msg.asked, msg.row)
}

// offer offers what is to be read next. Where there is nothing, what was asked for is
// done that has led to the question.
func (a *app) offer(asked intent.SeekNext, row *articles.Row) tea.Cmd {
	switch {
	case row != nil && !a.reader.IsOf(row.ID):
		a.reader.Offer("Next unread: ", row.Title, row.MinutesLeft())
	case asked.Leaving:
		return a.leaveScreen(intent.Leave{})
	case !asked.Quiet:
		return a.notice.Say("This is the end, and no unread article stands further down the list.")
	}
	return nil
}

// openNext opens what was offered.
func (a *app) openNext() tea.Cmd {
	if len(a.queue) > 0 {
		return nil
	}
	return a.list.SeekUnread(1, true)
}
