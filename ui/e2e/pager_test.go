//go:build unix

package e2e

import (
	"os/exec"
	"strings"
	"syscall"
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
	s.WaitFor(`pager "sh -c 'exit 3'" failed`, "exit status 3", "$PAGER")
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
	s.Key("j", "?", "?", "R", "q", "q")
	left(t, s, 0)
}

// Colours go to a pager that shows them, and to no other.
func TestNoCodesInThePager(t *testing.T) {
	t.Parallel()
	needsLess(t)
	h := newHome(t)
	h.write(t, "note.md", "# A Note\n\nIt was *written* with `code` and [a link](https://example.org).\n")
	for env, colours := range map[string]bool{
		"PAGER=less": true, "PAGER=less\nLESS=-i": false, "PAGER=less\nLESS=": false, "PAGER=less -R\nLESS=-i": true,
		"PAGER=LESS=R less": true, "PAGER=LESS=i less\nLESS=R": false, "PAGER=less\nLESS=-PRead$": false,
		"PAGER=sh -c 'sed -n l | less'": false, "PAGER=more": true,
	} {
		t.Run(env, func(t *testing.T) {
			t.Parallel()
			vars := append(h.env("LEDE_THEME=dark"), strings.Split(env, "\n")...)
			for _, args := range [][]string{{"show", "--pager", "note.md"}, {"note.md"}} {
				// On a screen that is too low for all of it no pager leaves by itself.
				s := h.open(t, screentest.Program{Height: 5, Env: vars}, args...)
				if len(args) == 1 {
					s.WaitFor("A Note")
					s.Key("p")
					s.Until("the pager has the screen", func(screen *screentest.Screen) bool {
						return strings.Contains(screen.String(), "A Note") && !strings.Contains(screen.String(), "save")
					})
				}
				s.WaitFor("A Note")
				s.Look(func(screen *screentest.Screen) {
					if text := screen.String(); strings.Contains(text, "[38") || strings.Contains(text, "[1m") || strings.Contains(text, "033") || strings.Contains(text, "]8;") {
						t.Errorf("codes with %v:\n%s", args, text)
					}
					if ink := inkOf(screen, "A Note"); (ink == titleOnDark) != colours {
						t.Errorf("%v is written in %s", args, ink)
					}
				})
				s.Key("q")
				if len(args) == 1 {
					s.WaitFor("save")
					s.Key("q")
				}
				left(t, s, 0)
			}
		})
	}
}

// A signal that ends lede ends the pager too.
func TestASignalEndsThePagerToo(t *testing.T) {
	t.Parallel()
	needsLess(t)
	h := newHome(t)
	h.write(t, "long.md", pages("Long", 30))
	for _, args := range [][]string{{"long.md"}, {"show", "--pager", "long.md"}} {
		t.Run(args[0], func(t *testing.T) {
			t.Parallel()
			s := h.open(t, screentest.Program{Height: 10, Env: append(h.env(), "PAGER=less", "LESS=R", "LEDE_THEME=dark")}, args...)
			s.WaitFor("Paragraph 0")
			if len(args) == 1 {
				s.Key("p")
				s.WaitGone("save")
				s.WaitFor("Paragraph 0")
			}
			s.Signal(syscall.SIGTERM)
			if code := s.Exit(); code != 128+int(syscall.SIGTERM) && s.Killed() != syscall.SIGTERM {
				t.Errorf("exit code %d, signal %v", code, s.Killed())
			}
		})
	}
}
