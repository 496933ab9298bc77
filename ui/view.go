package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/ui/chrome"
	"lede/ui/keys"
)

// View implements tea.Model.
func (a *app) View() tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	if a.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.WindowTitle = a.title("lede")
	if a.fetching.alone {
		v.SetContent(a.waiting())
		return v
	}
	if a.reading {
		v.WindowTitle = a.title(a.reader.WindowTitle())
	}
	v.SetContent(a.frame())
	v.Cursor = a.screen().Cursor()
	return v
}

// title is the window's title, empty where it is to be left alone.
func (a *app) title(text string) string {
	if !a.set.WindowTitle {
		return ""
	}
	return text
}

// frame is all that is on the screen.
func (a *app) frame() string {
	frame := a.page().View(&a.notice)
	for _, c := range a.covers {
		frame = c.Over(frame)
	}
	return a.noticed(frame)
}

// drawOver has images drawn over the screen as it is now, where they are not of its
// cells. It is called after every message.
func (a *app) drawOver() tea.Cmd {
	frame := ""
	if a.reading && len(a.covers) == 0 && a.pictures.DrawsSixels() {
		frame = a.frame()
	}
	return a.pictures.DrawOver(frame)
}

// column is where the footer of the screen stands, and how wide it is.
func (a *app) column() (left, width int) {
	if a.reading || len(a.covers) > 0 {
		return 0, a.width
	}
	if a.atFeeds {
		return a.feeds.Column()
	}
	return a.list.Column()
}

// noticed is a frame with the notice that its footer has no room for: one that
// is long, or an error while the footer is a prompt.
func (a *app) noticed(frame string) string {
	if a.notice.Text() == "" {
		return frame
	}
	left, width := a.column()
	typing := a.isTyping()
	if !a.notice.Long(width) && !(typing && a.notice.IsBad()) {
		return frame
	}
	return a.notice.Cover(frame, a.theme, left, width, typing)
}

// waiting is the screen while there is nothing else to see.
func (a *app) waiting() string {
	op := keys.Cancel
	if a.stream != nil {
		op = keys.Out
	}
	hints := chrome.Hints(a.theme, a.names, keys.InWait, chrome.Hint{Op: op, Words: a.fetching.stops})
	line := chrome.Cut(" "+a.theme.Screen.Hint.Render(a.fetching.sign+" · ")+hints, a.width)
	return strings.Repeat("\n", max(0, a.height-1)) + line
}
