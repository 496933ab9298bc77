package palette

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/ui/chrome"
)

// mostRows is how many rows the palette shows at a time, on a tall screen.
const mostRows = 12

// room is how many rows it has room for: half of the screen, without the rule and the
// line that is typed.
func (p *Palette) room() int { return max(1, min(mostRows, p.height/2-2)) }

// column is where the palette stands, and how wide it is.
func (p *Palette) column() (left, width int) {
	width = min(p.width, chrome.WidestPanel)
	return (p.width - width) / 2, width
}

// Over draws the palette over the bottom of a frame.
func (p *Palette) Over(frame string) string {
	left, width := p.column()
	first, below := p.chosen.Seen(p.room())
	drawn := []string{p.theme.Screen.Rule.Render(strings.Repeat("─", width))}
	for i := first; i < below; i++ {
		drawn = append(drawn, p.line(i, width))
	}
	switch {
	case p.wrong != "":
		lead := " ! "
		for _, line := range chrome.Wrapped(p.wrong, width-len(lead)) {
			drawn = append(drawn, chrome.Cut(p.theme.Screen.Error.Render(lead)+line, width))
			lead = strings.Repeat(" ", len(lead))
		}
	case len(p.rows) == 0:
		drawn = append(drawn, chrome.Cut("   "+p.theme.Screen.Hint.Render(p.fault(p.prompt.Text())), width))
	}
	return chrome.AtBottom(frame, p.height, left, append(drawn, p.prompt.Line(p.theme, "", width)))
}

// line is a row: the name, what it does, and its key.
func (p *Palette) line(i, width int) string {
	st, r := p.theme.Screen, p.rows[i]
	style, on := st.Title, i == p.chosen.Cursor
	if on {
		style = st.TitleOn
	}
	const roomy = 60 // columns in which there is room for what it does
	name := style.Render(r.line)
	right := ""
	if r.key != "" {
		right = st.Key.Render(r.key) + " "
	}
	if width >= roomy {
		const column = 24 // of them until what it does begins
		does := max(0, width-column-ansi.StringWidth(right)-3)
		name += strings.Repeat(" ", max(2, column-ansi.StringWidth(name))) + st.Meta.Render(chrome.Cut(r.does, does))
	}
	return chrome.ChoiceLine(p.theme, on, name, right, width)
}

// Cursor is where the terminal's cursor stands: behind what is typed.
func (p *Palette) Cursor() *tea.Cursor {
	left, _ := p.column()
	return p.prompt.Cursor(left, p.height-1, p.width)
}

// Click chooses a row, or closes the palette when it is beside it.
func (p *Palette) Click(_, y int) tea.Cmd {
	first, below := p.chosen.Seen(p.room())
	at := y - (p.height - 1 - below)
	if at < first || at >= below {
		p.cancel()
		return nil
	}
	p.chosen.Cursor = at
	p.accept()
	return nil
}

// Wheel moves the cursor by rows.
func (p *Palette) Wheel(notches int) tea.Cmd {
	p.chosen.Move(notches)
	return nil
}
