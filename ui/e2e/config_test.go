//go:build unix

package e2e

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"lede/ui/screentest"
)

// set writes the reader's file of settings.
func (h home) set(t *testing.T, lines ...string) {
	t.Helper()
	h.write(t, "config/lede/config.toml", strings.Join(lines, "\n")+"\n")
}

// widest is how many columns of the screen text takes.
func widest(screen *screentest.Screen, height int) int {
	width := 0
	for _, line := range strings.Split(screen.String(), "\n")[:height] {
		width = max(width, len([]rune(strings.TrimSpace(line))))
	}
	return width
}

// A setting of the file is the value at the start. A key changes it until the end.
func TestSettingsOfTheFile(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	wide := h.write(t, "wide.md", "# Wide\n\n```\n"+strings.Repeat("code ", 40)+"\n```\n\n"+strings.Repeat("Some words stand here. ", 30)+"\n")
	h.set(t, "measure = 40", "order = 'title'", "compact = true", "wrap = false", "mouse = false", "window-title = false", "theme = 'mono'")
	s := h.open(t, screentest.Program{})
	s.WaitFor("All 4", "by title")
	s.Until("rows have one line", func(screen *screentest.Screen) bool { return !strings.Contains(screen.String(), "Progress, drawn") })
	s.Look(func(screen *screentest.Screen) {
		if screen.Mode(ansi.ModeMouseButtonEvent) || screen.Title() != "" {
			t.Errorf("the mouse is taken or the title %q is set", screen.Title())
		}
		width, height := screen.Size()
		for i := range width * height {
			if style := screen.Cell(i%width, i/width).Style; style.Fg != nil || style.Bg != nil {
				t.Fatalf("there is colour:\n%s", screen.Styled())
			}
		}
	})
	s.Key("S", "n", "z")
	s.WaitFor("newest first", "Progress, drawn")
	s.Key("q")
	left(t, s, 0)
	for range 2 {
		s = h.open(t, screentest.Program{}, wide)
		s.WaitFor("Some words")
		s.Until("the measure is 40", func(screen *screentest.Screen) bool { return widest(screen, 20) == 40 })
		if text := s.Text(); strings.Count(text, "code") > 9 {
			t.Errorf("code is not cut:\n%s", text)
		}
		s.Key("+")
		s.Until("the measure is 44", func(screen *screentest.Screen) bool { return widest(screen, 20) == 44 })
		s.Key("w")
		s.Until("code is wrapped", func(screen *screentest.Screen) bool { return strings.Count(screen.String(), "code") > 9 })
		s.Key("q")
		left(t, s, 0)
	}
	// Nothing of that is remembered, and without the file keys are.
	if out := h.must(t, "config", "print", "--config", os.DevNull); strings.Contains(out, "remembered") {
		t.Errorf("what the file sets is remembered:\n%s", out)
	}
	h.set(t, "# none")
	s = h.open(t, screentest.Program{}, wide)
	s.WaitFor("Some words")
	s.Look(func(screen *screentest.Screen) {
		if !screen.Mode(ansi.ModeMouseButtonEvent) || screen.Title() == "" {
			t.Error("the mouse is not taken, or the title not set")
		}
	})
	s.Key("-")
	s.Until("the measure is 68", func(screen *screentest.Screen) bool { return widest(screen, 20) <= 68 })
	s.Key("q")
	left(t, s, 0)
	if out := h.must(t, "config", "print", "measure"); out != "measure = 68  # remembered\n" {
		t.Errorf("the key is not remembered: %s", out)
	}
}

// A file with faults keeps nobody from reading.
func TestFaultsInTheSettings(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	h.set(t, "order = 'title'", "", "", "mesure = 60", "theme = 'drak'")
	s := h.open(t, screentest.Program{Width: 160})
	s.WaitFor("All 4", "config.toml:4:1: unknown key `mesure`: did you mean `measure`?", "(and 1 more: see lede config check)")
	s.Key("esc")
	s.WaitFor("by title")
	s.Key("q")
	left(t, s, 0)
	s.WaitFor("lede/config.toml:4:1: unknown key") // it stands on the terminal
}

func TestSettingsOfTheLibrary(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	h.must(t, "add", h.write(t, "notes/one.md", "# One\n\nText.\n"))
	h.must(t, "add", filepath.Join(h.dir, "notes"))
	h.write(t, "notes/two.md", "# Two\n\nText.\n")
	h.set(t, "shelf = 'starred'", "refresh = true")
	s := h.open(t, screentest.Program{})
	s.WaitFor("All 6", "Starred 0")
	s.WaitGone("The Bar That Fills")
	s.Key("1")
	s.WaitFor("Two")
	s.Key("q")
	left(t, s, 0)
	s = h.open(t, screentest.Program{}, "--shelf", "unread", "--refresh", "off", "--order", "longest", "--compact", "on", "--theme", "dark", "--bind", `star = "*"`)
	s.WaitFor("longest read", "The Bar That Fills")
	s.Key("*")
	s.WaitFor("Starred 1")
	s.Key("q")
	left(t, s, 0)
}

