package reader

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/ui/chrome"
	"lede/ui/intent"
	"lede/ui/keys"
)

// noting shows a footnote in place.
type noting struct {
	reading
	number int
}

// showNote shows a footnote that can be shown now.
func (r *Reader) showNote(msg noteMsg) {
	if msg.request != r.request {
		return
	}
	r.Ask(intent.Hush{})
	r.mode = noting{reading{r}, msg.number}
}

func (m noting) scope() keys.Scope { return keys.InNote }

// act closes the footnote with any key.
func (m noting) act(p keys.Command) (tea.Cmd, bool) {
	if p.Op == keys.Help {
		return nil, false
	}
	m.read()
	return nil, true
}

func (m noting) click(int, int) tea.Cmd {
	m.read()
	return nil
}

func (m noting) over(lines []string) []string {
	head := m.theme.Screen.Brand.Render(fmt.Sprintf("Note %d", m.number)) + m.theme.Screen.Hint.Render("  any key closes")
	return m.box(lines, head, m.layout.Note(m.number))
}

// box draws a head and rows over the last of the lines, as wide as the text.
func (r *Reader) box(lines []string, head string, rows []string) []string {
	st, width := r.theme.Screen, r.layout.Measure()
	if most := max(1, len(lines)*2/3-panelHead); len(rows) > most {
		rows = append(rows[:most-1:most-1], st.Hint.Render("… all of it stands at the end of the article"))
	}
	drawn := []string{st.Rule.Render(strings.Repeat("─", width)), chrome.Cut(head, width)}
	for _, row := range rows {
		drawn = append(drawn, chrome.Cut(row, width))
	}
	margin := strings.Repeat(" ", r.layout.Margin())
	for i := range drawn {
		drawn[i] = margin + drawn[i]
	}
	drawn = drawn[max(0, len(drawn)-len(lines)):]
	return append(lines[:len(lines)-len(drawn)], drawn...)
}
