package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lede/articles"
	"lede/articles/importer"
	"lede/store"
	"lede/store/storetest"
	"lede/ui/keys"
)

// essay is an article of many sections, each with words of its own.
func essay(name string, sections int, related ...articles.Link) *articles.Article {
	var b strings.Builder
	for i := range sections {
		fmt.Fprintf(&b, "## Section %d\n\n", i)
		for j := range 4 {
			fmt.Fprintf(&b, "Paragraph %d.%d of %s goes on for a while, so that it takes more than one line at any width that a reader would choose to read at.\n\n", i, j, name)
		}
		if i%3 == 2 {
			fmt.Fprintf(&b, "> Quote %d of %s.\n>\n> — Nobody\n\n", i, name)
		}
	}
	return &articles.Article{
		ID: articles.NewID(name), Origin: name, Slug: name, Title: "On " + name, Dek: "What there is to say of " + name + ".",
		Author: "A. Writer", Markdown: b.String(), Related: related, Length: articles.MeasureText(b.String()),
	}
}

func shelf(t *testing.T, all ...*articles.Article) *store.Store {
	t.Helper()
	lib := openLibrary(t, 0)
	for _, a := range all {
		if _, err := lib.Put(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
	return lib
}

func (d *driver) state(a *articles.Article) articles.State {
	d.Helper()
	_, state, err := d.lib.Article(d.Context(), a.ID)
	if err != nil {
		d.Fatal(err)
	}
	return state
}

// firstLine is the topmost line of text on the screen.
func (d *driver) firstLine() string {
	for _, line := range strings.Split(d.screen(), "\n") {
		if s := strings.TrimSpace(line); s != "" {
			return s
		}
	}
	return ""
}

func TestThePlaceIsKept(t *testing.T) {
	t.Parallel()
	a := essay("places", 30)
	lib := shelf(t, a)
	d := drive(t, lib)
	d.press("enter space space space ] j j")
	was := d.firstLine()
	d.press("q")
	d.sees("In progress 1", "%")
	d.press("enter")
	if got := d.firstLine(); got != was {
		t.Errorf("reopened at %q, left at %q", got, was)
	}
	for _, size := range [][2]int{{40, 20}, {97, 50}, {20, 8}, {120, 30}, {10, 3}, {80, 24}} {
		d.resize(size[0], size[1])
		d.screen()
	}
	if got := d.firstLine(); got != was {
		t.Errorf("after resizing at %q, was at %q", got, was)
	}
	if err := d.a.flush(); err != nil {
		t.Fatal(err)
	}
	again := drive(t, lib)
	again.press("enter")
	if got := again.firstLine(); got != was {
		t.Errorf("the next start opens at %q, left at %q", got, was)
	}
}

func TestViewsAndReading(t *testing.T) {
	t.Parallel()
	a, short := essay("views", 12), essay("brevity", 0)
	short.Markdown = "One line."
	d := drive(t, shelf(t, a, short))
	d.press("/ v i e w s enter")
	d.sees("On views")
	d.press("q enter q")
	if s := d.state(a); s.Views != 0 || s.Read || s.Place.Progress != 0 {
		t.Errorf("a glance left %+v", s)
	}
	d.press("enter j")
	if s := d.state(a); s.Views != 1 {
		t.Errorf("a scroll counted %d views", s.Views)
	}
	d.sees("1 view")
	d.press("q enter G q")
	if s := d.state(a); s.Views != 1 || !s.Read || s.Place.Progress != 1 {
		t.Errorf("the end left %+v", s)
	}
	d.press("esc / b r e v i t y enter")
	d.pass(articles.ViewAfter)
	d.press("q")
	if s := d.state(short); s.Views != 1 || !s.Read {
		t.Errorf("three seconds with all of it on the screen left %+v", s)
	}
}

func TestWalkAmongRelated(t *testing.T) {
	t.Parallel()
	b, c := essay("beta", 6), essay("gamma", 6)
	a := essay("alpha", 20, articles.Link{Target: "beta"}, articles.Link{Target: "gamma"}, articles.Link{Title: "Not here", Target: "https://example.org/x"})
	d := drive(t, shelf(t, a, b, c))
	d.press("/ a l p h a enter")
	d.press("space j j")
	was := d.firstLine()

	d.press("R")
	d.sees("Related articles", "1 On beta", "2 On gamma", "3 Not here", "listed here")
	d.press("3")
	d.sees("Enter read here")
	d.press("esc R j enter")
	d.sees("On gamma")
	d.press("H")
	if got := d.firstLine(); got != was {
		t.Errorf("back at %q, left at %q", got, was)
	}
	d.press("L")
	d.sees("On gamma")
	d.press("backspace L L")
	d.sees("This is the last stop")
	d.press("H")

	d.press(">")
	d.sees("What there is to say of beta")
	d.press(">")
	d.sees("What there is to say of gamma")
	d.press("<")
	d.sees("What there is to say of beta")
	d.press("<")
	if got := d.firstLine(); got != was {
		t.Errorf("the walk came back to %q, began at %q", got, was)
	}

	d.press("G 2")
	d.sees("On gamma")
	d.press("H q")
	d.sees("On alpha")
	if d.a.reading {
		t.Error("q in the reader does not lead to the list")
	}
}

func TestBackFromTheFirstStopIsTheList(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("alpha", 3)))
	d.press("enter backspace")
	d.sees("All 1")
}

