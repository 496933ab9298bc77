package ui

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/articles/next"
	"lede/ui/chrome"
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
	return a.list.SeekUnread(dir, a.readOfList())
}

// readOfList is the article on the screen, unless it is a thing that was named to be read;
// empty for none.
func (a *app) readOfList() articles.ID {
	if a.reading && len(a.queue) == 0 {
		return a.reader.Article.ID
	}
	return ""
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
	if a.sitting.has(a.reader.Article.ID) {
		return a.offerSitting(i)
	}
	request := a.request
	return a.list.PeekUnread(a.reader.Article.ID, func(row *articles.Row, err error) tea.Msg { return nextMsg{request, i, row, err} })
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
	if a.sitting.has(a.reader.Article.ID) {
		if next := a.sitting.next(); next != nil {
			return a.open(next.ID, resume)
		}
		return a.offerSitting(intent.SeekNext{})
	}
	return a.list.SeekUnread(1, a.reader.Article.ID)
}

// sitting is the reading of what fits into the minutes that there are, one article after
// another.
type sitting struct {
	minutes int
	list    []articles.Row
	at      int
}

// sittingMsg brings what fits.
type sittingMsg struct {
	request int
	sitting
	err error
}

func (s *sitting) has(id articles.ID) bool { return s.at < len(s.list) && s.list[s.at].ID == id }

// next is the article after the one that is read; nil for none.
func (s *sitting) next() *articles.Row {
	if s.at+1 < len(s.list) {
		return &s.list[s.at+1]
	}
	return nil
}

// left are the minutes that are left when the article begins that is read.
func (s *sitting) left() int {
	left := s.minutes
	for i := range s.at {
		left -= s.list[i].MinutesLeft()
	}
	return left
}

// haveMinutes looks for what fits into some minutes, of what the list was asked for; it
// asks how many there are when nobody said it.
func (a *app) haveMinutes(minutes int) tea.Cmd {
	if minutes == 0 {
		a.put(chrome.NewMenu(a.theme, a.names, a.page().Scope(), minutesMenu()))
		return nil
	}
	minutes = min(minutes, next.Most)
	request, asked := a.request, a.list.Query()
	return a.fx.Ask(func(ctx context.Context, lib Library) tea.Msg {
		rows, err := lib.Next(ctx, asked, minutes)
		return sittingMsg{request, sitting{minutes: minutes, list: rows}, err}
	})
}

func minutesMenu() intent.Menu {
	menu := intent.Menu{Title: "Minutes", Op: keys.Minutes, Number: func(n int) intent.Choice {
		if n == 0 {
			return intent.Choice{Label: "or type how many"}
		}
		return intent.Choice{Label: fmt.Sprintf("%d min", n), Command: keys.Command{Op: keys.Minutes, Count: n}}
	}}
	for _, c := range []struct {
		label   string
		minutes int
	}{{"five minutes", 5}, {"ten minutes", 10}, {"a quarter of an hour", 15}, {"half an hour", 30}, {"an hour", 60}} {
		menu.Choices = append(menu.Choices, intent.Choice{
			Label: c.label, Command: keys.Command{Op: keys.Minutes, Count: c.minutes},
		})
	}
	return menu
}

// sitDown opens the first of what fits.
func (a *app) sitDown(msg sittingMsg) tea.Cmd {
	switch {
	case msg.request != a.request || a.reading:
		return nil
	case msg.err != nil:
		return a.notice.Complain(msg.err)
	case len(msg.list) == 0:
		return a.notice.Say(fmt.Sprintf("Nothing that is not read fits into %d min.", msg.minutes))
	}
	a.history.forget()
	a.sitting = msg.sitting
	return a.open(msg.list[0].ID, resume)
}

// sit has the article that was opened say how many minutes are left, where it is one of
// those that fit.
func (a *app) sit() {
	s, id := &a.sitting, a.reader.Article.ID
	if at := slices.IndexFunc(s.list, func(r articles.Row) bool { return r.ID == id }); at >= 0 {
		s.at = at
		a.reader.Sit(s.left(), s.minutes)
	}
}

// offerSitting offers the next of what fits.
func (a *app) offerSitting(asked intent.SeekNext) tea.Cmd {
	switch row := a.sitting.next(); {
	case row != nil:
		a.reader.Offer("Next: ", row.Title, row.MinutesLeft())
	case asked.Leaving:
		return a.leaveScreen(intent.Leave{})
	case !asked.Quiet:
		return a.notice.Say(fmt.Sprintf("This is all that fits into %d min.", a.sitting.minutes))
	}
	return nil
}
