package ui

import (
	"unicode"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// parted reads a key held with Alt that does nothing as what it may have been: Esc,
// and soon after it the key. Most terminals send the same for both.
func (a *app) parted(msg tea.KeyPressMsg) (esc, next tea.KeyPressMsg, ok bool) {
	bound := a.keys[a.at].match(msg) != opNone
	if a.typing() {
		bound = editsLine(msg)
	}
	if a.distinct || bound || msg.Mod&^tea.ModShift != tea.ModAlt {
		return esc, next, false
	}
	next = tea.KeyPressMsg{Code: msg.Code, Mod: msg.Mod &^ tea.ModAlt}
	switch {
	case !unicode.IsPrint(msg.Code):
	case next.Mod == tea.ModShift:
		next = tea.KeyPressMsg{Code: msg.Code, Text: string(unicode.ToUpper(msg.Code))}
	default:
		next.Text = string(msg.Code)
	}
	return tea.KeyPressMsg{Code: tea.KeyEscape}, next, true
}

// typing reports whether keys are letters of a line.
func (a *app) typing() bool {
	switch a.at {
	case inList:
		return a.list.adding.typing || a.list.filter.typing
	case inReader:
		return a.reader.search.typing
	}
	return false
}

// editsLine reports whether a key held with Alt edits a line.
func editsLine(msg tea.KeyPressMsg) bool {
	keys := textinput.DefaultKeyMap()
	return key.Matches(msg, keys.WordForward, keys.WordBackward, keys.DeleteWordForward, keys.DeleteWordBackward)
}
