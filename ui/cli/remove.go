package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/store"
	"lede/ui/cli/usage"
)

func (p *program) remove() *cobra.Command {
	return &cobra.Command{
		Use:   "rm [OPTION]... ARTICLE...",
		Short: "Take articles out of the library",
		Long: `Take articles out of the library, with your place in them and your views.

All of them are taken out or, where one is not known, none. lede undo brings them back, and within 30 days lede restore does: lede trash lists what was taken out. The files they came from stay, and no refresh puts them in again.

` + refersToRows,
		Example:               "lede rm the-measure\nlede rm k3x 9ab",
		Args:                  usage.Some("an article"),
		ValidArgsFunction:     p.completeArticles,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, refs []string) error {
			ctx := cmd.Context()
			return p.WithLibrary(ctx, func(s *store.Store) error {
				ids, err := p.rows(ctx, s, refs)
				if err != nil {
					return err
				}
				rows, err := s.RowsByID(ctx, ids)
				if err != nil {
					return err
				}
				if len(ids) == 0 {
					_, err := fmt.Fprintln(p.Out, "nothing to remove")
					return err
				}
				c, err := s.Remove(ctx, ids...)
				if err != nil {
					return err
				}
				return p.tellRemoved(rows, c.Articles)
			})
		},
	}
}

// tellRemoved prints what was removed by its title, and of many how many they are.
func (p *program) tellRemoved(rows []articles.Row, n int) error {
	const most = 10 // titles
	told := rows
	if n > most {
		told = rows[:min(len(rows), most-1)]
	}
	for _, r := range told {
		if _, err := fmt.Fprintln(p.Out, "removed:", r.Title); err != nil {
			return err
		}
	}
	if n > len(told) {
		if _, err := fmt.Fprintf(p.Out, "and %s more: lede trash lists them\n", articles.Grouped(n-len(told))); err != nil {
			return err
		}
	}
	if n == 1 {
		return nil
	}
	_, err := fmt.Fprintf(p.Out, "%s removed\n", articles.Grouped(n))
	return err
}
