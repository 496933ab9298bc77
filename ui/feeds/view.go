package feeds

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/keys"
)

// geometry is where the parts of the screen stand.
type geometry struct {
	width, height int
	header        int // lines above the rows
	about         int // lines below them about the row under the cursor
	footer        int
	left, column  int // the column that all stands in
	foot          int // how wide the last line is
	rows          int
}

// widest is how wide rows get, in columns: beyond it the eye loses the line between a
// name and its count.
const widest = 110

// Resize lays the screen out for a window of a size.
func (f *Feeds) Resize(width, height int) { f.layOut(width, height, min(width, widest)) }

// Beside lays the screen out as a column of a window, whose last line it has when it
// takes the keys.
func (f *Feeds) Beside(column, width, height int) { f.layOut(column, height, width) }

func (f *Feeds) layOut(width, height, foot int) {
	const narrow, high = 60, 20
	g := geometry{width: width, height: height, header: 2, about: 3, footer: 2, foot: foot}
	switch {
	case height < 14:
		g.about = 0
	case width < narrow && height >= high:
		g.about = 5 // what is wrong takes several lines
	}
	if height < 10 {
		g.header, g.footer = min(1, height/4), min(1, height/5)
	}
	g.column = min(width, widest)
	g.left = (width - g.column) / 2
	g.rows = max(1, height-g.header-g.about-g.footer)
	f.geo = g
	f.move(f.cursor)
}

// Column is where the last line stands, and how wide it is.
func (f *Feeds) Column() (left, width int) { return f.geo.left, f.geo.foot }

// View draws the screen: exactly so many lines as it is high, none wider than it is.
func (f *Feeds) View(n *chrome.Notice) string { return f.draw(n, "▌") }

// Aside draws the screen where another one beside it takes the keys.
func (f *Feeds) Aside(n *chrome.Notice) string { return f.draw(n, "▏") }

// draw draws the screen with a sign for the cursor.
func (f *Feeds) draw(n *chrome.Notice, cursor string) string {
	g := f.geo
	lines := make([]string, 0, g.height)
	if g.header > 0 {
		lines = append(lines, f.head())
	}
	if g.header > 1 {
		lines = append(lines, f.rule())
	}
	lines = append(lines, f.body(cursor)...)
	if g.about > 0 {
		lines = append(lines, f.about()...)
	}
	if g.footer > 1 {
		lines = append(lines, f.rule())
	}
	if g.footer > 0 {
		lines = append(lines, f.foot(n))
	}
	indent := strings.Repeat(" ", g.left)
	for i, line := range lines {
		if line != "" {
			lines[i] = indent + line
		}
	}
	return strings.Join(lines, "\n")
}

func (f *Feeds) rule() string {
	return f.theme.Screen.Rule.Render(strings.Repeat("─", f.geo.column))
}

// head is the top line: how many feeds there are, and how many of them do not answer.
func (f *Feeds) head() string {
	say := plural(len(f.all), "feed")
	ill := 0
	for i := range f.all {
		switch f.all[i].State(f.now) {
		case articles.FeedFailing, articles.FeedWaiting, articles.FeedGone:
			ill++
		}
	}
	if ill > 0 {
		say += " · " + chrome.Grouped(ill) + " not answering"
	}
	if !f.known {
		say = ""
	}
	return chrome.Fit(" "+f.theme.Screen.Brand.Render("Feeds")+"  "+f.theme.Screen.Meta.Render(say),
		f.theme.Screen.Meta.Render("  unread")+" ", f.geo.column)
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return chrome.Grouped(n) + " " + what + "s"
}

func (f *Feeds) body(cursor string) []string {
	lines := make([]string, 0, f.geo.rows)
	for at := f.top; at < len(f.rows) && len(lines) < f.geo.rows; at++ {
		bar := " "
		if at == f.cursor {
			bar = cursor
		}
		lines = append(lines, f.row(&f.rows[at], bar))
	}
	if f.known && len(f.all) == 0 {
		add := f.names.Said(keys.Add, keys.InFeeds)
		for _, s := range []string{"", f.theme.Screen.Title.Render("No feeds yet."), f.theme.Screen.Dek.Render(
			"Press " + add + " to subscribe to one, or have lede feeds import read your OPML file.")} {
			for _, part := range chrome.Wrapped(s, f.geo.column-4) {
				lines = append(lines, chrome.Cut(strings.TrimRight("   "+part, " "), f.geo.column))
			}
		}
	}
	for len(lines) < f.geo.rows {
		lines = append(lines, "")
	}
	return lines[:f.geo.rows]
}

