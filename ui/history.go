package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/reader"
)

// stop is a place that the reader was at: an article and a piece of its text.
type stop struct {
	id     articles.ID
	opened *articles.Article // set when the article is not in the library
	place  articles.Anchor
}

// history is an evening's reading: back, and forward again.
type history struct {
	stops []stop
	at    int // the stop that is on the screen; -1 in the list, before the first
}

// longestHistory bounds the history; beyond it the oldest stops are forgotten.
const longestHistory = 1000

// visit goes on to a new stop, from the one on the screen, and forgets what
// lay ahead.
func (h *history) visit(s stop) {
	if len(h.stops) > 0 {
		h.stops = h.stops[:h.at+1]
	}
	h.stops = append(h.stops, s)
	if len(h.stops) > longestHistory {
		h.stops = append(h.stops[:0], h.stops[1:]...)
	}
	h.at = len(h.stops) - 1
}

// leave notes the place at which the stop on the screen is left.
func (h *history) leave(place articles.Anchor) {
	if 0 <= h.at && h.at < len(h.stops) {
		h.stops[h.at].place = place
	}
}

// forget starts anew.
func (h *history) forget() { *h = history{} }

// replace puts a text in place of one that it follows on.
func (h *history) replace(before articles.ID, now *articles.Article) {
	for i := range h.stops {
		if s := &h.stops[i]; s.id == before {
			s.id = now.ID
			if s.opened != nil {
				s.opened = now
			}
		}
	}
}

// walk goes along the related articles of one article: a key opens the first,
// then the second, and so on; another returns, at last to where it began.
type walk struct {
	from stop
	list []articles.Related
	at   int // index in list of the article on the screen; -1 at from
}

// next is the nearest entry in a direction that can be opened; false past the
// last. An index of -1 is the start of the walk.
func (w *walk) next(by int) (int, bool) {
	for i := w.at + by; -1 <= i && i < len(w.list); i += by {
		if i == -1 || w.list[i].ID != "" {
			return i, true
		}
	}
	return 0, false
}

// placeMark marks the place that is read with a letter. A small one is of this
// article, a capital one leads back from any other, as in vim.
func (a *app) placeMark(letter byte) tea.Cmd {
	if letter == 0 {
		return nil
	}
	if a.marks == nil {
		a.marks = make(map[byte]stop)
	}
	a.marks[letter] = a.stopHere()
	return a.notice.Say("Marked with " + string(letter) + ".")
}

// goMark goes to the place of a letter.
func (a *app) goMark(letter byte) tea.Cmd {
	s, ok := a.marks[letter]
	switch {
	case letter == 0:
		return nil
	case ok && a.reader.IsOf(s.id):
		a.history.leave(a.reader.Place())
		cmd := a.reader.Return(s.place)
		a.history.visit(a.stopHere())
		return cmd
	case ok && letter <= 'Z':
		return a.revisit(s, goal{Goal: reader.Goal{Place: s.place}})
	}
	return a.refuse(fmt.Errorf("no place is marked with %c here", letter))
}
