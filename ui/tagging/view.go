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

func (p *Prompt) firstRow() int { return max(0, min(p.cursor-p.room()+1, len(p.rows)-p.room())) }

// Over draws the prompt over the bottom of a frame.
func (p *Prompt) Over(frame string) string {
	lines := strings.Split(frame, "\n")
	for len(lines) < p.height {
		lines = append(lines, "")
	}
	left, width := p.column()
	st := p.theme.Screen
	about := " " + st.Meta.Render(p.about)
	if len(p.has) > 0 {
		about += st.Hint.Render("  " + articles.Hashtags(p.has))
	}
	drawn := []string{st.Rule.Render(strings.Repeat("─", width)), chrome.Cut(about, width)}
	for i := p.firstRow(); i < min(len(p.rows), p.firstRow()+p.room()); i++ {
		bar, style := "  ", st.Title
		if i == p.cursor {
			bar, style = st.Cursor.Render("▌")+" ", st.TitleOn
		}
		count := st.Meta.Render(chrome.Grouped(p.rows[i].Articles)) + " "
		drawn = append(drawn, chrome.Fit(bar+style.Render("#"+p.rows[i].Tag), count, width))
	}
	drawn = append(drawn, p.prompt.Line(p.theme, "", width))
	for i := range drawn {
		drawn[i] = strings.Repeat(" ", left) + drawn[i]
	}
	drawn = drawn[max(0, len(drawn)-len(lines)):]
	copy(lines[len(lines)-len(drawn):], drawn)
	return strings.Join(lines, "\n")
}

// Cursor is where the terminal's cursor stands: behind what is typed.
func (p *Prompt) Cursor() *tea.Cursor {
	left, _ := p.column()
	return p.prompt.Cursor(left, p.height-1, p.width)
}

// Click takes the tag that is clicked.
func (p *Prompt) Click(_, y int) tea.Cmd {
	shown := min(p.room(), len(p.rows))
	if at := y - (p.height - 1 - shown); 0 <= at && at < shown {
		p.cursor = p.firstRow() + at
		p.complete()
	}
	return nil
}

// Wheel moves the cursor by rows.
func (p *Prompt) Wheel(notches int) tea.Cmd {
	p.move(notches)
	return nil
}
