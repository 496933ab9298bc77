package ui

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"lede/ui/effect"
	"lede/ui/intent"
)

// mostThroughTerminal is the longest text, in bytes, that every terminal takes for
// its clipboard: xterm's sequence of 100,000 bytes holds so many.
const mostThroughTerminal = 74_994

// copyText puts a text on the clipboard: through the terminal (OSC 52), so that it
// works over SSH too, and on the desktop's own, for a terminal that does not know the
// sequence. A text that is too long for the first goes to the second alone.
func (a *app) copyText(text, what string) tea.Cmd {
	if len(text) <= mostThroughTerminal {
		return tea.Batch(tea.SetClipboard(text), a.copyToDesktop(text, nil), a.notice.Say("Copied "+what))
	}
	return a.copyToDesktop(text, func(err error) tea.Msg {
		if err != nil {
			return effect.Written{Err: fmt.Errorf("%d kB are too much for the terminal's clipboard, and %w", len(text)/1000, err)}
		}
		return effect.Written{Notice: "Copied " + what}
	})
}

// copyReadMsg brings a text that is to be copied.
type copyReadMsg intent.Copy

// copyRead copies what was read for it.
func (a *app) copyRead(c copyReadMsg) tea.Cmd {
	if c.Text == "" {
		return a.notice.Say(c.What)
	}
	return a.copyText(c.Text, c.What)
}

// copyToDesktop puts a text on the desktop's clipboard, where there is one. It takes
// its time beside the keys.
func (a *app) copyToDesktop(text string, then func(error) tea.Msg) tea.Cmd {
	write := a.clipboard
	return func() tea.Msg {
		err := errors.New("no other is known here")
		if write != nil {
			err = write(text)
		}
		if then == nil {
			return nil // the terminal has it
		}
		return then(err)
	}
}

func (a *app) copyLink(url string) tea.Cmd { return a.copyText(url, url) }
