//go:build unix

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lede/ui/screentest"
)

// The library's file is removed under the open program: it says so in full,
// keeps nothing on the screen that is not kept, and makes no file in its place.
func TestLibraryRemovedWhileOpen(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	path := filepath.Join(h.dir, "data", "lede", "library.db")
	s := h.open(t, screentest.Program{Width: 60})
	s.WaitFor("All 4", "Starred 0")
	away := path + ".away"
	if err := os.Rename(path, away); err != nil {
		t.Fatal(err)
	}
	told := func() {
		t.Helper()
		s.Until("it tells the whole error", func(screen *screentest.Screen) bool {
			text := strings.Join(strings.Fields(screen.String()), "")
			return strings.Contains(text, "wasremovedorreplaced") && strings.Contains(text, "startledeagain")
		})
	}
	s.Key("s")
	told()
	s.WaitFor("Starred 0")
	s.Key("enter")
	s.WaitFor("open article: library")
	if _, err := os.Stat(path); err == nil {
		t.Error("there is a new file in its place")
	}
	if err := os.Rename(away, path); err != nil {
		t.Fatal(err)
	}
	s.Key("s")
	s.WaitFor("Starred 1")
	s.WaitGone("start lede again")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	told() // without a key: the list looks by itself
	s.Key("q")
	left(t, s, 0)
}

// An article that another program takes out of the library is said to be gone.
func TestArticleTakenOutWhileOpen(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	s := h.open(t, screentest.Program{Width: 110})
	s.WaitFor("All 4")
	s.Key("enter")
	s.WaitFor("min left")
	h.must(t, "rm", strings.Fields(h.must(t, "list"))[0])
	s.Key("s")
	s.WaitFor("no such article in the library any more: another program took it out")
	s.Key("q", "q")
	left(t, s, 0)
}
