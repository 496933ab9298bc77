package gallery

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// TestSixelsOverAFrameThatStands: images are drawn where they show whole, once
// nothing moves, and cleared away when something does.
func TestSixelsOverAFrameThatStands(t *testing.T) {
	t.Parallel()
	lib := openLibrary(t)
	v := view(t, lib, "xterm")
	var due []func(time.Time) tea.Msg
	v.Tick = func(d time.Duration, f func(time.Time) tea.Msg) tea.Cmd {
		if d == stillAfter {
			due = append(due, f)
		}
		return nil
	}
	v.run(v.open(photographs(t, lib, "sixels", 1)))
	v.take(uv.CellSizeEvent{Width: 10, Height: 20}, uv.PrimaryDeviceAttributesEvent{62, 4})
	if v.shows(true); !v.DrawsSixels() {
		t.Fatal("a terminal that has sixels is not to be drawn over")
	}
	frame := v.screen()
	stands := func(frame string) (drawn string) {
		t.Helper()
		v.sent = ""
		v.run(v.DrawOver(frame))
		if v.sent != "" {
			t.Error("drawn before the screen stood still")
		}
		for _, f := range due {
			v.run(v.Update(f(time.Time{})))
		}
		due = nil
		return v.sent
	}

	drawn := stands(frame)
	if strings.Count(drawn, "\x1bP") != 1 || v.cleared != 0 {
		t.Errorf("drawn %.40q, cleared %d times", drawn, v.cleared)
	}
	if again := stands(frame); again != "" || v.cleared != 0 {
		t.Errorf("drawn again %.40q, cleared %d times, with nothing changed", again, v.cleared)
	}
	v.DrawAgain()
	if again := stands(frame); again != drawn || v.cleared != 1 {
		t.Errorf("drawn %.40q, cleared %d times, after another used the terminal", again, v.cleared)
	}
	moved := stands("a line\n" + frame)
	if moved == drawn || strings.Count(moved, "\x1bP") != 1 || v.cleared != 2 {
		t.Errorf("drawn %.40q, cleared %d times, a line lower", moved, v.cleared)
	}
	at := strings.LastIndex(frame, "▀")
	if over := stands(frame[:at] + "x" + frame[at+len("▀"):]); over != "" || v.cleared != 3 {
		t.Errorf("drawn %.40q, cleared %d times, with a letter over it", over, v.cleared)
	}
	if cut := stands(frame[:strings.LastIndex(frame[:at], "\n")]); cut != "" {
		t.Errorf("drawn %.40q, of which the end is not on the screen", cut)
	}
	if v.run(v.DrawOver("")); len(due) != 0 {
		t.Error("waits to draw where no article is")
	}
	if gone := stands(""); gone != "" || v.cleared != 3 {
		t.Errorf("drawn %.40q, cleared %d times, without an article", gone, v.cleared)
	}
}

// A moment that was over before the screen changed draws nothing.
func TestSixelsWaitForTheLastChange(t *testing.T) {
	t.Parallel()
	p := &scaled{rows: []string{"▀▀", "▀▀"}, sixels: "\x1bPq\x1b\\"}
	pictures := map[cacheKey]*scaled{{source: "p"}: p}
	var s sixels
	s.show("▀▀\n▀▀\nwords", never)
	first := s.change
	s.show("▀▀\n▀▀\nother words", never)
	if out := s.draw(stillMsg{first}, pictures); out != "" {
		t.Errorf("drawn %q over a screen that still changed", out)
	}
	if out := s.draw(stillMsg{s.change}, pictures); out != "\x1b7\x1b[1;1H"+p.sixels+"\x1b8" {
		t.Errorf("drawn %q", out)
	}
}
