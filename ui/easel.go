package ui

import (
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/ui/picture"
)

// easel draws images as sixels. They belong to no cell of the screen, so the
// program's renderer can neither move nor clip them, and terminals disagree on
// what becomes of them when text scrolls. So the cells hold the picture in
// half-blocks; when the screen has stood still for a moment, the images are
// drawn over those that show whole, and when it changes they are cleared away
// at once, with everything else.
type easel struct {
	frame  string // what the screen shows, or a word for a screen without pictures
	change int    // number of the last change of it
	drawn  bool
}

// stillAfter is how long the screen stands still before images are drawn:
// longer than a held key repeats.
const stillAfter = 150 * time.Millisecond

// attend looks whether the screen has changed. It is called after every
// message, and costs nothing where no sixels are.
func (a *app) attend() tea.Cmd {
	e, sixels := &a.easel, a.reader.gallery.means() == picture.Sixels && a.reader.layout != nil
	frame := "no pictures"
	switch {
	case !sixels && !e.drawn:
		return nil
	case sixels && a.at == inReader:
		frame = a.noticed(a.reader.screen(a.notice))
	}
	if frame == e.frame {
		return nil
	}
	e.frame = frame
	e.change++
	var cmds []tea.Cmd
	if e.drawn {
		e.drawn = false
		cmds = append(cmds, tea.ClearScreen)
	}
	change := e.change
	return tea.Batch(append(cmds, a.fx.tick(stillAfter, func(time.Time) tea.Msg { return stillMsg{change} }))...)
}

// drawAgain has the images drawn after something else has used the terminal.
func (e *easel) drawAgain() { e.frame = "" }

// draw draws the images that show whole, if the screen has not changed since.
func (a *app) draw(msg stillMsg) tea.Cmd {
	e := &a.easel
	if msg.change != e.change || a.at != inReader {
		return nil
	}
	var out strings.Builder
	lines := strings.Split(e.frame, "\n")
	for y := range lines {
		for _, p := range a.reader.gallery.plates {
			if x, ok := p.stands(lines[y:]); ok {
				out.WriteString("\x1b7" + "\x1b[" + strconv.Itoa(y+1) + ";" + strconv.Itoa(x+1) + "H" + p.sixels + "\x1b8")
				break // another with the same rows is the same image
			}
		}
	}
	e.drawn = out.Len() > 0
	return raw(out.String())
}

// stands reports whether all rows of a plate stand at the start of lines, with
// nothing over them, and in which column.
func (p *plate) stands(lines []string) (x int, ok bool) {
	// Below the last of them stands a caption or the status line: the image
	// never touches the last row, where it would scroll the screen.
	if p.sixels == "" || len(p.rows) == 0 || len(lines) <= len(p.rows) {
		return 0, false
	}
	for i, row := range p.rows {
		before, _, found := strings.Cut(lines[i], row)
		at := ansi.StringWidth(before)
		if !found || i > 0 && at != x {
			return 0, false
		}
		x = at
	}
	return x, true
}
