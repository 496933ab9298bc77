//go:build unix

package e2e

import (
	"fmt"
	"testing"

	"lede/ui/screentest"
)

// ways has a link of each kind; [[leading]] is on the shelf.
const ways = `# Ways Through a Text

Begin [below](#what-stands-below), read [[leading]], or leave for
[the web](https://example.org/a/long/way/to/go?with=parameters&that=nobody-reads).[^1]

## Above

Nothing stands here but a sentence.

### A detail

And another.

## What stands below

The end.

[^1]: A note that is *read in place*.
`

func TestLinks(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	file := h.write(t, "ways.md", ways)
	s := h.open(t, screentest.Program{Width: 60, Height: 16}, file)
	s.WaitFor("Ways Through a Text", "Nothing stands here")
	s.Key("tab", "tab", "tab")
	s.WaitFor("→ https://example.org")
	s.GoldenStyled("links-chosen")
	s.Key("enter")
	s.WaitFor("o browser")
	s.Golden("links-menu")
	s.Key("esc")
	s.WaitGone("o browser")
	s.Key("tab")
	s.WaitFor("→ note 1")
	s.Key("enter")
	s.WaitFor("read in place")
	s.Golden("links-note")
	s.Key("x")
	s.WaitGone("read in place")
	s.Key(";")
	s.WaitFor("Type the letters")
	s.Golden("links-hints")
	s.Key("s")
	s.WaitFor("Printers put strips")
	s.Key("H")
	s.WaitFor("Nothing stands here")
	s.Key("q")
	left(t, s, 0)
}

func TestLinksWithoutColour(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	file := h.write(t, "ways.md", ways)
	s := h.open(t, screentest.Program{Width: 60, Height: 16, Env: h.env("NO_COLOR=1")}, file)
	s.WaitFor("Ways Through a Text", "Nothing stands here")
	s.Key("tab")
	s.WaitFor("→ #what-stands-below")
	s.GoldenStyled("links-mono")
	s.Key("z")
	s.Key("q")
	left(t, s, 0)
}

func TestOutlineScreens(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	file := h.write(t, "ways.md", ways)
	for _, width := range []int{40, 80, 120} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			t.Parallel()
			s := h.open(t, screentest.Program{Width: width, Height: 18}, file)
			s.WaitFor("Ways Through a Text", "Nothing stands here")
			s.Key("t")
			s.WaitFor("Outline", "What stands below", "1 min")
			s.Golden(fmt.Sprintf("outline-%d", width))
			s.Key("q")
			s.WaitGone("Outline")
			s.Key("q")
			left(t, s, 0)
		})
	}
}
