package gallery

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

	"lede/ui/picture"
)

// terminal is what the terminal says that it has for pictures. It is asked when
// the first article with pictures is opened.
type terminal struct {
	asked bool
	known bool // it has answered, or will not

	graphics     bool
	placeholders bool
	sixels       bool
	measured     bool // the terminal told the pixels of a cell
	cell         picture.Cell
}

// answerWithin is how long pictures wait for the terminal to say what it has.
// One that says so later still gets them the better way.
const answerWithin = 300 * time.Millisecond

func newTerminal(getenv func(string) string) terminal {
	return terminal{known: !picture.MayAsk(getenv), cell: picture.UsualCell}
}

// ask asks the terminal, once.
func (t *terminal) ask(tick ticker) tea.Cmd {
	if t.asked {
		return nil
	}
	t.asked = true
	return tea.Batch(
		tea.Raw(picture.Query),
		tick(answerWithin, func(time.Time) tea.Msg { return silentMsg{} }),
	)
}

// hear takes an answer in; false for what changes nothing.
func (t *terminal) hear(msg tea.Msg) bool {
	was := *t
	if !t.asked {
		return false
	}
	switch msg := msg.(type) {
	case uv.KittyGraphicsEvent:
		t.graphics = t.graphics || string(msg.Payload) == "OK"
	case tea.TerminalVersionMsg:
		t.placeholders = picture.HasPlaceholders(msg.Name)
	case uv.CellSizeEvent:
		t.measure(picture.Cell{Width: msg.Width, Height: msg.Height})
	case uv.PrimaryDeviceAttributesEvent:
		const sixelGraphics = 4 // xterm's ctlseqs, "Send Device Attributes"
		t.sixels, t.known = slices.Contains(msg, sixelGraphics), true
	case silentMsg:
		t.known = true
	}
	return *t != was && t.known
}

// measure takes in how large a cell is said to be, unless that cannot be.
func (t *terminal) measure(cell picture.Cell) {
	const most = 256 // no cell is larger
	if 0 < cell.Width && cell.Width <= most && 0 < cell.Height && cell.Height <= most {
		t.cell, t.measured = cell, true
	}
}

func (t *terminal) best(profile colorprofile.Profile) picture.Means {
	return picture.Best(t.graphics && t.placeholders, t.sixels && t.measured, profile)
}
