package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

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
	if s := a.screen(); v.Cursor != nil && s == screen(a.list) {
		v.Cursor.X += a.side()
	}
	return v
}

// The feeds stand beside the list where a window is so wide, in so many columns, the
// line between them included.
const (
	widestAlone = 140
	sideColumns = 38
)

// side is how many columns at the left of the list the feeds have; 0 when they do not
// stand there.
func (a *app) side() int {
	if !a.beside || a.width < widestAlone {
		return 0
	}
	return sideColumns
}

// layOut lays the list and the feeds out in the window.
func (a *app) layOut() tea.Cmd {
	side := a.side()
	if side > 0 {
		a.feeds.Beside(side-1, a.width, a.height)
	} else {
		a.feeds.Resize(a.width, a.height)
	}
	return a.list.Resize(a.width-side, a.height)
}

// lists is the list, or the feeds, or the one beside the other: then the last line is
// of that which takes the keys.
func (a *app) lists() string {
	side := a.side()
	switch {
	case side == 0 && a.atFeeds:
		return a.feeds.View(&a.notice)
	case side == 0:
		return a.list.View(&a.notice)
	}
	draw := a.feeds.Aside
	if a.atFeeds {
		draw = a.feeds.View
	}
	left, right := strings.Split(draw(&a.notice), "\n"), strings.Split(a.list.View(&a.notice), "\n")
	line := a.theme.Screen.Rule.Render("│")
	for i := range right {
		last := i == len(right)-1
		if last && a.atFeeds {
			right[i] = left[i]
			break
		}
		if last {
			left[i] = ""
		}
		right[i] = left[i] + strings.Repeat(" ", max(0, side-1-ansi.StringWidth(left[i]))) + line + right[i]
	}
	return strings.Join(right, "\n")
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
	var frame string
	if a.reading {
		frame = a.reader.View(&a.notice)
	} else {
		frame = a.lists()
	}
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
	left, width = a.list.Column()
	return left + a.side(), width
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

func (a *app) resize(width, height int) tea.Cmd {
	was := a.side()
	a.width, a.height = max(1, width), max(1, height)
	a.reader.Resize(a.width, a.height)
	for _, c := range a.covers {
		c.Resize(a.width, a.height)
	}
	if was == 0 && a.side() > 0 {
		return tea.Batch(a.layOut(), a.lookAtFeeds())
	}
	return a.layOut()
}
