package tagging

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/chrome"
)

// mostRows is how many tags are listed at a time.
const mostRows = 8

// widest is how wide the list of tags gets, in columns: a count is read with its tag.
const widest = 100

// room is how many tags there is room for: half of the screen, without the two rules
// and the line that is typed.
func (p *Prompt) room() int { return max(1, min(mostRows, p.height/2-3)) }

func (p *Prompt) column() (left, width int) {
	width = min(p.width, widest)
	return (p.width - width) / 2, width
}

// Over draws the prompt over the bottom of a frame.
func (p *Prompt) Over(frame string) string {
	left, width := p.column()
	st := p.theme.Screen
	about := " " + st.Meta.Render(p.about)
	if len(p.has) > 0 {
		about += st.Hint.Render("  " + articles.Hashtags(p.has))
	}
	drawn := []string{st.Rule.Render(strings.Repeat("─", width)), chrome.Cut(about, width)}
	first, below := p.chosen.Seen(p.room())
	for i := first; i < below; i++ {
		style, on := st.Title, i == p.chosen.Cursor
		if on {
			style = st.TitleOn
		}
		count := st.Meta.Render(chrome.Grouped(p.rows[i].Articles)) + " "
		drawn = append(drawn, chrome.ChoiceLine(p.theme, on, style.Render("#"+p.rows[i].Tag), count, width))
	}
	return chrome.AtBottom(frame, p.height, left, append(drawn, p.prompt.Line(p.theme, "", width)))
}

// Cursor is where the terminal's cursor stands: behind what is typed.
func (p *Prompt) Cursor() *tea.Cursor {
	left, _ := p.column()
	return p.prompt.Cursor(left, p.height-1, p.width)
}

// Click takes the tag that is clicked.
func (p *Prompt) Click(_, y int) tea.Cmd {
	first, below := p.chosen.Seen(p.room())
	if at := y - (p.height - 1 - below); first <= at && at < below {
		p.chosen.Cursor = at
		p.complete()
	}
	return nil
}

// Wheel moves the cursor by rows.
func (p *Prompt) Wheel(notches int) tea.Cmd {
	p.chosen.Move(notches)
	return nil
}
