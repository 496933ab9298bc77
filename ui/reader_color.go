package ui

import tea "charm.land/bubbletea/v2"

// lexersMsg says that code of more languages can be coloured.
type lexersMsg struct{}

// wantLexers loads the languages of the code in the window that stands there in
// one colour.
func (r *reader) wantLexers() tea.Cmd {
	if r.layout == nil {
		return nil
	}
	r.layout.Lines(r.top, r.text())
	wanted := r.lexers.Wanted()
	if len(wanted) == 0 {
		return nil
	}
	lexers := r.lexers
	return func() tea.Msg {
		for _, name := range wanted {
			lexers.Load(name)
		}
		return lexersMsg{}
	}
}

func (r *reader) receiveLexers() {
	if r.layout != nil {
		r.layout.Recolor()
	}
}
