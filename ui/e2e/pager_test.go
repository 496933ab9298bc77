//go:build unix

package e2e

import (
	"os/exec"
	"strings"
	"testing"
	"time"

	"lede/ui/screentest"
)

func needsLess(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("less"); err != nil {
		t.Skip("less is not installed")
	}
}

// An interrupt that is meant for the pager leaves lede where it was.
func TestPagerFromTheReader(t *testing.T) {
	t.Parallel()
	needsLess(t)
	h := newHome(t)
	h.write(t, "note.md", note)
	// With a theme that is named the terminal is not asked for its background:
	// no answer of it can come when the pager has the terminal already.
	s := h.open(t, screentest.Program{Env: append(h.env(), "PAGER=less", "LEDE_THEME=dark")}, "note.md")
	s.WaitFor("A Note", "save")
	s.Key("p")
	s.WaitFor("(END)")
	s.Key("ctrl+c")
	// An interrupt makes less forget the keys that came with it: a key that is
	// not answered for long was forgotten.
	for tries := 0; tries < 100 && !strings.Contains(s.Text(), "SUMMARY"); tries++ {
		if tries%20 == 0 {
			s.Key("h")
		}
		time.Sleep(100 * time.Millisecond)
	}
	s.WaitFor("SUMMARY")
	s.Key("q")
	s.WaitFor("A Note", "(END)")
	s.Key("q")
	s.WaitFor("A Note", "save")
	s.Key("q")
	left(t, s, 0)
}

func TestAPagerThatFailsIsTold(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.write(t, "note.md", note)
	s := h.open(t, screentest.Program{Width: 120, Env: append(h.env(), "PAGER=sh -c 'exit 3'", "LEDE_THEME=dark")}, "note.md")
	s.WaitFor("A Note", "save")
	s.Key("p")
	s.WaitFor("failed", "exit status 3", "$PAGER")
	s.Key("j", "q")
	left(t, s, 0)
}

func TestNoPager(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.write(t, "note.md", note)
	for pager, says := range map[string]string{
		"no-such-pager -x": `pager "no-such-pager" not found`,
		"less 'unclosed":   "$PAGER",
		"cat":              "says that there is no pager",
	} {
		t.Run(pager, func(t *testing.T) {
			t.Parallel()
			s := h.open(t, screentest.Program{Width: 120, Env: append(h.env(), "PAGER="+pager)}, "note.md")
			s.WaitFor("A Note", "save")
			s.Key("p")
			s.WaitFor(says)
			s.Key("q")
			left(t, s, 0)
		})
	}
}

// A file can be read where no library can be made.
func TestReadsWithoutALibrary(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.write(t, "note.md", note)
	h.write(t, "file", "in the way")
	s := h.open(t, screentest.Program{Width: 120}, "--library", "file/library.db", "note.md")
	s.WaitFor("A Note", "It was written", "nothing will be kept")
	s.Key("j", "?", "q", "R", "q", "q")
	left(t, s, 0)
}
