//go:build unix

package e2e

import (
	"strings"
	"testing"

	"lede/ui/screentest"
)

// standsOn waits until the cursor of the list is on a row with the title.
func standsOn(s *screentest.Session, title string) {
	s.Until("the cursor is on "+title, func(screen *screentest.Screen) bool {
		for line := range strings.Lines(screen.String()) {
			if strings.Contains(line, "▌") && strings.Contains(line, title) {
				return true
			}
		}
		return false
	})
}

func TestFilterStaysOnWhatWasChosen(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	s := h.open(t, screentest.Program{})
	s.WaitFor("All 4", "newest first")
	standsOn(s, scrolling)
	s.Key("/")
	s.Type("HESTER")
	s.WaitFor("1 match", "best match")
	standsOn(s, "A Little Lead")
	s.Key("esc")
	s.WaitFor("newest first", "2/4")
	standsOn(s, "A Little Lead")
	s.Key("/")
	s.Type("unix")
	s.WaitFor("2 matches")
	s.Key("ctrl+o", "j")
	s.WaitFor("2/2")
	s.Key("esc")
	s.WaitFor("newest first", "/4")
	s.WaitGone("2 matches")
	s.Key("/")
	s.Type("zzzz")
	s.WaitFor("Nothing matches")
	s.Key("esc")
	s.WaitFor("All 4", "/4")
	s.Key("q")
	left(t, s, 0)
}

// Esc and the next key, typed at once, look to most terminals' programs like a key
// held with Alt.
func TestEscAndAKeyAtOnce(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	for _, keys := range []string{"\x1b\x1bq", "\x1bq"} {
		s := h.open(t, screentest.Program{Terminal: screentest.Terminal{Old: true}})
		s.WaitFor("All 4")
		s.Key("/")
		s.Type("lead")
		s.WaitGone(scrolling)
		s.Type(keys)
		left(t, s, 0)
	}
}
