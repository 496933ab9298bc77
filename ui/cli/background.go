package cli

import (
	"image/color"
	"time"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"lede/articles/lazy"
	"lede/ui/theme"
)

// on is a theme on the terminal that is printed to. One that follows the background
// is made for what the terminal says of it, or else for what $COLORFGBG does.
func (p *program) on(c theme.Choice, colors colorprofile.Profile) *theme.Theme {
	if colors < colorprofile.ANSI || !c.Follows() {
		return c.On(theme.Unknown, colors)
	}
	p.asked.Do(func() {
		if p.getenv("TERM") != "linux" && p.hasScreen() { // the console of Linux does not answer
			p.background = p.askBackground()
		}
	})
	if p.background != nil {
		return c.OnColor(p.background, colors)
	}
	return c.On(theme.GroundIn(p.getenv), colors)
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
	backgroundAnswer = &lazy.Regexp{Source: `\x1b\]11;([^\x07\x1b]+)`}
	lastAnswer       = &lazy.Regexp{Source: `\x1b\[\?[0-9;]*c`}
)

// backgroundIn is the background that a terminal's answer names; nil, when it names
// none.
func backgroundIn(answer []byte) color.Color {
	m := backgroundAnswer.Get().FindSubmatch(answer)
	if m == nil {
		return nil
	}
	return ansi.XParseColor(string(m[1]))
}
