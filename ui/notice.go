package ui

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/theme"
)

// notice is a line that stands in the footer for a while. One that is longer
// stands above it, until the next key: it takes a while to read.
type notice struct {
	text   string
	bad    bool
	due    bool // its time is over, and it waits for a key
	number int  // of the notice; only its own timer takes it away
	tick   ticker
}

// Where there are fewestNoticed lines or more, a notice takes as many of them as
// it needs, up to noticeLines and the rule above.
const (
	noticeLines   = 3
	fewestNoticed = noticeLines + 2
)

// say shows text and takes it away after noticeFor.
func (n *notice) say(text string) tea.Cmd { return n.show(text, false) }

// hold shows text for as long as something goes on.
func (n *notice) hold(text string) {
	n.text, n.bad, n.due, n.number = articles.CleanLine(text), false, false, n.number+1
}

// complain shows an error.
func (n *notice) complain(err error) tea.Cmd { return n.show(err.Error(), true) }

func (n *notice) show(text string, bad bool) tea.Cmd {
	n.text, n.bad, n.due, n.number = articles.CleanLine(text), bad, false, n.number+1
	number := n.number
	return n.tick(noticeFor, func(time.Time) tea.Msg { return noticeOverMsg{number} })
}

// over ends the time of a notice on a screen of so many columns.
func (n *notice) over(msg noticeOverMsg, width int) {
	if msg.number != n.number {
		return
	}
	n.due = true
	if !n.long(width) {
		n.text = ""
	}
}

// dismiss takes a notice away that waits for a key, and says whether there was
// one.
func (n *notice) dismiss(width int) bool {
	waits := n.text != "" && (n.due || n.long(width))
	if waits {
		n.text = ""
	}
	return waits
}

// lead is what stands before a notice.
func (n *notice) lead() string {
	if n.bad {
		return " ! "
	}
	return " "
}

// long reports whether a notice does not fit a line of so many columns.
func (n *notice) long(width int) bool { return ansi.StringWidth(n.lead()+n.text) > width }

// lines is a notice in lines of at most so many columns, the last one cut when
// there would be too many.
func (n *notice) lines(t *theme.Theme, width int) []string {
	lead, style := n.lead(), t.Screen.Notice
	if n.bad {
		style = lipgloss.NewStyle()
	}
	room := max(2, width-len(lead))
	// Paths, which have no blanks, break after their slashes.
	lines := strings.Split(ansi.Wrap(n.text, room, "/"), "\n")
	if len(lines) > noticeLines {
		lines = lines[:noticeLines]
		last := &lines[noticeLines-1]
		*last = ansi.Truncate(*last, room-1, "") + "…"
	}
	for i, line := range lines {
		lines[i] = cut(t.Screen.Error.Render(lead)+style.Render(line), width)
		lead = strings.Repeat(" ", len(lead))
	}
	return lines
}

// cover puts a long notice over the last lines of a screen, but for the very
// last one when that is kept.
func (n *notice) cover(screen string, t *theme.Theme, left, width int, keep bool) string {
	lines := strings.Split(screen, "\n")
	if len(lines) < fewestNoticed {
		return screen
	}
	indent := strings.Repeat(" ", left)
	block := []string{indent + t.Screen.Rule.Render(strings.Repeat("─", width))}
	for _, line := range n.lines(t, width) {
		block = append(block, indent+line)
	}
	end := len(lines)
	if keep {
		end--
	}
	copy(lines[end-len(block):end], block)
	return strings.Join(lines, "\n")
}

func (n *notice) render(t *theme.Theme) string {
	if n.bad {
		return t.Screen.Error.Render("! ") + n.text
	}
	return t.Screen.Notice.Render(n.text)
}
