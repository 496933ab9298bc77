package cli

import (
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/articles/lazy"
	"lede/ui/theme"
)

// ground is the background of the terminal that is printed to: as it says
// itself, or else as $COLORFGBG does.
func (p *program) ground() theme.Ground {
	p.asked.Do(func() {
		p.background = theme.GroundOf(p.getenv("COLORFGBG"))
		if p.getenv("TERM") == "linux" {
			p.background = theme.Dark // the console of Linux, which does not answer
		} else if p.hasScreen() {
			p.background = p.askGround(p.background)
		}
	})
	return p.background
}

// answersWithin is how long a terminal may take to answer, nearby and at the
// other end of a network. All but a few answer at once: after the colour they are
// asked what they are, which every one knows.
func (p *program) answersWithin() time.Duration {
	if p.getenv("SSH_TTY") != "" {
		return time.Second
	}
	return 250 * time.Millisecond
}

const question = ansi.RequestBackgroundColor + ansi.RequestPrimaryDeviceAttributes

var (
	groundAnswer = &lazy.Regexp{Source: `\x1b\]11;([^\x07\x1b]+)`}
	lastAnswer   = &lazy.Regexp{Source: `\x1b\[\?[0-9;]*c`}
)

// groundIn is the background that a terminal's answer names; otherwise, when it
// names none.
func groundIn(answer []byte, otherwise theme.Ground) theme.Ground {
	m := groundAnswer.Get().FindSubmatch(answer)
	if m == nil {
		return otherwise
	}
	c := ansi.XParseColor(string(m[1]))
	switch {
	case c == nil:
		return otherwise
	case tea.BackgroundColorMsg{Color: c}.IsDark():
		return theme.Dark
	}
	return theme.Light
}
