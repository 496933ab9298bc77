//go:build unix

package e2e

import (
	"strings"
	"syscall"
	"testing"

	"lede/ui/screentest"
)

func TestTerminals(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	for name, p := range map[string]screentest.Program{
		"answers nothing":  {Terminal: screentest.Terminal{Mute: true}},
		"old":              {Terminal: screentest.Terminal{Old: true}},
		"light":            {Terminal: screentest.Terminal{Light: true}},
		"sixteen colours":  {Env: append(h.env(), "TERM=xterm", "COLORTERM=")},
		"without colour":   {Env: append(h.env(), "NO_COLOR=1")},
		"inside another":   {Env: append(h.env(), "TERM=screen-256color", "TMUX=/tmp/tmux-1/default,1,0")},
		"the linux screen": {Env: append(h.env(), "TERM=linux", "COLORTERM=")},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := h.open(t, p)
			s.WaitFor("All 4", scrolling)
			s.Key("enter")
			s.WaitFor("Paper has an advantage")
			s.Key("q")
			s.WaitFor("All 4")
			s.Key("q")
			left(t, s, 0)
		})
	}
}

func TestWithoutColour(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	s := h.open(t, screentest.Program{Env: append(h.env(), "NO_COLOR=1")})
	s.WaitFor("All 4")
	s.Look(func(screen *screentest.Screen) {
		width, height := screen.Size()
		for y := range height {
			for x := range width {
				if style := screen.Cell(x, y).Style; style.Fg != nil || style.Bg != nil {
					t.Fatalf("the cell at %d,%d has a colour:\n%s", x, y, screen.Styled())
				}
			}
		}
	})
	s.Key("q")
	left(t, s, 0)
}

func TestSmallScreens(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	for name, size := range map[string][2]int{
		"10×3": {10, 3}, "1×1": {1, 1}, "3×2": {3, 2}, "20×5": {20, 5}, "300×2": {300, 2},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := h.open(t, screentest.Program{Width: size[0], Height: size[1]})
			s.Until("something shows", func(screen *screentest.Screen) bool { return firstLine(screen) != "" })
			s.Key("j", "k", "G", "?", "down", "?", "/", "x", "esc", "S", "S", "enter", "z", "z", "g")
			s.Resize(80, 24)
			s.WaitFor("All 4", "1/4")
			s.Key("enter")
			s.WaitGone("All 4")
			s.Resize(size[0], size[1])
			s.Key("j", "space", "]", "R", "j", "esc", "+", "-", "?", "?", "G")
			s.Resize(80, 24)
			s.WaitFor("min") // at an end, or soon what it offers
			s.Key("esc")
			s.WaitFor("All 4")
			s.Key("q")
			left(t, s, 0)
		})
	}
}

func TestResizesWithoutEnd(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	s := h.open(t, screentest.Program{})
	s.WaitFor("All 4")
	s.Key("enter")
	s.WaitFor("Paper has an advantage")
	for i := range 60 {
		s.Resize(20+i*3%90, 4+i*7%40)
	}
	s.Resize(80, 24)
	s.WaitFor(scrolling, "Paper has an advantage")
	s.Key("q", "q")
	left(t, s, 0)
}

func TestSignalsEndItInOrder(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			s := h.open(t, screentest.Program{})
			s.WaitFor("All 4")
			s.Key("enter")
			s.WaitFor("Paper has an advantage")
			s.Signal(signal)
			if code := s.Exit(); code != 128+int(signal) && s.Killed() != signal {
				t.Errorf("exit code %d, signal %v", code, s.Killed())
			}
			clean(t, s)
		})
	}
}

// A shell stops the program with ctrl+z and brings it back with fg; between
// the two the terminal is the shell's.
func TestSuspend(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	s := screentest.Start(t, screentest.Program{
		Path: "/bin/sh", Args: []string{"-i"}, Dir: h.dir, Env: append(h.env(), "PS1=shell> ", "ENV="),
	})
	prompt := func() {
		t.Helper()
		s.Until("the shell asks for a command", func(screen *screentest.Screen) bool {
			lines := strings.Split(strings.TrimSpace(screen.String()), "\n")
			return lines[len(lines)-1] == "shell>"
		})
	}
	prompt()
	s.Type(screentest.Lede(t) + "\r")
	s.WaitFor("All 4")
	s.Key("enter")
	s.WaitFor("Paper has an advantage")
	s.Key("ctrl+z")
	prompt()
	clean(t, s)
	s.Type("echo $((6*7))\r")
	s.WaitFor("42")
	prompt()
	s.Resize(70, 30)
	s.Type("fg\r")
	s.WaitFor("Paper has an advantage")
	s.Key("G")
	s.WaitFor(atTheEnd)
	s.Key("q")
	s.WaitFor("Next unread")
	s.Key("q")
	s.WaitFor("In progress")
	s.Key("q")
	prompt()
	clean(t, s)
	s.Type("exit\r")
	left(t, s, 0)
}

func TestKilledKeepsTheState(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	s := h.open(t, screentest.Program{})
	s.WaitFor("All 4")
	s.Key("s")
	s.WaitFor("Starred 1")
	s.Key("enter")
	s.WaitFor("Paper has an advantage")
	s.Key("space")
	s.WaitGone("Paper has an advantage")
	h.waitRow(t, scrolling, "begun", func(r row) bool { return r.Progress > .02 })
	s.Signal(syscall.SIGKILL)
	s.Exit()
	if row := h.row(t, scrolling); !row.Starred || row.Views != 1 || row.Progress == 0 || row.Progress == 1 {
		t.Errorf("after the kill: %+v", row)
	}
	s = h.open(t, screentest.Program{})
	s.WaitFor("In progress 1", "Starred 1")
	s.Key("q")
	left(t, s, 0)
}

// A fault in the program itself must not cost the reader the terminal. The
// program in testdata/faulty is lede's screens with a library that panics.
func TestPanic(t *testing.T) {
	t.Parallel()
	path := screentest.Build(t, "lede/ui/e2e/testdata/faulty")
	for _, key := range []string{"s", "enter"} {
		t.Run(key, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			s := screentest.Start(t, screentest.Program{Path: path, Dir: h.dir, Env: h.env()})
			s.WaitFor("All 1", "The Fault")
			s.Key(key)
			left(t, s, 1)
			if !strings.Contains(s.Text()+s.Raw(), "a fault on purpose") {
				t.Errorf("the fault is not told:\n%s", s.Text())
			}
		})
	}
}
