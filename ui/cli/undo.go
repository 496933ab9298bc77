package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"lede/store"
	"lede/ui/cli/usage"
)

func (p *program) undo() *cobra.Command {
	var list bool
	cmd := &cobra.Command{
		Use:   "undo [OPTION]...",
		Short: "Undo the last change of the library",
		Long: `Undo the last change of the library: a star, a mark as read or unread, tags, what was archived, removed, restored, added, updated (also by a refresh, all of it at once) or extracted again, what was subscribed to, the end of a subscription, what was set of a feed, a folder that was forgotten, what was done with saved queries and rules; wherever it was done, also in the screens, and before lede was started anew. A line says what is undone. Once more undoes the change before that: the last 100 are kept, and what was removed for 30 days.

What something else has changed since is left as it is. Of what was added, what you have begun to read since stays, and the rest goes into the trash, as does a text that was updated: lede restore brings it back. Undoing what was subscribed to ends it as lede feeds rm does: what you have starred or are reading stays. No refresh brings back what was undone until there is news of it. Views and your place in an article are not undone.`,
		Example:               "lede rm the-measure\nlede undo          # and it is there again\nlede undo --list   # what can be undone",
		Args:                  usage.OptionsOnly,
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if list {
				return p.listChanges(cmd.Context())
			}
			return p.undoLast(cmd.Context())
		},
	}
	cmd.Flags().BoolVar(&list, "list", false, "print what can be undone, the last first, and undo nothing")
	return cmd
}

func (p *program) undoLast(ctx context.Context) error {
	return p.WithLibrary(ctx, func(s *store.Store) error {
		c, err := s.Undo(ctx, time.Time{})
		switch {
		case err != nil:
			return err
		case c.Left > 0 && len(c.Restored) == 0:
			return errors.New(c.Undone())
		}
		_, err = fmt.Fprintln(p.Out, c.Undone())
		return err
	})
}

func (p *program) listChanges(ctx context.Context) error {
	return p.WithLibrary(ctx, func(s *store.Store) error {
		all, err := s.Changes(ctx)
		if err != nil {
			return err
		}
		for _, c := range all {
			if _, err := fmt.Fprintf(p.Out, "%s  %s\n", c.At.Format("2006-01-02 15:04"), &c); err != nil {
				return err
			}
		}
		return nil
	})
}
