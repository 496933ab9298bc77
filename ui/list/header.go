package list

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/list/row"
)

// tab is a part of the top line that shows a shelf.
type tab struct {
	shelf articles.Shelf
	text  string // as it is drawn, with its style
	from  int    // its first column in the line
}

// header is the top line.
func (l *List) header() string {
	_, line := l.tabs()
	return l.indent(line)
}

// tabs lays the top line out: the shelves with their numbers, and the order. Where
// there is no room for all of it, the name of the program goes first; then the shelves
// go by their signs, and at last all but the one that is shown.
func (l *List) tabs() (all []tab, line string) {
	brand := " " + l.theme.Screen.Brand.Render("lede") + "   "
	full := l.order()
	short, _, _ := strings.Cut(full, " ")
	for _, try := range []struct {
		lead, gap, order string
		label            func(articles.Shelf) string
	}{
		{brand, "   ", full, articles.Shelf.String},
		{" ", "   ", full, articles.Shelf.String},
		{" ", "  ", full, articles.Shelf.String},
		{" ", "  ", full, l.signed},
		{" ", "  ", short, l.signed},
		{" ", "  ", short, sign},
		{" ", "", full, l.alone},
		{"", "", short, l.alone},
		{"", "", "", l.alone},
	} {
		all, line = l.lineOf(try.lead, try.gap, try.label)
		order := ""
		if try.order != "" {
			order = "  " + l.theme.Screen.Meta.Render(try.order) + try.lead[:min(1, len(try.lead))]
		}
		if line = chrome.Spread(line, order, l.geo.column); line != "" {
			return all, line
		}
	}
	return nil, ""
}

// lineOf sets the tabs after a lead.
func (l *List) lineOf(lead, gap string, label func(articles.Shelf) string) (all []tab, line string) {
	line = lead
	for _, s := range articles.Shelves {
		name := label(s)
		if name == "" || s == articles.Archive && s != l.listing.Shelf && l.counts[s] == 0 {
			continue // nobody misses the tab of an empty archive
		}
		if len(all) > 0 {
			line += gap
		}
		style := l.theme.Screen.Tab
		if s == l.listing.Shelf {
			style = l.theme.Screen.TabOn
		}
		t := tab{s, style.Render(name + " " + chrome.Grouped(l.counts[s])), ansi.StringWidth(line)}
		all = append(all, t)
		line += t.text
	}
	return all, line
}

// sign is that which the rows of a shelf have; the whole has none, and its name.
func sign(s articles.Shelf) string {
	switch s {
	case articles.Unread:
		return row.Unread
	case articles.InProgress:
		return row.InProgress
	case articles.Starred:
		return row.Starred
	}
	return s.String()
}

// signed names the shelf that is shown, and the others by their signs.
func (l *List) signed(s articles.Shelf) string {
	if s == l.listing.Shelf {
		return s.String()
	}
	return sign(s)
}

// alone names the shelf that is shown, and no other.
func (l *List) alone(s articles.Shelf) string {
	if s != l.listing.Shelf {
		return ""
	}
	return s.String()
}

// order says how the rows are sorted: what the filter found stands by how well
// it matches.
func (l *List) order() string {
	if l.filter.on() {
		return l.filter.order(l.listing, l.filter.query).String()
	}
	return l.listing.Order.String()
}

// tabAt finds the tab that is drawn at a column.
func (l *List) tabAt(x int) (articles.Shelf, bool) {
	all, _ := l.tabs()
	for _, t := range all {
		if t.from <= x && x < t.from+ansi.StringWidth(t.text) {
			return t.shelf, true
		}
	}
	return 0, false
}