func TestLinksOfTheTerminal(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	h.write(t, "page.md", "# A Page\n\nA [link](https://example.org/) to follow.\n")
	for _, on := range []string{"on", "off"} {
		s := h.open(t, screentest.Program{}, "--links", on, "page.md")
		s.WaitFor("link to follow")
		s.Look(func(screen *screentest.Screen) {
			width, height := screen.Size()
			found := false
			for i := range width * height {
				found = found || screen.Cell(i%width, i/width).Link.URL != ""
			}
			if found != (on == "on") {
				t.Errorf("links are %s: the terminal has one: %v", on, found)
			}
		})
		s.Key("q")
		left(t, s, 0)
	}
}

func TestPicturesAreAsTheFileSays(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	withImages(t, h)
	h.set(t, "pictures = false")
	s := h.open(t, screentest.Program{}, "images.md")
	s.WaitFor("The disc")
	s.Key("i")
	s.WaitFor("▀")
	s.Key("q")
	left(t, s, 0)
	h.set(t, "color = 'never'")
	s = h.open(t, screentest.Program{}, "images.md")
	s.WaitFor("The disc")
	s.Look(func(screen *screentest.Screen) {
		width, height := screen.Size()
		for i := range width * height {
			if style := screen.Cell(i%width, i/width).Style; style.Fg != nil || style.Bg != nil {
				t.Fatalf("there is colour:\n%s", screen.Styled())
			}
		}
	})
	s.Key("q")
	left(t, s, 0)
}

// The commands of the file come before the variables that other programs read.
func TestCommandsOfTheFile(t *testing.T) {
	t.Parallel()
	h := shelfHome(t)
	note := h.write(t, "note.md", "---\nurl: https://example.org/note\n---\n\n# A Note\n\nIts text.\n")
	program := func(name string) string {
		path := h.write(t, name, "#!/bin/sh\necho \"$0 $*\" >>"+h.dir+"/log; [ -t 0 ] || cat >/dev/null\n")
		must(t, os.Chmod(path, 0o700))
		return path
	}
	h.set(t,
		fmt.Sprintf("pager = \"%s 'a b'\"", program("pages")), fmt.Sprintf("editor = %q", program("edits")), fmt.Sprintf("browser = \"%s -x\"", program("browses")))
	s := h.open(t, screentest.Program{Env: h.env("PAGER=false", "EDITOR=false", "VISUAL=false", "BROWSER=false")}, note)
	s.WaitFor("A Note", "save")
	ran := func(key, want string) {
		t.Helper()
		s.Key(key)
		s.Until(want+" ran", func(*screentest.Screen) bool {
			log, err := os.ReadFile(filepath.Join(h.dir, "log"))
			return err == nil && strings.Contains(string(log), want)
		})
		s.WaitFor("A Note", "save")
	}
	ran("p", "/pages a b\n")
	ran("e", "/edits "+note)
	ran("o", "/browses -x https://example.org/note\n")
	s.Key("ctrl+c")
	left(t, s, 0)
	var log []byte
	s = h.open(t, screentest.Program{Env: h.env("PAGER=false")}, "show", note, "--pager")
	left(t, s, 0)
	log, err := os.ReadFile(filepath.Join(h.dir, "log"))
	if must(t, err); strings.Count(string(log), "/pages a b\n") != 2 {
		t.Errorf("show --pager had another pager:\n%s", log)
	}
}

func TestSettingsOfTheWeb(t *testing.T) {
	t.Parallel()
	h := newHome(t)
	asked := make(chan string, 1)
	w := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/never" {
			<-r.Context().Done()
			return
		}
		asked <- r.Header.Get("Accept-Language")
		fmt.Fprint(w, "# A page\n\nText.\n")
	}))
	t.Cleanup(w.Close)
	h.set(t, "language = 'de-AT,fr;q=0.4'")
	h.must(t, "show", w.URL+"/page.md")
	if got := <-asked; got != "de-AT,fr;q=0.4" {
		t.Errorf("the page was asked for in %q", got)
	}
	h.must(t, "show", w.URL+"/page.md", "--language", "is")
	if got := <-asked; got != "is" {
		t.Errorf("the page was asked for in %q", got)
	}
	h.set(t, "timeout = '1ms'") // weaker than the hour of the variable
	h.must(t, "show", w.URL+"/page.md")
	<-asked
	if r := h.run(t, "show", w.URL+"/never", "--timeout", "20ms"); r.code != 1 || !strings.Contains(r.stderr, "lede: ") {
		t.Errorf("exit code %d, %s", r.code, r.stderr)
	}
}
