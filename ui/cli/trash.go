package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/store"
	"lede/ui/cli/usage"
)

func (p *program) trash() *cobra.Command {
	return &cobra.Command{
		Use:   "trash [OPTION]...",
		Short: "Print what was taken out of the library, and can be restored",
		Long: `Print the articles that were taken out of the library within the last 30 days, by hand or by undoing what added them, and the texts that undoing took from articles that are there, the last first: the id of each, the day on which it went for good if nobody restores it, and its title.

lede restore puts one in again as it was, and so does adding again what lede rm took out, which no refresh does.`,
		Example:               "lede trash\nlede restore the-measure",
		Args:                  usage.OptionsOnly,
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.WithLibrary(cmd.Context(), func(s *store.Store) error {
				all, err := s.Trash(cmd.Context())
				for _, t := range all {
					if err == nil {
						_, err = fmt.Fprintf(p.Out, "%s  until %s  %s\n", t.ID, t.Removed.Add(store.TrashFor).Format(time.DateOnly), t.Title)
					}
				}
				return err
			})
		},
	}
}

func (p *program) restore() *cobra.Command {
	return &cobra.Command{
		Use:   "restore [OPTION]... ARTICLE...",
		Short: "Put articles that were taken out into the library again",
		Long: `Put articles that were taken out of the library within the last 30 days into it again, as they were: with your place, your views, your stars and your tags. An article that is there gets the text again that an undo took from it. lede undo takes it back.

ARTICLE is an id or the start of it, a short name (the-measure), an address or a title: lede trash lists them.`,
		Example:               "lede restore the-measure",
		Args:                  usage.Some("an article"),
		DisableFlagsInUseLine: true,
		ValidArgsFunction: func(cmd *cobra.Command, _ []string, word string) (found []string, _ cobra.ShellCompDirective) {
			p.looking(cmd.Context(), func(ctx context.Context, s *store.Store) {
				all, _ := s.Trash(ctx) // what is found until it fails is right
				for _, t := range all {
					found = append(found, string(t.ID)+"\t"+t.Title)
				}
			})
			return found, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, refs []string) error {
			ctx := cmd.Context()
			return p.WithLibrary(ctx, func(s *store.Store) error {
				ids, err := p.resolveBy(refs, func(ref string) ([]articles.ID, error) {
					id, err := s.ResolveTrash(ctx, ref)
					if errors.Is(err, store.ErrNotFound) {
						err = fmt.Errorf("%s is not among what can be restored: lede trash lists that", usage.Name(ref))
					}
					return []articles.ID{id}, err
				})
				if err != nil {
					return err
				}
				c, err := s.Restore(ctx, ids...)
				if err == nil {
					_, err = fmt.Fprintln(p.Out, did(&c))
				}
				return err
			})
		},
	}
}
