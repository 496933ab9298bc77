package chrome

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/ui/intent"
	"lede/ui/keys"
	"lede/ui/theme"
)

// Help shows what the keys do where the reader is: grouped, in as many columns as
// fit, and only what works now. What is typed leaves what it is in.
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
		return h.prompt.Line(h.theme, "", h.width)
	}
	hints := []Hint{{keys.Out, "back"}, {keys.Filter, "or a word finds"}}
	if lines > h.room() {
		hints = append(hints, Hint{keys.Down, ""}, Hint{keys.Up, "scroll"})
	}
	if !h.prompt.IsEmpty() {
		hints = append([]Hint{{keys.Cancel, "shows all"}}, hints...)
	}
	return Cut(" "+Hints(h.theme, h.names, keys.InHelp, hints...), h.width)
}

// Cursor is where the terminal's cursor stands: in what is looked for.
func (h *Help) Cursor() *tea.Cursor {
	if !h.typing {
		return nil
	}
	return h.prompt.Cursor(0, h.height-1, h.width)
}

// The columns of a help are at least so wide, and so far apart.
const (
	helpColumn = 44
	helpGap    = 2
)

// lines are all lines of the help, in columns.
func (h *Help) lines() []string {
	columns := max(1, (h.width+helpGap)/(helpColumn+helpGap))
	width := (h.width+helpGap)/columns - helpGap
	var blocks [][]string
	for _, s := range h.all {
		if block := h.block(s, width); len(block) > 0 {
			blocks = append(blocks, block)
		}
	}
	if len(blocks) == 0 {
		return []string{Cut("  "+h.theme.Screen.Hint.Render("Nothing here is called so."), h.width)}
	}
	return beside(blocks, columns, width)
}

// block is a group in lines of a width, those that what is typed is in.
func (h *Help) block(s keys.Section, width int) []string {
	const indent, least = 2, 20 // columns; below it the words stand under the keys
	st, words := h.theme.Screen, strings.Fields(strings.ToLower(h.prompt.Text()))
	var lines []keys.Line
	wide := 0
	for _, l := range s.Lines {
		text := strings.ToLower(l.Op.String() + " " + l.Does + " " + strings.Join(l.Keys, " ") + " " + s.Title)
		if !containsAll(text, words) {
			continue
		}
		lines = append(lines, l)
		wide = max(wide, ansi.StringWidth(l.Said()))
	}
	if len(lines) == 0 {
		return nil
	}
	block := []string{Cut("  "+st.Brand.Render(s.Title), width)}
	wide = min(wide, width/2)
	under := width-wide-2*indent < least
	for _, l := range lines {
		names := st.Key.Render(Cut(l.Said(), width-indent))
		if under {
			block = append(block, Cut("  "+names, width))
			for _, w := range Wrapped(l.Does, width-2*indent) {
				block = append(block, Cut("    "+w, width))
			}
			continue
		}
		for i, w := range Wrapped(l.Does, width-wide-2*indent) {
			left := ""
			if i == 0 {
				left = Cut(names, wide)
			}
			block = append(block, Cut("  "+left+strings.Repeat(" ", wide-ansi.StringWidth(left)+indent)+w, width))
		}
	}
	return append(block, "")
}

func containsAll(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// beside sets blocks in columns of about the same height, in their order. A block
// is never parted, so one that is long has a column of its own.
func beside(blocks [][]string, columns, width int) []string {
	total := 0
	for _, b := range blocks {
		total += len(b)
	}
	high := (total + columns - 1) / columns
	stacks := stack(blocks, high)
	for len(stacks) > columns {
		high++
		stacks = stack(blocks, high)
	}
	var lines []string
	for y := range high {
		line := ""
		for i, s := range stacks {
			if y >= len(s) {
				continue
			}
			at := i * (width + helpGap)
			line += strings.Repeat(" ", max(0, at-ansi.StringWidth(line))) + s[y]
		}
		lines = append(lines, line)
	}
	return lines
}

// stack fills columns of a height with blocks.
func stack(blocks [][]string, high int) [][]string {
	var stacks [][]string
	for _, b := range blocks {
		last := len(stacks) - 1
		if last < 0 || len(stacks[last])+len(b) > high+1 { // the blank line below may go
			stacks = append(stacks, nil)
			last++
		}
		stacks[last] = append(stacks[last], b...)
	}
	return stacks
}
