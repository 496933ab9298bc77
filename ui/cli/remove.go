package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/store"
)

func (p *program) remove() *cobra.Command {
	return &cobra.Command{
		Use:   "rm [OPTION]... ARTICLE...",
		Short: "Take articles out of the library",
		Long: `Take articles out of the library, with your place in them and your views.

The files they came from stay. ARTICLE is an id or the start of it, a short name (the-measure), an address, a title, or the path of the file that it came from.`,
		Example:               "lede rm the-measure\nlede rm k3x 9ab",
		Args:                  some("an article"),
		ValidArgsFunction:     p.completeArticles,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, refs []string) error {
			ctx := cmd.Context()
			s, err := p.open(ctx)
			if err != nil {
				return err
			}
			var ids []articles.ID
			var missed error
			for _, ref := range refs {
				id, err := s.Resolve(ctx, ref)
				if errors.Is(err, store.ErrNotFound) {
					err = fmt.Errorf("%s is no article of the library: lede list shows what there is", nameOf(ref))
				}
				if err != nil {
					p.complain(err)
					missed = errReported
					continue
				}
				ids = append(ids, id)
			}
			n, err := s.Remove(ctx, ids...)
			if err == nil {
				_, err = fmt.Fprintf(p.stdout(), "%d removed\n", n)
			}
			if failed := errors.Join(err, s.Close()); failed != nil {
				return failed // of what was missed, a line is printed already
			}
			return missed
		},
	}
}
