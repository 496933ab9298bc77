package reader

import tea "charm.land/bubbletea/v2"

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
