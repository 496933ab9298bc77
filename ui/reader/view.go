package reader

import (
	"fmt"
	"math"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/keys"
	"lede/ui/render"
)

// View draws the article: exactly height lines, none wider than width.
func (r *Reader) View(n *chrome.Notice) string {
	lines := r.dressed(r.lines())
	for len(lines) < r.text() {
		lines = append(lines, "")
	}
	lines = r.mode.over(lines)
	if r.height > r.text() {
		lines = append(lines, r.status(n))
	}
	return strings.Join(lines, "\n")
}

// status is the bottom line: how far, how much longer, where.
func (r *Reader) status(n *chrome.Notice) string {
	if n.Text() != "" && !is[searching](r) {
		return chrome.Cut(" "+n.Render(r.theme), r.width)
	}
	if s := r.mode.status(); s != "" {
		return s
	}
	if r.search.on() {
		return r.searchLine()
	}
	if r.next.title != "" && r.ends() {
		return r.offered()
	}
	st := r.theme.Screen
	progress := r.progress(r.top)
	parts := []string{fmt.Sprintf("%.0f%%", math.Floor(100*progress)), r.minutesLeft(progress)}
	if s := r.sitting(); s != "" {
		parts = append(parts, s)
	}
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
		text = chrome.Cut(text+" · § "+s, room)
	}
	return chrome.Fit(bar+" "+st.Hint.Render(chrome.Cut(text, room)), right, r.width)
}

// reminder is what stands at the right of the status line, and how many of so many
// columns it leaves to the text. The help is the last to go.
func (r *Reader) reminder(columns, text int) (right string, room int) {
	const least = 8 // columns of the text that still tell something
	help := chrome.Hint{Op: keys.Help, Words: "help "}
	scope := keys.InReader
	if !r.Saved && !r.Coming {
		right = chrome.Hints(r.theme, r.names, scope, chrome.Hint{Op: keys.Save, Words: "save"}, help)
		if room = columns - ansi.StringWidth(right); room >= text {
			return right, room
		}
	}
	right = chrome.Hints(r.theme, r.names, scope, help)
	if room = columns - ansi.StringWidth(right); room >= least {
		return right, room
	}
	return "", columns + 1
}

// minutesLeft is the read time of what is below the window.
func (r *Reader) minutesLeft(progress float64) string {
	switch {
	case progress >= 1 && r.Coming:
		return "more is coming"
	case progress >= 1:
		return "end"
	}
	left := int(math.Ceil(float64(r.Article.Length.Minutes()) * (1 - progress)))
	return fmt.Sprintf("%d min left", max(1, left))
}

// WindowTitle is what the terminal's window is called.
func (r *Reader) WindowTitle() string {
	return articles.CleanLine(r.Article.Title) + " · lede"
}

// Options are how the article is laid out, for what shows it elsewhere.
func (r *Reader) Options() render.Options { return r.options() }

// Layout is the article as it is laid out now.
func (r *Reader) Layout() *render.Layout { return r.layout }

// Top is the first line in the window.
func (r *Reader) Top() render.Pos { return r.top }

// Progress is how far the bottom of the window is through the body, from 0 to 1.
func (r *Reader) Progress() float64 { return r.progress(r.top) }
