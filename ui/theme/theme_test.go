package theme

import (
	"fmt"
	"image/color"
	"iter"
	"reflect"
	"slices"
	"strings"
	"testing"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"pgregory.net/rapid"
)

func TestNames(t *testing.T) {
	t.Parallel()
	for _, name := range Names() {
		if _, err := New(name, Dark, colorprofile.TrueColor); err != nil {
			t.Error(err)
		}
		if _, ok := builtin()[name]; !ok {
			t.Errorf("%s has no colours", name)
		}
	}
	if _, err := New("sepia", Dark, colorprofile.ANSI); err == nil || !strings.Contains(err.Error(), "auto, dark, light, high-contrast, mono") {
		t.Errorf("an unknown theme says %v", err)
	}
}

// The key that changes the theme comes back to where it began, past each once.
func TestNextGoesRound(t *testing.T) {
	t.Parallel()
	own := []string{"paper", "sepia"}
	seen := []string{Auto}
	for name := Next(Auto, own...); name != Auto && len(seen) < 20; name = Next(name, own...) {
		seen = append(seen, name)
	}
	if want := append(Names(), own...); !slices.Equal(seen, want) {
		t.Errorf("%q, want %q", seen, want)
	}
	if got := Next("gone"); got != Auto {
		t.Errorf("after a theme that is gone comes %q", got)
	}
}

// look is a style of a theme as a terminal shows it; nil colours are its own.
type look struct {
	name     string
	ink, on  color.Color
	faint    bool
	inverted bool
}

// looks are all styles of a theme, in the colours that a terminal has.
func looks(th *Theme, colors colorprofile.Profile) iter.Seq[look] {
	return func(yield func(look) bool) {
		for _, part := range []any{th.Screen, th.Text, th.Syntax} {
			v := reflect.ValueOf(part)
			for i := range v.NumField() {
				name := v.Type().Name() + "." + v.Type().Field(i).Name
				var styles []lipgloss.Style
				switch f := v.Field(i).Interface().(type) {
				case lipgloss.Style:
					styles = []lipgloss.Style{f}
				case [6]lipgloss.Style:
					styles = f[:]
				}
				for _, s := range styles {
					if !yield(look{name, shownAs(s.GetForeground(), colors), shownAs(s.GetBackground(), colors), s.GetFaint(), s.GetReverse()}) {
						return
					}
				}
			}
		}
		for name, s := range map[string]ansi.StylePrimitive{
			"link": th.Glamour.Link, "text of a link": th.Glamour.LinkText, "image": th.Glamour.Image, "code": th.Glamour.Code.StylePrimitive,
		} {
			l := look{name: name}
			if s.Color != nil {
				l.ink = shownAs(lipgloss.Color(*s.Color), colors)
			}
			if !yield(l) {
				return
			}
		}
	}
}

func shownAs(c color.Color, colors colorprofile.Profile) color.Color {
	if _, none := c.(lipgloss.NoColor); c == nil || none {
		return nil
	}
	return colors.Convert(c)
}

// bars are the styles of what is not read.
var bars = []string{"Screen.Rule", "Screen.Empty", "Text.Rule", "Text.QuoteBar", "Text.TableBar", "Text.CodeBar"}

// terminals are the backgrounds that are held to: plain, and of the themes for
// terminals that many use, up to the lightest of the dark ones and the darkest of
// the light ones.
var terminals = map[Ground]map[colorprofile.Profile][]string{
	Dark: {
		colorprofile.TrueColor: {"#000000", "#1e1e2e", "#002b36", "#282a36", "#303446"},
		colorprofile.ANSI256:   {"#000000", "#1e1e2e", "#002b36", "#282a36", "#303446"},
		colorprofile.ANSI:      {"#000000"},
	},
	Light: {
		colorprofile.TrueColor: {"#ffffff", "#fdf6e3", "#eff1f5", "#eeeeee", "#e1e2e7"},
		colorprofile.ANSI256:   {"#ffffff", "#fdf6e3", "#eff1f5", "#eeeeee"},
		colorprofile.ANSI:      {"#ffffff"},
	},
	Unknown: {
		colorprofile.TrueColor: {"#000000", "#ffffff"},
		colorprofile.ANSI256:   {"#000000", "#ffffff"},
		colorprofile.ANSI:      {"#000000", "#ffffff"},
	},
}

// TestContrast computes the contrast of all that is written, in every theme, on
// every background, in as many colours as terminals have.
func TestContrast(t *testing.T) {
	t.Parallel()
	for _, name := range Names() {
		least, leastOfBars := 4.5, 1.5
		if name == "high-contrast" {
			least, leastOfBars = 7, 4.5
		}
		for ground, depths := range terminals {
			if name == "dark" && ground != Dark || name == "light" && ground != Light {
				continue // it is for those of one kind
			}
			for colors, backgrounds := range depths {
				th, err := New(name, ground, colors)
				if err != nil {
					t.Fatal(err)
				}
				for l := range looks(th, colors) {
					need := least
					if slices.Contains(bars, l.name) {
						need = leastOfBars
					}
					for _, background := range backgrounds {
						if ratio := l.contrast(lipgloss.Color(background)); ratio < need {
							t.Errorf("%s in %v: %s, %v on %v, has %.2f:1 on %s", name, colors, l.name, l.ink, l.on, ratio, background)
						}
					}
				}
			}
		}
	}
}

