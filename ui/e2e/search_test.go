//go:build unix

package e2e

import (
	"os"
	"strings"
	"testing"

	"lede/ui/screentest"
)

func TestSearchInsideAnArticle(t *testing.T) {
	t.Parallel()
	source, err := os.ReadFile("testdata/shelf/scrolling.md")
	if err != nil {
		t.Fatal(err)
	}
	h := shelfHome(t)
	file := h.write(t, "copy.md", string(source))
	s := h.open(t, screentest.Program{Width: 80, Height: 24}, file)
	s.WaitFor(scrolling, "Paper has an advantage")
	s.Key("/")
	s.Type("same words")
	s.WaitFor("1/1", "finds the same words again")
	s.Key("esc")
	s.WaitFor("Paper has an advantage", "save")
	s.Key("/")
	s.Type("the window")
	s.WaitFor("1/3")
	s.Key("enter", "n")
	s.WaitFor("2/3", "next, previous")
	s.GoldenStyled("search-styled")
	s.Resize(44, 30)
	s.WaitFor("2/3")
	s.Golden("search-44")
	s.Key("n", "n")
	s.WaitFor("1/3", "on from the top")
	s.Key("esc")
	s.WaitGone("1/3")
	s.Key("q")
	left(t, s, 0)
}

func TestSearchWithoutColour(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	s := h.open(t, screentest.Program{Width: 80, Height: 24, Env: h.env("NO_COLOR=1")}, h.write(t, "fox.md", "# Foxes\n\nA fox and a *fox*.\n"))
	s.WaitFor("A fox")
	s.Key("/")
	s.Type("fox")
	s.Key("enter")
	s.WaitFor("1/")
	s.GoldenStyled("search-mono")
	s.Key("q")
	s.Exit()
}

// TestPastedSearch pastes what a terminal would obey.
func TestPastedSearch(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	s := h.open(t, screentest.Program{}, h.write(t, "fox.md", "# Foxes\n\nA fox.\n"))
	s.WaitFor("A fox")
	s.Key("/")
	s.Paste(strings.ReplaceAll(attacks, "\x1b[201~", ""))
	s.WaitFor("not in this article")
	s.Key("enter", "esc", "q")
	left(t, s, 0)
	harmless(t, s)
}
