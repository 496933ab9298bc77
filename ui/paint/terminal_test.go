//go:build unix

package paint

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lede/ui/screentest"
)

// demo starts the program in testdata/demo.
func demo(t *testing.T, p screentest.Program) *screentest.Session {
	t.Helper()
	if p.Path == "" {
		p.Path = screentest.Build(t, "lede/ui/paint/testdata/demo")
	}
	p.Env = append([]string{"TERM=xterm-256color", "COLORTERM=truecolor", "PS1=shell> ", "ENV=", "PATH=" + os.Getenv("PATH")}, p.Env...)
	return screentest.Start(t, p)
}

// restored checks that the terminal is as it was, and got nothing strange.
func restored(t *testing.T, s *screentest.Session) {
	t.Helper()
	s.Look(func(screen *screentest.Screen) {
		if left := screen.Residue(); len(left) > 0 {
			t.Errorf("the terminal is left with: %s", strings.Join(left, "; "))
		}
		if unknown := screen.Unknown(); len(unknown) > 0 {
			t.Errorf("the terminal got what it does not know: %q", unknown)
		}
	})
}

// has waits until modes are set.
func has(s *screentest.Session, modes ...ansi.Mode) {
	for _, mode := range modes {
		s.Until(fmt.Sprintf("mode %d is set", mode), func(screen *screentest.Screen) bool { return screen.Mode(mode) })
	}
}

func lacks(s *screentest.Session, modes ...ansi.Mode) {
	for _, mode := range modes {
		s.Until(fmt.Sprintf("mode %d is not set", mode), func(screen *screentest.Screen) bool { return !screen.Mode(mode) })
	}
}

// Whichever way a program ends, the terminal is as it was, and so are its lines:
// the shell's stty sees it. A fault is told where it can be read, not on the
// screen that is left.
func TestEnds(t *testing.T) {
	t.Parallel()
	for key, tt := range map[string]struct {
		code int
		told string
	}{
		"q": {0, ""}, "i": {130, ""}, "ctrl+c": {130, ""},
		"U": {1, "a fault on purpose"}, "V": {1, "a fault on purpose"}, "C": {1, "a fault on purpose"}, "B": {1, "a fault on purpose"},
	} {
		t.Run(key, func(t *testing.T) {
			t.Parallel()
			path := screentest.Build(t, "lede/ui/paint/testdata/demo")
			s := demo(t, screentest.Program{Height: 60, Path: "/bin/sh", Args: []string{"-c", path + `; echo "code $?"; stty -a`}})
			s.WaitFor("size 80×60")
			s.Key("m", "f", "b", "t", "e", "j")
			s.WaitFor("at 1")
			s.Key(key)
			s.Exit()
			restored(t, s)
			text := s.Text() + s.Raw()
			if !strings.Contains(text, fmt.Sprintf("code %d", tt.code)) || strings.Contains(text, "-icanon") || !strings.Contains(text, "icanon") {
				t.Errorf("it does not end with %d in a terminal as it was:\n%s", tt.code, s.Text())
			}
			_, after, _ := strings.Cut(s.Raw(), ansi.ResetModeAltScreenSaveCursor)
			if !strings.Contains(after, tt.told) {
				t.Errorf("the fault is not told after the screen was left:\n%q", after)
			}
		})
	}
}

func TestSignals(t *testing.T) {
	t.Parallel()
	for signal, code := range map[syscall.Signal]int{syscall.SIGTERM: 0, syscall.SIGINT: 130} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			s := demo(t, screentest.Program{})
			s.WaitFor("size 80×24")
			s.Signal(signal)
			if got := s.Exit(); got != code {
				t.Errorf("exit code %d", got)
			}
			restored(t, s)
		})
	}
}

