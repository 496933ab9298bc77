package chrome

import (
	"slices"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"lede/ui/intent"
	"lede/ui/keys"
	"lede/ui/theme"
)

// Menu lies over the bottom of a screen and asks which of some choices the reader
// wants: by the letter of one, or by standing on it. In some of them a number can be typed.
type Menu struct {
	intent.Asked
	theme   *theme.Theme
	names   *keys.Bindings
	of      keys.Scope
	asked   intent.Menu
	letters []string // of the choices; empty for one without
	number  int      // that is typed, which is the last choice then; 0 for none
	cursor  int
	width   int
	height  int
}

// NewMenu makes the menu of a place. It stands on the choice that is as things are.
func NewMenu(t *theme.Theme, names *keys.Bindings, of keys.Scope, asked intent.Menu) *Menu {
	m := &Menu{theme: t, names: names, of: of, asked: asked}
	taken := map[string]bool{}
	for i, c := range asked.Choices {
		if c.Now {
			m.cursor = i
		}
		m.letters = append(m.letters, m.letter(c.Label, taken))
	}
	if asked.Number != nil {
		m.asked.Choices = append(slices.Clip(asked.Choices), asked.Number(0))
		m.letters = append(m.letters, "")
	}
	return m
}

// mostNumber is more than any number that is typed means.
const mostNumber = 99_999

// count takes in a number that is typed, and stands on it.
func (m *Menu) count(n int) {
	last := len(m.asked.Choices) - 1
	if m.asked.Number == nil || n > mostNumber || n == m.number {
		return
	}
	m.number, m.cursor = n, last
	m.asked.Choices[last] = m.asked.Number(n)
}

// letter is the first letter of a label that is no other choice's and no key.
func (m *Menu) letter(label string, taken map[string]bool) string {
	for _, r := range strings.ToLower(label) {
		letter := string(r)
		if unicode.IsLetter(r) && !taken[letter] && !m.names.Begins(keys.InChoice, letter) && m.names.Op(m.of, letter) != m.asked.Op {
			taken[letter] = true
			return letter
		}
	}
	return ""
}

// SetTheme draws the menu in other colours from now on.
func (m *Menu) SetTheme(t *theme.Theme) { m.theme = t }

// Scope is what the keys mean.
func (m *Menu) Scope() keys.Scope { return keys.InChoice }

// Of is the place that the menu is about.
func (m *Menu) Of() keys.Scope { return m.of }

// Resize lays the menu out for a window of a size.
func (m *Menu) Resize(width, height int) { m.width, m.height = width, height }

// Cursor is nowhere: nothing is typed.
func (m *Menu) Cursor() *tea.Cursor { return nil }

// Type takes the letter of a choice. The key that opened the menu goes on in it.
func (m *Menu) Type(msg tea.Msg) tea.Cmd {
	key, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
		return nil
	case m.names.Op(m.of, key.String()) == m.asked.Op:
		m.move(1)
		return nil
	case len(key.Text) == 1 && '0' <= key.Text[0] && key.Text[0] <= '9':
		m.count(10*m.number + int(key.Text[0]-'0'))
		return nil
	}
	for i, letter := range m.letters {
		if letter != "" && letter == key.Text {
			m.choose(i)
		}
	}
	return nil
}

// Act does what a key asks for; false for what is not the menu's.
func (m *Menu) Act(c keys.Command) (tea.Cmd, bool) {
	switch c.Op {
	case keys.Down:
		m.move(1)
	case keys.Up:
		m.move(-1)
	case keys.Choose:
		m.choose(m.cursor)
	case keys.DeleteBack:
		m.count(m.number / 10)
	case keys.Cancel, keys.Out:
		m.Ask(intent.Uncover{})
	default:
		return nil, false
	}
	return nil, true
}

// move goes round: a menu is short.
func (m *Menu) move(by int) {
	n := len(m.asked.Choices)
	m.cursor = ((m.cursor+by)%n + n) % n
}

func (m *Menu) choose(at int) {
	if m.asked.Number != nil && m.number == 0 && at == len(m.asked.Choices)-1 {
		return // it is still to be typed
	}
	m.Ask(intent.Uncover{})
	m.Ask(intent.Do{Command: m.asked.Choices[at].Command})
}

// Click chooses a line, or closes the menu when it is beside it.
func (m *Menu) Click(x, y int) tea.Cmd {
	left, width, first, room := m.place()
	at := y - (m.height - room)
	if x < left || x >= left+width || at < 0 || at >= room {
		m.Ask(intent.Uncover{})
		return nil
	}
	m.choose(first + at)
	return nil
}

// Wheel moves the cursor by lines.
func (m *Menu) Wheel(notches int) tea.Cmd {
	m.cursor = max(0, min(m.cursor+notches, len(m.asked.Choices)-1))
	return nil
}

// menuHead is the rule and the title of a menu.
const menuHead = 2

// place is where the menu stands, and which of its choices there is room for.
func (m *Menu) place() (left, width, first, room int) {
	width = min(m.width, WidestPanel)
	n := len(m.asked.Choices)
	room = max(1, min(n, m.height-menuHead))
	first = max(0, min(m.cursor-room/2, n-room))
	return (m.width - width) / 2, width, first, room
}

// Over draws the menu over the bottom of a frame.
func (m *Menu) Over(frame string) string {
	left, width, first, room := m.place()
	drawn := []string{
		m.theme.Screen.Rule.Render(strings.Repeat("─", width)),
		Head(m.theme, m.names, keys.InChoice, " "+m.asked.Title, width, Hint{keys.Choose, "or its letter chooses"}, Hint{keys.Cancel, "leaves"}),
	}
	for i := first; i < first+room; i++ {
		drawn = append(drawn, m.line(i, width))
	}
	return AtBottom(frame, m.height, left, drawn)
}

// line is a choice: its letter, what it is called, and whether things are so now.
func (m *Menu) line(i, width int) string {
	st, c := m.theme.Screen, m.asked.Choices[i]
	bar, style, now, letter := " ", st.Title, "", m.letters[i]
	if i == m.cursor {
		bar, style = st.Cursor.Render("▌"), st.TitleOn
	}
	if c.Now {
		now = st.Meta.Render("  · as now")
	}
	if letter == "" {
		letter = " "
	}
	return Cut(bar+" "+st.Key.Render(letter)+"  "+style.Render(c.Label)+now, width)
}
