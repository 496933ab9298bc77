package reader

import (
	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/keys"
)

// mode is what the reader is about, and so what the next key is for. There is
// always one. Those that are not plain reading embed [reading] for what they leave
// as it is.
type mode interface {
	// scope is what the keys mean.
	scope() keys.Scope
	// act does what a key asks for; false for what is not the mode's. It is given
	// keys.None for a key that means nothing.
	act(p keys.Command) (tea.Cmd, bool)
	// letter takes a key or a paste that is text, where the scope has text.
	letter(msg tea.Msg) tea.Cmd
	// click takes a click on a cell of the screen, and wheel a turn by notches.
	click(x, y int) tea.Cmd
	wheel(notches int) tea.Cmd
	// over draws what the mode shows over or beside the lines of the text.
	over(lines []string) []string
	// status is the bottom line; empty for the one of plain reading.
	status() string
}

// reading is the plain mode.
type reading struct{ *Reader }

func (m reading) scope() keys.Scope {
	if m.atRelated() {
		return keys.InEnding
	}
	return keys.InReader
}

func (m reading) act(p keys.Command) (tea.Cmd, bool) { return m.actReading(p) }
func (m reading) letter(msg tea.Msg) tea.Cmd         { return m.pasted(msg) }
func (m reading) click(x, y int) tea.Cmd             { return m.pressText(x, y) }
func (m reading) wheel(notches int) tea.Cmd          { return m.scroll(notches * wheelLines) }
func (m reading) over(lines []string) []string       { return lines }
func (m reading) status() string                     { return m.linkStatus() }

// wheelLines is how far a notch of the wheel scrolls a text.
const wheelLines = 3

// read goes back to plain reading.
func (r *Reader) read() { r.mode = reading{r} }

// is reports whether the reader's mode is of a kind.
func is[M mode](r *Reader) bool {
	_, ok := r.mode.(M)
	return ok
}

// Scope is what the keys mean now.
func (r *Reader) Scope() keys.Scope { return r.mode.scope() }

// Act does what a key asks for; it answers false for what is not the reader's.
func (r *Reader) Act(p keys.Command) (tea.Cmd, bool) {
	if !r.hasSelection() {
		return r.mode.act(p)
	}
	defer r.deselect()
	if p.Op == keys.Cancel && is[reading](r) {
		return nil, true
	}
	return r.mode.act(p)
}

// Type gives a letter or a paste to what is typed.
func (r *Reader) Type(msg tea.Msg) tea.Cmd { return r.mode.letter(msg) }

// Click does what a press of the button on a cell of the screen asks for; in the
// text that waits for the release.
func (r *Reader) Click(x, y int) tea.Cmd { return r.mode.click(x, y) }

// Wheel scrolls what is under the wheel by its notches.
func (r *Reader) Wheel(notches int) tea.Cmd { return r.mode.wheel(notches) }

// WheelSideways shifts what is cut by columns, and says nothing when nothing is: a
// wheel is easily turned a little askew.
func (r *Reader) WheelSideways(columns int) {
	if is[reading](r) {
		r.layout.Shift(columns, r.top, r.text())
	}
}

// atRelated reports whether the related articles are on the screen, where
// digits open them.
func (r *Reader) atRelated() bool {
	for _, line := range r.layout.Lines(r.top, r.text()) {
		if line.Related > 0 {
			return true
		}
	}
	return false
}

// clickText follows the link that was clicked, or opens the related article.
func (r *Reader) clickText(x, y int) tea.Cmd {
	if y >= r.text() {
		return nil
	}
	if k, ok := r.linkUnder(x, y); ok {
		r.chosen = &k
		return r.follow(k)
	}
	if i, ok := r.layout.RelatedAt(r.layout.Move(r.top, y)); ok {
		r.openRelated(i)
	}
	return nil
}

// Able reports whether an operation has something to do now.
func (r *Reader) Able(o keys.Op) bool {
	switch o {
	case keys.NextMatch, keys.PrevMatch, keys.EndSearch:
		return r.search.on()
	case keys.NextChoice, keys.PrevChoice:
		return is[searching](r)
	case keys.Complete, keys.ChoicesDown, keys.ChoicesUp:
		return false
	case keys.ReadHere, keys.Browse:
		m, ok := r.mode.(menu)
		return !ok || articles.IsWeb(m.address)
	case keys.Add:
		m, ok := r.mode.(menu)
		return !ok || m.given
	case keys.Choose:
		return !is[*relating](r) || len(r.related) > 0
	case keys.ScreenTop, keys.ScreenMiddle, keys.ScreenBottom:
		return false // there is no cursor to move
	case keys.Save:
		return !r.Saved
	case keys.Star, keys.Read, keys.Tag, keys.Archive, keys.Extract:
		return r.Saved
	case keys.Follow:
		return r.chosenAt() >= 0
	case keys.ShiftRight, keys.ShiftLeft, keys.ShiftEnd, keys.ShiftStart:
		return r.cut
	case keys.Number, keys.NextRelated:
		return len(r.related) > 0
	}
	return o.Group() != keys.Moving || r.Able(keys.Choose) // a panel without rows
}
