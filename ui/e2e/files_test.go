//go:build unix

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lede/ui/screentest"
)

// pages is a Markdown file of so many paragraphs that differ.
func pages(title string, n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", title)
	for i := range n {
		fmt.Fprintf(&b, "Paragraph %d is about the number %d and nothing else.\n\n", i, 1000+i)
	}
	return b.String()
}

// starts waits until the screen starts with words.
func starts(t *testing.T, s *screentest.Session, words string) {
	t.Helper()
	s.Until("the screen starts with "+words, func(screen *screentest.Screen) bool {
		return strings.HasPrefix(firstLine(screen), words)
	})
}

func TestKeepsThePlaceInAFileThatWasOnlyOpened(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.write(t, "long.md", pages("Long", 60))
	s := h.open(t, screentest.Program{Height: 12}, "long.md")
	s.WaitFor("Paragraph 0")
	s.Key("4", "0", "%")
	s.WaitGone("Paragraph 0 ")
	var first string
	s.Look(func(screen *screentest.Screen) { first = firstLine(screen) })
	s.Key("q")
	left(t, s, 0)
	if !strings.HasPrefix(first, "Paragraph") {
		t.Fatalf("40%% begins with %q", first)
	}
	s = h.open(t, screentest.Program{Height: 12}, "long.md")
	starts(t, s, first)
	s.Key("q")
	left(t, s, 0)
	if rows := h.rows(t); strings.Contains(fmt.Sprint(rows), "Long") {
		t.Errorf("the file is in the library: %v", rows)
	}
}

func TestAFileThatChangesIsShownAnew(t *testing.T) {
	t.Parallel()
	text := pages("Long", 60)
	middle := strings.Index(text, "Paragraph 30")
	changed := strings.Replace(text[:middle], "Paragraph 2 ", "Six new words stand here now. Paragraph 2 ", 1) + "A new paragraph.\n\n" + text[middle:]
	for name, change := range map[string]func(t *testing.T, path string){
		"written": func(t *testing.T, path string) { put(t, path, changed) },
		"replaced": func(t *testing.T, path string) {
			put(t, path+".new", changed)
			must(t, os.Rename(path+".new", path))
		},
		"emptied first": func(t *testing.T, path string) {
			put(t, path, "")
			put(t, path, changed)
		},
		"brought back": func(t *testing.T, path string) {
			must(t, os.Remove(path))
			put(t, path, changed)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := newHome(t)
			path := h.write(t, "long.md", text)
			s := h.open(t, screentest.Program{Height: 16}, "long.md")
			s.WaitFor("Paragraph 0")
			s.Key("/")
			s.Type("1028")
			s.Key("enter")
			s.WaitFor("number 1028", "1/1")
			s.Key("g")
			s.WaitFor("Paragraph 0 ")
			s.Key("5", "0", "%")
			s.WaitFor("Paragraph 29 ")
			var first string
			s.Look(func(screen *screentest.Screen) { first = firstLine(screen) })
			change(t, path)
			s.WaitFor("A new paragraph.")
			starts(t, s, first)
			s.WaitFor("1/1") // the search goes on
			s.Key("esc", "g")
			s.WaitFor("Six new words")
			s.Key("q")
			left(t, s, 0)
		})
	}
}

