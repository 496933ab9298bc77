package theme

import (
	"fmt"
	"image/color"
	"strconv"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	ansicolor "github.com/charmbracelet/x/ansi"
)

// leaves is the Glamour style of inline text. Containers have no style in it:
// no margins, indents or colours of the document, which would wrap every blank
// in an escape sequence of its own.
func leaves(p Palette) ansi.StyleConfig {
	yes := true
	return ansi.StyleConfig{
		Emph:           ansi.StylePrimitive{Italic: &yes},
		Strong:         ansi.StylePrimitive{Bold: &yes},
		Strikethrough:  ansi.StylePrimitive{CrossedOut: &yes},
		Link:           ansi.StylePrimitive{Color: Name(p.Link), Underline: &yes},
		LinkText:       ansi.StylePrimitive{Color: Name(p.Link), Underline: &yes},
		Image:          ansi.StylePrimitive{Color: Name(p.Muted), Italic: &yes},
		ImageText:      ansi.StylePrimitive{Color: Name(p.Muted), Italic: &yes},
		Code:           ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: Name(p.Code), Bold: boldWithout(p.Code)}},
		HorizontalRule: ansi.StylePrimitive{Color: Name(p.Faint)},
	}
}

// Name is a colour as Glamour wants it: the number of one of the terminal's own,
// else "#rrggbb"; nil for none.
func Name(c color.Color) *string {
	if _, none := c.(lipgloss.NoColor); c == nil || none {
		return nil
	}
	var s string
	switch c := c.(type) {
	case ansicolor.BasicColor:
		s = strconv.Itoa(int(c))
	case ansicolor.IndexedColor:
		s = strconv.Itoa(int(c))
	default:
		r, g, b, _ := c.RGBA()
		s = fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
	}
	return &s
}

// boldWithout sets code apart by weight where there is no colour to do it.
func boldWithout(c color.Color) *bool {
	bold := c == nil
	return &bold
}
