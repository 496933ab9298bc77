package terminal

import (
	"image/color"
	"time"

	"github.com/charmbracelet/x/ansi"

	"lede/articles/lazy"
)

// Background is that of the terminal that is printed to; nil, when it does not say.
// It is asked once, and not by those that have no screen.
func (t *Terminal) Background() color.Color {
	t.asked.Do(func() {
		if t.Getenv("TERM") != "linux" && t.HasScreen() { // the console of Linux does not answer
			t.background = backgroundIn(t.Ask(question))
		}
	})
	return t.background
}

// answersWithin is how long a terminal may take to answer, nearby and at the
// other end of a network. All but a few answer at once: after the colour they are
// asked what they are, which every one knows.
func (t *Terminal) answersWithin() time.Duration {
	if t.Getenv("SSH_TTY") != "" {
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
