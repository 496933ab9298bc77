//go:build unix

package e2e

import (
	"testing"

	"lede/ui/screentest"
)

// TestPictures makes the pictures of the README, or fails when they no longer
// show what lede shows; go generate ./... makes them anew.
func TestPictures(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	picture := func(screen *screentest.Screen) string { return screentest.SVG(screen, "lede") }

	s := h.open(t, screentest.Program{Width: 88, Height: 41}, "read-time")
	s.WaitFor("min left")
	s.Key("j", "k") // a scroll counts the view at once, and not when a clock says so
	s.WaitFor("1 view")
	s.Match("../../.assets/reader.svg", picture)
	h.waitRow(t, "Seven minutes", "begun", func(r row) bool { return r.Progress > .02 })
	s.Key("q")
	left(t, s, 0)

	s = h.open(t, screentest.Program{}, "trails")
	s.WaitFor("min left")
	s.Key("space", "space")
	h.waitRow(t, "Trails", "half read", func(r row) bool { return r.Progress > .4 })
	s.Key("g")
	s.WaitFor("1 view")
	s.Key("q")
	left(t, s, 0)

	s = h.open(t, screentest.Program{Width: 88, Height: 26})
	s.WaitFor("Start here", "? help")
	s.Key("j", "j", "s")
	s.WaitFor("Starred 1")
	s.Key("j", "m")
	s.WaitFor("Unread 9")
	s.Key("k", "k", "k", "ctrl+l")
	s.WaitFor("1/12", "? help")
	s.Match("../../.assets/library.svg", picture)
	s.Key("q")
	left(t, s, 0)
}
