package reader

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/intent"
	"lede/ui/render"
)

// selection is what the mouse selects in the text. It is a stretch of the text, and
// so of no line of the screen: it stays through a resize.
type selection struct {
	made   render.Stretch // what is selected
	first  render.Stretch // what was pressed on: a character, a word, a block
	of     int            // clicks that selected it: 2 for words, 3 for blocks
	x, y   int            // cell of the press, then of the pointer
	held   bool           // the button is down
	moved  bool           // and the pointer was moved
	edge   int            // beyond which edge the pointer is held: 1 is the bottom
	ticks  bool           // a timer for that is running
	counts bool           // a press on the same cell counts on
	number int            // of the press, so that no older timer counts
}

const (
	// clickAgain is how soon after a click the next one counts on.
	clickAgain = 400 * time.Millisecond
	// edgeStep is how often the text scrolls while the pointer is held at its edge.
	edgeStep = 60 * time.Millisecond
)

// clickedMsg comes clickAgain after a press, edgeMsg edgeStep after a step.
type (
	clickedMsg struct{ number int }
	edgeMsg    struct{ number int }
)

// pressText begins to select where the button was pressed. A second press selects
// words, a third one blocks.
func (r *Reader) pressText(x, y int) tea.Cmd {
	if y >= r.text() {
		r.deselect()
		return nil
	}
	before := r.selection
	s := selection{of: 1, x: x, y: y, held: true, counts: true, number: before.number + 1}
	if before.counts && !before.held && before.x == x && before.y == y {
		s.of = before.of%3 + 1
	}
	r.selection = s
	r.selection.first = r.unit(x, y)
	if s.of > 1 {
		r.selection.made = r.selection.first
	}
	return r.fx.Tick(clickAgain, clickedMsg{s.number})
}

// unit is what is selected at a cell of the screen.
func (r *Reader) unit(x, y int) render.Stretch {
	if n := len(r.layout.Lines(r.top, r.text())); y >= n { // below the text
		x, y = 1<<20, n-1
	}
	p := r.layout.Move(r.top, y)
	at := r.layout.Under(p, x)
	switch {
	case r.selection.of == 2 && !at.IsEmpty():
		return r.layout.WordAt(at)
	case r.selection.of == 3:
		if block, _ := r.layout.BlockAt(p); !block.IsEmpty() {
			return block
		}
	}
	return at
}

// Drag selects up to a cell of the screen, while the button is held. At the edges
// the text scrolls, a line for each motion and for each edgeStep.
func (r *Reader) Drag(x, y int) tea.Cmd {
	s := &r.selection
	if !s.held || !s.moved && s.x == x && s.y == y || !is[reading](r) {
		return nil
	}
	edge := 0
	switch {
	case y >= r.text():
		edge = 1
	case y <= 0 && (s.y > 0 || s.edge < 0): // who moves along the first line stays there
		edge = -1
	}
	s.x, s.y, s.moved, s.edge = x, y, true, edge
	return r.selectOn()
}

// selectOn selects up to the pointer; beyond an edge it scrolls first.
func (r *Reader) selectOn() tea.Cmd {
	s := &r.selection
	var cmd tea.Cmd
	if s.edge != 0 {
		cmd = r.scroll(s.edge)
		if !s.ticks {
			s.ticks = true
			cmd = tea.Batch(cmd, r.fx.Tick(edgeStep, edgeMsg{s.number}))
		}
	}
	s.made = s.first.Union(r.unit(s.x, max(0, min(s.y, r.text()-1))))
	return cmd
}

// heldAtEdge scrolls on while the pointer is held at an edge.
func (r *Reader) heldAtEdge(msg edgeMsg) tea.Cmd {
	s := &r.selection
	if msg.number != s.number {
		return nil
	}
	s.ticks = false
	if !s.held || s.edge == 0 || !r.shown {
		return nil
	}
	top := r.top
	if cmd := r.selectOn(); r.top != top {
		return cmd
	}
	return nil // there is no more
}

// Release ends a drag, and copies what it selected; where nothing was moved, it is
// a click.
func (r *Reader) Release(x, y int) tea.Cmd {
	cmd := r.Drag(x, y) // not every terminal tells the way there
	r.released = true
	return tea.Batch(cmd, r.letGo())
}

func (r *Reader) letGo() tea.Cmd {
	s := &r.selection
	if !s.held {
		return nil
	}
	s.held, s.edge = false, 0
	if !s.moved && s.of == 1 {
		return r.clickText(s.x, s.y)
	}
	if s.moved {
		s.counts = false
	}
	r.copySelection()
	return nil
}

// clickOver takes the next click for a first one. On a terminal that never tells of
// a release, there was one now.
func (r *Reader) clickOver(msg clickedMsg) tea.Cmd {
	if msg.number != r.selection.number || !r.shown {
		return nil
	}
	var cmd tea.Cmd
	if !r.released && !r.selection.moved {
		cmd = r.letGo()
	}
	r.selection.counts = false
	return cmd
}

// hasSelection reports whether something is selected.
func (r *Reader) hasSelection() bool { return !r.selection.made.IsEmpty() }

// deselect takes the selection away.
func (r *Reader) deselect() { r.selection = selection{number: r.selection.number + 1} }

// keepSelection takes the selection away where it is not the same text any more as
// in the layout before.
func (r *Reader) keepSelection(old *render.Layout) {
	s := &r.selection
	of := s.first
	if r.hasSelection() {
		of = of.Union(s.made)
	}
	if (s.held || r.hasSelection()) && !r.layout.Holds(of, old) {
		r.deselect()
	}
}

// copySelection copies what is selected.
func (r *Reader) copySelection() {
	made := r.selection.made
	if made.From.Part == made.To.Part && strings.TrimSpace(r.layout.Copy(made)) == "" {
		r.selection.made = render.Stretch{}
		return
	}
	layout := r.layout.Apart()
	r.Ask(intent.CopyRead{Read: func() intent.Copy {
		text := layout.Copy(made)
		return intent.Copy{Text: text, What: wordsOf(text) + "."}
	}})
}

// wordsOf says how many words a text has.
func wordsOf(text string) string {
	return counted(articles.MeasureText(text).Total(), "word")
}

// counted is a number of something, in words.
func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return chrome.Grouped(n) + " " + what + "s"
}

// selected shows what is selected in the lines of the window.
func (r *Reader) selected(lines []string) []string {
	if !r.hasSelection() {
		return lines
	}
	for i, columns := range r.layout.Selected(r.selection.made, r.top, len(lines)) {
		for _, c := range columns {
			lines[i] = restyled(lines[i], c.From, c.To, r.theme.Screen.Selected)
		}
	}
	return lines
}
