package screentest

import (
	"image/color"

	"github.com/charmbracelet/x/ansi"
)

// scheme is the terminal's own colours: those that a program gets when it
// names a colour by number, or none.
type scheme struct {
	foreground, background color.RGBA
	basic                  [16]color.RGBA
}

func rgb(v uint32) color.RGBA {
	return color.RGBA{uint8(v >> 16), uint8(v >> 8), uint8(v), 0xff}
}

func palette(values [16]uint32) (colors [16]color.RGBA) {
	for i, v := range values {
		colors[i] = rgb(v)
	}
	return colors
}

// schemeOf returns quiet colours that keep a contrast of 4.5:1 for text.
func schemeOf(t Terminal) scheme {
	if t.Light {
		return scheme{rgb(0x1f2328), rgb(0xffffff), palette([16]uint32{
			0x1f2328, 0xb3261e, 0x1a7f37, 0x8a5d00, 0x0a58ca, 0x7d3cb5, 0x0b7285, 0x6e7781,
			0x57606a, 0xcf222e, 0x116329, 0x7d4e00, 0x0550ae, 0x8250df, 0x1b7c83, 0x8c959f,
		})}
	}
	return scheme{rgb(0xd7dae0), rgb(0x16181d), palette([16]uint32{
		0x2b2f37, 0xf07178, 0x98c379, 0xe5c07b, 0x6fa8f5, 0xc792ea, 0x5ec4cf, 0xc3c8d1,
		0x7a818e, 0xff8b92, 0xb4dd94, 0xf4d79a, 0x92c0ff, 0xddb3f8, 0x86dde6, 0xffffff,
	})}
}

// resolve gives a colour its value on this terminal.
func (s scheme) resolve(c color.Color) color.Color {
	switch c := c.(type) {
	case ansi.BasicColor:
		return s.basic[c&15]
	case ansi.IndexedColor:
		if c < 16 {
			return s.basic[c]
		}
	}
	return c
}
