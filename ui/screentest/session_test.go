//go:build unix

package screentest

import (
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// demo starts the program in testdata/demo.
func demo(t *testing.T, p Program) *Session {
	t.Helper()
	p.Path = Build(t, "lede/ui/screentest/testdata/demo")
	p.Env = []string{"TERM=xterm-256color", "COLORTERM=truecolor", "PATH=" + os.Getenv("PATH")}
	s := Start(t, p)
	s.WaitFor("Demo")
	return s
}

func restored(t *testing.T, s *Session) {
	t.Helper()
	s.Look(func(screen *Screen) {
		if left := screen.Residue(); len(left) > 0 {
			t.Errorf("the terminal is left with: %s", strings.Join(left, "; "))
		}
		if len(screen.Unknown()) > 0 {
			t.Errorf("sequences that the emulator does not know: %q", screen.Unknown())
		}
	})
}

func TestSession(t *testing.T) {
	t.Parallel()
	s := demo(t, Program{Width: 44, Height: 8})
	s.WaitFor("size 44×8 dark: true", "世界 café")
	s.Type("jj")
	s.Key("enter", "esc", "ctrl+d", "up", "shift+tab", "alt+x", "pgdown", "ü")
	s.WaitFor("keys j j enter esc ctrl+d up shift+tab")
	s.Resize(90, 5)
	s.WaitFor("size 90×5", "alt+x pgdown ü")
	s.Mouse(WheelDown, 3, 2)
	s.Paste("a b")
	s.WaitFor("wheel 3,2")
	s.Resize(100, 6)
	s.WaitFor(`paste "a b"`)
	s.Look(func(screen *Screen) {
		if screen.Title() != "demo" || !screen.Mode(ansi.ModeAltScreenSaveCursor) {
			t.Errorf("title %q, alternate screen %t", screen.Title(), screen.Mode(ansi.ModeAltScreenSaveCursor))
		}
		if !slices.Contains(screen.Asked(), "OSC 11") {
			t.Errorf("asked only %q", screen.Asked())
		}
	})
	s.Golden("demo")
	s.GoldenStyled("demo-styled")
	s.Key("q")
	if code := s.Exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	restored(t, s)
}

func TestSessionTerminals(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		terminal Terminal
		want     string
	}{
		"light": {Terminal{Light: true}, "dark: false"},
		"old":   {Terminal{Old: true}, "dark: true"},
		"mute":  {Terminal{Mute: true}, "keys j esc"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := demo(t, Program{Terminal: tt.terminal})
			s.Key("j", "esc")
			s.WaitFor(tt.want, "keys j esc")
			s.Key("q")
			s.Exit()
			restored(t, s)
		})
	}
}

func TestSessionStdin(t *testing.T) {
	t.Parallel()
	s := demo(t, Program{Stdin: strings.NewReader("through a pipe")})
	s.WaitFor("through a pipe")
	s.Type("j")
	s.WaitFor("keys j")
	s.Type("q")
	s.Exit()
	restored(t, s)
}

func TestSessionEnds(t *testing.T) {
	t.Parallel()
	t.Run("by a signal", func(t *testing.T) {
		t.Parallel()
		s := demo(t, Program{})
		s.Signal(syscall.SIGKILL)
		if code := s.Exit(); code != -1 || s.Killed() != syscall.SIGKILL {
			t.Errorf("exit code %d, signal %v", code, s.Killed())
		}
	})
	t.Run("without clearing up", func(t *testing.T) {
		t.Parallel()
		s := demo(t, Program{})
		s.Type("X")
		if code := s.Exit(); code != 3 || s.Killed() != 0 {
			t.Errorf("exit code %d, signal %v", code, s.Killed())
		}
		s.Look(func(screen *Screen) {
			if !slices.Contains(screen.Residue(), "the alternate screen shows") {
				t.Errorf("the residue is only %q", screen.Residue())
			}
		})
	})
}
