package reader

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/ui/chrome"
	"lede/ui/keys"
	"lede/ui/render"
)

// lines is the window on the text, with what is searched marked in it.
func (r *Reader) lines() []render.Line {
	if r.search.query == nil {
		return r.layout.Lines(r.top, r.text())
	}
	at := r.search.at
	if !r.search.found {
		at.Chunk = -1 // none is the current one
	}
	return r.layout.Marked(r.top, r.text(), r.search.query, at)
}

// searchLine is the bottom line while the reader searches: the words, which of
// the matches this is, and how to go on.
func (r *Reader) searchLine() string {
	s := &r.search
	count := r.tally()
	if s.round != "" {
		count += " · " + s.round
	}
	if is[searching](r) {
		return s.prompt.Line(r.theme, count, r.width)
	}
	end := chrome.Hints(r.theme, r.names, keys.InReader, chrome.Hint{Op: keys.Cancel, Words: "ends "})
	steps := chrome.Hints(r.theme, r.names, keys.InReader, chrome.Hint{Op: keys.NextMatch}, chrome.Hint{Op: keys.PrevMatch, Words: "next, previous"}, chrome.Hint{Op: keys.Cancel, Words: "ends "})
	const least = 8 // columns of the words that still tell something
	room := max(least, r.width-ansi.StringWidth(count)-8)
	left := chrome.Cut(s.prompt.Line(r.theme, "", r.width), room) + "  " + r.theme.Screen.Hint.Render(count) + "  "
	if !r.foundNone() {
		if line := chrome.Spread(left, steps, r.width); line != "" {
			return line
		}
	}
	return chrome.Fit(left, end, r.width)
}

// foundNone reports whether all is counted and nothing was found.
func (r *Reader) foundNone() bool {
	s := &r.search
	return s.counted(r.layout.Index().Len()) && s.sums[len(s.sums)-1] == 0
}

// tally says which of how many matches the reader is at: "3/17", and "…" for
// what is not counted yet.
func (r *Reader) tally() string {
	s := &r.search
	if s.query == nil {
		return ""
	}
	all := s.sums[len(s.sums)-1]
	done := s.counted(r.layout.Index().Len())
	if r.foundNone() {
		return "not in this article"
	}
	which, total := "…", chrome.Grouped(all)
	if s.found && s.at.Chunk < len(s.sums) {
		nth := slices.Index(r.layout.Index().Matches(s.query, s.at.Chunk), s.at)
		which = chrome.Grouped(s.sums[s.at.Chunk] + nth + 1)
	}
	switch {
	case !done && all == 0:
		return "…"
	case !done:
		total += "…"
	}
	return which + "/" + total
}

// Cursor is where the terminal's cursor stands: in the words, while typing.
func (r *Reader) Cursor() *tea.Cursor {
	if !is[searching](r) || r.height == r.text() {
		return nil
	}
	return r.search.prompt.Cursor(0, r.height-1, r.width)
}

// showLine brings a line into the window, when it is not there: with more of
// the text below it than above.
func (r *Reader) showLine(line render.Pos) tea.Cmd {
	if r.shows(line) {
		return nil
	}
	to := r.bounded(r.layout.Move(line, -r.text()/3))
	if is[searching](r) {
		r.top = to
		return nil
	}
	return r.goTo(to)
}

// shows reports whether a line is in the window.
func (r *Reader) shows(p render.Pos) bool {
	return !p.Less(r.top) && p.Less(r.layout.Move(r.top, r.text())) || p == r.layout.Move(r.top, r.text()-1)
}

// searching is the mode in which the words are typed.
type searching struct{ reading }

func (m searching) scope() keys.Scope { return keys.InPrompt }

func (m searching) act(p keys.Command) (tea.Cmd, bool) {
	switch {
	case p.Op == keys.Cancel, p.Op == keys.DeleteBack && m.search.prompt.IsEmpty():
		return m.leaveSearch(), true
	case p.Op.EditsLine():
		return m.requery(m.search.prompt.Edit(p.Op)), true
	}
	switch p.Op {
	case keys.Accept, keys.Keep:
		return m.keepSearch(), true
	case keys.NextChoice:
		return m.step(1), true
	case keys.PrevChoice:
		return m.step(-1), true
	}
	return nil, false
}

// letter gives a key or a paste to the line, and searches when the words changed.
func (m searching) letter(msg tea.Msg) tea.Cmd { return m.requery(m.search.prompt.Type(msg)) }

func (m searching) requery(cmd tea.Cmd, changed bool) tea.Cmd {
	if !changed {
		return cmd
	}
	return tea.Batch(cmd, m.query())
}

// click ends the typing, as one who has found what they look for does.
func (m searching) click(x, y int) tea.Cmd {
	cmd := m.keepSearch()
	return tea.Batch(cmd, m.mode.click(x, y))
}

func (m searching) status() string { return m.searchLine() }

// IsEmpty reports whether a line is typed in which nothing stands.
func (r *Reader) IsEmpty() bool { return is[searching](r) && r.search.prompt.IsEmpty() }
