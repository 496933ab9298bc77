package reader

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/ui/chrome"
	"lede/ui/keys"
	"lede/ui/render"
)

// dressed is the text of the lines of the window, with the chosen link marked, and
// in focus all but one paragraph dimmed.
func (r *Reader) dressed(window []render.Line) []string {
	lines := make([]string, 0, r.height)
	first, last := r.focused(window)
	for i, l := range window {
		text := l.Text
		if (i < first || i > last) && !l.IsPicture() {
			text = r.theme.Screen.Dimmed.Render(ansi.Strip(text))
		}
		for _, s := range l.Links {
			if r.chosen != nil && s.Is(*r.chosen) && s.From < s.To {
				text = restyled(text, s.From, s.To, r.theme.Screen.Chosen)
			}
		}
		lines = append(lines, text)
	}
	return r.selected(lines)
}

// restyled is a line with some of its columns in another style.
func restyled(line string, from, to int, style lipgloss.Style) string {
	return replaced(line, from, to, style.Render(ansi.Strip(ansi.Cut(line, from, to))))
}

func replaced(line string, from, to int, by string) string {
	return ansi.Truncate(line, from, "") + by + chrome.RightOf(line, to)
}

// linkStatus is the bottom line while a link is chosen; empty when none is.
func (r *Reader) linkStatus() string {
	st := r.theme.Screen
	at := r.chosenAt()
	if at < 0 {
		return ""
	}
	const roomy = 40 // columns in which there is room for the key
	right := chrome.Hints(r.theme, r.names, keys.InReader, chrome.Hint{Op: keys.Follow, Words: "follows "})
	if r.width < roomy {
		right = ""
	}
	what := r.window()[at].label(r)
	room := r.width - ansi.StringWidth(right) - 4
	return chrome.Fit(" "+st.Hint.Render("→ ")+st.Notice.Render(chrome.CutMiddle(what, room)), right, r.width)
}

// label says where a link leads.
func (p placed) label(r *Reader) string {
	switch {
	case p.Note > 0:
		return fmt.Sprintf("note %d", p.Note)
	case p.Related > 0:
		return r.related[p.Related-1].Title
	case p.Target != "" && p.Target[0] == '#':
		return p.Target
	}
	if address := r.layout.Address(p.Target); address != "" {
		return address
	}
	return p.Target
}

// lexersMsg says that code of more languages can be coloured.
type lexersMsg struct{}

// LoadLexers loads the languages of the code in the window that stands there in
// one colour. It is called after every message while the article is shown.
func (r *Reader) LoadLexers() tea.Cmd {
	if r.layout == nil {
		return nil
	}
	r.layout.Lines(r.top, r.text()) // as they will be shown
	wanted, lexers := r.lexers.Wanted(), r.lexers
	if len(wanted) == 0 {
		return nil
	}
	return func() tea.Msg {
		for _, name := range wanted {
			lexers.Load(name)
		}
		return lexersMsg{}
	}
}
