package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/ui/chrome"
	"lede/ui/intent"
	"lede/ui/keys"
)

// hinting shows letters at the links: who types them follows the link.
type hinting struct {
	reading
	typed string
}

// openHints shows the letters, where there are links on the screen.
func (r *Reader) openHints() {
	if len(r.inSight()) == 0 {
		r.Say("There is no link on the screen.")
		return
	}
	r.Ask(intent.Hush{})
	r.mode = hinting{reading: reading{r}}
}

func (m hinting) scope() keys.Scope { return keys.InHints }

func (m hinting) act(p keys.Command) (tea.Cmd, bool) {
	switch p.Op {
	case keys.DeleteBack:
		if m.typed != "" {
			m.mode = hinting{reading: m.reading}
			return nil, true
		}
	case keys.Help:
		return nil, false
	}
	m.read()
	return nil, true
}

// letter follows a link when it completes a label, and leaves when it can be part
// of none.
func (m hinting) letter(msg tea.Msg) tea.Cmd {
	m.read()
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	links, typed := m.inSight(), m.typed+key.Text
	for i := range links {
		switch label := hint(i, len(links)); {
		case label == typed:
			m.chosen = &links[i].Link
			return m.follow(links[i].Link)
		case strings.HasPrefix(label, typed):
			m.mode = hinting{m.reading, typed}
		}
	}
	return nil
}

func (m hinting) click(int, int) tea.Cmd {
	m.read()
	return nil
}

func (m hinting) over(lines []string) []string { return m.labelled(lines) }

func (m hinting) status() string {
	hints := chrome.Hints(m.theme, m.names, keys.InHints, chrome.Hint{Op: keys.Cancel, Words: "leaves"})
	return chrome.Cut(" "+m.theme.Screen.Hint.Render("Type the letters of a link · ")+hints, m.width)
}

// hintLetters label the links on the screen: those under the fingers first.
const hintLetters = "asdfghjklqwertyuiopzxcvbnm"

// hint is the label of link i of n. The first have one letter: of those that are
// left, each begins the labels of as many links as there are letters.
func hint(i, n int) string {
	const letters = len(hintLetters)
	pairs := min(letters, (max(0, n-letters)+letters-2)/(letters-1)) // letters that begin labels of two
	single := letters - pairs
	if i < single {
		return hintLetters[i : i+1]
	}
	i = min(i-single, pairs*letters-1)
	return hintLetters[single+i/letters:][:1] + hintLetters[i%letters:][:1]
}
