//go:build unix

package e2e

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	"lede/ui/screentest"
)

// inkOf is the colour that words on the screen have, as "#rrggbb"; "own" for the
// terminal's own.
func inkOf(screen *screentest.Screen, words string) string {
	y := 0
	for line := range strings.Lines(screen.String()) {
		if at := strings.Index(line, words); at >= 0 {
			return hex(screen.Cell(len([]rune(line[:at])), y).Style.Fg)
		}
		y++
	}
	return "not there"
}

func hex(c color.Color) string {
	if c == nil {
		return "own"
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// The inks of a title in the library, by what is known of the background.
const (
	onDark   = "#f2e9dc"
	onLight  = "#1c1a17"
	onEither = "own"
)

// One reader, one library, many terminals.
func TestEachTerminalHasItsBackground(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	for _, visit := range []struct {
		terminal screentest.Terminal
		env      string
		ink      string
	}{
		{screentest.Terminal{Mute: true}, "", onEither},
		{screentest.Terminal{Light: true}, "", onLight},
		{screentest.Terminal{Mute: true}, "", onEither}, // not what the one before said
		{screentest.Terminal{}, "", onDark},
		{screentest.Terminal{Mute: true}, "COLORFGBG=0;15", onLight},
		{screentest.Terminal{Mute: true}, "COLORFGBG=15;default;0", onDark},
		{screentest.Terminal{Light: true}, "COLORFGBG=15;0", onLight}, // the terminal knows better
	} {
		s := h.open(t, screentest.Program{Terminal: visit.terminal, Env: h.env(visit.env)})
		s.WaitFor(scrolling)
		s.Key("j") // the first title stands under the cursor
		s.Until(fmt.Sprintf("%+v is written on in %s", visit, visit.ink), func(screen *screentest.Screen) bool {
			return inkOf(screen, scrolling) == visit.ink
		})
		s.Key("q")
		left(t, s, 0)
	}
}

// What is printed asks too, and leaves nothing for the shell to read.
func TestShowAsksForTheBackground(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.write(t, "note.md", note)
	for _, visit := range []struct {
		terminal screentest.Terminal
		env      string
		ink      string
	}{
		{screentest.Terminal{Light: true}, "", onLight},
		{screentest.Terminal{}, "", onDark},
		{screentest.Terminal{Mute: true}, "", onEither},
		{screentest.Terminal{Mute: true}, "COLORFGBG=0;15", onLight},
	} {
		s := h.open(t, screentest.Program{Terminal: visit.terminal, Env: h.env(visit.env)}, "show", "note.md")
		left(t, s, 0)
		s.Look(func(screen *screentest.Screen) {
			if got := inkOf(screen, "A Note"); got != visit.ink {
				t.Errorf("%+v: written in %s\n%s", visit, got, screen.Styled())
			}
			if strings.Contains(screen.String(), "rgb:") {
				t.Errorf("the answer stands on the screen:\n%s", screen)
			}
		})
	}
}
