package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/importer/intake"
	"lede/ui/cli/progress"
	"lede/ui/cli/run"
	"lede/ui/cli/usage"
)

func (p *program) extract() *cobra.Command {
	var all bool
	cmd := &cobra.Command{
		Use:   "extract [OPTION]... (ARTICLE... | --all)",
		Short: "Make articles again from their originals",
		Long: `Make articles again from their originals, with what this version of lede knows.

The library keeps what each article was made of: the page, the file or the text, as it came. A later lede may find more in it. Your place, your views and your stars stay, and nothing is fetched. A line says what is new in each article; those in which nothing is are only counted. lede undo takes it back, also --all.

` + refersToMany,
		Example:               "lede extract the-measure\nlede extract --all",
		ValidArgsFunction:     p.completeArticles,
		DisableFlagsInUseLine: true,
		Args: func(cmd *cobra.Command, refs []string) error {
			switch {
			case all && len(refs) > 0:
				return usage.Errorf(cmd, "--all takes every article: name none beside it")
			case !all:
				return usage.Some("an article, or --all")(cmd, refs)
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, refs []string) error { return p.extractAll(cmd.Context(), refs, all) },
	}
	cmd.Flags().BoolVar(&all, "all", false, "every article of the library")
	return cmd
}

func (p *program) extractAll(ctx context.Context, refs []string, all bool) error {
	s, err := p.Open(ctx)
	if err != nil {
		return err
	}
	chosen, count, err := p.chosen(ctx, s, refs, all)
	if err != nil {
		return errors.Join(err, s.Close())
	}
	x := &extracting{in: p.Intake(s), all: all, change: articles.Change{Kind: articles.Extracting}}
	x.bar = p.Progress("extracting", count)
	for id, missed := range chosen {
		if err = x.extract(ctx, p, id, missed); err != nil {
			break
		}
	}
	x.bar.Clear()
	if all && err == nil && ctx.Err() == nil {
		err = s.SetSetting(ctx, run.ActedOut, "done")
	}
	return p.summarize(x.String(), x.did.Failed, errors.Join(err, s.Close()))
}

// extracting is one run of extracting.
type extracting struct {
	in  *intake.Intake
	bar *progress.Bar
	all bool

	change articles.Change // what is undone as one
	did    articles.Intake
	bare   int // articles without an original
}

// extract makes an article again, or says why it is missed. An error ends the run.
func (x *extracting) extract(ctx context.Context, p *program, id articles.ID, err error) error {
	var before, after *articles.Article
	if err == nil {
		before, after, err = x.in.Extract(ctx, &x.change, id)
	}
	switch {
	case errors.Is(err, articles.ErrLibrary) || err != nil && ctx.Err() != nil:
		return err
	case x.all && errors.Is(err, articles.ErrNoOriginal):
		x.bare++ // nobody asked for this one
	case err != nil:
		x.did.Fail(err)
		x.bar.Clear()
		p.Complain(err)
	default:
		what := articles.Changes(before, after)
		if what == "" {
			x.did.Outcomes[articles.Unchanged]++
			break
		}
		x.did.Outcomes[articles.Updated]++
		x.bar.Clear()
		if _, err := fmt.Fprintf(p.Out, "%s: %s\n", after.Title, what); err != nil {
			return err
		}
	}
	x.bar.Step()
	return nil
}

// String is what became of them in words.
func (x *extracting) String() string {
	counts := x.did.Counts()
	if x.bare == 0 {
		return counts
	}
	bare := articles.Grouped(x.bare) + " without an original"
	if counts == "" {
		return bare
	}
	return counts + ", " + bare
}
