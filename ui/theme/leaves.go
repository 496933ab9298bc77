package theme

import (
	"fmt"
	"image/color"

	"charm.land/glamour/v2/ansi"
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
		Link:           ansi.StylePrimitive{Color: hex(p.Link), Underline: &yes},
		LinkText:       ansi.StylePrimitive{Color: hex(p.Link), Underline: &yes},
		Image:          ansi.StylePrimitive{Color: hex(p.Muted), Italic: &yes},
		ImageText:      ansi.StylePrimitive{Color: hex(p.Muted), Italic: &yes},
		Code:           ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: hex(p.Code), Bold: boldWithout(p.Code)}},
		HorizontalRule: ansi.StylePrimitive{Color: hex(p.Faint)},
	}
}

func hex(c color.Color) *string {
	if c == nil {
		return nil
	}
	r, g, b, _ := c.RGBA()
	s := fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
	return &s
}

// boldWithout sets code apart by weight where there is no colour to do it.
func boldWithout(c color.Color) *bool {
	bold := c == nil
	return &bold
}
