package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/ui/chrome"
	"lede/ui/effect"
	"lede/ui/intent"
	"lede/ui/keys"
	"lede/ui/palette"
	"lede/ui/theme"
)

// cover is what lies over a screen, or over another cover, and takes its keys.
type cover interface {
	screen
	// Over draws it over the frame that lies below.
	Over(frame string) string
	Resize(width, height int)
	SetTheme(t *theme.Theme)
	// Of is the place that it is about.
	Of() keys.Scope
}

// openHelp shows what the keys do where they are pressed.
func (a *app) openHelp() tea.Cmd {
	able := a.able
	if p, ok := a.screen().(*palette.Palette); ok {
		able = p.Able
	}
	a.put(chrome.NewHelp(a.theme, a.names, a.screen().Scope(), able))
	return nil
}

// openPalette finds any operation by its name.
func (a *app) openPalette() tea.Cmd {
	p := palette.New(a.theme, a.names, a.page().Scope(), a.able, a.recent)
	a.put(p)
	folder := a.colors.folder
	return tea.Batch(p.Open(), func() tea.Msg { return ownThemesMsg{p, theme.OwnNames(folder)} })
}

// ownThemesMsg brings the names of the reader's own themes, which the palette offers.
type ownThemesMsg struct {
	palette *palette.Palette
	names   []string
}

// put lays a cover over what there is.
func (a *app) put(c cover) {
	a.notice.Hush()
	c.Resize(a.width, a.height)
	a.covers = append(a.covers, c)
}

// uncover takes the uppermost cover away.
func (a *app) uncover() { a.covers = a.covers[:max(0, len(a.covers)-1)] }

// able reports whether an operation has something to do now.
func (a *app) able(o keys.Op) bool {
	switch o {
	case keys.Back, keys.NextArticle, keys.PrevArticle:
		return a.reading
	case keys.Forward:
		return a.history.at+1 < len(a.history.stops)
	case keys.Edit:
		return a.files != nil
	case keys.Refresh:
		return a.refresh.run != nil
	case keys.RefreshOne:
		return a.refresh.run != nil && a.page().Able(o)
	}
	return a.page().Able(o)
}

// mostRecent is how many lines of the palette are remembered.
const mostRecent = 5

// runLine does what was chosen in the palette. What cannot be done is told in the
// palette, where the reader can mend what they typed.
func (a *app) runLine(i intent.Run) tea.Cmd {
	if p, ok := a.screen().(*palette.Palette); ok {
		a.uncover()
		a.askAgain = func(err error) tea.Cmd {
			a.put(p)
			p.Refuse(err)
			a.recent = slices.DeleteFunc(a.recent, func(line string) bool { return line == i.Line })
			return a.rememberRecent()
		}
	}
	a.recent = slices.DeleteFunc(a.recent, func(line string) bool { return line == i.Line })
	a.recent = append([]string{i.Line}, a.recent...)
	a.recent = a.recent[:min(len(a.recent), mostRecent)]
	return tea.Batch(a.do(i.Command), a.rememberRecent())
}

func (a *app) rememberRecent() tea.Cmd {
	return a.fx.Remember(effect.SettingRecent, strings.Join(a.recent, "\n"))
}

// refuse says why what was typed cannot be done: in the line where it was typed, when
// the reader has done nothing since.
func (a *app) refuse(err error) tea.Cmd {
	ask := a.askAgain
	if ask == nil {
		return a.notice.Complain(err)
	}
	a.askAgain = nil
	return ask(err)
}
