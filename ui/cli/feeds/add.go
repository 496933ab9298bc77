package feeds

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/importer/intake"
	"lede/store"
	"lede/ui/cli/run"
	"lede/ui/cli/usage"
)

func (p *program) feedsAdd() *cobra.Command {
	var as articles.Feed
	var access accessFlags
	cmd := &cobra.Command{
		Use:   "add [OPTION]... ADDRESS...",
		Short: "Subscribe to feeds",
		Long:  `Subscribe to feeds (RSS, Atom or JSON Feed), and read them. ADDRESS is that of a feed or of a page that has one: the main feed that the page names is taken and the others are told. Where a page names none, the usual addresses of its site are tried. lede undo takes it back.`,
		Example: `lede feeds add https://example.org/feed.xml
lede feeds add example.org --full-text --keep 50`,
		Args:                  usage.Some("an address"),
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, addresses []string) error {
			if as.Keep < 0 {
				return usage.Errorf(cmd, "--keep %d: needs a number from 0 on", as.Keep)
			}
			if err := access.apply(cmd, &as.Access); err != nil {
				return err
			}
			return p.WithLibrary(cmd.Context(), func(s *store.Store) error {
				in := p.Intake(s)
				return p.sayEach(cmd.Context(), addresses, func(address string) (string, error) {
					return p.subscribe(cmd.Context(), in, address, as)
				})
			})
		},
	}
	f := cmd.Flags()
	f.BoolVar(&as.FullText, "full-text", false, "fetch pages where there is only a summary")
	f.IntVar(&as.Keep, "keep", 0, "keep the newest N articles, or all for 0")
	usage.NameValue(f, "keep", "N")
	access.define(f)
	return cmd
}

// sayEach does something with each of some words, and prints what it says of it.
// One that fails is told and does not stop the rest.
func (p *program) sayEach(ctx context.Context, words []string, do func(word string) (string, error)) error {
	var failed error
	for _, word := range words {
		said, err := do(word)
		if err != nil && ctx.Err() != nil {
			return err
		}
		if err == nil {
			_, err = fmt.Fprintln(p.Out, said)
		}
		if err != nil {
			p.Complain(err)
			failed = run.ErrReported
		}
	}
	return failed
}

// subscribe subscribes to the feed that a word names, and says what it did.
func (p *program) subscribe(ctx context.Context, in *intake.Intake, word string, as articles.Feed) (string, error) {
	did, err := in.Subscribe(ctx, word, as)
	if err != nil {
		return "", err
	}
	said := Subscribed(&did)
	if did.Was && (as.FullText || as.Keep > 0 || !as.Access.IsZero()) {
		said += fmt.Sprintf(" and stays as it is set: lede feeds set %d changes that", did.Feed.Key)
	}
	return said, nil
}

// Subscribed says what became of a feed.
func Subscribed(did *articles.Subscribed) string {
	if did.Was {
		return fmt.Sprintf("%s is subscribed to already (feed %d)", did.Feed.Label(), did.Feed.Key)
	}
	said := fmt.Sprintf("subscribed to %s (feed %d): %s", did.Feed.Label(), did.Feed.Key, plural(did.New, "new article"))
	if ruled := did.Ruled.String(); ruled != "" {
		said += ", " + ruled
	}
	for _, other := range did.Others {
		said += "\n  the page also names " + other
	}
	return said
}
