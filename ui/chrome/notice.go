package chrome

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/effect"
	"lede/ui/theme"
)

// Notice is a line that stands in the footer for a while, or until the next key. One
// that is longer stands above it, until the next key: it takes a while to read.
type Notice struct {
	text   string
	bad    bool
	seen   bool          // it stood there for long enough to be noticed
	due    bool          // its time is over, and it waits for a key
	number int           // of the notice; only its own timer takes it away
	await  string        // what was typed of a key that is not whole
	Tick   effect.Ticker // [tea.Tick], or of tests
}

// Where there are fewestNoticed lines or more, a notice takes as many of them as
// it needs, up to noticeLines and the rule above.
const (
	noticeLines   = 3
	fewestNoticed = noticeLines + 2
)

// Say shows text and takes it away after noticeFor.
func (n *Notice) Say(text string) tea.Cmd { return n.Show(text, false) }

// Hold shows text for as long as something goes on.
func (n *Notice) Hold(text string) { n.set(text, false) }

// Complain shows an error.
func (n *Notice) Complain(err error) tea.Cmd { return n.Show(err.Error(), true) }

// Show is Say, or Complain.
func (n *Notice) Show(text string, bad bool) tea.Cmd {
	n.set(text, bad)
	number := n.number
	return tea.Batch(
		n.Tick(noticedIn, func(time.Time) tea.Msg { return NoticeOver{number, false} }),
		n.Tick(noticeFor, func(time.Time) tea.Msg { return NoticeOver{number, true} }),
	)
}

func (n *Notice) set(text string, bad bool) {
	n.text, n.bad, n.seen, n.due = articles.CleanLine(text), bad, false, false
	n.number++
}

// Over ends the time of a notice on a screen of so many columns, or the time in
// which nobody has noticed it.
func (n *Notice) Over(msg NoticeOver, width int) {
	if msg.number != n.number {
		return
	}
	n.seen, n.due = true, msg.all
	if n.due && !n.Long(width) {
		n.text = ""
	}
}

// Dismiss takes a notice away with a key or a click, and says whether it lay over
// something then. One that nobody can have noticed stays: keys that are typed fast,
// or held, are no answer to it.
func (n *Notice) Dismiss(width int) (lay bool) {
	lay = n.text != "" && (n.due || n.Long(width))
	if lay || n.seen {
		n.text = ""
	}
	return lay
}

// lead is what stands before a notice.
func (n *Notice) lead() string {
	if n.bad {
		return " ! "
	}
	return " "
}

// Long reports whether a notice does not fit a line of so many columns.
func (n *Notice) Long(width int) bool { return ansi.StringWidth(n.lead()+n.Text()) > width }

// lines is a notice in lines of at most so many columns, the last one cut when
// there would be too many.
func (n *Notice) lines(t *theme.Theme, width int) []string {
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
		lines[i] = Cut(t.Screen.Error.Render(lead)+style.Render(line), width)
		lead = strings.Repeat(" ", len(lead))
	}
	return lines
}

// Cover puts a long notice over the last lines of a screen, but for the very
// last one when that is kept.
func (n *Notice) Cover(screen string, t *theme.Theme, left, width int, keep bool) string {
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

// Render is a notice that fits a line.
func (n *Notice) Render(t *theme.Theme) string {
	if n.IsBad() {
		return t.Screen.Error.Render("! ") + n.text
	}
	return t.Screen.Notice.Render(n.Text())
}

// Text is what the notice says; empty for none.
func (n *Notice) Text() string {
	if n.await != "" {
		return n.await + " …"
	}
	return n.text
}

// Await shows what was typed so far of a number or a sequence of keys, over any
// notice; empty for nothing.
func (n *Notice) Await(typed string) { n.await = typed }

// IsBad reports whether it is an error.
func (n *Notice) IsBad() bool { return n.bad && n.await == "" }

// Hush takes the notice away.
func (n *Notice) Hush() { n.text = "" }

// NoticeOver comes when a notice can have been noticed, and when all of its time is
// over.
type NoticeOver struct {
	number int
	all    bool
}

const (
	noticedIn = 300 * time.Millisecond // keys come faster while one is held
	noticeFor = 4 * time.Second        // how long a notice stands
)
