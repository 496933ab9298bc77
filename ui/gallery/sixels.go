package gallery

import (
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/ui/picture"
)

// sixels draws images as sixels. They belong to no cell of the screen, so the
// program's renderer can neither move nor clip them, and terminals disagree on
// what becomes of them when text scrolls. So the cells hold the picture in
// half-blocks; when the screen has stood still for a moment, the images are
// drawn over those that show whole, and when it changes they are cleared away
// at once, with everything else.
type sixels struct {
	frame  string // what the screen shows; empty for a screen without sixels
	stale  bool   // something else has used the terminal since
	change int    // number of the last change of it
	drawn  bool
}

// stillAfter is how long the screen stands still before images are drawn:
// longer than a held key repeats.
const stillAfter = 150 * time.Millisecond

// DrawsSixels reports whether images are drawn over the screen, so that
// [Gallery.DrawOver] is to be given what it shows.
func (g *Gallery) DrawsSixels() bool { return g.means() == picture.Sixels }

// DrawOver has images drawn over a frame, the whole screen with its styles, once it
// has stood still. It is called after every message; with an empty frame where the
// screen shows no article or [Gallery.DrawsSixels] is false, which costs nothing.
func (g *Gallery) DrawOver(frame string) tea.Cmd { return g.sixels.show(frame, g.Tick) }

// DrawAgain has the images drawn again after something else has used the terminal.
func (g *Gallery) DrawAgain() { g.sixels.stale = true }

// show takes in what the screen shows.
func (s *sixels) show(frame string, tick ticker) tea.Cmd {
	if frame == s.frame && !s.stale {
		return nil
	}
	s.frame, s.stale = frame, false
	s.change++
	var cmds []tea.Cmd
	if s.drawn {
		s.drawn = false
		cmds = append(cmds, tea.ClearScreen)
	}
	if change := s.change; frame != "" {
		cmds = append(cmds, tick(stillAfter, func(time.Time) tea.Msg { return stillMsg{change} }))
	}
	return tea.Batch(cmds...)
}

// draw draws the images that show whole, if the screen has not changed since.
func (s *sixels) draw(msg stillMsg, pictures map[cacheKey]*scaled) string {
	if msg.change != s.change {
		return ""
	}
	var out strings.Builder
	lines := strings.Split(s.frame, "\n")
	for y := range lines {
		for _, p := range pictures {
			if x, ok := p.stands(lines[y:]); ok {
				out.WriteString("\x1b7" + "\x1b[" + strconv.Itoa(y+1) + ";" + strconv.Itoa(x+1) + "H" + p.sixels + "\x1b8")
				break // another with the same rows is the same image
			}
		}
	}
	s.drawn = out.Len() > 0
	return out.String()
}

// stands reports whether all rows of a picture stand in the first of lines, with
// nothing over them, and in which column.
func (p *scaled) stands(lines []string) (x int, ok bool) {
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
