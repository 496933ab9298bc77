package reader

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/keys"
)

// outlineHead is the title of the outline and the rule under it.
const outlineHead = 2

// first is the row at the top of a window of a height: the cursor stands in
// the middle where it can.
func (p *outline) first(height int) int {
	room := max(1, height-outlineHead)
	return max(0, min(p.cursor-room/2, p.rows()-room))
}

// over draws the outline at the left of the text, or in its place.
func (m outlining) over(lines []string) []string {
	side := m.outlineWidth()
	width := m.width
	if side > 0 {
		width = side - 2
	}
	drawn := m.lines(width, len(lines))
	if side == 0 {
		return drawn
	}
	for i := range lines {
		gap := strings.Repeat(" ", max(0, width-ansi.StringWidth(drawn[i])))
		lines[i] = drawn[i] + gap + m.theme.Screen.Rule.Render("│") + " " + lines[i]
	}
	return lines
}

// lines are so many lines of the outline; only the rows on the screen
// are made.
func (m outlining) lines(width, height int) []string {
	p, st := &m.outline, m.theme.Screen
	head := chrome.Head(m.theme, m.names, keys.InOutline, " Outline", width, chrome.Hint{Op: keys.Choose, Words: "goes"}, chrome.Hint{Op: keys.Out, Words: "closes"})
	lines := []string{head, st.Rule.Render(strings.Repeat("─", width))}
	for i := p.first(height); i < p.rows() && len(lines) < height; i++ {
		lines = append(lines, m.row(i, width))
	}
	switch {
	case len(lines) >= height:
	case !p.known:
		lines = append(lines, chrome.Cut(st.Hint.Render("   …"), width))
	case len(p.headings) == 0:
		lines = append(lines, chrome.Cut(st.Hint.Render("   This article has no headings."), width))
	}
	for len(lines) < height {
		lines = append(lines, "")
	}
	return lines[:height]
}

func (m outlining) row(i, width int) string {
	p, st := &m.outline, m.theme.Screen
	words, level, minutes := articles.CleanLine(m.Article.Title), 0, m.Article.Length.Minutes()
	if i > 0 {
		h := p.headings[i-1]
		words, level, minutes = articles.CleanLine(h.Text), h.Level, 0
		if i <= len(p.minutes) {
			minutes = p.minutes[i-1]
		}
	}
	bar, style, here := " ", st.Meta, " "
	if i == p.here {
		here, style = st.Star.Render("▸"), st.Title
	}
	if i == p.cursor {
		bar, style = st.Cursor.Render("▌"), st.TitleOn
	}
	right := ""
	if minutes > 0 {
		right = fmt.Sprintf("%d min", minutes)
	}
	if width < 24 {
		right = ""
	}
	indent := strings.Repeat(" ", min(2*max(0, level-1), width/4))
	room := width - 3 - len(indent) - ansi.StringWidth(right) - 2
	return chrome.Fit(bar+here+indent+" "+style.Render(chrome.Cut(words, room)), st.Meta.Render(right)+" ", width)
}
