//go:build unix

package screentest

import (
	"fmt"
	"syscall"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"
)

// Type sends text as typed, one key a rune.
func (s *Session) Type(text string) {
	s.t.Helper()
	if _, err := s.tty.WriteString(text); err != nil {
		s.t.Fatalf("type %q: %v", text, err)
	}
}

// Key presses keys by name, as in Key("down", "ctrl+d", "shift+tab", "x"); the
// bytes are those that the terminal sends in its present modes.
func (s *Session) Key(names ...string) {
	s.t.Helper()
	for _, name := range names {
		var keys string
		var err error
		s.Look(func(screen *Screen) { keys, err = screen.encode(name) })
		if err != nil {
			s.t.Fatal(err)
		}
		s.Type(keys)
	}
}

// Paste pastes text, marked as such if the program asked for that.
func (s *Session) Paste(text string) {
	s.t.Helper()
	s.Look(func(screen *Screen) {
		if screen.Mode(ansi.ModeBracketedPaste) {
			text = ansi.BracketedPasteStart + text + ansi.BracketedPasteEnd
		}
	})
	s.Type(text)
}

// Mouse buttons, as the protocol numbers them.
const (
	LeftButton = 0
	WheelUp    = 64
	WheelDown  = 65
)

// Mouse clicks a button, or turns the wheel, over a cell counted from 0. A
// terminal sends it only to a program that asked for it.
func (s *Session) Mouse(button, x, y int) {
	s.t.Helper()
	wanted := false
	s.Look(func(screen *Screen) {
		wanted = screen.Mode(ansi.ModeMouseExtSgr) && (screen.Mode(ansi.ModeMouseNormal) ||
			screen.Mode(ansi.ModeMouseButtonEvent) || screen.Mode(ansi.ModeMouseAnyEvent))
	})
	if !wanted {
		return
	}
	s.Type(fmt.Sprintf("\x1b[<%d;%d;%dM", button, x+1, y+1))
	if button == LeftButton {
		s.Type(fmt.Sprintf("\x1b[<%d;%d;%dm", button, x+1, y+1))
	}
}

// Resize gives the terminal another size and tells the program.
func (s *Session) Resize(width, height int) {
	s.t.Helper()
	s.mu.Lock()
	s.screen.Resize(width, height)
	s.mu.Unlock()
	if err := pty.Setsize(s.tty, driverSize(width, height)); err != nil {
		s.t.Fatalf("resize to %d×%d: %v", width, height, err)
	}
}

// driverSize is what the driver knows of a terminal's size.
func driverSize(width, height int) *pty.Winsize {
	return &pty.Winsize{
		Rows: uint16(height), Cols: uint16(width),
		X: uint16(width * cellWidth), Y: uint16(height * cellHeight),
	}
}

// Lighten changes the terminal's background, to a light or a dark one, and tells a
// program that asked for that.
func (s *Session) Lighten(light bool) {
	s.t.Helper()
	report := ""
	s.Look(func(screen *Screen) {
		screen.terminal.Light = light
		if screen.Mode(ansi.ModeLightDark) {
			report = ansi.LightDarkReport(!light)
		}
	})
	s.Type(report)
}

// Signal sends the program a signal.
func (s *Session) Signal(signal syscall.Signal) {
	s.t.Helper()
	if err := s.cmd.Process.Signal(signal); err != nil {
		s.t.Fatalf("send %v: %v", signal, err)
	}
}
