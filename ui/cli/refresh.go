package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/store"
)

func (p *program) refresh() *cobra.Command {
	return &cobra.Command{
		Use:   "refresh [FEED]...",
		Short: "Ask feeds for what is new",
		Long: `Ask feeds for what is new: all of them, or those that are named. A feed that failed lately is left alone for a while, longer with each failure, unless it is named; and so is one whose server asks for that.

Each failure is told in a line. FEED is the number of one in lede feeds, its address, or its name or the start of that.`,
		Example:               "lede refresh\nlede refresh 3 \"The Review\"",
		ValidArgsFunction:     p.completeFeeds,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, refs []string) error {
			return p.withLibrary(cmd.Context(), func(s *store.Store) error { return p.refreshFeeds(cmd.Context(), s, refs) })
		},
	}
}

func (p *program) refreshFeeds(ctx context.Context, s *store.Store, refs []string) error {
	ask := p.refresher(s).Named
	feeds, missed := p.named(ctx, s, refs)
	if missed != nil && !errors.Is(missed, errReported) {
		return missed
	}
	if len(refs) == 0 {
		ask = p.refresher(s).Due
		var err error
		if feeds, err = s.Feeds(ctx); err != nil {
			return err
		}
		if len(feeds) == 0 {
			_, err := fmt.Fprintln(p.stdout(), noFeeds)
			return err
		}
	}
	bar := p.newProgress("reading", func() int { return len(feeds) })
	bar.begin()
	did, err := ask(ctx, feeds, func(int, int) { bar.step() })
	bar.end()
	for _, failure := range did.Failures {
		p.complain(errors.New(failure.String()))
	}
	if words := did.Summary(); words != "" {
		if _, printed := fmt.Fprintln(p.stdout(), words); err == nil {
			err = printed
		}
	}
	switch {
	case err != nil:
		return err
	case len(did.Failures) > 0 || missed != nil:
		return errReported
	}
	return nil
}

// Refresh implements [ui.Sources].
func (s sources) Refresh(ctx context.Context, progress func(done, total int)) (articles.Refreshed, error) {
	feeds, err := s.lib.Feeds(ctx)
	if err != nil {
		return articles.Refreshed{}, err
	}
	return s.refresher(s.lib).Due(ctx, feeds, progress)
}
