package ui

import (
	"context"
	"errors"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/links"
	"lede/store"
	"lede/store/storetest"
	"lede/ui/pager"
)

// driver plays the program's loop on a real library: it runs each command and
// gives the program what comes of it, until all is still. Timers are never due:
// a test gives their messages itself.
type driver struct {
	testing.TB
	a      *app
	lib    *store.Store
	timers []timer // that are not due
	now    time.Duration
}

type timer struct {
	after, at time.Duration // how long it runs, and until when
	due       func(time.Time) tea.Msg
}

// How long some of the timers of the screens run.
const (
	placeDelay = 250 * time.Millisecond
	noticedIn  = 300 * time.Millisecond
	noticeFor  = 4 * time.Second
)

func openLibrary(t testing.TB, n int) *store.Store {
	t.Helper()
	data, err := storetest.File(n, fillLibrary)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "library.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	lib, err := store.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lib.Close() })
	return lib
}

func fillLibrary(path string, all iter.Seq[*articles.Article]) error {
	lib, err := store.Open(context.Background(), path)
	if err != nil {
		return err
	}
	var failed error
	err = lib.PutAll(context.Background(), all, func(_ *articles.Article, _ articles.Outcome, err error) {
		failed = errors.Join(failed, err)
	})
	return errors.Join(err, failed, lib.Close())
}

func options(t testing.TB, lib *store.Store) Options {
	t.Helper()
	out, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = out.Close() })
	return Options{
		Library: lib, Theme: "dark", Out: out,
		Getenv:       func(string) string { return "" },
		Pager:        func() (*exec.Cmd, bool, error) { return exec.Command("true"), true, nil },
		PagerFailure: pager.Failure,

		LinkNames: links.Names,
		Extract: func(ctx context.Context, before *articles.Article) (*articles.Article, error) {
			o, err := lib.Original(ctx, before.ID)
			if err != nil {
				return nil, err
			}
			return importer.Again(o, before)
		},
	}
}

func drive(t *testing.T, lib *store.Store, readings ...Reading) *driver {
	t.Helper()
	o := options(t, lib)
	o.Readings = readings
	return driveWith(t, lib, o)
}

func driveWith(t testing.TB, lib *store.Store, o Options) *driver {
	t.Helper()
	d := &driver{TB: t, lib: lib}
	o.tick = func(after time.Duration, due func(time.Time) tea.Msg) tea.Cmd {
		d.timers = append(d.timers, timer{after, d.now + after, due})
		return nil
	}
	a, err := newApp(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	d.a = a
	d.run(a.Init())
	d.resize(80, 24)
	return d
}

// run plays a command and all that follows from it.
func (d *driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	d.take(cmd())
}

// pass has the timers be due that run for so long.
func (d *driver) pass(after time.Duration) {
	all := d.timers
	d.timers = nil
	for _, t := range all {
		if t.after == after {
			d.take(t.due(time.Now()))
		} else {
			d.timers = append(d.timers, t)
		}
	}
}

// wait has the time go by, and all timers be due that end in it.
func (d *driver) wait(while time.Duration) {
	end := d.now + while
	for {
		next := -1
		for i, t := range d.timers {
			if t.at <= end && (next < 0 || t.at < d.timers[next].at) {
				next = i
			}
		}
		if next < 0 {
			break
		}
		t := d.timers[next]
		d.timers = slices.Delete(d.timers, next, next+1)
		d.now = t.at
		d.take(t.due(time.Now()))
	}
	d.now = end
}

// readIt has the time go by that a screenful must stand to be read, whatever is on it.
func (d *driver) readIt() { d.wait(10*time.Second + placeDelay) }

// never is a timer that is never due.
func never(time.Duration, func(time.Time) tea.Msg) tea.Cmd { return nil }

func (d *driver) take(msg tea.Msg) {
	if msg == nil {
		return
	}
	if v := reflect.ValueOf(msg); v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
		for i := range v.Len() {
			d.run(v.Index(i).Interface().(tea.Cmd))
		}
		return
	}
	_, cmd := d.a.Update(msg)
	d.run(cmd)
}

func (d *driver) resize(w, h int) { d.take(tea.WindowSizeMsg{Width: w, Height: h}) }

// press types keys, named as in the key table and parted by blanks.
func (d *driver) press(keys string) {
	d.Helper()
	for _, k := range strings.Fields(keys) {
		d.take(keyPress(k))
	}
}

// click presses a button of the mouse over a cell, and lets it go.
func (d *driver) click(x, y int) {
	d.take(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	d.take(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
}

// drag moves it from one cell to another with the button held.
func (d *driver) drag(x, y, toX, toY int) {
	d.take(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	d.take(tea.MouseMotionMsg{X: toX, Y: toY, Button: tea.MouseLeft})
	d.take(tea.MouseReleaseMsg{X: toX, Y: toY, Button: tea.MouseLeft})
}

func keyPress(name string) tea.KeyPressMsg {
	named := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "down": tea.KeyDown, "up": tea.KeyUp,
		"backspace": tea.KeyBackspace, "tab": tea.KeyTab, "pgdown": tea.KeyPgDown, "pgup": tea.KeyPgUp,
		"end": tea.KeyEnd, "home": tea.KeyHome, "space": tea.KeySpace, "f1": tea.KeyF1,
	}
	if held, ok := strings.CutPrefix(name, "alt+"); ok {
		return tea.KeyPressMsg{Code: []rune(held)[0], Mod: tea.ModAlt}
	}
	if held, ok := strings.CutPrefix(name, "ctrl+"); ok {
		return tea.KeyPressMsg{Code: []rune(held)[0], Mod: tea.ModCtrl}
	}
	if name == "shift+tab" {
		return tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift}
	}
	if name == "space" {
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	}
	if code, ok := named[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

// screen is what the reader sees, without styles.
func (d *driver) screen() string {
	d.Helper()
	s := d.a.View().Content
	for _, line := range strings.Split(s, "\n") {
		if w := ansi.StringWidth(line); w > d.a.width {
			d.Errorf("line of %d columns on a screen of %d: %q", w, d.a.width, ansi.Strip(line))
		}
	}
	if n := strings.Count(s, "\n") + 1; n > d.a.height {
		d.Errorf("%d lines on a screen of %d", n, d.a.height)
	}
	return ansi.Strip(s)
}

func (d *driver) sees(want ...string) {
	d.Helper()
	screen := d.screen()
	for _, w := range want {
		if !strings.Contains(screen, w) {
			d.Fatalf("no %q on the screen:\n%s", w, screen)
		}
	}
}

func (d *driver) seesNot(unwanted string) {
	d.Helper()
	if screen := d.screen(); strings.Contains(screen, unwanted) {
		d.Fatalf("%q on the screen:\n%s", unwanted, screen)
	}
}

// under is the title of the row under the cursor.
func (d *driver) under() string {
	d.Helper()
	r := d.a.list.Current()
	if r == nil {
		d.Fatal("no row under the cursor")
	}
	return r.Title
}

// line is where on the screen a text stands.
func (d *driver) line(text string) int {
	d.Helper()
	before, _, found := strings.Cut(d.screen(), text)
	if !found {
		d.Fatalf("no %q on the screen:\n%s", text, d.screen())
	}
	return strings.Count(before, "\n")
}

// cursor is the index of the row under the cursor, and top of the first row on the
// screen.
func (d *driver) cursor() int {
	at, _ := d.a.list.At()
	return at
}

func (d *driver) top() int {
	_, at := d.a.list.At()
	return at
}

// rows is how many rows of the list are on the screen.
func (d *driver) rows() int { return strings.Count(d.screen(), " min ") }
