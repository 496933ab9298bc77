package list

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/ui/chrome"
	"lede/ui/effect"
	"lede/ui/intent"
	"lede/ui/keys"
)

// resume is the line on top of the list that offers to go on with the article that was
// left last. It stands there from the start of a session until something is read.
type resume struct {
	over bool // it does not stand there any more
	row  *articles.Row
}

// resumeMsg brings the article that was left last; open has it opened.
type resumeMsg struct {
	row  *articles.Row
	open bool
	err  error
}

// seekLeft asks for the article that was left last: begun, and not read to its end.
func seekLeft(open bool) func(context.Context, effect.Library) tea.Msg {
	return func(ctx context.Context, lib effect.Library) tea.Msg {
		last := articles.Listing{Shelf: articles.InProgress, Order: articles.RecentlyOpened}
		rows, err := lib.Rows(ctx, last, articles.Span{N: 1})
		msg := resumeMsg{open: open, err: err}
		if len(rows) > 0 && !rows[0].State.Opened.IsZero() {
			msg.row = &rows[0]
		}
		return msg
	}
}

// seekResume asks anew what the line is to say, while it stands.
func (l *List) seekResume() tea.Cmd {
	if l.resume.over {
		return nil
	}
	return l.fx.Ask(seekLeft(false))
}

// resumeCame takes in what was left last.
func (l *List) resumeCame(msg resumeMsg) tea.Cmd {
	l.complain(msg.err)
	switch {
	case msg.err != nil:
	case msg.open && msg.row == nil:
		l.Say("There is nothing to continue: no article is begun and unfinished.")
	case msg.open:
		l.Ask(intent.Open{ID: msg.row.ID})
	case msg.row == nil:
		return l.Started()
	case !l.resume.over:
		began := l.resume.row == nil
		if l.resume.row = msg.row; began {
			return l.Resize(l.geo.width, l.geo.height)
		}
	}
	return nil
}

// Started takes the line away for the rest of the session: something is read.
func (l *List) Started() tea.Cmd {
	stood := l.resume.row != nil
	l.resume = resume{over: true}
	if !stood {
		return nil
	}
	return l.Resize(l.geo.width, l.geo.height)
}

// GoOn opens the article that was left last.
func (l *List) GoOn() tea.Cmd {
	if l.resume.row != nil {
		l.Ask(intent.Open{ID: l.resume.row.ID})
		return nil
	}
	return l.fx.Ask(seekLeft(true))
}

// resumeLine says what was left last, and how much of it is to be read.
func (l *List) resumeLine() string {
	const roomy = 72 // columns from which on it says how to be rid of it
	r, st, w := l.resume.row, l.theme.Screen, l.geo.column
	facts := st.Figure.Render(fmt.Sprintf("%.0f%%", 100*r.State.Place.Progress)) + st.Meta.Render(fmt.Sprintf(" · %d min left", r.MinutesLeft()))
	if w >= roomy {
		facts += st.Hint.Render(" · ") + chrome.Hints(l.theme, l.names, keys.InList, chrome.Hint{Op: keys.Clear, Words: "hides"})
	}
	lead := " " + chrome.Hints(l.theme, l.names, keys.InList, chrome.Hint{Op: keys.Continue, Words: "continue:"}) + " "
	room := w - ansi.StringWidth(lead) - ansi.StringWidth(facts) - 3
	return l.indent(chrome.Fit(lead+st.Title.Render(chrome.Cut(r.Title, room)), facts+" ", w))
}
