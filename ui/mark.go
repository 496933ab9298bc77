package ui

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui/reader"
)

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
	return a.notice.Say("No place is marked with " + string(letter) + " here.")
}
