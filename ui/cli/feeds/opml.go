package feeds

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/importer/intake"
	"lede/articles/importer/opml"
	"lede/store"
	"lede/ui/cli/run"
	"lede/ui/cli/usage"
)

func (p *program) feedsImport() *cobra.Command {
	return &cobra.Command{
		Use:   "import (FILE.opml | -)...",
		Short: "Subscribe to the feeds of a list from another program",
		Long: `Subscribe to the feeds of a list that another program wrote: OPML, or newsboat's urls. The folders of the list become tags, which the articles inherit. Commands and files that some programs keep in such lists are refused and never run.

Nothing is fetched yet: lede refresh does that.`,
		Example:               "lede feeds import subscriptions.opml\ncurl -s $ADDRESS | lede feeds import -",
		Args:                  usage.Some("a file or -"),
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, paths []string) error {
			return p.WithLibrary(cmd.Context(), func(s *store.Store) error {
				in := p.Intake(s)
				return p.sayEach(cmd.Context(), paths, func(path string) (string, error) {
					return p.importList(cmd.Context(), in, path)
				})
			})
		},
	}
}

// importList subscribes to what a list has, and says what became of it. What is
// refused is told.
func (p *program) importList(ctx context.Context, in *intake.Intake, path string) (string, error) {
	did, err := in.TakeList(ctx, path)
	if err != nil {
		return "", err
	}
	return Listed(p.Run, &did), nil
}

// Listed says what became of a list of feeds; what is refused it tells.
func Listed(r *run.Run, did *articles.FeedList) string {
	for _, refused := range did.Refused {
		r.Complain(errors.New(refused))
	}
	switch words := did.Counts(); {
	case words == "":
		return usage.Name(did.Name) + " lists no feeds"
	case did.Outcomes[articles.Added] > 0:
		return words + ": lede refresh reads them"
	default:
		return words
	}
}

func (p *program) feedsExport() *cobra.Command {
	return &cobra.Command{
		Use:                   "export",
		Short:                 "Print the feeds as a list for other programs (OPML)",
		Long:                  `Print the feeds as a list for other programs (OPML), with their names and folders, and for lede their switches too. What a server wants besides, such as a password or a header, is not in it: lede feeds set gives that again.`,
		Example:               "lede feeds export > subscriptions.opml",
		Args:                  usage.OptionsOnly,
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.WithLibrary(cmd.Context(), func(s *store.Store) error {
				feeds, err := s.Feeds(cmd.Context())
				if err != nil {
					return err
				}
				return opml.Of(feeds).Write(p.Out)
			})
		},
	}
}
