package list

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/list/row"
)

// tab is a part of the top line that shows a shelf or a saved query.
type tab struct {
	at   int    // see [List.goTo]
	text string // as it is drawn, with its style
	from int    // its first column in the line
}

// header is the top line.
func (l *List) header() string {
	_, line := l.topLine()
	return l.indent(line)
}

// look is a way to set the top line.
type look struct {
	lead, gap, order string
	label            func(articles.Shelf) string
	saved            int // how many of the saved queries stand in it
}

// topLine lays the top line out: the shelves with their numbers, the saved queries, and
// the order. Where there is no room for all of it, the name of the program goes first;
// then the shelves go by their signs, then saved queries go, the archive, and at last all
// but the tab that is shown.
func (l *List) topLine() (all []tab, line string) {
	brand := " " + l.theme.Screen.Brand.Render("lede") + "   "
	full := l.order()
	short, _, _ := strings.Cut(full, " ")
	n := len(l.tabs.all)
	looks := []look{
		{brand, "   ", full, articles.Shelf.String, n},
		{" ", "   ", full, articles.Shelf.String, n},
		{" ", "  ", full, articles.Shelf.String, n},
		{" ", "  ", full, l.signed, n},
	}
	for some := n - 1; some >= 2; some-- {
		looks = append(looks, look{" ", "  ", full, l.signed, some})
	}
	for _, last := range []look{{order: full, label: l.signed}, {order: short, label: l.signed}, {order: short, label: sign}} {
		for some := min(n, 1); some >= 0; some-- {
			looks = append(looks, look{" ", "  ", last.order, last.label, some})
		}
	}
	looks = append(looks, look{"", " ", short, sign, 0}, look{" ", "  ", short, l.unfinished, 0}, look{"", " ", short, l.unfinished, 0},
		look{" ", "", full, l.alone, 0}, look{"", "", short, l.alone, 0}, look{"", "", "", l.alone, 0})
	for _, try := range looks {
		all, line = l.lineOf(try)
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

// lineOf sets the tabs. Of saved queries that do not all stand there, those around the one
// that is shown do.
func (l *List) lineOf(k look) (all []tab, line string) {
	line = k.lead
	put := func(at int, style interface{ Render(...string) string }, text string) {
		if len(all) > 0 {
			line += k.gap
		}
		t := tab{at, style.Render(text), ansi.StringWidth(line)}
		all = append(all, t)
		line += t.text
	}
	st, shown := l.theme.Screen, l.at()
	for _, s := range articles.Shelves {
		name := k.label(s)
		if name == "" || s == articles.Archive && int(s) != shown && l.counts.Of(s) == 0 {
			continue // nobody misses the tab of an empty archive
		}
		style := st.Tab
		if int(s) == shown {
			style = st.TabOn
		}
		put(int(s), style, name+" "+chrome.Grouped(l.counts.Of(s)))
	}
	first := max(0, min(l.tabs.on-k.saved+1, len(l.tabs.all)-k.saved))
	some := k.saved
	if l.tabs.on >= 0 && some == 0 {
		first, some = l.tabs.on, 1
	}
	for i := first; i < first+some; i++ {
		t, style := l.tabs.all[i], st.Tab
		if i == l.tabs.on {
			style = st.TabOn
		}
		text := chrome.Cut(t.Name, widestName)
		if t.count >= 0 {
			text += " " + chrome.Grouped(t.count)
		}
		if i == first && first > 0 && k.gap != "" {
			text = "… " + text
		}
		put(len(articles.Shelves)+i, style, text)
	}
	if first+some < len(l.tabs.all) && k.gap != "" {
		line += k.gap + st.Meta.Render("…")
	}
	return all, line
}

// widestName is how wide the name of a saved query gets in the top line, in columns.
const widestName = 24

// seenTabs are the saved queries on the screen, by their indexes.
func (l *List) seenTabs() (seen []int) {
	if len(l.tabs.all) == 0 || l.geo.header == 0 {
		return nil
	}
	all, _ := l.topLine()
	for _, t := range all {
		if i := t.at - len(articles.Shelves); i >= 0 {
			seen = append(seen, i)
		}
	}
	return seen
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

// unfinished is the sign of a shelf that shows what is yet to be read.
func (l *List) unfinished(s articles.Shelf) string {
	if s == articles.Archive && int(s) != l.at() {
		return ""
	}
	return sign(s)
}

// signed names the shelf that is shown, and the others by their signs.
func (l *List) signed(s articles.Shelf) string {
	if int(s) == l.at() {
		return s.String()
	}
	return sign(s)
}

// alone names the shelf that is shown, and no other.
func (l *List) alone(s articles.Shelf) string {
	if int(s) != l.at() {
		return ""
	}
	return s.String()
}

// order says how the rows are sorted: what the filter found stands by how well
// it matches.
func (l *List) order() string {
	if l.filter.on() {
		return l.filter.order.String()
	}
	return l.listing.Order.String()
}

// tabAt finds the tab that is drawn at a column.
func (l *List) tabAt(x int) (int, bool) {
	all, _ := l.topLine()
	for _, t := range all {
		if t.from <= x && x < t.from+ansi.StringWidth(t.text) {
			return t.at, true
		}
	}
	return 0, false
}
