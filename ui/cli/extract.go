package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/importer"
	"lede/store"
)

func (p *program) extract() *cobra.Command {
	var all bool
	cmd := &cobra.Command{
		Use:   "extract [OPTION]... (ARTICLE... | --all)",
		Short: "Make articles again from their originals",
		Long: `Make articles again from their originals, with what this version of lede knows.

The library keeps what each article was made of: the page, the file or the text, as it came. A later lede may find more in it. Your place, your views and your stars stay, and nothing is fetched. A line says what is new in each article; those in which nothing is are only counted.`,
		Example:               "lede extract the-measure\nlede extract --all",
		ValidArgsFunction:     p.completeArticles,
		DisableFlagsInUseLine: true,
		Args: func(cmd *cobra.Command, refs []string) error {
			switch {
			case all && len(refs) > 0:
				return usage(cmd, "--all takes every article: name none beside it")
			case !all:
				return some("an article, or --all")(cmd, refs)
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, refs []string) error { return p.extractAll(cmd.Context(), refs, all) },
	}
	cmd.Flags().BoolVar(&all, "all", false, "every article of the library")
	return cmd
}

// actedOut is the setting that says whether the articles of a library had acted
// out, when they were imported, what other programs write: "done", or "told" for
// those that were imported by a lede that did so on the screen.
const actedOut = "cli.acted-out"

// tellOlder is a line for the reader of a library that was made before that, said
// once; empty when there is nothing to say.
func tellOlder(ctx context.Context, s *store.Store) string {
	if said, err := s.Setting(ctx, actedOut); said != "" || err != nil {
		return ""
	}
	if err := s.SetSetting(ctx, actedOut, "told"); err != nil {
		return "" // it would be said again and again
	}
	return "signs of Obsidian, Hugo and others in older articles: lede extract --all brings them up to date"
}

func (p *program) extractAll(ctx context.Context, refs []string, all bool) error {
	s, err := p.open(ctx)
	if err != nil {
		return err
	}
	var t tally
	bar := p.newProgress("extracting", func() int { return countOf(ctx, s, refs, all) })
	fail := func(err error) {
		t.failed++
		bar.clear()
		p.complain(err)
		bar.step()
	}
	err = eachOf(ctx, s, refs, all, fail, func(id articles.ID) error {
		a, what, err := extractor{s}.extract(ctx, id)
		switch {
		case isFatal(err) || ctx.Err() != nil:
			return err
		case all && errors.Is(err, store.ErrNoOriginal):
			t.bare++ // nobody asked for this one
		case err != nil:
			fail(err)
			return nil
		case what == "":
			t.outcomes[articles.Unchanged]++
		default:
			t.outcomes[articles.Updated]++
			bar.clear()
			if _, err := fmt.Fprintf(p.stdout(), "%s: %s\n", a.Title, what); err != nil {
				return err
			}
		}
		bar.step()
		return nil
	})
	bar.clear()
	if all && err == nil && ctx.Err() == nil {
		err = s.SetSetting(ctx, actedOut, "done")
	}
	return p.summarize(t, errors.Join(err, s.Close()))
}

// eachOf calls do for the articles that refs name, or for all of the library.
// What refs name and is not there goes to fail; an error of do ends it.
func eachOf(ctx context.Context, s *store.Store, refs []string, all bool, fail func(error), do func(articles.ID) error) error {
	if all {
		return s.Each(ctx, do)
	}
	for _, ref := range refs {
		id, err := s.Resolve(ctx, ref)
		switch {
		case errors.Is(err, store.ErrNotFound):
			fail(fmt.Errorf("%s is no article of the library: lede list shows what there is", nameOf(ref)))
			continue
		case isFatal(err) || ctx.Err() != nil:
			return err
		case err != nil:
			fail(err)
			continue
		}
		if err := do(id); err != nil {
			return err
		}
	}
	return nil
}

// countOf is the number of articles of eachOf, for a bar; 0 when nothing says it.
func countOf(ctx context.Context, s *store.Store, refs []string, all bool) int {
	if !all {
		return len(refs)
	}
	counts, err := s.Counts(ctx)
	if err != nil {
		return 0
	}
	return counts[articles.All]
}

// extractor makes articles of a library again.
type extractor struct{ *store.Store }

// again is the article as this version makes it of its original.
func (x extractor) again(ctx context.Context, before *articles.Article) (*articles.Article, error) {
	o, err := x.Original(ctx, before.ID)
	if errors.Is(err, store.ErrNoOriginal) {
		return nil, noOriginal(before.Title)
	}
	if err != nil {
		return nil, err
	}
	return importer.Again(o, before)
}

// noOriginal is [store.ErrNoOriginal] for a person who named the article.
type noOriginal string

func (title noOriginal) Error() string {
	return "no original of " + string(title) + " is kept: add it again to have it read anew"
}

func (noOriginal) Unwrap() error { return store.ErrNoOriginal }

// extract makes an article again and keeps it. It says what is new, and
// nothing when nothing is.
func (x extractor) extract(ctx context.Context, id articles.ID) (a *articles.Article, what string, err error) {
	before, _, err := x.Article(ctx, id)
	if err != nil {
		return nil, "", err
	}
	if a, err = x.again(ctx, before); err != nil {
		return nil, "", err
	}
	if what = articles.Changes(before, a); what != "" {
		_, err = x.Put(ctx, a)
	}
	return a, what, err
}
