package reader

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/intent"
	"lede/ui/keys"
)

// menu asks what to do with an address that is not in the library.
type menu struct {
	reading
	address string
	given   bool // it is the reader's, not the text's: it can be added
	wrong   string
}

// Menu asks what to do with the address of a link.
func (r *Reader) Menu(address string) { r.ask(menu{reading: reading{r}, address: address}) }

// Given asks what to do with an address or a path that the reader typed or pasted.
func (r *Reader) Given(address string) {
	r.ask(menu{reading: reading{r}, address: address, given: true})
}

// GivenAgain asks once more, and says what came of what was done with it.
func (r *Reader) GivenAgain(address string, err error) {
	r.mode = menu{reading{r}, address, true, articles.CleanLine(err.Error())}
}

func (r *Reader) ask(m menu) {
	r.Ask(intent.Hush{})
	r.mode = m
}

// pasted asks what to do with an address or a path that is pasted over the text.
func (r *Reader) pasted(msg tea.Msg) tea.Cmd {
	paste, ok := msg.(tea.PasteMsg)
	if !ok {
		return nil
	}
	text := articles.CleanLine(paste.Content)
	switch thing := articles.Thing(text); {
	case thing != "":
		r.Given(thing)
	case text != "":
		r.Say("That is no address and no path: in the library, " + r.names.Said(keys.Add, keys.InList) + " asks for one.")
	}
	return nil
}

func (m menu) scope() keys.Scope { return keys.InMenu }

// act is a key while the menu is open; any that it does not know closes it.
func (m menu) act(p keys.Command) (tea.Cmd, bool) {
	if p.Op == keys.Help {
		return nil, false
	}
	m.read()
	web := articles.IsWeb(m.address)
	switch {
	case p.Op == keys.ReadHere && web:
		m.Ask(intent.Fetch{Address: m.address, Given: m.given})
	case p.Op == keys.Browse && web:
		m.Ask(intent.Browse{Address: m.address})
	case p.Op == keys.Browse:
		m.Say("This link has no address on the web.")
	case p.Op == keys.Add && m.given:
		m.Ask(intent.Add{Thing: m.address})
	case p.Op == keys.Copy:
		m.Ask(intent.Copy{Text: m.address, What: m.address})
	}
	return nil, true
}

func (m menu) click(int, int) tea.Cmd {
	m.read()
	return nil
}

func (m menu) over(lines []string) []string {
	var hints []chrome.Hint
	web := articles.IsWeb(m.address)
	if web {
		hints = append(hints, chrome.Hint{Op: keys.ReadHere, Words: "read here"})
	}
	if m.given {
		hints = append(hints, chrome.Hint{Op: keys.Add, Words: "add"})
	}
	if web {
		hints = append(hints, chrome.Hint{Op: keys.Browse, Words: "browser"})
	}
	hints = append(hints, chrome.Hint{Op: keys.Copy, Words: "copy"}, chrome.Hint{Op: keys.Cancel, Words: "closes"})
	st, width := m.theme.Screen, m.layout.Measure()
	head := chrome.Head(m.theme, m.names, keys.InMenu, "", width, hints...)
	rows := []string{st.Title.Render(chrome.CutMiddle(m.address, width))}
	if m.wrong != "" {
		lead := "! "
		for _, line := range chrome.Wrapped(m.wrong, width-len(lead)) {
			rows = append(rows, st.Error.Render(lead)+line)
			lead = strings.Repeat(" ", len(lead))
		}
	}
	return m.box(lines, head, rows)
}
