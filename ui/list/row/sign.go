package row

import (
	"strings"

	"charm.land/lipgloss/v2"

	"lede/articles"
	"lede/articles/snippet"
	"lede/ui/chrome"
)

// gutter is the left edge of a row: the cursor, the mark of who lists it, and signs of
// the state. None of them needs a colour to be told.
func (t *Table) gutter(look Look, signs string) string {
	bar, mark := " ", look.Mark
	if look.On {
		bar = t.theme.Screen.Cursor.Render("▌")
	}
	switch {
	case mark == "" && t.width >= roomy:
		mark = " "
	case mark != "":
		mark = t.theme.Screen.Star.Render(mark)
		if t.width < roomy { // it has no column of its own there
			return bar + mark + strings.Repeat(" ", len([]rune(signs)))
		}
	}
	if strings.TrimSpace(signs) != "" {
		signs = t.theme.Screen.Star.Render(signs)
	}
	return bar + mark + signs + " "
}

// The signs of the state of an article.
const (
	Unread     = "●"
	InProgress = "◐"
	Starred    = "★"
)

func state(r *articles.Row) string {
	switch {
	case r.State.Unread():
		return Unread
	case r.State.InProgress():
		return InProgress
	}
	return " "
}

func star(r *articles.Row) string {
	if r.State.Starred {
		return Starred
	}
	return " "
}

func (t *Table) title(r *articles.Row, look Look, width int) string {
	style := t.theme.Screen.Title
	switch {
	case look.On:
		style = t.theme.Screen.TitleOn
	case r.State.Read:
		style = t.theme.Screen.TitleRead
	}
	text := chrome.Cut(r.Title, width)
	return t.marked(text, snippet.Marks(text, look.Words), style)
}

// lede is what stands below the title: where the text has what was searched, or else how
// it begins.
func (t *Table) lede(r *articles.Row, look Look, width int) string {
	style := t.theme.Screen.Dek
	if s := look.Snippet; s != nil {
		return chrome.Cut(t.marked(s.Text, s.Marks, style), width)
	}
	text := chrome.Cut(r.Lede(), width)
	return t.marked(text, snippet.Marks(text, look.Words), style)
}

// marked is a line with pieces of it marked.
func (t *Table) marked(line string, marks []snippet.Mark, style lipgloss.Style) string {
	var b strings.Builder
	last := 0
	for _, m := range marks {
		if m.From > last {
			b.WriteString(style.Render(line[last:m.From]))
		}
		b.WriteString(t.theme.Screen.Match.Render(line[m.From:m.To]))
		last = m.To
	}
	if last < len(line) {
		b.WriteString(style.Render(line[last:]))
	}
	return b.String()
}
