package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/store"
	"lede/ui/cli/run"
	"lede/ui/cli/usage"
)

func (p *program) remove() *cobra.Command {
	return &cobra.Command{
		Use:   "rm [OPTION]... ARTICLE...",
		Short: "Take articles out of the library",
		Long: `Take articles out of the library, with your place in them and your views.

All of them are taken out or, where one is not known, none. lede undo brings them back. The files they came from stay. ARTICLE is an id or the start of it, a short name (the-measure), an address, a title, or the path of the file that it came from.`,
		Example:               "lede rm the-measure\nlede rm k3x 9ab",
		Args:                  usage.Some("an article"),
		ValidArgsFunction:     p.completeArticles,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, refs []string) error {
			ctx := cmd.Context()
			return p.WithLibrary(ctx, func(s *store.Store) error {
				ids, err := p.resolveAll(ctx, s, refs)
				if err != nil {
					return err
				}
				n, err := s.Remove(ctx, ids...)
				if err == nil {
					_, err = fmt.Fprintf(p.Out, "%d removed\n", n)
				}
				return err
			})
		},
	}
}

// resolveAll finds the articles that words of the command line name. What names none
// or several is told, each in a line, and is an error.
func (p *program) resolveAll(ctx context.Context, s *store.Store, refs []string) ([]articles.ID, error) {
	var ids []articles.ID
	var missed error
	for _, ref := range refs {
		id, err := s.Resolve(ctx, ref)
		if errors.Is(err, store.ErrNotFound) {
			err = fmt.Errorf("%s is no article of the library: lede list shows what there is", usage.Name(ref))
		}
		if err != nil {
			p.Complain(err)
			missed = run.ErrReported
			continue
		}
		ids = append(ids, id)
	}
	if missed != nil {
		return nil, p.NoneOf(refs)
	}
	return ids, nil
}
