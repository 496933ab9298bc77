//go:build unix

package e2e

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"lede/ui/screentest"
)

func TestFirstRun(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	s := h.open(t, screentest.Program{})
	s.WaitFor("lede", "All ", "Unread ", "Starred 0", "Start here", "? help")
	s.Key("q")
	left(t, s, 0)
	if len(h.rows(t)) < 5 {
		t.Errorf("a new library has only %d articles", len(h.rows(t)))
	}
}

func TestLibraryScreens(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	for _, width := range []int{20, 40, 80, 120, 140, 300} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			t.Parallel()
			s := h.open(t, screentest.Program{Width: width, Height: 16}, "--compact", "off")
			s.WaitFor("All 4")
			if width >= 140 {
				s.WaitFor("Paper has an advantage")
			}
			s.Golden(fmt.Sprintf("library-%d", width))
			s.Key("z")
			s.Until("rows have one line", func(screen *screentest.Screen) bool {
				lines := strings.Split(screen.String(), "\n")
				at := slices.IndexFunc(lines, func(line string) bool { return strings.Contains(line, "On Scrol") })
				return at >= 0 && strings.Contains(lines[at+1], "A Little")
			})
			s.Golden(fmt.Sprintf("library-%d-compact", width))
			s.Key("q")
			left(t, s, 0)
		})
	}
	t.Run("styled", func(t *testing.T) {
		t.Parallel()
		s := h.open(t, screentest.Program{Width: 80, Height: 12})
		s.WaitFor("All 4")
		s.GoldenStyled("library-styled")
		s.Key("q")
		left(t, s, 0)
	})
}

func TestLibraryKeys(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	s := h.open(t, screentest.Program{})
	s.WaitFor("All 4", "Starred 0", "1/4")
	s.Key("j", "s")
	s.WaitFor("Starred 1", "★")
	s.Key("4")
	s.WaitFor("A Little Lead")
	s.WaitGone("The Bar That Fills")
	s.Key("1", "m")
	s.WaitFor("Unread 3", "The Bar That Fills")
	s.Key("U")
	s.WaitFor("Unread 4")
	s.Key("g", "S", "S", "enter")
	s.WaitGone("newest first")
	s.Key("?")
	s.WaitFor("Keys in the library", "Moving")
	s.Type("order")
	s.WaitFor("find: order", "choose the order")
	s.Key("esc")
	s.WaitGone("find: order")
	s.Key("esc")
	s.WaitFor("All 4")
	s.Key("/")
	s.Type("fills")
	s.WaitFor("1 match", "The Bar That Fills")
	s.WaitGone("Scrolling Backwards")
	s.Key("esc")
	s.WaitFor("Scrolling Backwards", "The Bar That Fills")
	s.Key("/")
	s.Type("zzzz")
	s.WaitFor("Nothing matches")
	s.Key("esc", "tab")
	s.WaitFor("Scrolling Backwards")
	s.Key("q")
	left(t, s, 0)

	s = h.open(t, screentest.Program{})
	s.WaitFor("Starred 1")
	s.Until("the order is remembered", func(screen *screentest.Screen) bool {
		return !strings.Contains(screen.String(), "newest first")
	})
	s.Key("ctrl+c")
	left(t, s, 0)
}

func TestTwoAtOnce(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	one, two := h.open(t, screentest.Program{}), h.open(t, screentest.Program{})
	one.WaitFor("Starred 0")
	two.WaitFor("Starred 0")
	one.Key("s")
	one.WaitFor("Starred 1")
	two.Key("4")
	two.WaitFor("On Scrolling Backwards", "1/1")
	for _, s := range []*screentest.Session{one, two} {
		s.Key("q")
		left(t, s, 0)
	}
}
