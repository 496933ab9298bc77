package ui

import (
	"cmp"
	"errors"

	tea "charm.land/bubbletea/v2"

	"lede/ui/effect"
	"lede/ui/theme"
)

// themeMsg brings a theme that was asked for; err is why it, or one before it in
// their order, cannot be had.
type themeMsg struct {
	theme theme.Choice
	found bool
	turn  bool // it is the next one, not one of a name
	err   error
}

// changeTheme changes the theme to the one of a name, or to the next.
func (a *app) changeTheme(name string) tea.Cmd {
	if name == "" {
		return a.nextTheme()
	}
	return a.setTheme(name)
}

// setTheme changes the theme to the one of a name, as [theme.Choose] knows it, and
// remembers it.
func (a *app) setTheme(name string) tea.Cmd {
	folder := a.colors.folder
	return func() tea.Msg {
		c, err := theme.Choose(name, folder)
		return themeMsg{theme: c, found: err == nil, err: err}
	}
}

// nextTheme changes the theme to the one after it, past those that cannot be had; and
// as often again as it was asked for while that one came.
func (a *app) nextTheme() tea.Cmd {
	if a.colors.turns++; a.colors.turns > 1 {
		return nil
	}
	return a.turnTheme()
}

func (a *app) turnTheme() tea.Cmd {
	name, folder := a.colors.theme.Name(), a.colors.folder
	return func() tea.Msg {
		own := theme.OwnNames(folder)
		var failed error
		for {
			name = theme.Next(name, own...)
			c, err := theme.Choose(name, folder)
			if err == nil {
				return themeMsg{c, true, true, failed}
			}
			failed = cmp.Or(failed, err) // those that are built in cannot fail
		}
	}
}

// receiveTheme shows all in another theme, where it stands.
func (a *app) receiveTheme(msg themeMsg) tea.Cmd {
	if !msg.found {
		return a.fail(msg.err)
	}
	was := a.colors.follow()
	a.colors.theme = msg.theme
	a.retheme()
	var cmds []tea.Cmd
	switch now := a.colors.follow(); {
	case now == was:
	case now == "":
		cmds = append(cmds, a.tell(leaveGround))
	default:
		cmds = append(cmds, a.tell(now))
	}
	if !a.colors.fixed {
		cmds = append(cmds, a.fx.Remember(effect.SettingTheme, msg.theme.Name()))
	}
	hard := msg.theme.Warnings()
	switch {
	case msg.err != nil:
		cmds = append(cmds, a.notice.Complain(msg.err))
	case len(hard) > 0:
		cmds = append(cmds, a.notice.Complain(errors.New(hard[0])))
	default:
		cmds = append(cmds, a.notice.Say("Theme: "+msg.theme.Name()+"."))
	}
	if msg.turn {
		if a.colors.turns--; a.colors.turns > 0 {
			cmds = append(cmds, a.turnTheme())
		}
	}
	return tea.Batch(cmds...)
}
