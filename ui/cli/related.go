package cli

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/intake"
	"lede/store"
	"lede/ui/cli/format"
	"lede/ui/cli/lookup"
	"lede/ui/cli/usage"
)

// relating is how many related articles to print, and how.
type relating struct {
	most int
	json bool
}

func (r *relating) options(cmd *cobra.Command) {
	f := cmd.Flags()
	f.BoolVar(&r.json, "json", false, "print one JSON object a line")
	f.IntVarP(&r.most, "number", "n", 10, "print at most N articles, 10 without it")
	usage.NameValue(f, "number", "N")
}

func (r *relating) check(cmd *cobra.Command) error {
	if r.most < 1 {
		return usage.Errorf(cmd, "--number %d: needs a number from 1 on", r.most)
	}
	return nil
}

func (p *program) related() *cobra.Command {
	var r relating
	cmd := &cobra.Command{
		Use:   "related [OPTION]... ARTICLE",
		Short: "Print the articles that are related to one",
		Long: `Print the articles that are related to one of the library, the nearest first, each with the reason: those that it lists or links to, that link to it, of the same series, whose titles stand in the text of one another, that share telling words or tags with it, of the same author or site.

What it lists and the library does not have stands there with its address instead of an id.`,
		Example:               "lede related the-measure\nlede related k3x --json | jq -r .reason",
		Args:                  usage.One("an article", "put a title of several words in quotes"),
		ValidArgsFunction:     p.completeArticles,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, refs []string) error {
			if err := r.check(cmd); err != nil {
				return err
			}
			return p.WithLibrary(cmd.Context(), func(s *store.Store) error {
				id, err := resolveOne(cmd.Context(), s, refs[0])
				if err != nil {
					return err
				}
				a, _, err := s.Article(cmd.Context(), id)
				if err != nil {
					return err
				}
				return p.printRelated(cmd.Context(), s, a, r)
			})
		},
	}
	r.options(cmd)
	return cmd
}

func (p *program) similar() *cobra.Command {
	var r relating
	cmd := &cobra.Command{
		Use:                   "similar [OPTION]... (FILE | -)",
		Short:                 "Print the articles that are related to a file",
		Long:                  `Print the articles of the library that are related to a file that is not in it, as lede related does.`,
		Example:               "lede similar draft.md\npbpaste | lede similar - --json",
		Args:                  usage.One("a file or -", ""),
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, refs []string) error {
			if err := r.check(cmd); err != nil {
				return err
			}
			ctx := cmd.Context()
			g, err := lookup.Outside(ctx, p.Run, refs[0], importer.Hint{Warn: p.Complain})
			switch {
			case err != nil:
				return err
			case g.Bundle != nil:
				return errors.New(usage.Name(refs[0]) + " holds several articles: name a file with one")
			case g.Article == nil && intake.IsFolder(refs[0]):
				return errors.New(usage.Name(refs[0]) + " is a folder: name a file of it")
			case g.Article == nil:
				return errors.New(usage.Name(refs[0]) + " is no file: lede related ARTICLE is for what is in the library")
			}
			return p.WithLibrary(ctx, func(s *store.Store) error { return p.printRelated(ctx, s, g.Article, r) })
		},
	}
	r.options(cmd)
	return cmd
}

// printRelated prints what is related to an article.
func (p *program) printRelated(ctx context.Context, s *store.Store, a *articles.Article, r relating) error {
	all, err := s.Related(ctx, a, r.most)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		return errNothing
	}
	write := format.RelatedLine
	if r.json {
		write = format.RelatedJSON
	}
	for _, one := range all {
		if err := write(p.Out, one); err != nil {
			return err
		}
	}
	return nil
}
