package ui

import (
	"image/color"
	"strings"
	"testing"
	"unicode"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

	"lede/articles"
	"lede/ui/screentest"
	"lede/ui/theme"
)

// everyKind has text of every kind.
const everyKind = "Body text, *emphasis*, **strong**, `code`, a [link](https://example.org/x), ~~gone~~ and a note[^1].\n\n" +
	"## Heading\n\n> Less is more.\n>\n> — A reader\n\n> A plain quote.\n\n- item\n- [x] task\n\n1. one\n\n" +
	"```go\n// A comment, and 42.\nfunc f() string { return \"text\" }\n```\n\n```\nplain\n```\n\n```diff\n-old\n+new\n```\n\n" +
	"| a | b |\n|---|--:|\n| x | 1 |\n\n![A picture](x.png \"Its caption\")\n\n> [!NOTE]\n> A notice.\n\n#### Fourth\n\n##### Fifth\n\n###### Sixth\n\n[^1]: The note.\n"

// TestEveryCellReads computes the contrast of all that is written on the screens, in
// each theme, on a background of its kind.
func TestEveryCellReads(t *testing.T) {
	t.Parallel()
	a := &articles.Article{Title: "Of every kind", Author: "Ada Quill", Dek: "In one text.", Tags: []string{"unix"}, Markdown: everyKind}
	for _, look := range []struct {
		theme      string
		ground     theme.Ground
		background string
		least      float64
	}{
		{"auto", theme.Unknown, "#000000", 4.5},
		{"auto", theme.Unknown, "#ffffff", 4.5},
		{"dark", theme.Dark, "#1e1e2e", 4.5},
		{"light", theme.Light, "#eeeeee", 4.5},
		{"high-contrast", theme.Dark, "#1e1e2e", 7},
		{"high-contrast", theme.Light, "#eeeeee", 7},
	} {
		for _, depth := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256} {
			d := drive(t, openLibrary(t, 3), Reading{Article: a})
			d.resize(80, 90) // all of it
			d.a.colors.ground, d.a.profile = look.ground, depth
			d.run(d.a.setTheme(look.theme, false))
			for _, keys := range []string{"", "/ t e x t enter n", "esc tab", ";", "esc t", "t ?", "? q", "j", "/ a", "esc"} {
				d.press(keys)
				for cell := range cellsOf(d) {
					if got := contrastOf(cell, depth, look.background); got < look.least {
						t.Fatalf("%s in %v on %s, after %q: %q in %v on %v has %.2f:1", look.theme, depth, look.background, keys, cell.Content, cell.Style.Fg, cell.Style.Bg, got)
					}
				}
			}
		}
	}
}

// cellsOf are the cells of the screen in which something is to be read.
func cellsOf(d *driver) func(yield func(*uv.Cell) bool) {
	screen := screentest.New(d.a.width, d.a.height, screentest.Terminal{})
	_, _ = screen.Write([]byte(strings.ReplaceAll(d.a.View().Content, "\n", "\r\n")))
	return func(yield func(*uv.Cell) bool) {
		for y := range d.a.height {
			for x := range d.a.width {
				c := screen.Cell(x, y)
				if strings.ContainsFunc(c.Content, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsPunct(r) }) && !yield(c) {
					return
				}
			}
		}
	}
}

// contrastOf is the contrast of a cell as a terminal of a depth shows it. The
// terminal's own ink reads on its own background.
func contrastOf(c *uv.Cell, depth colorprofile.Profile, background string) float64 {
	own := lipgloss.Color(background)
	shown := func(c, otherwise color.Color) color.Color {
		if c == nil {
			return otherwise
		}
		return depth.Convert(c)
	}
	ink, on := shown(c.Style.Fg, nil), shown(c.Style.Bg, own)
	if ink == nil && c.Style.Bg == nil {
		return 21
	}
	if ink == nil {
		return 0 // nobody knows what it is
	}
	return theme.Contrast(ink, on)
}
