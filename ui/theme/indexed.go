package theme

import (
	"image/color"
	"slices"

	"github.com/charmbracelet/x/ansi"
	"github.com/lucasb-eyer/go-colorful"
)

// in256 is the palette in the colours of a terminal that has 256. The nearest is
// found here: what terminals' libraries find keeps the lightness before the hue, and
// has a grey for many a dark colour. Text that reads on the background, when that is
// known, does so afterwards.
func (p Palette) in256(background color.Color, least float64) Palette {
	texts := p.texts()
	for _, e := range p.entries() {
		switch c := (*e.color).(type) {
		case nil, ansi.BasicColor, ansi.IndexedColor:
		default:
			reads := func(color.Color) bool { return true }
			if background != nil && slices.Contains(texts, e.color) && Contrast(c, background) >= least {
				reads = func(c color.Color) bool { return Contrast(c, background) >= least }
			}
			*e.color = nearest256(c, reads)
		}
	}
	return p
}

// nearest256 is the colour of the 256 that looks most like c, by their distance in
// Oklab, of those that read; of all, when none does. The first 16 are what the
// terminal's owner made them, and are left out.
func nearest256(c color.Color, reads func(color.Color) bool) color.Color {
	want, _ := colorful.MakeColor(c)
	l, a, b := want.OkLab()
	all := around256(c)
	if legible := slices.DeleteFunc(slices.Clone(all), func(n ansi.IndexedColor) bool { return !reads(n) }); len(legible) > 0 {
		all = legible
	}
	best, least := all[0], 2.0 // no two are as far apart
	for _, n := range all {
		near, _ := colorful.MakeColor(n)
		l2, a2, b2 := near.OkLab()
		if d := (l-l2)*(l-l2) + (a-a2)*(a-a2) + (b-b2)*(b-b2); d < least {
			best, least = n, d
		}
	}
	return best
}

// around256 are the colours of the 256 about a colour: the corners of the cell of the
// cube (16 to 231) that it lies in, and the grey (232 to 255) that is as light.
func around256(c color.Color) []ansi.IndexedColor {
	r, g, b, _ := c.RGBA()
	grey := (int(r>>8+g>>8+b>>8)/3 - 3) / 10
	all := []ansi.IndexedColor{ansi.IndexedColor(232 + min(max(grey, 0), 23))}
	for _, red := range sides(r) {
		for _, green := range sides(g) {
			for _, blue := range sides(b) {
				all = append(all, ansi.IndexedColor(16+36*red+6*green+blue))
			}
		}
	}
	return all
}

// sides are the steps of the cube below and above a part of a colour.
func sides(part uint32) [2]int {
	steps := [...]uint32{0, 95, 135, 175, 215, 255}
	above := 1
	for above < len(steps)-1 && steps[above] < part>>8 {
		above++
	}
	return [2]int{above - 1, above}
}
