//go:build unix

package e2e

import (
	"fmt"
	"image/color"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

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

// The inks of the title over an article.
const (
	titleOnDark   = "#e5a657"
	titleOnLight  = "#9a4a0c"
	titleOnEither = "#b85c00"
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
		{screentest.Terminal{Light: true}, "", titleOnLight},
		{screentest.Terminal{}, "", titleOnDark},
		{screentest.Terminal{Mute: true}, "", titleOnEither},
		{screentest.Terminal{Mute: true}, "COLORFGBG=0;15", titleOnLight},
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

// A terminal that changes its background is followed while lede runs, where the theme
// follows it, and told no more of when lede has ended.
func TestBackgroundChangesLive(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	s := h.open(t, screentest.Program{Terminal: screentest.Terminal{Light: true}})
	s.WaitFor(scrolling)
	s.Key("j") // the first title stands under the cursor
	for _, visit := range []struct {
		light bool
		ink   string
	}{{true, onLight}, {false, onDark}, {true, onLight}, {false, onDark}} {
		s.Lighten(visit.light)
		s.Until("it is written on in "+visit.ink, func(screen *screentest.Screen) bool { return inkOf(screen, scrolling) == visit.ink })
	}
	s.Key("k", "enter")
	s.WaitFor("Paper has an advantage")
	s.Lighten(true)
	s.Until("the article follows", func(screen *screentest.Screen) bool { return inkOf(screen, scrolling) == titleOnLight })
	s.Key("q", "q")
	left(t, s, 0)
}

// A theme for one kind of background, or without colours, is left alone by it.
func TestThemeOfOneKindStays(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	for _, theme := range []string{"dark", "mono"} {
		s := h.open(t, screentest.Program{Terminal: screentest.Terminal{Light: true}}, "--theme", theme)
		s.WaitFor(scrolling)
		if written := s.Raw(); strings.Contains(written, ansi.SetModeLightDark) || strings.Contains(written, ansi.RequestBackgroundColor) {
			t.Errorf("%s asks for the background", theme)
		}
		s.Key("q")
		left(t, s, 0)
	}
}

// The theme that a key has chosen is that of the next run, in whatever terminal.
func TestChosenThemeIsRemembered(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	s := h.open(t, screentest.Program{})
	s.WaitFor(scrolling)
	s.Key("C", "C")
	s.WaitFor("Theme: light.")
	s.Key("q")
	left(t, s, 0)
	s = h.open(t, screentest.Program{Terminal: screentest.Terminal{Mute: true}})
	s.WaitFor(scrolling)
	s.Key("j")
	s.Until("it is written on in "+onLight, func(screen *screentest.Screen) bool { return inkOf(screen, scrolling) == onLight })
	s.Key("q")
	left(t, s, 0)
}

// A theme of one's own is read from its place, told what is wrong with it, and looks
// as it says.
func TestOwnTheme(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	h.write(t, "config/lede/themes/sepia.toml", "base = \"dark\"\nstrong = \"#123456\"\n")
	h.write(t, "config/lede/themes/faulty.toml", "base = \"dark\"\nacent = \"#e5a657\"\n")
	s := h.open(t, screentest.Program{}, "--theme", "sepia")
	s.WaitFor(scrolling, "sepia.toml:2: strong #123456 on a dark background", "1.3:1, and text needs")
	s.Key("j")
	s.Until("it is in the reader's colour", func(screen *screentest.Screen) bool { return inkOf(screen, scrolling) == "#123456" })
	s.Key("q")
	left(t, s, 0)
	r := h.run(t, "--theme", "faulty")
	if want := "faulty.toml:2:1: no colour is called \"acent\": did you mean accent?"; r.code != 2 || !strings.Contains(r.stderr, want) {
		t.Errorf("exit code %d, %q", r.code, r.stderr)
	}
}
