package theme

import (
	"image/color"
	"math"

	"github.com/charmbracelet/x/ansi"
)

// legible is the least contrast for text, and highlyLegible that of the theme
// for those who need more: levels AA and AAA of WCAG 2.2.
const (
	legible       = 4.5
	highlyLegible = 7
)

// leastFor is the least contrast for text in a built-in theme.
func leastFor(name string) float64 {
	if name == "high-contrast" {
		return highlyLegible
	}
	return legible
}

// Contrast is the ratio of the luminances of two colours as WCAG 2.2 defines it:
// from 1 for none to 21 for black on white.
func Contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

// luminance is relative luminance as WCAG 2.2 defines it, from 0 to 1.
func luminance(c color.Color) float64 {
	linear := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// basicColor is one of the terminal's own 16 colours.
type basicColor = ansi.BasicColor

// usualBasic are the 16 colours of xterm, which many terminals begin with.
var usualBasic = [16]color.RGBA{
	{0x00, 0x00, 0x00, 0xff},
	{0xcd, 0x00, 0x00, 0xff},
	{0x00, 0xcd, 0x00, 0xff},
	{0xcd, 0xcd, 0x00, 0xff},
	{0x00, 0x00, 0xee, 0xff},
	{0xcd, 0x00, 0xcd, 0xff},
	{0x00, 0xcd, 0xcd, 0xff},
	{0xe5, 0xe5, 0xe5, 0xff},
	{0x7f, 0x7f, 0x7f, 0xff},
	{0xff, 0x00, 0x00, 0xff},
	{0x00, 0xff, 0x00, 0xff},
	{0xff, 0xff, 0x00, 0xff},
	{0x5c, 0x5c, 0xff, 0xff},
	{0xff, 0x00, 0xff, 0xff},
	{0x00, 0xff, 0xff, 0xff},
	{0xff, 0xff, 0xff, 0xff},
}

// readable is the colour nearest to c that has the least contrast to a ground, lighter
// on a dark one and darker on a light one; black or white, when none has it.
func readable(c color.Color, least float64, ground color.Color) color.Color {
	end := color.Color(color.Black)
	if GroundFor(ground) == Dark {
		end = color.White
	}
	const steps = 64
	for i := range steps {
		if now := mix(c, end, float64(i)/steps); Contrast(now, ground) >= least {
			return now
		}
	}
	return end
}

// mix is a colour so much of the way, from 0 to 1, between two.
func mix(from, to color.Color, way float64) color.Color {
	r, g, b, _ := from.RGBA()
	r2, g2, b2, _ := to.RGBA()
	part := func(a, b uint32) uint8 {
		return uint8(math.Round(float64(a>>8) + way*(float64(b>>8)-float64(a>>8))))
	}
	return color.RGBA{part(r, r2), part(g, g2), part(b, b2), 0xff}
}
