package chrome

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/ui/intent"
	"lede/ui/keys"
	"lede/ui/theme"
)

// Help shows what the keys do where the reader is: grouped, in as many columns as
// fit, and only what works now. What is typed leaves what it is in: no letter does what
// it does elsewhere.
type Help struct {
	intent.Asked
	theme  *theme.Theme
	names  *keys.Bindings
	of     keys.Scope
	all    []keys.Section
	prompt Prompt
	typing bool
	top    int
	width  int
	height int
}

// SetTheme draws the help in other colours from now on.
func (h *Help) SetTheme(t *theme.Theme) { h.theme = t }

// mostHelp is how long what is looked for in the help may be, in characters.
const mostHelp = 60

// NewHelp makes the help of a place. Able says what can be done there now.
func NewHelp(t *theme.Theme, names *keys.Bindings, of keys.Scope, able func(keys.Op) bool) *Help {
	h := &Help{theme: t, names: names, of: of, prompt: NewPrompt("find:", "a key or what it does", mostHelp)}
	for _, s := range names.Groups(of) {
		lines := s.Lines[:0:0]
		for _, l := range s.Lines {
			if able(l.Op) {
				lines = append(lines, l)
			}
		}
		if s.Lines = lines; len(lines) > 0 {
			h.all = append(h.all, s)
		}
	}
	return h
}

// Of is the place that the help is about.
func (h *Help) Of() keys.Scope { return h.of }

// Scope is what the keys mean now.
func (h *Help) Scope() keys.Scope {
	if h.typing {
		return keys.InPrompt
	}
	return keys.InHelp
}

// Resize lays the help out for a window of a size.
func (h *Help) Resize(width, height int) {
	h.width, h.height = width, height
	h.scroll(0)
}

// Type looks for what is typed.
func (h *Help) Type(msg tea.Msg) tea.Cmd {
	var open tea.Cmd
	if !h.typing {
		h.typing = true
		open = h.prompt.Open("")
	}
	cmd, _ := h.prompt.Type(msg)
	h.top = 0
	return tea.Batch(open, cmd)
}

// Act does what a key asks for; false for what is not the help's.
func (h *Help) Act(c keys.Command) (tea.Cmd, bool) {
	n, page := max(1, c.Count), max(1, h.room()-1)
	switch c.Op {
	case keys.Down, keys.NextChoice:
		h.scroll(n)
	case keys.Up, keys.PrevChoice:
		h.scroll(-n)
	case keys.HalfDown:
		h.scroll(n * max(1, page/2))
	case keys.HalfUp:
		h.scroll(-n * max(1, page/2))
	case keys.PageDown, keys.ChoicesDown:
		h.scroll(n * page)
	case keys.PageUp, keys.ChoicesUp:
		h.scroll(-n * page)
	case keys.Top:
		h.top = 0
	case keys.End:
		h.scroll(len(h.lines()))
	case keys.Filter:
		h.typing = true
		return h.prompt.Open(""), true
	case keys.Accept:
		h.typing = false
		h.prompt.Close()
	case keys.Cancel:
		h.cancel()
	case keys.Out, keys.Help:
		h.Ask(intent.Uncover{})
	default:
		return h.edit(c.Op)
	}
	return nil, true
}

// cancel takes back what is looked for; with nothing it leaves.
func (h *Help) cancel() {
	if !h.typing && h.prompt.IsEmpty() {
		h.Ask(intent.Uncover{})
		return
	}
	h.typing = false
	h.prompt.Clear()
}

func (h *Help) edit(o keys.Op) (tea.Cmd, bool) {
	if !h.typing || !o.EditsLine() {
		return nil, false
	}
	if o == keys.DeleteBack && h.prompt.IsEmpty() {
		h.cancel()
		return nil, true
	}
	cmd, _ := h.prompt.Edit(o)
	h.top = 0
	return cmd, true
}

// Click closes the help.
func (h *Help) Click(int, int) tea.Cmd {
	h.Ask(intent.Uncover{})
	return nil
}

// Wheel scrolls by notches.
func (h *Help) Wheel(notches int) tea.Cmd {
	const lines = 3
	h.scroll(notches * lines)
	return nil
}

func (h *Help) scroll(by int) { h.top = max(0, min(h.top+by, len(h.lines())-h.room())) }

// room is how many lines of the help the screen shows.
func (h *Help) room() int { return max(1, h.height-h.head()-1) }

// head is the lines above: the title and a blank one, where there is room.
func (h *Help) head() int {
	const roomy = 6
	if h.height < roomy {
		return 0
	}
	return 2
}

// Over draws the help in place of a frame.
func (h *Help) Over(string) string {
	st := h.theme.Screen
	lines := []string{Cut(" "+st.Brand.Render("Keys")+st.Hint.Render(" in "+h.of.String()), h.width), ""}[:h.head()]
	all := h.lines()
	lines = append(lines, all[min(h.top, len(all)):min(h.top+h.room(), len(all))]...)
	for len(lines) < h.height-1 {
		lines = append(lines, "")
	}
	lines = append(lines, h.foot(len(all)))
	return strings.Join(lines[max(0, len(lines)-h.height):], "\n")
}

func (h *Help) foot(lines int) string {
	if h.typing {
		return h.prompt.Line(h.theme, h.leave(), h.width)
	}
	hints := []Hint{{keys.Cancel, "back"}, {keys.Filter, "or a word finds"}}
	if lines > h.room() {
		hints = append(hints, Hint{keys.Down, ""}, Hint{keys.Up, "scroll"})
	}
	if !h.prompt.IsEmpty() {
		hints[0].Words = "shows all"
	}
	return Cut(" "+Hints(h.theme, h.names, keys.InHelp, hints...), h.width)
}

// leave says behind what is typed how to take it back: whoever meant to close the help
// by a letter has typed it.
func (h *Help) leave() string {
	if h.prompt.IsEmpty() {
		return ""
	}
	return h.names.Said(keys.Cancel, keys.InPrompt) + " shows all"
}

// Cursor is where the terminal's cursor stands: in what is looked for.
func (h *Help) Cursor() *tea.Cursor {
	if !h.typing {
		return nil
	}
	return h.prompt.Cursor(0, h.height-1, h.width)
}
