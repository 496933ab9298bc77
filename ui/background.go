package ui

import (
	"github.com/charmbracelet/colorprofile"

	"lede/ui/theme"
)

// setBackground follows the terminal's background. Nothing is remembered of it:
// the next start may be in another terminal.
func (a *app) setBackground(dark bool) {
	ground := theme.Light
	if dark {
		ground = theme.Dark
	}
	if a.themeName == "auto" && ground != a.ground {
		a.ground = ground
		a.retheme()
	}
}

// colors is what may be used of the colours that the terminal has.
func (a *app) colors(has colorprofile.Profile) colorprofile.Profile {
	if a.set.Color == "never" {
		return min(has, colorprofile.ASCII)
	}
	return has
}

// retheme makes the styles anew, for another background or other colours.
func (a *app) retheme() {
	t, err := theme.New(a.themeName, a.ground, a.profile)
	if err != nil {
		return // the name was good when the program began
	}
	a.theme, a.list.theme, a.reader.theme = t, t, t
	a.reader.gallery.profile = a.profile
	a.reader.relay()
}
