package ui

import (
	"fmt"
	"math"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
)

// screen draws the article: exactly height lines, none wider than width.
func (r *reader) screen(n notice) string {
	lines := r.dressed(r.lines())
	for len(lines) < r.text() {
		lines = append(lines, "")
	}
	if r.panel.open {
		lines = r.panel.over(lines, r.related, r.theme, r.width)
	}
	lines = r.besideOutline(r.over(lines))
	if r.height > r.text() {
		lines = append(lines, r.status(n))
	}
	return strings.Join(lines, "\n")
}

// status is the bottom line: how far, how much longer, where.
func (r *reader) status(n notice) string {
	if n.text != "" && !r.search.typing {
		return cut(" "+n.render(r.theme), r.width)
	}
	if s := r.wayStatus(); s != "" && !r.search.typing {
		return s
	}
	if r.search.on() {
		return r.searchLine()
	}
	st := r.theme.Screen
	progress := r.progress(r.top)
	parts := []string{fmt.Sprintf("%.0f%%", math.Floor(100*progress)), r.minutesLeft(progress)}
	if r.State.Starred {
		parts = append(parts, "★")
	}
	text := strings.Join(parts, " · ")
	bar := ""
	if w := r.width / 4; w >= 10 {
		full := int(progress * float64(w))
		bar = " " + st.Full.Render(strings.Repeat("▓", full)) + st.Empty.Render(strings.Repeat("░", w-full)) + " "
	}
	right, room := r.reminder(r.width-ansi.StringWidth(bar)-2, ansi.StringWidth(text))
	const least = 12 // columns of a section's name that still tell something
	if s := r.layout.Section(r.top); s != "" && ansi.StringWidth(text)+least <= room {
		text = cut(text+" · § "+s, room)
	}
	return fit(bar+" "+st.Hint.Render(cut(text, room)), right, r.width)
}

// reminder is what stands at the right of the status line, as much as leaves
// the text its columns, and how many it leaves of so many.
func (r *reader) reminder(columns, text int) (right string, room int) {
	const least = 16
	st := r.theme.Screen
	help := st.Key.Render("?") + st.Hint.Render(" help ")
	choices := []string{help, ""}
	if !r.Saved && !r.Coming {
		choices = []string{st.Key.Render("a") + st.Hint.Render(" save · ") + help, help, ""}
	}
	for _, right = range choices {
		if room = columns - ansi.StringWidth(right); room >= max(least, text) {
			return right, room
		}
	}
	return "", columns + 1
}

// minutesLeft is the read time of what is below the window.
func (r *reader) minutesLeft(progress float64) string {
	switch {
	case progress >= 1 && r.Coming:
		return "more is coming"
	case progress >= 1:
		return "end"
	}
	left := int(math.Ceil(float64(r.Article.Length.Minutes()) * (1 - progress)))
	return fmt.Sprintf("%d min left", max(1, left))
}

// windowTitle is what the terminal's window is called.
func (r *reader) windowTitle() string {
	return articles.CleanLine(r.Article.Title) + " · lede"
}
