package list

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/intent"
	"lede/ui/keys"
)

// footer is the bottom line: the prompt, a notice, or the keys.
func (l *List) footer(n *chrome.Notice) string {
	at := ""
	if t := l.total(); t > 0 {
		at = chrome.Grouped(l.cursor+1) + "/" + chrome.Grouped(t)
	}
	for _, aside := range []string{l.indexing, l.aside} {
		if aside != "" {
			at = strings.TrimSuffix(aside+" · "+at, " · ")
		}
	}
	if s := l.SelectedSay(); s != "" {
		at = s + " · " + at
	}
	if at != "" {
		at = l.theme.Screen.Meta.Render(at) + " "
	}
	w := l.geo.column
	room := w - ansi.StringWidth(at)
	var left string
	switch {
	case l.mode == adding:
		return l.indent(l.add.Line(l.theme, "", w))
	case l.mode == naming:
		return l.indent(l.saving.prompt.Line(l.theme, l.saving.wrong, w))
	case l.mode == filtering || l.narrowed() && l.selection == nil && n.Text() == "":
		left = l.filter.prompt.LineAs(l.theme, l.asked(), l.said(room-1), room-1)
	case n.Text() != "":
		return l.indent(chrome.Fit(" "+n.Render(l.theme), at, w))
	default:
		left = chrome.Keys(l.theme, l.names, l.Scope(), l.Able, room-1)
	}
	if s := chrome.Spread(left, at, w); s != "" {
		return l.indent(s)
	}
	return l.indent(chrome.Cut(left, max(0, room-1)) + " " + chrome.Cut(at, w-1))
}

// Cursor is where the terminal's cursor stands: in the prompt, while typing.
func (l *List) Cursor() *tea.Cursor {
	p := l.prompt()
	if p == nil || l.geo.footer == 0 {
		return nil
	}
	return p.Cursor(l.geo.left, l.geo.height-1, l.geo.width)
}

// empty says why there is nothing and what to do next: with a key that works now.
func (l *List) empty() []string {
	say, do := "The library is empty.", "Press "+l.names.Said(keys.Add, keys.InList)+", or use lede add, to put articles in."
	switch {
	case l.last != nil:
		return nil
	case l.narrowed():
		say, do = "Nothing matches “"+l.filter.prompt.Text()+"”.", l.names.Said(keys.Clear, keys.InList)+" shows all again."
		if asked := l.asked(); strings.HasPrefix(asked, copiesOf) {
			say = "No " + asked + "."
		}
	case l.waiting, l.tabs.on >= 0 && !l.filter.on():
		return nil
	case l.tabs.on >= 0:
		say, do = "No article is asked for by this query.", l.names.Said(keys.Query, keys.InList)+" changes it."
	case l.listing.Shelf == articles.All && l.counts.Of(articles.Archive) > 0:
		say, do = "All articles are archived.", l.names.Said(keys.Shelf5, keys.InList)+" shows the archive."
	case l.counts.Of(articles.All) > 0 || l.counts.Of(articles.Archive) > 0:
		say = map[articles.Shelf]string{
			articles.Unread:     "Everything is read.",
			articles.InProgress: "No article is begun and unfinished.",
			articles.Starred:    "No article is starred.",
			articles.Archive:    "The archive is empty.",
		}[l.listing.Shelf]
		do = l.names.Said(keys.Shelf1, keys.InList) + " shows all articles."
	}
	switch {
	case l.mode == filtering && l.filter.before != nil:
		do = l.names.Said(keys.Cancel, keys.InPrompt) + " leaves it as it was."
	case l.mode == filtering && l.filter.on():
		do = l.names.Said(keys.Cancel, keys.InPrompt) + " shows all again."
	case l.mode == filtering:
		do = l.names.Said(keys.Cancel, keys.InPrompt) + " leaves the filter."
	case l.mode == naming:
		do = l.names.Said(keys.Accept, keys.InPrompt) + " keeps what you type."
	case l.mode == adding:
		do = l.names.Said(keys.Accept, keys.InPrompt) + " adds what you type."
	}
	w := max(1, l.geo.column-4)
	lines := []string{""}
	for _, s := range []string{l.theme.Screen.Title.Render(chrome.Cut(say, w)), l.theme.Screen.Dek.Render(chrome.Cut(do, w))} {
		lines = append(lines, l.indent("   "+s))
	}
	return lines
}

// Click stands on the row under the pointer, or opens it where the cursor stands
// already; a tab shows its shelf.
func (l *List) Click(x, y int) tea.Cmd {
	if l.completing != nil {
		return l.clickCompletion(y)
	}
	if y < l.geo.header {
		if s, ok := l.tabAt(x - l.geo.left); ok && y == 0 {
			return l.goTo(s)
		}
		if y == 1 && l.geo.header > 2 {
			return l.GoOn()
		}
		return nil
	}
	at := l.top + (y-l.geo.header)/l.geo.rowHeight
	if l.geo.pane > 0 && x > l.geo.left+l.geo.rowWidth {
		at = l.cursor // on the preview of that
	}
	switch {
	case y >= l.geo.height-l.geo.footer || l.row(at) == nil || at >= l.top+l.geo.rows:
		return nil
	case l.selection != nil:
		cmd := l.move(at)
		_, _ = l.selects(keys.SelectNext)
		return tea.Batch(cmd, l.move(at))
	case at == l.cursor:
		l.keepFilter()
		l.Ask(intent.Open{ID: l.row(at).ID})
		return nil
	}
	return l.move(at)
}

// Wheel moves the cursor by rows.
func (l *List) Wheel(rows int) tea.Cmd { return l.move(l.cursor + rows) }

// sayPosition says which row the cursor is on, of how many, and how they are sorted.
func (l *List) sayPosition() {
	l.Say(fmt.Sprintf("%s of %s · %s · %s", chrome.Grouped(min(l.cursor+1, l.total())), chrome.Grouped(l.total()), l.title(), l.order()))
}
