package ui

import (
	"cmp"
	"errors"
	"image/color"
	"os/exec"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"lede/ui/effect"
	"lede/ui/keys"
	"lede/ui/theme"
)

// While a theme follows the background, a terminal is asked for it whenever lede
// takes the terminal, and tells when it changes (mode 2031). Whatever else has the
// terminal must not be told.
const (
	followGround = ansi.SetModeLightDark + ansi.RequestBackgroundColor
	leaveGround  = ansi.ResetModeLightDark
)

// colors is what the screens are coloured by.
type colors struct {
	theme  theme.Choice
	folder string // of the reader's own themes
	fixed  bool   // was named from outside: a change of it is not remembered
	mute   bool   // the terminal is one that does not know the question
	turns  int    // how often the next theme was asked for and has not come

	// The terminal's background, as far as it is known: the kind, the color, and the kind
	// that it has told of since it was asked.
	ground     theme.Ground
	background color.Color
	told       theme.Ground
}

// loadColors finds the theme that was asked for, or else that the library
// remembers; one that is gone since is told.
func loadColors(o Options, remembered string) (c colors, complaint string, err error) {
	c = colors{
		folder: o.Themes, fixed: o.Theme != "",
		ground: theme.GroundIn(o.Getenv), mute: o.Getenv("TERM") == "linux",
	}
	c.theme, err = theme.Choose(cmp.Or(o.Theme, remembered), o.Themes)
	if err != nil && !c.fixed {
		return c, err.Error(), nil
	}
	if hard := c.theme.Warnings(); len(hard) > 0 {
		complaint = hard[0]
	}
	return c, complaint, err
}

// follow is what to write to the terminal when lede takes it, and leave when lede
// gives it away, for good or for a while.
func (c *colors) follow() string {
	if c.mute || !c.theme.Follows() {
		return ""
	}
	return followGround
}

func (c *colors) leave() string {
	if c.follow() == "" {
		return ""
	}
	return leaveGround
}

// on is the theme on the terminal as it is known.
func (c *colors) on(depth colorprofile.Profile) *theme.Theme {
	if c.background == nil {
		return c.theme.On(c.ground, depth)
	}
	return c.theme.OnColor(c.background, depth)
}

// tell writes to the terminal what is no part of the screen, at once: nothing else
// is written in the middle of it.
func (a *app) tell(s string) tea.Cmd {
	if s == "" {
		return nil
	}
	return func() tea.Msg {
		_, _ = a.terminal.WriteString(s) // nobody is told of a terminal that is gone
		return nil
	}
}

// lend gives the terminal to a command until it ends.
func (a *app) lend(cmd *exec.Cmd, ended func(error) tea.Msg) tea.Cmd {
	return tea.Sequence(a.tell(a.colors.leave()), a.child.run(cmd, ended))
}

// suspend gives the terminal to the shell until the reader comes back.
func (a *app) suspend() tea.Cmd { return tea.Sequence(a.tell(a.colors.leave()), tea.Suspend) }

// takeBack is what to do when the terminal was another's: it may be another one.
func (a *app) takeBack() tea.Cmd {
	a.pictures.DrawAgain()
	a.colors.told = theme.Unknown
	return a.tell(a.colors.follow())
}

// colorNews takes in what the terminal tells of its colours, a theme that was asked for,
// and which themes there are.
func (a *app) colorNews(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.BackgroundColorMsg:
		a.setBackground(msg.Color)
	case uv.DarkColorSchemeEvent:
		return a.setGround(theme.Dark)
	case uv.LightColorSchemeEvent:
		return a.setGround(theme.Light)
	case tea.ColorProfileMsg:
		a.profile = a.allowed(msg.Profile)
		a.retheme()
	case themeMsg:
		return a.receiveTheme(msg)
	case ownThemesMsg:
		msg.palette.Offer(keys.Theme, msg.names)
	}
	return nil
}

// setBackground follows the terminal's background. Nothing is remembered of it: the
// next start may be in another terminal. An answer that gainsays what the terminal has
// told since is an old one.
func (a *app) setBackground(background color.Color) {
	c := &a.colors
	if background == nil || background == c.background || c.told != theme.Unknown && c.told != theme.GroundFor(background) {
		return
	}
	c.background, c.ground = background, theme.GroundFor(background)
	a.retheme()
}

// setGround takes in that the terminal has another background now, and asks which.
func (a *app) setGround(ground theme.Ground) tea.Cmd {
	c := &a.colors
	c.told = ground
	if ground != c.ground {
		c.background, c.ground = nil, ground
		a.retheme()
	}
	return a.tell(ansi.RequestBackgroundColor)
}

// allowed is what may be used of the colours that the terminal has.
func (a *app) allowed(has colorprofile.Profile) colorprofile.Profile {
	if a.set.Color == "never" {
		return min(has, colorprofile.ASCII)
	}
	return has
}

// retheme makes the styles anew, for another theme, background or depth of colours.
func (a *app) retheme() {
	t := a.colors.on(a.profile)
	a.theme = t
	a.list.SetTheme(t)
	a.feeds.SetTheme(t)
	a.pictures.SetProfile(a.profile)
	a.reader.SetTheme(t)
	for _, c := range a.covers {
		c.SetTheme(t)
	}
}

// themeMsg brings a theme that was asked for; err is why it, or one before it in
// their order, cannot be had.
type themeMsg struct {
	theme theme.Choice
	found bool
	turn  bool // it is the next one, not one of a name
	back  bool // it takes a change back
	err   error
}

// changeTheme changes the theme to the one of a name, or to the next.
func (a *app) changeTheme(name string) tea.Cmd {
	if name == "" {
		return a.nextTheme()
	}
	return a.setTheme(name, false)
}

// setTheme changes the theme to the one of a name, as [theme.Choose] knows it, and
// remembers it; back says that this takes a change back.
func (a *app) setTheme(name string, back bool) tea.Cmd {
	folder := a.colors.folder
	return func() tea.Msg {
		c, err := theme.Choose(name, folder)
		return themeMsg{theme: c, found: err == nil, back: back, err: err}
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
				return themeMsg{theme: c, found: true, turn: true, err: failed}
			}
			failed = cmp.Or(failed, err) // those that are built in cannot fail
		}
	}
}

// receiveTheme shows all in another theme, where it stands.
func (a *app) receiveTheme(msg themeMsg) tea.Cmd {
	if !msg.found {
		return a.refuse(msg.err)
	}
	a.askAgain = nil
	before, was := a.taste(), a.colors.follow()
	a.colors.theme = msg.theme
	a.retheme()
	if !msg.back {
		a.tasted(before)
	}
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
	case !msg.back:
		cmds = append(cmds, a.notice.Say("Theme: "+msg.theme.Name()+"."))
	}
	if msg.turn {
		if a.colors.turns--; a.colors.turns > 0 {
			cmds = append(cmds, a.turnTheme())
		}
	}
	return tea.Batch(cmds...)
}
