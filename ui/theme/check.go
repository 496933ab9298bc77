package theme

import (
	"fmt"
	"image/color"
	"path/filepath"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// backdrop is a background that a theme is checked on.
type backdrop struct {
	name   string
	ground Ground
	color.Color
}

// backdrops are the backgrounds that a theme is made for.
func (o *own) backdrops() []backdrop {
	dark := backdrop{"a dark background", Dark, lipgloss.Color("#1e1e2e")}
	light := backdrop{"a light background", Light, lipgloss.Color("#f5f5f0")}
	switch {
	case o.ground != nil:
		return []backdrop{{"its ground", GroundFor(usual(o.ground)), usual(o.ground)}}
	case o.base == "dark":
		return []backdrop{dark}
	case o.base == "light":
		return []backdrop{light}
	}
	return []backdrop{dark, light}
}

// usual is the value of a colour, which for one of the terminal's own is a guess.
func usual(c color.Color) color.Color {
	if n, ok := c.(basicColor); ok {
		return usualBasic[n&15]
	}
	return c
}

// Warnings are the colours of the reader's own theme that are hard to read, a line
// each that says what would do; the theme works with them. Of a built-in theme it is
// that a file of the reader's own has its name.
func (c Choice) Warnings() []string {
	if c.passedOver != "" {
		folder, file := filepath.Split(c.passedOver)
		return []string{fmt.Sprintf("%s/%s is not read: %s is built in; rename it, as to my-%s", filepath.Base(folder), file, c.name, file)}
	}
	if c.own == nil {
		return nil
	}
	var all []string
	for _, b := range c.own.backdrops() {
		all = append(all, c.own.hardOn(b)...)
	}
	return all
}

// hardOn are the colours that are hard to read on a background.
func (o *own) hardOn(b backdrop) []string {
	least := leastFor(o.base)
	p := builtin()[o.base][b.ground].of(colorprofile.TrueColor)
	o.dye(&p, colorprofile.TrueColor)
	var all []string
	for _, e := range p.entries() {
		ground, on := b.Color, b.name
		line := o.colors[e.name].line
		switch e.color {
		case &p.Faint, &p.Match: // no text
			continue
		case &p.MatchText:
			if p.Match == nil {
				continue
			}
			ground, on, line = usual(p.Match), "match", max(line, o.colors["match"].line)
		}
		if line == 0 || *e.color == nil {
			continue
		}
		if ratio := Contrast(usual(*e.color), ground); ratio < least {
			all = append(all, fmt.Sprintf("%s:%d: %s %s on %s (%s) has a contrast of %.1f:1, and text needs %g:1: %s would do",
				o.file, line, e.name, colorName(*e.color), on, colorName(ground), ratio, least,
				colorName(readable(usual(*e.color), least, ground))))
		}
	}
	return all
}