func put(t *testing.T, path, text string) {
	t.Helper()
	must(t, os.WriteFile(path, []byte(text), 0o600))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// An article of the library that came from a file follows it too, and the library
// has the new text.
func TestAFileOfTheLibraryIsShownAnew(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	path := h.write(t, "notes/long.md", pages("Long", 30))
	h.must(t, "add", "notes")
	s := h.open(t, screentest.Program{Height: 16}, "Long")
	s.WaitFor("Paragraph 0")
	put(t, path, "# Long\n\nAnother beginning.\n\n"+pages("", 30))
	s.WaitFor("Another beginning.")
	s.Key("q")
	left(t, s, 0)
	if text := h.must(t, "show", "Long", "--format", "md"); !strings.Contains(text, "Another beginning.") {
		t.Errorf("the library has the old text:\n%.200s", text)
	}
	// Changed while nobody looked, to as many letters and with an older time.
	put(t, path, "# Long\n\nChanged beginning.\n\n"+pages("", 30))
	must(t, os.Chtimes(path, time.Time{}, time.Now().Add(-24*time.Hour)))
	for range 2 { // the library has it then
		s = h.open(t, screentest.Program{Height: 16}, "Long")
		s.WaitFor("Changed beginning.")
		s.Key("q")
		left(t, s, 0)
		_ = os.Remove(path) // what the library has is shown then
	}
}

func TestFollowsLinksBetweenFiles(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.write(t, "a.md", "# A\n\nTo [b](sub/b.md#far), to [none](none.md), to [a folder](sub), to [an empty one](empty/) and [a picture](p.png).\n")
	h.write(t, "sub/b.md", pages("The Bee", 40)+"## Far\n\nThe far part, and [back](../a.md), or [up](#the-bee).\n")
	h.write(t, "sub/README.md", "# The folder\n\nIts words.\n")
	h.write(t, "empty/x.bin", "x")
	h.write(t, "p.png", "\x89PNG\r\n\x1a\n")
	s := h.open(t, screentest.Program{Height: 16, Width: 100}, "a.md")
	s.WaitFor("To b, to none")
	s.Key("tab", "enter")
	s.WaitFor("The far part")
	s.Key("H")
	s.WaitFor("To b, to none")
	s.Key("L")
	s.WaitFor("The far part")
	s.Key("tab", "enter") // back by the link, to the same file
	s.WaitFor("To b, to none")
	s.Key("tab", "tab", "enter")
	s.WaitFor(filepath.Join(h.dir, "none.md") + " does not exist")
	s.Key("tab", "enter")
	s.WaitFor("Its words.")
	s.Key("H")
	s.WaitFor("To b, to none")
	s.Key("tab", "tab", "tab", "tab", "enter")
	s.WaitFor("without a README")
	s.Key("tab", "enter")
	s.WaitGone("To b, to none") // the chosen link says "p.png" too
	s.WaitFor("p.png", "1 min read")
	s.Key("e")
	s.WaitFor("p.png is an image: there is no text to edit")
	s.Key("H", "H")
	s.WaitFor("The far part")
	s.Key("tab", "tab", "enter")
	s.WaitFor("Paragraph 0")
	s.Key("q")
	left(t, s, 0)
}

func TestEditsTheFile(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	text := "---\ntitle: Long\n---\n\n" + strings.TrimPrefix(pages("", 60), "# \n\n")
	h.write(t, "long.md", text)
	// It plays the editor: it notes its words and edits the file.
	vi := h.write(t, "bin/vi", "#!/bin/sh\necho \"$@\" >\"$HOME/args\"\nfor file; do :; done\nsed -i -e 's/number 1003/edited words/' -e '1,10s/^Paragraph 0/Above it\\n\\nParagraph 0/' \"$file\"\n")
	must(t, os.Chmod(vi, 0o700))
	s := h.open(t, screentest.Program{Height: 14, Env: append(h.env(), "EDITOR='"+vi+"' -S")}, "long.md")
	s.WaitFor("Paragraph 0")
	for range 7 {
		s.Key("j")
	}
	starts(t, s, "Paragraph 2 ")
	s.Key("e")
	s.WaitFor("edited words")
	starts(t, s, "Paragraph 2 ")
	args, err := os.ReadFile(filepath.Join(h.dir, "args"))
	if want := fmt.Sprintf("-S +9 %s\n", filepath.Join(h.dir, "long.md")); err != nil || string(args) != want {
		t.Errorf("the editor got %q, want %q", args, want)
	}
	s.Key("q")
	left(t, s, 0)
}

func TestNothingToEdit(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	h.write(t, "note.md", note)
	s := h.open(t, screentest.Program{Width: 110, Env: append(h.env(), "VISUAL=no-such-editor -x")}, "note.md")
	s.WaitFor("A Note")
	s.Key("e")
	s.WaitFor(`editor "no-such-editor" not found: set $VISUAL or $EDITOR`)
	s.Key("q")
	left(t, s, 0)
	s = h.open(t, screentest.Program{Width: 110})
	s.WaitFor("Start here")
	s.Key("enter")
	s.WaitFor("min left")
	s.Key("e")
	s.WaitFor("There is no file to edit: this article came with lede.")
	s.Key("q", "e")
	s.WaitFor("There is no file to edit: this article came with lede.")
	s.Key("q")
	left(t, s, 0)
}
