package ui

import (
	tea "charm.land/bubbletea/v2"

	"lede/ui/keys"
)

// undo is what was changed last, and how it is as it was again.
type undo struct{ all []undoing }

type undoing struct {
	what string // "The star"
	back func(say string) tea.Cmd
}

// mostUndone bounds what can be undone.
const mostUndone = 100

func (u *undo) add(what string, back func(say string) tea.Cmd) {
	u.all = append(u.all, undoing{what, back})
	u.all = u.all[max(0, len(u.all)-mostUndone):]
}

func (a *app) undoLast() tea.Cmd {
	n := len(a.undo.all)
	if n == 0 {
		return a.notice.Say("Nothing to undo.")
	}
	last := a.undo.all[n-1]
	a.undo.all = a.undo.all[:n-1]
	return last.back(last.what + " is as it was.")
}

// undoes names the key that undoes what was just told.
func (a *app) undoes() string {
	name := a.names.Name(keys.Undo, keys.InList)
	if name == "" {
		return ""
	}
	return " " + name + " undoes it."
}
