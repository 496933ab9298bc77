package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// themed is a driver without a theme from outside, with themes of the reader's own.
func themed(t *testing.T, own map[string]string) (*driver, Options) {
	t.Helper()
	o := options(t, openLibrary(t, 3))
	o.Theme, o.Themes = "", t.TempDir()
	for name, source := range own {
		if err := os.WriteFile(filepath.Join(o.Themes, name+".toml"), []byte(source), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return again(t, o), o
}

// again begins another run of the screens on a library.
func again(t *testing.T, o Options) *driver {
	t.Helper()
	return driveWith(t, nil, o)
}

func TestThemeIsRemembered(t *testing.T) {
	t.Parallel()
	d, o := themed(t, map[string]string{"sepia": "base = \"light\"\naccent = \"#7a3e00\"\n"})
	d.run(d.a.setTheme("sepia", false))
	d.sees("Theme: sepia.")
	if !strings.Contains(d.a.View().Content, "38;2;122;62;0") {
		t.Error("the list is in other colours")
	}
	if d = again(t, o); d.a.colors.theme.Name() != "sepia" {
		t.Errorf("the next run is in %s", d.a.colors.theme.Name())
	}
	o.Theme = "mono"
	d = again(t, o)
	d.run(d.a.setTheme("light", false))
	o.Theme = ""
	if d = again(t, o); d.a.colors.theme.Name() != "sepia" {
		t.Error("a theme is remembered over one that was named for a run")
	}
	if err := os.Remove(filepath.Join(o.Themes, "sepia.toml")); err != nil {
		t.Fatal(err)
	}
	d = again(t, o)
	d.sees(`no theme "sepia": choose one of auto`)
}

// The palette offers the reader's own themes among the others, what is typed in full
// first, and no value has the help of what goes on to the next.
func TestPaletteOffersThemes(t *testing.T) {
	t.Parallel()
	d, _ := themed(t, map[string]string{"dar": "base = \"light\"\n", "ok": "base = \"light\"\n"})
	d.press(": " + typed("theme "))
	d.sees("▌ theme auto", "theme ok")
	d.seesNot("next theme")
	d.press("o enter")
	d.sees("Theme: ok.")
	d.press(": " + typed("theme dar"))
	d.sees("▌ theme dar ", "  theme dark")
	d.press("enter")
	d.sees("Theme: dar.")
	d.press(": " + typed("sort "))
	d.sees("sort views")
	d.seesNot("choose the order")
	d.press("esc :")
	d.sees("▌ theme dar ", "  theme ok ", "line or row down")
}

// A key goes through all themes, the reader's own too, and past one that is faulty,
// which is told.
func TestNextTheme(t *testing.T) {
	t.Parallel()
	d, _ := themed(t, map[string]string{"faulty": "acent = 1", "paper": `base = "light"`})
	var seen []string
	for range 6 {
		d.run(d.a.nextTheme())
		seen = append(seen, d.a.colors.theme.Name())
	}
	if got := strings.Join(seen, " "); got != "dark light high-contrast mono paper auto" {
		t.Error(got)
	}
	for range 5 {
		d.run(d.a.nextTheme())
	}
	d.sees("faulty.toml:1:1:", "did you mean accent?")
	first, second := d.a.nextTheme(), d.a.nextTheme() // as fast as keys come
	d.run(first)
	d.run(second)
	if got := d.a.colors.theme.Name(); got != "dark" {
		t.Errorf("two themes after paper comes %s", got)
	}
	d.run(d.a.setTheme("drak", false))
	d.sees(`no theme "drak": did you mean dark?`)
	if got := d.a.colors.theme.Name(); got != "dark" {
		t.Errorf("a slip changed the theme to %s", got)
	}
}

// A file of the reader's own that a built-in theme hides is told when that is chosen.
func TestThemeThatIsHidden(t *testing.T) {
	t.Parallel()
	d, o := themed(t, map[string]string{"dark": `base = "light"`})
	if strings.Contains(d.a.View().Content, "dark.toml") {
		t.Error("a theme that nobody has chosen is told")
	}
	d.run(d.a.setTheme("dark", false))
	d.sees("dark.toml is not read: dark is built in; rename it, as to my-dark.toml")
	d = again(t, o)
	d.sees("dark.toml is not read")
}

// The text stands where it stood, in other colours.
func TestThemeKeepsThePlace(t *testing.T) {
	t.Parallel()
	d := drive(t, openLibrary(t, 3), Reading{Article: illustrated(t)})
	d.press("space space j j j")
	before := d.screen()
	for _, name := range []string{"light", "mono", "high-contrast", "auto", "dark"} {
		d.run(d.a.setTheme(name, false))
		d.a.notice.Hush()
		if now := d.screen(); now != before {
			t.Fatalf("under %s:\n%s\nnot\n%s", name, now, before)
		}
	}
}

// What the terminal tells changes the colours only of a theme that follows it.
func TestThemesFollowTheBackground(t *testing.T) {
	t.Parallel()
	d, _ := themed(t, nil)
	drawn := func() string { return d.a.View().Content }
	d.take(uv.DarkColorSchemeEvent{})
	onDark := drawn()
	d.take(uv.LightColorSchemeEvent{})
	onLight := drawn()
	d.take(tea.BackgroundColorMsg{Color: ansi.Black}) // an old answer
	if onDark == onLight || drawn() != onLight {
		t.Error("the theme does not follow what the terminal tells")
	}
	d.take(tea.ResumeMsg{}) // it may be another terminal, which is asked anew
	d.take(tea.BackgroundColorMsg{Color: ansi.Black})
	if drawn() != onDark {
		t.Error("the theme does not follow the background")
	}
	d.take(tea.BackgroundColorMsg{Color: lipgloss.Color("#4c566a")})
	if drawn() == onDark {
		t.Error("the same grey is read on every dark background")
	}
	d.run(d.a.setTheme("light", false))
	d.a.notice.Hush()
	still := drawn()
	d.take(uv.DarkColorSchemeEvent{})
	if drawn() != still {
		t.Error("a theme for light backgrounds follows a dark one")
	}
	d.take(tea.ColorProfileMsg{Profile: colorprofile.ASCII})
	if strings.Contains(drawn(), "38;2;") {
		t.Error("colours where there are none")
	}
}

// A terminal is asked only where the answer matters, and what was asked is taken back.
func TestWhatIsAskedIsTakenBack(t *testing.T) {
	t.Parallel()
	d, _ := themed(t, nil)
	for _, name := range []string{"auto", "high-contrast"} {
		d.run(d.a.setTheme(name, false))
		if d.a.colors.follow() != "\x1b[?2031h\x1b]11;?\a" || d.a.colors.leave() != "\x1b[?2031l" {
			t.Errorf("%s: %q, %q", name, d.a.colors.follow(), d.a.colors.leave())
		}
	}
	d.run(d.a.setTheme("dark", false))
	if d.a.colors.follow()+d.a.colors.leave() != "" {
		t.Error("the background is asked for nothing")
	}
}
