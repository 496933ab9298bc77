//go:build unix

package e2e

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lede/ui/screentest"
)

// TestDragInATerminal: what is dragged over arrives on the terminal's clipboard,
// whole, and the key that leaves the mouse to the terminal gives up all of it.
func TestDragInATerminal(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	const words = "These words go on over more than one line of a screen that is only forty columns wide."
	h.write(t, "note.md", "# Title\n\n"+words+"\n\n```\n\tindented\n```\n\nThe end of it.\n")
	s := h.open(t, screentest.Program{Width: 40, Height: 24}, "note.md")
	s.WaitFor("These words", "The end")
	var x, y, toX, toY int
	s.Look(func(screen *screentest.Screen) {
		x, y = cellOf(screen, "These words")
		toX, toY = cellOf(screen, "The end")
	})
	s.Type(fmt.Sprintf("\x1b[<0;%d;%dM", x+1, y+1))
	s.Type(fmt.Sprintf("\x1b[<32;%d;%dM", toX+2, toY+1))
	s.Type(fmt.Sprintf("\x1b[<32;%d;%dM", toX+7, toY+1))
	s.Type(fmt.Sprintf("\x1b[<0;%d;%dm", toX+7, toY+1))
	s.WaitFor("Copied 21 words.")
	s.Until("it is on the clipboard", func(screen *screentest.Screen) bool {
		return slices.Equal(screen.Clipboard(), []string{words + "\n\n\tindented\n\nThe end"})
	})
	s.Key("M")
	s.Until("the mouse is the terminal's", func(screen *screentest.Screen) bool {
		return !screen.Mode(ansi.ModeMouseButtonEvent) && !screen.Mode(ansi.ModeMouseExtSgr)
	})
	s.Key("M")
	s.Until("the mouse is lede's", func(screen *screentest.Screen) bool {
		return screen.Mode(ansi.ModeMouseButtonEvent) && screen.Mode(ansi.ModeMouseExtSgr)
	})
	s.Key("q")
	left(t, s, 0)
}

// cellOf is where on a screen a text begins.
func cellOf(screen *screentest.Screen, text string) (x, y int) {
	for y, line := range strings.Split(screen.String(), "\n") {
		if before, _, ok := strings.Cut(line, text); ok {
			return ansi.StringWidth(before), y
		}
	}
	return 0, 0
}
