package ui

import (
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"lede/articles"
)

// adding is the prompt for what is to be put into the library.
type adding struct {
	input  textinput.Model
	typing bool
}

// mostTyped is how long an address may be, in characters: browsers know no
// longer ones.
const mostTyped = 2000

// addLead stands before what is typed.
const addLead = " add: "

func newAdding() adding {
	in := textinput.New()
	in.Prompt = ""
	in.CharLimit = mostTyped
	in.SetVirtualCursor(false)
	return adding{input: in}
}

func (d *adding) open() tea.Cmd {
	d.typing = true
	return d.input.Focus()
}

func (d *adding) close() {
	d.typing = false
	d.input.Reset()
	d.input.Blur()
}

// typeText gives a key or a paste to the prompt.
func (d *adding) typeText(msg tea.Msg) tea.Cmd {
	if paste, ok := msg.(tea.PasteMsg); ok {
		paste.Content = articles.CleanLine(paste.Content)
		msg = paste
	}
	var cmd tea.Cmd
	d.input, cmd = d.input.Update(msg)
	return cmd
}

// addKey gives a key to the prompt.
func (a *app) addKey(msg tea.KeyPressMsg) tea.Cmd {
	d := &a.list.adding
	switch msg.String() {
	case "esc", "ctrl+g":
		d.close()
		return nil
	case "enter":
		thing := articles.CleanLine(strings.TrimSpace(d.input.Value()))
		d.close()
		return a.add(thing)
	case "backspace":
		if d.input.Value() == "" {
			d.close()
			return nil
		}
	}
	return d.typeText(msg)
}

// addPrompt is the bottom line while typing, in so many columns.
func (l *list) addPrompt(width int) string {
	l.adding.input.SetWidth(max(1, width-len(addLead)-1))
	s := l.theme.Screen.Key.Render(addLead) + l.adding.input.View()
	if l.adding.input.Value() == "" {
		s = l.theme.Screen.Key.Render(addLead) + l.theme.Screen.Hint.Render(" address, path or feed")
	}
	return cut(s, width)
}
