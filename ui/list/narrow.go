package list

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"lede/articles"
	"lede/ui/effect"
)

// Narrow shows what a question to the library finds, in the order in which it comes.
// The words say what it is, in the place of those that are typed to filter by; they are
// taken back as those are.
func (l *List) Narrow(words string, find func(context.Context, effect.Library) ([]articles.ID, error)) tea.Cmd {
	if l.filter.origin == nil {
		l.filter.origin = l.chosen()
	}
	l.keepFilter()
	l.filter.prompt.Set(words)
	request, n := l.filter.latest.Add(1), l.window()
	return l.fx.Ask(func(ctx context.Context, lib effect.Library) tea.Msg {
		ids, err := find(ctx, lib)
		if err != nil {
			return matchesMsg{request: request, err: err}
		}
		rows, err := lib.RowsByID(ctx, ids[:min(n, len(ids))])
		return matchesMsg{request: request, ids: ids, rows: rows, given: true, err: err}
	})
}

// ShowAll shows the whole library, from its top.
func (l *List) ShowAll() tea.Cmd { return l.show(articles.All) }
