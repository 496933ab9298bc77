package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/theme"
)

// notice is a line that stands in the footer for a while.
type notice struct {
	text   string
	bad    bool
	number int // of the notice; only its own timer takes it away
	tick   ticker
}

// say shows text and takes it away after noticeFor.
func (n *notice) say(text string) tea.Cmd { return n.show(text, false) }

// complain shows an error.
func (n *notice) complain(err error) tea.Cmd { return n.show(err.Error(), true) }

func (n *notice) show(text string, bad bool) tea.Cmd {
	n.text, n.bad, n.number = articles.CleanLine(text), bad, n.number+1
	number := n.number
	return n.tick(noticeFor, func(time.Time) tea.Msg { return noticeOverMsg{number} })
}

func (n *notice) over(msg noticeOverMsg) {
	if msg.number == n.number {
		n.text = ""
	}
}

func (n *notice) render(t *theme.Theme) string {
	if n.bad {
		return t.Screen.Error.Render("! ") + n.text
	}
	return t.Screen.Notice.Render(n.text)
}