// row is a line: a sign of the state, the name, the state in a word and how many
// articles are unread. Nothing of it is told by colour alone.
func (f *Feeds) row(r *row, bar string) string {
	const deepest = 4 // folders in folders that are indented
	st, w := f.theme.Screen, f.geo.column
	title := st.TitleRead
	if r.unread > 0 {
		title = st.Title
	}
	if bar != " " {
		bar, title = st.Cursor.Render(bar), st.TitleOn
	}
	sign, state := f.sign(r)
	unread := ""
	if r.unread > 0 {
		unread = chrome.Grouped(r.unread)
	}
	const narrow, roomy = 30, 60 // columns
	figures, step := 7, "  "
	if w < narrow {
		figures, step = 5, " "
	}
	right := st.Meta.Render(strings.Repeat(" ", max(1, figures-len(unread))) + unread)
	if w >= roomy && state != "" {
		right = st.Meta.Render(state) + right
	}
	indent := strings.Repeat(step, min(max(0, r.depth), deepest))
	cut := chrome.Cut
	if r.kind == directory {
		cut = chrome.CutMiddle
	}
	room := w - 4 - len(indent) - ansi.StringWidth(right)
	return chrome.Fit(bar+indent+st.Star.Render(sign)+" "+title.Render(cut(r.name, room)), right+" ", w)
}

// sign is what stands before a name, and the state in a word.
func (f *Feeds) sign(r *row) (sign, state string) {
	switch {
	case r.kind == folder && f.folded[r.path]:
		return "▸", ""
	case r.kind == folder:
		return "▾", ""
	case r.kind != feed:
		return " ", ""
	}
	s := r.feed.State(f.now)
	if s == articles.FeedWell {
		return " ", ""
	}
	return map[articles.FeedState]string{
		articles.FeedUnasked: "+", articles.FeedFailing: "!", articles.FeedWaiting: "…",
		articles.FeedMuted: "-", articles.FeedGone: "×",
	}[s], s.String()
}

// about tells more of the row under the cursor.
func (f *Feeds) about() []string {
	st, w := f.theme.Screen, f.geo.column
	lines := make([]string, f.geo.about)
	lines[0] = f.rule()
	r := f.current()
	if r == nil {
		return lines
	}
	said := fmt.Sprintf("%s, %s unread", plural(r.total, "article"), chrome.Grouped(r.unread))
	switch n := len(r.from.Feeds); {
	case r.kind == folder && n > 0:
		said += " · " + plural(n, "feed")
	case r.kind == folder:
		said += " · " + plural(len(r.from.Folders), "folder")
	}
	if r.kind == feed {
		lead := " "
		if r.feed.Error != "" && r.feed.State(f.now) != articles.FeedMuted {
			lead = " ! "
		}
		parts := chrome.Wrapped(r.feed.Standing(f.now), w-len(lead)-1)
		if most := len(lines) - 2; len(parts) > most { // the rest is in what is cut
			parts = append(parts[:most-1], strings.Join(parts[most-1:], " "))
		}
		for i, part := range parts {
			lines[2+i] = chrome.Cut(st.Error.Render(lead)+st.Meta.Render(part), w)
			lead = strings.Repeat(" ", len(lead))
		}
		said += " · " + articles.ShownAddress(r.feed.URL)
	}
	lines[1] = chrome.Cut(" "+st.Meta.Render(said), w)
	return lines
}

// foot is the bottom line: the prompt, a notice, or the keys.
func (f *Feeds) foot(n *chrome.Notice) string {
	w, at := f.geo.foot, ""
	if f.aside != "" {
		at = f.theme.Screen.Meta.Render(f.aside) + " "
	}
	switch {
	case f.mode != browsing:
		return f.prompt.Line(f.theme, "", w)
	case n.Text() != "":
		return chrome.Fit(" "+n.Render(f.theme), at, w)
	}
	return chrome.Fit(chrome.Keys(f.theme, f.names, keys.InFeeds, f.Able, w-ansi.StringWidth(at)-1), at, w)
}

// Cursor is where the terminal's cursor stands: in the prompt, while typing.
func (f *Feeds) Cursor() *tea.Cursor {
	if f.mode == browsing || f.geo.footer == 0 {
		return nil
	}
	return f.prompt.Cursor(f.geo.left, f.geo.height-1, f.geo.left+f.geo.foot)
}

// Click stands on the row under the pointer, or opens it where the cursor stands
// already; the sign before a folder folds it.
func (f *Feeds) Click(x, y int) tea.Cmd {
	at := f.top + y - f.geo.header
	if f.mode != browsing || y < f.geo.header || at >= min(len(f.rows), f.top+f.geo.rows) {
		return nil
	}
	was := f.cursor
	f.move(at)
	switch r := f.current(); {
	case r.kind == folder && x-f.geo.left <= 2+2*r.depth:
		f.fold()
	case at == was:
		f.open()
	}
	return nil
}

// Wheel moves the cursor by rows.
func (f *Feeds) Wheel(rows int) tea.Cmd {
	f.move(f.cursor + rows)
	return nil
}
