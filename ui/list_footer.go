package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/articles"
)

// footer is the bottom line: the prompt of the filter, a notice, or the keys.
func (l *list) footer(n notice) string {
	at := ""
	if t := l.total(); t > 0 {
		at = grouped(l.cursor+1) + "/" + grouped(t)
	}
	if l.aside != "" && at != "" {
		at = l.aside + " · " + at
	} else {
		at += l.aside
	}
	if at != "" {
		at = l.theme.Screen.Meta.Render(at) + " "
	}
	w := l.geo.column
	switch {
	case l.adding.typing:
		return l.indent(l.addPrompt(w))
	case l.filter.typing || l.filter.on() && n.text == "":
		return l.indent(fit(l.prompt(), at, w))
	case n.text != "":
		return l.indent(fit(" "+n.render(l.theme), at, w))
	}
	return l.indent(fit(hints(l.theme, inList, w-ansi.StringWidth(at)-1), at, w))
}

// promptLead stands before what is typed.
const promptLead = " / "

func (l *list) prompt() string {
	text := l.filter.input.Value()
	if l.filter.typing {
		text = l.filter.input.View()
	}
	s := l.theme.Screen.Key.Render(promptLead) + text
	switch {
	case !l.filter.on() && l.filter.typing:
		s += l.theme.Screen.Hint.Render("  title, author or tag")
	case l.filter.on() && len(l.filter.ids) == 1:
		s += l.theme.Screen.Hint.Render("  1 match")
	case l.filter.on():
		s += l.theme.Screen.Hint.Render(fmt.Sprintf("  %s matches", grouped(len(l.filter.ids))))
	}
	if !l.filter.typing {
		s += l.theme.Screen.Hint.Render(" · Esc shows all")
	}
	return s
}

// cursorAt is where the terminal's cursor stands: in the prompt, while typing.
func (l *list) cursorAt() *tea.Cursor {
	input, lead := &l.filter.input, promptLead
	if l.adding.typing {
		input, lead = &l.adding.input, addLead
	}
	if !l.filter.typing && !l.adding.typing || l.geo.footer == 0 {
		return nil
	}
	c := input.Cursor()
	if c == nil {
		return nil
	}
	c.X += l.geo.left + len(lead)
	c.Y = l.geo.height - 1
	if c.X >= l.geo.width {
		return nil
	}
	return c
}

// empty says why there is nothing and what to do next.
func (l *list) empty() []string {
	var say, do string
	switch {
	case l.filter.on():
		say, do = "Nothing matches “"+l.filter.query()+"”.", "Esc shows all again."
	case l.waiting:
		return nil
	case l.listing.Shelf == articles.Unread:
		say, do = "Everything is read.", "1 shows all articles."
	case l.listing.Shelf == articles.InProgress:
		say, do = "No article is begun and unfinished.", "1 shows all articles."
	case l.listing.Shelf == articles.Starred:
		say, do = "No article is starred.", "s stars the one under the cursor."
	default:
		say, do = "The library is empty.", "Press a, or use lede add, to put articles in."
	}
	w := max(1, l.geo.column-4)
	lines := []string{""}
	for _, s := range []string{l.theme.Screen.Title.Render(cut(say, w)), l.theme.Screen.Dek.Render(cut(do, w))} {
		lines = append(lines, l.indent("   "+s))
	}
	return lines
}

// fit sets left and right on a line; left gives way.
func fit(left, right string, width int) string {
	if s := spread(left, right, width); s != "" {
		return s
	}
	return cut(left, width)
}

// pick tells what a click on a line of the screen means: a tab, or a row.
func (l *list) pick(x, y int) (shelf articles.Shelf, row int, what clicked) {
	if y < l.geo.header {
		if y == 0 {
			if s, ok := l.tabAt(x - l.geo.left); ok {
				return s, 0, clickedTab
			}
		}
		return 0, 0, clickedNothing
	}
	at := l.top + (y-l.geo.header)/l.geo.rowHeight
	if y >= l.geo.height-l.geo.footer || l.row(at) == nil || at >= l.top+l.geo.rows {
		return 0, 0, clickedNothing
	}
	return 0, at, clickedRow
}

type clicked int

const (
	clickedNothing clicked = iota
	clickedTab
	clickedRow
)

// tabAt finds the tab that is drawn at a column, by looking at what is drawn.
func (l *list) tabAt(x int) (articles.Shelf, bool) {
	line := ansi.Strip(l.tabs())[l.geo.left:]
	for _, s := range articles.Shelves {
		at := strings.Index(line, s.String())
		if at < 0 {
			continue
		}
		from := ansi.StringWidth(line[:at])
		if from <= x && x < from+len(s.String())+1+len(grouped(l.counts[s])) {
			return s, true
		}
	}
	return 0, false
}
