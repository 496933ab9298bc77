package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/query"
	"lede/articles/snippet"
	"lede/store"
	"lede/ui/cli/format"
	"lede/ui/cli/usage"
)

func (p *program) search() *cobra.Command {
	var most int
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "search [OPTION]... QUERY",
		Short: "Search the text of all articles",
		Long: `Search the text of all articles, and print what is found, the best first: each with a piece of its text around the words.

Words are found in titles, deks, authors, sites, feeds, tags and texts. What has them as you typed them comes first, then what has other forms of them. Where hardly anything is found, what you may have meant comes behind it, and is told. QUERY may have all that lede list takes: tag:go, is:unread, -word, "a phrase". Put all of it in single quotes.`,
		Example: `lede search pagers
lede search '"less is more" -is:read'
lede search --json 'author:quill time:<10' | jq -r .id`,
		Args:                  usage.Some("words to search"),
		ValidArgsFunction:     p.completeQuery,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, words []string) error {
			q, err := usage.Query(cmd, words)
			if err != nil {
				return err
			}
			if most < 0 {
				return usage.Errorf(cmd, "--number %d: needs a number from 0 on", most)
			}
			return p.WithLibrary(cmd.Context(), func(s *store.Store) error { return p.printHits(cmd.Context(), s, q, most, asJSON) })
		},
	}
	f := cmd.Flags()
	f.BoolVar(&asJSON, "json", false, "print one JSON object a line")
	f.IntVarP(&most, "number", "n", 20, "print at most N articles, 0 for all")
	usage.NameValue(f, "number", "N")
	return cmd
}

// printHits prints what a query finds, and behind it what may have been meant.
func (p *program) printHits(ctx context.Context, s *store.Store, q query.Query, most int, asJSON bool) error {
	if err := p.Index(ctx, s); err != nil {
		return err
	}
	found, err := s.Find(ctx, q, articles.BestMatch)
	if err != nil {
		return err
	}
	if most == 0 {
		most = len(found.Keys) + len(found.Near)
	}
	print := func(hit format.Hit) error { return hit.Write(p.Out) }
	if asJSON {
		print = func(hit format.Hit) error { return hit.JSON(p.Out) }
	}
	keys := found.Keys[:min(most, len(found.Keys))]
	if err := p.eachHit(ctx, s, q, keys, "", print); err != nil {
		return err
	}
	near := found.Near[:min(most-len(keys), len(found.Near))]
	if len(near) == 0 {
		return nil
	}
	meant, err := query.Parse(found.Meant)
	if err != nil {
		return err
	}
	if !asJSON {
		if _, err := fmt.Fprintf(p.Stderr, "lede: %d found; did you mean %s?\n", len(found.Keys), found.Meant); err != nil {
			return err
		}
	}
	return p.eachHit(ctx, s, meant, near, found.Meant, print)
}

func (p *program) eachHit(ctx context.Context, s *store.Store, q query.Query, keys []int64, meant string, print func(format.Hit) error) error {
	const letters = 160
	return pages(ctx, s, keys, func(r articles.Row) error {
		hit := format.Hit{Row: r, Meant: meant}
		if texts := q.Texts(); len(texts) > 0 {
			a, _, err := s.Article(ctx, r.ID)
			if err != nil {
				return err
			}
			hit.Snippet = snippet.Of(a.Markdown, texts, letters).Text
		}
		return print(hit)
	})
}

// pages calls do with the row of each key, and keeps a page of them at a time.
func pages(ctx context.Context, s *store.Store, keys []int64, do func(articles.Row) error) error {
	const page = 500
	for len(keys) > 0 {
		n := min(page, len(keys))
		rows, err := s.RowsByKey(ctx, keys[:n])
		if err != nil {
			return err
		}
		for _, r := range rows {
			if err := do(r); err != nil {
				return err
			}
		}
		keys = keys[n:]
	}
	return nil
}
