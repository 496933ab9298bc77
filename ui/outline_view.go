package ui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
)

// outlineHead is the title of the outline and the rule under it.
const outlineHead = 2

// first is the row at the top of a window of a height: the cursor stands in
// the middle where it can.
func (p *outline) first(height int) int {
	room := max(1, height-outlineHead)
	return max(0, min(p.cursor-room/2, p.rows()-room))
}

// besideOutline draws the outline at the left of the text, or in its place.
func (r *reader) besideOutline(lines []string) []string {
	p := &r.way.outline
	if !p.open {
		return lines
	}
	side := r.outlineWidth()
	width := r.width
	if side > 0 {
		width = side - 2
	}
	drawn := r.outlineLines(width, len(lines))
	if side == 0 {
		return drawn
	}
	for i := range lines {
		gap := strings.Repeat(" ", max(0, width-ansi.StringWidth(drawn[i])))
		lines[i] = drawn[i] + gap + r.theme.Screen.Rule.Render("│") + " " + lines[i]
	}
	return lines
}

// outlineLines are so many lines of the outline; only the rows on the screen
// are made.
func (r *reader) outlineLines(width, height int) []string {
	p, st := &r.way.outline, r.theme.Screen
	head := cut(" "+st.Brand.Render("Outline")+st.Hint.Render("  Enter goes · t closes"), width)
	lines := []string{head, st.Rule.Render(strings.Repeat("─", width))}
	for i := p.first(height); i < p.rows() && len(lines) < height; i++ {
		lines = append(lines, r.outlineRow(i, width))
	}
	switch {
	case len(lines) >= height:
	case !p.known:
		lines = append(lines, cut(st.Hint.Render("   …"), width))
	case len(p.headings) == 0:
		lines = append(lines, cut(st.Hint.Render("   This article has no headings."), width))
	}
	for len(lines) < height {
		lines = append(lines, "")
	}
	return lines[:height]
}

func (r *reader) outlineRow(i, width int) string {
	p, st := &r.way.outline, r.theme.Screen
	words, level, minutes := articles.CleanLine(r.Article.Title), 0, r.Article.Length.Minutes()
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
	return fit(bar+here+indent+" "+style.Render(cut(words, room)), st.Meta.Render(right)+" ", width)
}
