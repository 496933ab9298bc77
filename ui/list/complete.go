package list

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"lede/articles"
	"lede/articles/query"
	"lede/ui/chrome"
	"lede/ui/effect"
	"lede/ui/keys"
)

// completion is a list of what a query may be typed on with, above its line. The one under
// the cursor stands in the line.
type completion struct {
	what   query.Completion
	text   string // as it was typed
	at     int    // where in it the cursor stood
	names  []string
	says   []string // of each, at its right
	chosen chrome.Choices
}

// valuesMsg brings the values that a field may have.
type valuesMsg struct {
	of  completion
	all []articles.ValueCount
	err error
}

// queryLine is the line in which a query is typed; nil when none is.
func (l *List) queryLine() *chrome.Prompt {
	if l.mode == filtering || l.mode == naming && !l.saving.fresh && l.saving.do.Kind == articles.SavingQuery {
		return l.prompt()
	}
	return nil
}

// complete lists what the query may be typed on with; with a list there, it goes to the
// next of it.
func (l *List) complete() tea.Cmd {
	if l.completing != nil {
		return l.completeWith((l.completing.chosen.Cursor + 1) % l.completing.chosen.N)
	}
	line := l.queryLine()
	if line == nil {
		return nil
	}
	text, at := line.Typed()
	c := completion{what: query.Complete(text, at), text: text, at: at}
	if c.what.Field == "" {
		for _, name := range c.what.Names {
			c.names, c.says = append(c.names, name), append(c.says, query.About(name))
		}
		return l.openCompletion(c)
	}
	return l.fx.Ask(func(ctx context.Context, lib effect.Library) tea.Msg {
		all, err := lib.Values(ctx, c.what.Field, c.what.Part)
		return valuesMsg{c, all, err}
	})
}

// valuesCame lists the values, unless something else is typed by now.
func (l *List) valuesCame(msg valuesMsg) tea.Cmd {
	line := l.queryLine()
	if l.complain(msg.err); msg.err != nil || line == nil || l.completing != nil {
		return nil
	}
	if text, at := line.Typed(); text != msg.of.text || at != msg.of.at {
		return nil
	}
	for _, v := range msg.all {
		msg.of.names, msg.of.says = append(msg.of.names, v.Value), append(msg.of.says, chrome.Grouped(v.Articles))
	}
	return l.openCompletion(msg.of)
}

// openCompletion lists names, if there are several, and takes the first.
func (l *List) openCompletion(c completion) tea.Cmd {
	c.chosen = chrome.Choices{N: len(c.names)}
	if c.chosen.N == 0 {
		return nil
	}
	l.completing = &c
	cmd := l.completeWith(0)
	if c.chosen.N == 1 {
		l.completing = nil
	}
	return cmd
}

// completeWith puts a name of the list into the line.
func (l *List) completeWith(i int) tea.Cmd {
	c := l.completing
	c.chosen.Cursor = i
	return l.setLine(c.what.Take(c.text, c.names[i]))
}

// setLine has a text stand in the line of the query, and finds what it asks for.
func (l *List) setLine(text string, at int) tea.Cmd {
	changed := l.queryLine().SetAt(text, at)
	if l.mode == filtering {
		return l.refilter(nil, changed)
	}
	l.saving.wrong = ""
	return nil
}

// inCompletion is an operation while the list stands there; false when it closes it and
// does more.
func (l *List) inCompletion(o keys.Op) (tea.Cmd, bool) {
	c := l.completing
	switch {
	case o == keys.Complete:
		return l.complete(), true
	case o == keys.PrevChoice && c.chosen.Cursor == 0:
		return l.completeWith(c.chosen.N - 1), true
	case o == keys.NextChoice:
		return l.complete(), true
	case c.chosen.Act(o, l.roomForChoices()):
		return l.completeWith(c.chosen.Cursor), true
	}
	l.completing = nil
	switch o {
	case keys.Cancel:
		return l.setLine(c.text, c.at), true
	case keys.Accept:
		if strings.HasSuffix(c.names[c.chosen.Cursor], ":") {
			return l.complete(), true // the values of the field that was taken
		}
		return nil, true
	}
	return nil, false
}

// clickCompletion takes the name that is clicked, or closes the list.
func (l *List) clickCompletion(y int) tea.Cmd {
	c := l.completing
	first, below := c.chosen.Seen(l.roomForChoices())
	var cmd tea.Cmd
	if at := y - (l.geo.height - l.geo.footer - below); first <= at && at < below {
		cmd = l.completeWith(at)
	}
	l.completing = nil
	return cmd
}

// roomForChoices is how many names are seen at a time: on half of the rows, below a rule.
func (l *List) roomForChoices() int {
	const most = 10
	return max(1, min(most, (l.geo.height-l.geo.header-l.geo.footer)/2-1))
}

// withChoices draws the list over the bottom of the rows.
func (l *List) withChoices(rows []string) []string {
	c := l.completing
	if c == nil || len(rows) == 0 {
		return rows
	}
	const widest, column = 80, 24
	width, st := min(l.geo.column, widest), l.theme.Screen
	drawn := []string{st.Rule.Render(strings.Repeat("─", width))}
	first, below := c.chosen.Seen(l.roomForChoices())
	for i := first; i < below; i++ {
		on, style := i == c.chosen.Cursor, st.Title
		if on {
			style = st.TitleOn
		}
		name, says := style.Render(chrome.Cut(c.names[i], width-8)), st.Meta.Render(c.says[i])
		if c.what.Field == "" { // it is read with its name
			name += strings.Repeat(" ", max(2, column-ansi.StringWidth(name))) + says
			says = ""
		}
		drawn = append(drawn, chrome.ChoiceLine(l.theme, on, name, says, width))
	}
	return strings.Split(chrome.AtBottom(strings.Join(rows, "\n"), len(rows), l.geo.left, drawn), "\n")
}
