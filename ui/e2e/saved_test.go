//go:build unix

package e2e

import (
	"syscall"
	"testing"

	"lede/ui/screentest"
)

// TestLastLookedAt: what the library showed last is there at the next start, also when the
// terminal was closed, and a thing that is read alone changes nothing of it.
func TestLastLookedAt(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	s := h.open(t, screentest.Program{})
	s.WaitFor("All 4")
	s.Key("j")
	standsOn(s, "A Little Lead")
	s.Key("q")
	left(t, s, 0)

	s = h.open(t, screentest.Program{})
	standsOn(s, "A Little Lead")
	s.Key("/")
	s.Type("unix")
	s.WaitFor("2 matches")
	s.Key("ctrl+o", "j")
	s.WaitFor("2/2")
	s.Key("F")
	s.WaitFor("save as:")
	s.Type("Old systems")
	s.Key("enter")
	s.WaitFor("Old systems 2", "Query saved", "2/2")
	s.Key("/")
	s.Type("hester")
	s.WaitFor("Nothing matches “hester”")
	s.Key("ctrl+o")
	s.WaitFor("/ hester", "0 matches · 1 in All · Esc shows all") // the keys came before the signal
	s.Signal(syscall.SIGHUP)
	s.Exit()

	s = h.open(t, screentest.Program{})
	s.WaitFor("Old systems 2", "/ hester", "Nothing matches")
	s.Key("esc")
	s.WaitFor("1/2")
	s.Key("G")
	s.WaitFor("2/2")
	s.Key("q")
	left(t, s, 0)

	h.must(t, "queries", "rename", "Old systems", "Older")
	s = h.open(t, screentest.Program{})
	s.WaitFor("Older 2", "/4")
	s.Key("6")
	s.WaitFor("1/2")
	s.Key("q")
	left(t, s, 0)
}