// Every mode of a view is set when the view has it, and taken back with it.
func TestModes(t *testing.T) {
	t.Parallel()
	s := demo(t, screentest.Program{})
	s.WaitFor("size 80×24")
	has(s, ansi.ModeAltScreenSaveCursor, ansi.ModeBracketedPaste, ansi.ModeUnicodeCore)
	lacks(s, ansi.ModeTextCursorEnable, ansi.ModeMouseButtonEvent, ansi.ModeFocusEvent)
	s.Key("m")
	has(s, ansi.ModeMouseButtonEvent, ansi.ModeMouseExtSgr)
	s.Mouse(screentest.WheelDown, 3, 4)
	s.WaitFor("wheel 3,4")
	s.Key("m")
	has(s, ansi.ModeMouseAnyEvent, ansi.ModeMouseExtSgr)
	lacks(s, ansi.ModeMouseButtonEvent)
	s.Key("m")
	lacks(s, ansi.ModeMouseAnyEvent, ansi.ModeMouseExtSgr)
	s.Key("f")
	has(s, ansi.ModeFocusEvent)
	s.Key("f")
	lacks(s, ansi.ModeFocusEvent)
	s.Paste("two words")
	s.WaitFor(`paste "two words"`)
	s.Key("p")
	lacks(s, ansi.ModeBracketedPaste)
	s.Key("p")
	has(s, ansi.ModeBracketedPaste)
	s.Key("c")
	s.Until("the cursor shows where it is put", func(screen *screentest.Screen) bool {
		x, y, visible := screen.Cursor()
		return visible && x == 3 && y == 1
	})
	s.Key("j")
	s.WaitFor("at 1")
	s.Until("the cursor is back", func(screen *screentest.Screen) bool {
		x, y, visible := screen.Cursor()
		return visible && x == 3 && y == 1
	})
	s.Key("h")
	lacks(s, ansi.ModeTextCursorEnable)
	s.Key("t")
	s.Until("it has a title", func(screen *screentest.Screen) bool { return screen.Title() == "a title" })
	s.Key("q")
	s.Exit()
	restored(t, s)
	s.Look(func(screen *screentest.Screen) {
		if screen.Title() != "" {
			t.Errorf("the title %q stays", screen.Title())
		}
	})
}

// What is asked of the terminal leaves at once, and so does what is sent to it.
func TestCommands(t *testing.T) {
	t.Parallel()
	s := demo(t, screentest.Program{})
	s.WaitFor("size 80×24", "colours TrueColor")
	s.Key("a")
	s.WaitFor("dark true", "version screentest 1")
	s.Key("y")
	s.Until("the clipboard is set", func(screen *screentest.Screen) bool { return slices.Equal(screen.Clipboard(), []string{"copied"}) })
	s.Key("r")
	s.Until("a sequence is sent", func(screen *screentest.Screen) bool { return screen.Title() == "raw" })
	before := len(s.Raw())
	s.Key("ctrl+l")
	s.Until("a sequence is sent", func(screen *screentest.Screen) bool { return screen.Title() == "cleared" })
	if after := s.Raw()[before:]; strings.Count(after, ansi.EraseEntireScreen) != 1 || strings.Count(after, "the header") != 1 {
		t.Errorf("clearing the screen writes %q", after)
	}
	s.Key("q")
	s.Exit()
	restored(t, s)
}

// A key that changes nothing writes nothing.
func TestNothingChanges(t *testing.T) {
	t.Parallel()
	s := demo(t, screentest.Program{})
	s.WaitFor("size 80×24", "colours TrueColor")
	s.Key("t")
	s.Until("it has a title", func(screen *screentest.Screen) bool { return screen.Title() == "a title" })
	before := len(s.Raw())
	s.Key("n", "n", "t", "n", "r")
	s.Until("a sequence is sent", func(screen *screentest.Screen) bool { return screen.Title() == "raw" })
	if after := s.Raw()[before:]; after != ansi.SetWindowTitle("raw") {
		t.Errorf("it writes %q", after)
	}
}

// Many keys at once: the last painting is not lost.
func TestBurst(t *testing.T) {
	t.Parallel()
	s := demo(t, screentest.Program{})
	s.WaitFor("size 80×24")
	s.Type(strings.Repeat("j", 700) + strings.Repeat("k", 77))
	s.WaitFor("at 623", "\n623 世界", "\n643 世界")
	s.Key("q")
	s.Exit()
	restored(t, s)
}

