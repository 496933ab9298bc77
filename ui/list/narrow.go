package list

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
)

// Narrow shows what a query finds, as if it had been typed.
func (l *List) Narrow(words string) tea.Cmd {
	if !l.filter.on() {
		l.filter.origin = l.chosen()
	}
	l.tabs.on = -1 // what is asked for is not a part of that
	l.keepFilter()
	l.filter.prompt.Set(words)
	return l.search()
}

// ShowAll shows the whole library, from its top.
func (l *List) ShowAll() tea.Cmd { return l.goTo(int(articles.All)) }

// copies begins the query for what tells the same story as an article, and copiesOf what is
// said of it.
const (
	copies   = "copies:"
	copiesOf = "copies of "
)

// ShowCopies shows what tells the same story as the row under the cursor; false where
// nothing does, or where more stands behind the row than that.
func (l *List) ShowCopies() (tea.Cmd, bool) {
	if l.showsCopies() {
		return l.unfilter(), true // from where it was shown
	}
	r := l.Current()
	if r == nil || r.Behind.Copies == 0 || r.Behind.Folded > 0 {
		return nil, false
	}
	var was *state
	if l.filter.on() {
		was = l.state()
	}
	cmd := l.Narrow(copies + string(r.ID))
	l.filter.under = was
	return cmd, true
}

func (l *List) showsCopies() bool { return strings.HasPrefix(l.filter.prompt.Text(), copies) }
