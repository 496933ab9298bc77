package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Palette is the dozen colours that all styles are made of. A nil colour is the
// terminal's own: text stands in the foreground that its owner chose.
type Palette struct {
	Text   color.Color // the body of an article
	Strong color.Color // titles and headings
	Muted  color.Color // meta lines, notices, comments in code: read second
	Faint  color.Color // rules and empty bars: not read at all
	Accent color.Color // the one warm colour: cursor, progress, quote bars
	Link   color.Color // links; names in code
	Code   color.Color // code in a line; strings in code
	Number color.Color // numbers and constants in code
	Good   color.Color // what went well
	Bad    color.Color // what did not

	// What a search found stands on a ground of its own; the match that the
	// reader is at on the accent.
	Match     color.Color // the ground
	MatchText color.Color

	// loud has muted text in the ink of all text, where it would else be faint.
	loud bool
}

// entry is a colour of a palette under the name that it has in a theme's file.
type entry struct {
	name  string
	color *color.Color
}

// entries are all colours of the palette, in the order of the documentation.
func (p *Palette) entries() []entry {
	return []entry{
		{"text", &p.Text},
		{"strong", &p.Strong},
		{"muted", &p.Muted},
		{"faint", &p.Faint},
		{"accent", &p.Accent},
		{"link", &p.Link},
		{"code", &p.Code},
		{"number", &p.Number},
		{"good", &p.Good},
		{"bad", &p.Bad},
		{"match", &p.Match},
		{"match-text", &p.MatchText},
	}
}

// texts are the colours that are read on the background.
func (p *Palette) texts() []*color.Color {
	return []*color.Color{&p.Text, &p.Strong, &p.Muted, &p.Accent, &p.Link, &p.Code, &p.Number, &p.Good, &p.Bad}
}

// readableOn is the palette with no text of less contrast to a background. One of the
// terminal's own colours is what its owner made it.
func (p Palette) readableOn(background color.Color, least float64) Palette {
	for _, c := range p.texts() {
		if _, basic := (*c).(basicColor); *c != nil && !basic {
			*c = readable(*c, least, background)
		}
	}
	return p
}

// inkOn is the ink that reads on a colour. On one of the terminal's own 16 it is
// one of them too, so that a terminal without more shows the same.
func inkOn(ground color.Color) color.Color {
	dark, light := lipgloss.Color("#000000"), lipgloss.Color("#ffffff")
	switch n := ground.(type) {
	case basicColor:
		dark, light = lipgloss.Black, lipgloss.BrightWhite
		ground = usualBasic[n&15]
	case ansi.IndexedColor:
		dark, light = ansi.IndexedColor(16), ansi.IndexedColor(231)
	}
	if Contrast(dark, ground) >= Contrast(light, ground) {
		return dark
	}
	return light
}