func TestNeighboursInTheList(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 5))
	var titles []string
	for range 5 {
		titles = append(titles, d.under())
		d.press("j")
	}
	d.press("g enter J J")
	d.sees(titles[2][:10])
	d.press("K")
	d.sees(titles[1][:10])
	d.press("q")
	if got := d.under(); got != titles[1] {
		t.Errorf("back on %q, read %q", got, titles[1])
	}
	d.press("enter K K")
	d.sees("The list ends here")
}

func TestJumps(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("jumps", 12)))
	d.press("enter ] ]")
	if got := d.firstLine(); got != "Section 1" {
		t.Errorf("] ] is at %q", got)
	}
	d.press("[")
	if got := d.firstLine(); got != "Section 0" {
		t.Errorf("[ is at %q", got)
	}
	d.press(`"`)
	if got := d.firstLine(); !strings.Contains(got, "❝") {
		t.Errorf(`" is at %q`, got)
	}
	d.sees("— Nobody")
	d.press("G")
	d.sees("100%", "end")
	d.press("g '")
	d.sees("On jumps")
}

func TestMeasureIsRemembered(t *testing.T) {
	t.Parallel()
	lib := shelf(t, essay("measure", 5))
	d := drive(t, lib)
	d.resize(120, 30)
	d.press("enter - - -")
	if got := d.a.reader.Layout().Measure(); got != 60 {
		t.Errorf("measure %d, want 60", got)
	}
	again := drive(t, lib)
	again.press("enter")
	if got := again.a.reader.Layout().Measure(); got != 60 {
		t.Errorf("measure %d at the next start, want 60", got)
	}
}

// A measure that cannot be is told where it was typed, as at the shell; one that is wider
// than the screen is remembered for wider ones.
func TestMeasureThatIsTyped(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("measure", 5)))
	d.press("enter : " + typed("measure 5") + " enter")
	d.sees(": measure 5", "measure 5: needs a whole number from 20 to 160")
	d.press("0 enter")
	if got := d.a.reader.Layout().Measure(); got != 50 {
		t.Errorf("measure %d, want 50", got)
	}
	d.press(": " + typed("measure 161") + " enter")
	d.sees("measure 161: needs")
	d.press("backspace 0 enter")
	again := drive(t, d.lib)
	again.resize(200, 30)
	again.press("enter")
	if got := again.a.reader.Layout().Measure(); got != 160 {
		t.Errorf("measure %d on a wide screen, want 160", got)
	}
}

func TestReadAFileAndSaveIt(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "note.md")
	if err := os.WriteFile(path, []byte("# A note\n\n"+strings.Repeat("Words of the note. ", 400)), 0o600); err != nil {
		t.Fatal(err)
	}
	g, err := importer.File(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	a := g.Article
	lib := shelf(t)
	d := drive(t, lib, Reading{Article: a})
	d.sees("A note", "a save")
	d.press("s")
	d.sees("Press a to save")
	d.press("j j a")
	d.sees("Saved in the library")
	d.press("s")
	if s := d.state(a); s.Views != 1 || !s.Starred || s.Place.Anchor.IsZero() {
		t.Errorf("the saved article has %+v", s)
	}
	d.press("J")
	d.sees("no other that way")
}

func TestStaleAnswersAreDropped(t *testing.T) {
	t.Parallel()
	a, b := essay("alpha", 3), essay("beta", 3)
	d := drive(t, shelf(t, a, b))
	slow := d.a.open(a.ID, resume)
	d.run(d.a.open(b.ID, resume))
	d.run(slow)
	d.sees("On beta")
	late := d.a.open(a.ID, resume)
	d.press("q")
	d.run(late)
	d.sees("All 2")
}

func TestHelpTellsEveryKey(t *testing.T) {
	t.Parallel()
	d := drive(t, shelf(t, essay("help", 3)))
	for _, c := range []struct {
		open  string
		scope keys.Scope
	}{{"?", keys.InList}, {"esc enter ?", keys.InReader}, {"esc R ?", keys.InRelated}, {"esc q t ?", keys.InOutline}} {
		d.press(c.open)
		d.resize(80, 400)
		for _, s := range d.a.names.Groups(c.scope) {
			for _, l := range s.Lines {
				if d.a.able(l.Op) {
					d.sees(l.Does)
				}
			}
		}
		d.resize(24, 6)
		d.press("down end")
		d.screen()
	}
}

func BenchmarkFrame(b *testing.B) {
	lib := openLibrary(b, 100)
	for _, size := range [][2]int{{80, 24}, {200, 60}} {
		b.Run(fmt.Sprintf("list/%dx%d", size[0], size[1]), func(b *testing.B) {
			d := bench(b, lib, size[0], size[1])
			for b.Loop() {
				d.take(keyPress("j"))
				_ = d.View()
			}
		})
		b.Run(fmt.Sprintf("reader/%dx%d", size[0], size[1]), func(b *testing.B) {
			d := bench(b, lib, size[0], size[1])
			a := storetest.Article(1)
			a.Markdown = essay("bench", 40).Markdown
			d.show(openedMsg{request: d.request, reading: Reading{Article: a}, goal: resume})
			for i := 0; b.Loop(); i++ {
				key := "j"
				if i%400 > 200 {
					key = "k"
				}
				d.take(keyPress(key))
				_ = d.View()
			}
		})
	}
}

func bench(b *testing.B, lib *store.Store, w, h int) *app {
	b.Helper()
	a, err := newApp(b.Context(), options(b, lib))
	if err != nil {
		b.Fatal(err)
	}
	a.resize(w, h)
	return a
}
