//go:build unix

package e2e

import (
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lede/ui/screentest"
)

const (
	scrolling = "On Scrolling Backwards"
	leading   = "A Little Lead Between the Lines"
	atTheEnd  = "look around."
)

// The article of the golden screens is a file outside the library: it has no
// state, so that no clock has a part in what is shown.
func TestReaderScreens(t *testing.T) {
	t.Parallel()
	source, err := os.ReadFile("testdata/shelf/scrolling.md")
	if err != nil {
		t.Fatal(err)
	}
	h := shelfHome(t)
	// Each session reads a copy of its own: where one was left the next would begin.
	file := func(name string) string { return h.write(t, name+"/copy.md", string(source)) }
	for _, width := range []int{40, 80, 120} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			t.Parallel()
			s := h.open(t, screentest.Program{Width: width, Height: 48}, file(fmt.Sprint(width)))
			s.WaitFor(scrolling, "What you cannot reread")
			s.Golden(fmt.Sprintf("reader-%d", width))
			relatedAreThere(s)
			s.Key("G")
			s.WaitFor("Related articles")
			s.Golden(fmt.Sprintf("reader-%d-end", width))
			s.Key("q")
			left(t, s, 0)
		})
	}
	t.Run("styled", func(t *testing.T) {
		t.Parallel()
		s := h.open(t, screentest.Program{Width: 80, Height: 40}, file("styled"))
		s.WaitFor(scrolling, "What you cannot reread")
		s.GoldenStyled("reader-styled")
		s.Key("q")
		left(t, s, 0)
	})
}

// relatedAreThere waits until the related articles were found, which happens
// beside the reading.
func relatedAreThere(s *screentest.Session) {
	s.Key("R")
	s.WaitFor(leading)
	s.Key("esc")
	s.WaitGone(leading)
}

func TestKeepsThePlace(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	s := h.open(t, screentest.Program{Width: 80, Height: 20})
	s.WaitFor("All 4", scrolling)
	s.Key("enter")
	s.WaitFor(scrolling, "2 min left")
	starts := func(words string) {
		t.Helper()
		s.Until("the screen starts with "+words, func(screen *screentest.Screen) bool {
			return strings.HasPrefix(firstLine(screen), words)
		})
	}
	s.Key("]", "]", "]")
	starts("Going back a day")
	s.Key("down", "down")
	const words = "The longest way back"
	starts(words)
	s.Resize(44, 30)
	starts(words)
	s.Resize(120, 12)
	starts(words)
	s.Resize(80, 20)
	h.waitRow(t, scrolling, "begun", func(r row) bool { return r.Progress > .02 })
	s.Key("q")
	s.WaitFor("In progress 1")
	s.Key("q")
	left(t, s, 0)

	s = h.open(t, screentest.Program{Width: 60, Height: 20})
	s.WaitFor("In progress 1")
	s.Key("enter")
	starts(words)
	s.Key("G")
	s.WaitFor(atTheEnd)
	h.waitRow(t, scrolling, "read", func(r row) bool { return r.Read })
	s.Key("ctrl+c")
	left(t, s, 0)
	if row := h.row(t, scrolling); !row.Read || row.Views != 1 || row.Progress != 1 {
		t.Errorf("after reading to the end: %+v", row)
	}
}

// TestContinuesAcrossStarts leaves an article with a kill, and goes on with it.
func TestContinuesAcrossStarts(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	s := h.open(t, screentest.Program{Width: 80, Height: 14})
	s.WaitFor("All 4", scrolling)
	s.Key("enter")
	s.WaitFor(scrolling, "2 min left")
	s.Key("]", "]")
	const words = "Going back a page"
	at := func(screen *screentest.Screen) bool { return firstLine(screen) == words }
	s.Until("the screen starts with "+words, at)
	h.waitRow(t, scrolling, "begun", func(r row) bool { return r.Progress > .02 })
	s.Signal(syscall.SIGKILL)
	s.Exit()

	s = h.open(t, screentest.Program{Width: 80, Height: 14})
	s.WaitFor("c continue: "+scrolling, "min left · Esc hides")
	s.Key("G", "c")
	s.Until("the screen starts with "+words, at)
	s.Key("q")
	s.WaitFor("In progress 1")
	s.WaitGone("continue:")
	s.Key("q")
	left(t, s, 0)
}

func TestRelated(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	s := h.open(t, screentest.Program{})
	s.WaitFor("All 4")
	s.Key("enter")
	s.WaitFor("Paper has an advantage")
	relatedAreThere(s)
	s.Key(">")
	s.WaitFor("Printers put strips")
	s.Key("<")
	s.WaitFor("Paper has an advantage")
	relatedAreThere(s)
	s.Key("G")
	s.WaitFor("Related articles")
	s.Key("2")
	s.WaitFor("A bar says how far")
	s.Key("H")
	s.WaitFor(atTheEnd)
	s.Key("L")
	s.WaitFor("A bar says how far")
	s.Key("q", "q")
	left(t, s, 0)
}

func TestWindowTitle(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	s := h.open(t, screentest.Program{})
	s.WaitFor("All 4")
	s.Key("enter")
	s.Until("the window is called as the article", func(screen *screentest.Screen) bool {
		return strings.Contains(screen.Title(), scrolling)
	})
	s.Key("q", "q")
	left(t, s, 0)
}

func TestMouse(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	s := h.open(t, screentest.Program{Height: 16})
	s.WaitFor("All 4")
	s.Until("lede asks for the mouse", func(screen *screentest.Screen) bool {
		return screen.Mode(ansi.ModeMouseExtSgr)
	})
	s.Key("enter")
	s.WaitFor("Paper has an advantage")
	for range 12 {
		s.Mouse(screentest.WheelDown, 10, 5)
	}
	s.WaitGone("Paper has an advantage")
	s.Key("q", "q")
	left(t, s, 0)
}
