//go:build unix

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"lede/ui/screentest"
)

func TestRefreshOfAFolder(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	notes := filepath.Join(t.TempDir(), "notes")
	write := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(notes, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(notes, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 20 {
		write(fmt.Sprint("old", i, ".md"), fmt.Sprintf("# Old %d\n\nThe words of number %d.\n", i, i))
	}
	s := h.open(t, screentest.Program{Width: 100, Height: 30})
	s.WaitFor("All 4")
	s.Key("r")
	s.WaitFor("Nothing new.") // the library is made of a folder
	s.WaitGone("Nothing new.")
	s.Key("a")
	s.Type(notes)
	s.Key("enter")
	s.WaitFor("20 added.", "All 24")
	s.Key("j", "j")
	s.WaitFor("▌ ● The Bar That Fills")
	title, line := underCursor(s)
	for i := range 5 {
		write(fmt.Sprint("new", i, ".md"), fmt.Sprintf("# New %d\n\nOther words of number %d.\n", i, i))
	}
	write("old3.md", "# Old 3\n\nThe words of number 3, edited.\n")
	if err := os.Remove(filepath.Join(notes, "old4.md")); err != nil {
		t.Fatal(err)
	}
	s.Key("r")
	s.WaitFor("5 new, 1 updated; 1 file is gone: its article stays.", "All 29")
	if now, at := underCursor(s); now != title || at != line {
		t.Errorf("the cursor is on %q in line %d, was on %q in line %d", now, at, title, line)
	}
	if err := os.Rename(notes, notes+"2"); err != nil {
		t.Fatal(err)
	}
	s.Key("r")
	s.WaitFor("1 failed: ", "notes: is not there")
	s.Key("q")
	left(t, s, 0)
}
