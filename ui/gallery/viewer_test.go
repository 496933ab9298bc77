package gallery

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"lede/articles"
	"lede/store"
	"lede/ui/render"
	"lede/ui/theme"
)

// viewer shows an article in a gallery on a real library, as the reader's screen
// does: it runs each command and gives the gallery what comes of it, until all is
// still. Timers are never due: a test gives their messages itself.
type viewer struct {
	*testing.T
	*Gallery
	theme   *theme.Theme
	layout  *render.Layout
	top     render.Pos
	laid    int    // version of the pictures in the layout
	sent    string // to the terminal, beside the screen
	cleared int    // times that the screen was cleared
}

const (
	columns = 80
	rows    = 24
)

// never is a timer that is never due.
func never(time.Duration, func(time.Time) tea.Msg) tea.Cmd { return nil }

// view is a viewer in a terminal of a name, with every colour.
func view(t *testing.T, lib *store.Store, term string) *viewer {
	t.Helper()
	out, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = out.Close() })
	colors, err := theme.New("dark", theme.Dark, colorprofile.TrueColor)
	if err != nil {
		t.Fatal(err)
	}
	g := New(Options{
		Library: lib, On: true, Profile: colorprofile.TrueColor, Terminal: out, Tick: never,
		Getenv: func(name string) string { return map[string]string{"TERM": term}[name] },
	})
	g.Resize(rows)
	return &viewer{T: t, Gallery: g, theme: colors}
}

func openLibrary(t *testing.T) *store.Store {
	t.Helper()
	lib, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lib.Close() })
	return lib
}

// photographs puts an article of n photographs into the library, all of one size.
func photographs(t *testing.T, lib *store.Store, name string, n int) *articles.Article {
	t.Helper()
	a := &articles.Article{ID: articles.NewID(name), Origin: name, Slug: name, Title: name}
	for i := range n {
		source := fmt.Sprintf("https://example.org/%s/%d.png", name, i)
		a.Markdown += fmt.Sprintf("![Photograph %d.](%s)\n\n", i, source)
		a.Images = append(a.Images, articles.Image{Source: source, Data: photograph(t, byte(i))})
	}
	if _, err := lib.Put(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	return a
}

func photograph(t *testing.T, shade byte) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 160, 80))
	for p := range img.Pix {
		img.Pix[p] = 0x80 + shade + byte(p%3)
	}
	var file bytes.Buffer
	if err := png.Encode(&file, img); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func (v *viewer) open(a *articles.Article) (later tea.Cmd) {
	v.run(v.Open(v.Context(), a))
	v.top = render.Pos{}
	v.layout = render.New(a, v.options())
	v.top = v.layout.Start()
	return v.load()
}

func (v *viewer) options() render.Options {
	return render.Options{Width: columns, Measure: 60, Theme: v.theme, Pictures: v.Pictures()}
}

// load does what a screen does after every message.
func (v *viewer) load() tea.Cmd {
	if now := v.Version(); now != v.laid && v.layout != nil {
		v.laid = now
		old := v.layout
		v.layout = old.With(v.options())
		v.top = v.layout.Where(old, v.top)
	}
	return v.Load(Window{v.layout, v.top, rows - 1})
}

// run plays a command and all that follows from it.
func (v *viewer) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.RawMsg:
		v.sent += fmt.Sprint(msg.Msg)
	case tea.BatchMsg:
		for _, c := range msg {
			v.run(c)
		}
	default:
		if reflect.TypeOf(msg) == reflect.TypeOf(tea.ClearScreen()) {
			v.cleared++
			return
		}
		v.take(msg)
	}
}

func (v *viewer) take(msgs ...tea.Msg) {
	for _, msg := range msgs {
		v.run(v.Update(msg))
		v.run(v.load())
	}
}

func (v *viewer) screen() string {
	var lines []string
	for _, l := range v.layout.Lines(v.top, rows-1) {
		lines = append(lines, l.Text)
	}
	return strings.Join(lines, "\n") + "\nstatus line"
}

func (v *viewer) shows(want bool) {
	v.Helper()
	if shown := strings.Contains(v.screen(), "▀"); shown != want {
		v.Fatalf("pictures are shown: %v\n%s", shown, v.screen())
	}
}
