package list

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/chrome"
)

// View draws the list: exactly geo.height lines, none wider than geo.width.
func (l *List) View(n *chrome.Notice) string {
	lines := make([]string, 0, l.geo.height)
	if l.geo.header > 0 {
		lines = append(lines, l.tabs())
	}
	if l.geo.header > 1 {
		lines = append(lines, l.rule())
	}
	body := l.geo.height - l.geo.header - l.geo.footer
	lines = append(lines, l.body(body)...)
	if l.geo.footer > 1 {
		lines = append(lines, l.rule())
	}
	if l.geo.footer > 0 {
		lines = append(lines, l.footer(n))
	}
	return strings.Join(lines, "\n")
}

func (l *List) body(height int) []string {
	lines := make([]string, 0, height)
	if l.total() == 0 {
		lines = append(lines, l.empty()...)
	}
	for at := l.top; at < l.top+l.geo.rows && len(lines) < height; at++ {
		r := l.row(at)
		if r == nil {
			break
		}
		if l.geo.rowHeight == 1 {
			lines = append(lines, l.indent(l.checked(at, r, l.compactRow(r, at == l.cursor))))
			continue
		}
		first, second := l.tallRow(r, at == l.cursor)
		lines = append(lines, l.indent(l.checked(at, r, first)), l.indent(second), "")
	}
	for len(lines) < height {
		lines = append(lines, "")
	}
	return lines[:max(0, height)]
}

func (l *List) indent(s string) string { return strings.Repeat(" ", l.geo.left) + s }

func (l *List) rule() string {
	return l.indent(l.theme.Screen.Rule.Render(strings.Repeat("─", l.geo.column)))
}

// tabs is the top line. What does not fit is left out, the least needed first.
func (l *List) tabs() string {
	brand := l.theme.Screen.Brand.Render("lede")
	sort := l.theme.Screen.Meta.Render(l.order())
	for _, try := range []string{
		chrome.Spread(" "+brand+"   "+l.tabRow("   ", true), sort+" ", l.geo.column),
		" " + brand + "   " + l.tabRow("   ", true),
		l.tabRow("  ", true),
		" " + l.tabRow("  ", false),
		l.tab(l.listing.Shelf, true),
	} {
		if try != "" && ansi.StringWidth(try) <= l.geo.column {
			return l.indent(try)
		}
	}
	return ""
}

// order says how the rows are sorted: what the filter found stands by how well
// it matches.
func (l *List) order() string {
	if l.filter.on() {
		return "best match"
	}
	return l.listing.Order.String()
}

func (l *List) tabRow(gap string, counts bool) string {
	var tabs []string
	for _, s := range articles.Shelves {
		if s == articles.Archive && s != l.listing.Shelf && l.counts[s] == 0 {
			continue // nobody misses the tab of an empty archive
		}
		tabs = append(tabs, l.tab(s, counts || s == l.listing.Shelf))
	}
	return strings.Join(tabs, gap)
}

func (l *List) tab(s articles.Shelf, count bool) string {
	st, label := l.theme.Screen.Tab, s.String()
	if count {
		label += " " + chrome.Grouped(l.counts[s])
	}
	if s == l.listing.Shelf {
		st = l.theme.Screen.TabOn
	}
	return st.Render(label)
}

// tallRow is a row of two lines: the title and its figures, the dek and where
// it comes from.
func (l *List) tallRow(r *articles.Row, on bool) (first, second string) {
	w := l.geo.column - 4
	figures := l.figures(r, w < 56)
	if w < 40 { // too narrow for both on a line: the figures take the dek's
		title := l.title(r, on, w)
		if both := chrome.Spread(figures+"  ", dated(r), w); both != "" {
			figures = both
		}
		return l.gutter(on, mark(r)) + title, l.gutter(on, star(r)) + l.theme.Screen.Meta.Render(chrome.Cut(figures, w))
	}
	title := l.title(r, on, w-ansi.StringWidth(figures)-2)
	first = l.gutter(on, mark(r)) + chrome.Spread(title, l.theme.Screen.Meta.Render(figures), w)

	source := sourceLine(r, w)
	dek := chrome.Cut(r.Dek, w-ansi.StringWidth(source)-2)
	second = l.gutter(on, star(r)) + chrome.Spread(l.theme.Screen.Dek.Render(dek), l.theme.Screen.Meta.Render(source), w)
	return first, second
}

