package ui

import (
	tea "charm.land/bubbletea/v2"

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

// retheme makes the styles anew, for another background or other colours.
func (a *app) retheme() {
	t, err := theme.New(a.themeName, a.ground, a.profile)
	if err != nil {
		return // the name was good when the program began
	}
	a.theme = t
	a.list.SetTheme(t)
	a.pictures.SetProfile(a.profile)
	a.reader.SetTheme(t)
}

// changeTheme shows all in the theme of a name, or in the next one.
func (a *app) changeTheme(name string) tea.Cmd {
	if name == "" {
		name = "dark"
	}
	if _, err := theme.New(name, a.ground, a.profile); err != nil {
		return a.notice.Complain(err)
	}
	a.themeName = name
	a.retheme()
	return a.notice.Say("Theme: " + name + ".")
}
