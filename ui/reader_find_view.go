package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/render"
)

// lines is the window on the text, with what is searched marked in it.
func (r *reader) lines() []render.Line {
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
func (r *reader) searchLine() string {
	st, s := r.theme.Screen, &r.search
	left := st.Key.Render(promptLead)
	count := r.tally()
	if s.round != "" {
		count += " · " + s.round
	}
	if s.typing {
		left += s.input.View() + "  "
		if s.query == nil {
			count = "words of this article"
		}
		return fit(left+st.Hint.Render(count), "", r.width)
	}
	const least = 8 // columns of the words that still tell something
	room := max(least, r.width-len(promptLead)-ansi.StringWidth(count)-4)
	left += cut(articles.CleanLine(s.input.Value()), room) + "  " + st.Hint.Render(count) + "  "
	end := st.Key.Render("Esc") + st.Hint.Render(" ends ")
	if !r.foundNone() {
		steps := st.Key.Render("n N") + st.Hint.Render(" next, previous · ")
		if line := spread(left, steps+end, r.width); line != "" {
			return line
		}
	}
	return fit(left, end, r.width)
}

// foundNone reports whether all is counted and nothing was found.
func (r *reader) foundNone() bool {
	s := &r.search
	return s.counted(r.layout.Index().Len()) && s.sums[len(s.sums)-1] == 0
}

// tally says which of how many matches the reader is at: "3/17", and "…" for
// what is not counted yet.
func (r *reader) tally() string {
	s := &r.search
	if s.query == nil {
		return ""
	}
	all := s.sums[len(s.sums)-1]
	done := s.counted(r.layout.Index().Len())
	if r.foundNone() {
		return "not in this article"
	}
	which, total := "…", grouped(all)
	if s.found && s.at.Chunk < len(s.sums) {
		nth := slices.Index(r.layout.Index().Matches(s.query, s.at.Chunk), s.at)
		which = grouped(s.sums[s.at.Chunk] + nth + 1)
	}
	switch {
	case !done && all == 0:
		return "…"
	case !done:
		total += "…"
	}
	return which + "/" + total
}

// cursorAt is where the terminal's cursor stands: in the words, while typing.
func (r *reader) cursorAt() *tea.Cursor {
	c := r.search.input.Cursor()
	if !r.search.typing || r.height == r.text() || c == nil {
		return nil
	}
	c.X += len(promptLead)
	c.Y = r.height - 1
	if c.X >= r.width {
		return nil
	}
	return c
}