// TestContrastOnAnyBackground: where the background itself is known, the colours of the
// themes that follow it read on it, whatever it is.
func TestContrastOnAnyBackground(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		background := color.RGBA{
			rapid.Uint8().Draw(t, "red"), rapid.Uint8().Draw(t, "green"), rapid.Uint8().Draw(t, "blue"), 0xff,
		}
		most := max(Contrast(color.White, background), Contrast(color.Black, background))
		for name, least := range map[string]float64{"auto": 4.5, "high-contrast": 7} {
			for _, colors := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256} {
				for l := range looks(Choice{name: name}.OnColor(background, colors), colors) {
					if ratio := l.contrast(background); !slices.Contains(bars, l.name) && ratio < min(least, most) {
						t.Fatalf("%s in %v: %s, %v on %v, has %.2f:1 on %v", name, colors, l.name, l.ink, l.on, ratio, background)
					}
				}
			}
		}
	})
}

// contrast is the contrast of a style on a background, the least of what a color of
// the terminal's own may be.
func (l look) contrast(background color.Color) float64 {
	least := 21.0
	for _, value := range []func(color.Color) color.Color{usual, func(c color.Color) color.Color { return c }} {
		switch {
		case l.ink != nil && l.on != nil:
			least = min(least, Contrast(value(l.ink), value(l.on)))
		case l.ink != nil: // reverse or not
			least = min(least, Contrast(value(l.ink), background))
		case l.on != nil:
			return 0 // who knows what ink the terminal has
		}
	}
	return least
}

// In 16 colours nothing has the colour that nobody chose, and what is read second
// looks like it.
func TestSixteenColors(t *testing.T) {
	t.Parallel()
	for _, name := range Names() {
		for _, ground := range []Ground{Unknown, Dark, Light} {
			th, err := New(name, ground, colorprofile.ANSI)
			if err != nil {
				t.Fatal(err)
			}
			for l := range looks(th, colorprofile.ANSI) {
				for _, c := range []color.Color{l.ink, l.on} {
					if c == lipgloss.Magenta || c == lipgloss.BrightMagenta {
						t.Errorf("%s on ground %d: %s is magenta", name, ground, l.name)
					}
				}
				if (l.name == "Screen.Meta" || l.name == "Text.Meta" || l.name == "Syntax.Comment") && name != "high-contrast" && !l.faint {
					t.Errorf("%s on ground %d: %s is not muted", name, ground, l.name)
				}
			}
		}
	}
}

// Without colours nothing is lost that a colour would have said.
func TestApartWithoutColors(t *testing.T) {
	t.Parallel()
	for _, name := range Names() {
		th, err := New(name, Dark, colorprofile.ASCII)
		if err != nil {
			t.Fatal(err)
		}
		for l := range looks(th, colorprofile.TrueColor) {
			if l.ink != nil || l.on != nil {
				t.Errorf("%s: %s has a colour", name, l.name)
			}
		}
		text, screen := th.Text, th.Screen
		for _, pair := range [][2]lipgloss.Style{
			{text.Body, text.Title}, {text.Body, text.Found}, {text.Found, text.FoundOn}, {screen.Tab, screen.TabOn}, {text.Body, screen.Chosen},
		} {
			if pair[0].Render("x") == pair[1].Render("x") {
				t.Errorf("%s: %q is two things", name, pair[0].Render("x"))
			}
		}
	}
}

func TestGroundOf(t *testing.T) {
	t.Parallel()
	for value, want := range map[string]Ground{
		"": Unknown, "0;default;15": Light, "15;0": Dark, "0;15": Light, "0;7": Light, "15;8": Dark, "7;default": Unknown, "x": Unknown, "1;99": Unknown,
	} {
		if got := GroundOf(value); got != want {
			t.Errorf("%q: %v, want %v", value, got, want)
		}
	}
	for env, want := range map[[2]string]Ground{{"", "linux"}: Dark, {"0;15", "linux"}: Light, {"", "xterm"}: Unknown} {
		got := GroundIn(func(name string) string { return map[string]string{"COLORFGBG": env[0], "TERM": env[1]}[name] })
		if got != want {
			t.Errorf("%q: %v, want %v", env, got, want)
		}
	}
}

func TestFollows(t *testing.T) {
	t.Parallel()
	got := ""
	for _, name := range Names() {
		c, err := Choose(name, "")
		if err != nil {
			t.Fatal(err)
		}
		got += fmt.Sprint(c.Name(), " ", c.Follows(), "\n")
	}
	if want := "auto true\ndark false\nlight false\nhigh-contrast true\nmono false\n"; got != want {
		t.Errorf("a theme is told what the background is:\n%s", got)
	}
}
