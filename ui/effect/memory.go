package effect

import (
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
)

// KeepSmall has the garbage collector run more often while a text of many
// megabytes is open: what lives is then mostly that text, which costs it nothing
// to mark, and half as much of it again would wait to be collected.
func KeepSmall(size int) tea.Cmd {
	const long, often, usual = 2 << 20, 15, 100 // in bytes, in percent of what is live
	percent := usual
	if size > long {
		percent = often
	}
	return func() tea.Msg {
		debug.SetGCPercent(percent)
		return nil
	}
}