func TestTerminals(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		terminal  screentest.Terminal
		env       string
		asks      bool
		graphemes bool
	}{
		"current":         {screentest.Terminal{}, "X=", true, true},
		"mute":            {screentest.Terminal{Mute: true}, "X=", true, false},
		"old":             {screentest.Terminal{Old: true}, "X=", true, false},
		"far away":        {screentest.Terminal{}, "SSH_TTY=/dev/pts/3", false, false},
		"far, but known":  {screentest.Terminal{}, "TERM=xterm-kitty\x00SSH_TTY=/dev/pts/3", true, true},
		"answers in text": {screentest.Terminal{Mute: true}, "TERM_PROGRAM=Apple_Terminal", false, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := demo(t, screentest.Program{Terminal: tt.terminal, Env: strings.Split(tt.env, "\x00")})
			s.WaitFor("size 80×24", "\n20 世界")
			s.Key("j")
			s.WaitFor("at 1", "\n21 世界")
			if got := strings.Contains(s.Raw(), query); got != tt.asks {
				t.Errorf("it asks: %t", got)
			}
			begun, ended := strings.Count(s.Raw(), ansi.SetModeSynchronizedOutput), strings.Count(s.Raw(), ansi.ResetModeSynchronizedOutput)
			if begun != ended || begun > 0 != tt.graphemes {
				t.Errorf("%d frames are begun, %d ended", begun, ended)
			}
			s.Look(func(screen *screentest.Screen) {
				if got := screen.Mode(ansi.ModeUnicodeCore); got != tt.graphemes {
					t.Errorf("graphemes as a whole: %t", got)
				}
			})
			s.Key("q")
			if code := s.Exit(); code != 0 {
				t.Errorf("exit code %d", code)
			}
			restored(t, s)
		})
	}
}

// In fewer colours than a text has, it is painted in those that there are.
func TestColours(t *testing.T) {
	t.Parallel()
	for env, want := range map[string]string{"NO_COLOR=1": "Ascii", "TERM=dumb": "No TTY", "TERM=xterm\x00COLORTERM=": "ANSI"} {
		t.Run(want, func(t *testing.T) {
			t.Parallel()
			s := demo(t, screentest.Program{Env: strings.Split(env, "\x00")})
			s.WaitFor("size 80×24", "colours")
			s.Look(func(screen *screentest.Screen) {
				if cell := screen.Cell(0, 3); (cell.Style.Fg != nil) != (want == "ANSI") {
					t.Errorf("the cell has the style %v:\n%s", cell.Style, screen.Styled())
				}
			})
			s.Key("q")
			s.Exit()
			restored(t, s)
		})
	}
}

func TestResize(t *testing.T) {
	t.Parallel()
	s := demo(t, screentest.Program{})
	s.WaitFor("size 80×24")
	for _, size := range [][2]int{{40, 10}, {1, 1}, {120, 50}, {120, 50}, {30, 12}} {
		s.Resize(size[0], size[1])
		if size[0] > 20 {
			s.WaitFor(fmt.Sprintf("size %d×%d", size[0], size[1]), fmt.Sprintf("\n%d 世界", size[1]-4))
		}
	}
	s.Key("q")
	s.Exit()
	restored(t, s)
}

// A program that is run in between has the terminal as it was before, and what was
// painted comes back, at the size that the terminal has by then.
func TestChild(t *testing.T) {
	t.Parallel()
	s := demo(t, screentest.Program{})
	s.WaitFor("size 80×24")
	s.Key("m", "b", "f", "j", "x")
	s.WaitFor("the child", "icanon")
	restored(t, s)
	if strings.Contains(s.Text(), "-icanon") {
		t.Errorf("the child gets a raw terminal:\n%s", s.Text())
	}
	s.Resize(70, 20)
	s.Type("\r")
	s.WaitFor("size 70×20, at 1", "child ended, error <nil>", "\n17 世界")
	taken(s)
	s.Key("q")
	s.Exit()
	restored(t, s)
}

// taken waits until all that the demo has set in the terminal is set.
func taken(s *screentest.Session) {
	has(s, ansi.ModeAltScreenSaveCursor, ansi.ModeBracketedPaste, ansi.ModeUnicodeCore, ansi.ModeMouseButtonEvent,
		ansi.ModeMouseExtSgr, ansi.ModeFocusEvent, ansi.ModeTextCursorEnable)
}

func TestSuspend(t *testing.T) {
	t.Parallel()
	s := demo(t, screentest.Program{Path: "/bin/sh", Args: []string{"-i"}})
	prompt := func() {
		s.Until("the shell asks for a command", func(screen *screentest.Screen) bool {
			return strings.HasSuffix(strings.TrimSpace(screen.String()), "shell>")
		})
	}
	prompt()
	s.Type(screentest.Build(t, "lede/ui/paint/testdata/demo") + "\r")
	s.WaitFor("size 80×24")
	s.Key("m", "b", "f", "j")
	s.WaitFor("at 1")
	for range 2 {
		s.Key("ctrl+z")
		prompt()
		restored(t, s)
		s.Type("stty -a\r")
		s.WaitFor(" icanon")
		prompt()
		s.Type("fg\r")
		s.WaitFor("size 80×24, at 1", "resumed")
		taken(s)
	}
	s.Key("q")
	prompt()
	restored(t, s)
}
