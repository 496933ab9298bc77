package ui

import (
	"strings"
	"testing"
)

// TestTabCompletesQueries: in the line of a search Tab takes names of fields and their
// values, with how many articles have them, and finds as if they had been typed.
func TestTabCompletesQueries(t *testing.T) {
	t.Parallel()
	d := drive(t, boats(t))
	d.press("/ " + typed("tag") + " tab")
	d.sees("/ tag:")
	d.seesNot("▌ tag:") // there is one
	d.press("tab")
	d.sees("▌ sea", "2", "  inland", "1", "/ tag:sea    2 matches", "On alpha")
	d.press("tab")
	d.sees("▌ inland", "/ tag:inland    1 match")
	d.press("tab down up")
	d.sees("▌ sea", "/ tag:sea ")
	d.press("enter")
	d.seesNot("▌ sea")
	d.press(typed("boats"))
	d.sees("/ tag:sea boats", "1 match")
	d.press("ctrl+o")
	d.sees("On boats 2", "1/1")
}

// TestEscClosesTheChoicesAlone: what was typed is there again, and the search goes on.
func TestEscClosesTheChoicesAlone(t *testing.T) {
	t.Parallel()
	d := drive(t, boats(t))
	d.press("/ " + typed("boats") + " space " + typed("t") + " tab")
	d.sees("tag:", "title:", "time:", "of so many minutes to read", "/ boats tag:")
	d.press("tab tab")
	d.sees("/ boats time:")
	d.press("esc")
	d.seesNot("title:")
	d.sees("/ boats t ")
	d.press("backspace tab") // any field
	d.sees("▌ is:", "in this state")
	d.press("enter") // its values at once
	d.sees("▌ unread", "reading", "/ boats is:unread    3 matches")
	x, y := d.cell("archived")
	d.click(x, y)
	d.sees("/ boats is:archived")
	d.seesNot("reading")
	d.press("esc")
	d.sees("1/5")
	d.press("/ " + typed("zz") + " tab")
	d.sees("/ zz")
	if screen := d.screen(); strings.Contains(screen, "▌ zz") {
		t.Errorf("choices of nothing:\n%s", screen)
	}
}