// compactRow is a row of one line.
func (l *List) compactRow(r *articles.Row, on bool) string {
	w := max(1, l.geo.column-5)
	gutter := l.gutter(on, mark(r)+star(r))
	if w < 40 {
		return chrome.Cut(gutter+l.title(r, on, w), l.geo.column)
	}
	figures := l.figures(r, w < 72)
	return gutter + chrome.Spread(l.title(r, on, w-ansi.StringWidth(figures)-2), l.theme.Screen.Meta.Render(figures), w)
}

// gutter is the left edge of a row: the cursor, and a sign of the state that
// needs no colour to be told.
func (l *List) gutter(on bool, sign string) string {
	bar := " "
	if on {
		bar = l.theme.Screen.Cursor.Render("▌")
	}
	if strings.TrimSpace(sign) != "" {
		sign = l.theme.Screen.Star.Render(sign)
	}
	return bar + sign + " "
}

func mark(r *articles.Row) string {
	switch {
	case r.State.Unread():
		return "●"
	case r.State.InProgress():
		return "◐"
	}
	return " "
}

func star(r *articles.Row) string {
	if r.State.Starred {
		return "★"
	}
	return " "
}

func (l *List) title(r *articles.Row, on bool, width int) string {
	st := l.theme.Screen.Title
	switch {
	case on:
		st = l.theme.Screen.TitleOn
	case r.State.Read:
		st = l.theme.Screen.TitleRead
	}
	text := chrome.Cut(r.Title, width)
	return highlight(text, l.filter.words.Marks(text), st, l.theme.Screen.Match)
}

// figures is the right end of a row: "8 min read · 42 views · 62%".
func (l *List) figures(r *articles.Row, short bool) string {
	read := articles.ReadLabel(r.Minutes)
	if short {
		read = strconv.Itoa(r.Minutes) + " min"
	}
	parts := []string{read}
	if v := articles.ViewsLabel(r.State.Views, r.SourceViews); v != "" {
		parts = append(parts, v)
	}
	if r.State.InProgress() {
		parts = append(parts, fmt.Sprintf("%.0f%%", 100*r.State.Place.Progress))
	}
	return strings.Join(parts, " · ")
}

// sourceLine is "Ada Quill · Feb 8, 2026 · #unix #pagers", the right part of so many
// columns: the date whole, the author, or else the site, cut where there is no room for
// all of it, and whole tags.
func sourceLine(r *articles.Row, columns int) string {
	const least = 8 // columns of a name that still tell something
	line, sep := dated(r), " · #"
	author := cmp.Or(r.Author, r.Site)
	if room := columns/2 - ansi.StringWidth(" · "+line); author != "" && room >= min(least, ansi.StringWidth(author)) {
		line = chrome.Cut(author, room) + " · " + line
	}
	for _, tag := range r.Tags {
		if ansi.StringWidth(line+sep+tag) > columns*9/20 {
			break
		}
		line += sep + tag
		sep = " #"
	}
	return line
}

// dated is the day of an article; where nothing says it, the one on which it was added,
// by which it has its place.
func dated(r *articles.Row) string {
	if r.Published.IsZero() {
		return "added " + articles.DateLabel(r.Dated)
	}
	return articles.DateLabel(r.Published)
}

// highlight styles s, and the runes at the marked positions with another style.
func highlight(s string, marks []int, base, marked lipgloss.Style) string {
	if len(marks) == 0 {
		return base.Render(s)
	}
	return lipgloss.StyleRunes(s, marks, marked, base)
}
