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
	lines := strings.Split(frame, "\n")
	for len(lines) < p.height {
		lines = append(lines, "")
	}
	left, width := p.column()
	room := p.room()
	first := max(0, min(p.cursor-room+1, len(p.rows)-room))
	drawn := []string{p.theme.Screen.Rule.Render(strings.Repeat("─", width))}
	for i := first; i < min(len(p.rows), first+room); i++ {
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
	drawn = append(drawn, p.prompt.Line(p.theme, "", width))
	for i := range drawn {
		drawn[i] = strings.Repeat(" ", left) + drawn[i]
	}
	drawn = drawn[max(0, len(drawn)-len(lines)):]
	copy(lines[len(lines)-len(drawn):], drawn)
	return strings.Join(lines, "\n")
}

// line is a row: the name, what it does, and its key.
func (p *Palette) line(i, width int) string {
	st, r := p.theme.Screen, p.rows[i]
	bar, style := "  ", st.Title
	if i == p.cursor {
		bar, style = st.Cursor.Render("▌")+" ", st.TitleOn
	}
	const roomy = 60 // columns in which there is room for what it does
	name := bar + style.Render(r.line)
	right := ""
	if r.key != "" {
		right = st.Key.Render(r.key) + " "
	}
	if width >= roomy {
		const column = 26 // where what it does begins
		does := max(0, width-column-ansi.StringWidth(right)-1)
		name += strings.Repeat(" ", max(2, column-ansi.StringWidth(name))) + st.Meta.Render(chrome.Cut(r.does, does))
	}
	return chrome.Fit(name, right, width)
}

// Cursor is where the terminal's cursor stands: behind what is typed.
func (p *Palette) Cursor() *tea.Cursor {
	left, _ := p.column()
	return p.prompt.Cursor(left, p.height-1, p.width)
}

// Click chooses a row, or closes the palette when it is beside it.
func (p *Palette) Click(_, y int) tea.Cmd {
	room := min(p.room(), len(p.rows))
	at := y - (p.height - 1 - room)
	if at < 0 || at >= room {
		p.cancel()
		return nil
	}
	first := max(0, min(p.cursor-p.room()+1, len(p.rows)-p.room()))
	p.cursor = first + at
	p.accept()
	return nil
}

// Wheel moves the cursor by rows.
func (p *Palette) Wheel(notches int) tea.Cmd {
	p.move(notches)
	return nil
}
