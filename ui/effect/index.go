package effect

import (
	"context"

	tea "charm.land/bubbletea/v2"
)

// Indexed says how many articles a search cannot find yet.
type Indexed struct {
	Left int
	Err  error
}

// Index indexes some of what a search cannot find yet, beside the keys.
func (e Effects) Index() tea.Cmd {
	return e.Ask(func(ctx context.Context, lib Library) tea.Msg {
		left, err := lib.IndexSome(ctx)
		if err == nil && left == 0 {
			err = lib.Tidy(ctx)
		}
		return Indexed{left, err}
	})
}
