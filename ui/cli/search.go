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
	"lede/ui/terminal"
)

func (p *program) search() *cobra.Command {
	var how searching
	cmd := &cobra.Command{
		Use:   "search [OPTION]... QUERY",
		Short: "Search the text of all articles",
		Long: `Search the text of all articles, and print what is found, the best first: each with a piece of its text around the words.

Words are found in titles, deks, authors, sites, feeds, tags and texts. What has them as you typed them comes first, then what has other forms of them. Where hardly anything is found, what you may have meant comes behind it, and is told. QUERY may have all that lede list takes: tag:go, is:unread, -word, "a phrase". Put all of it in single quotes, and -- before it where it begins with -: lede search -- '-is:read pagers'.

The first 20 are printed: a terminal is told how many there are, and -n 0 prints all. A terminal gets lines of its width with the words in bold, a pipe whole lines. That nothing was found is told on the standard error, and is no failure.`,
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
			if how.most < 0 {
				return usage.Errorf(cmd, "--number %d: needs a number from 0 on", how.most)
			}
			return p.WithLibrary(cmd.Context(), func(s *store.Store) error { return p.printHits(cmd.Context(), s, q, how) })
		},
	}
	f := cmd.Flags()
	f.BoolVar(&how.json, "json", false, "print one JSON object a line")
	f.IntVarP(&how.most, "number", "n", 20, "print at most N articles, 20 without it, 0 for all")
	usage.NameValue(f, "number", "N")
	return cmd
}

// searching is how many hits to print, and how.
type searching struct {
	most int // 0 is all
	json bool
}

// printHits prints what a query finds, and behind it what may have been meant.
func (p *program) printHits(ctx context.Context, s *store.Store, q query.Query, how searching) error {
	if err := p.Index(ctx, s); err != nil {
		return err
	}
	found, err := s.Find(ctx, q, articles.BestMatch)
	if err != nil {
		return err
	}
	all := len(found.Keys) + len(found.Near)
	if how.most == 0 {
		how.most = all
	}
	keys := found.Keys[:min(how.most, len(found.Keys))]
	if err := p.eachHit(ctx, s, q, keys, "", how); err != nil {
		return err
	}
	if near := found.Near[:min(how.most-len(keys), len(found.Near))]; len(near) > 0 {
		meant, err := query.Parse(found.Meant)
		if err != nil {
			return err
		}
		if !how.json {
			p.Note(fmt.Sprintf("%s found; did you mean %s?", articles.Grouped(len(found.Keys)), found.Meant))
		}
		if err := p.eachHit(ctx, s, meant, near, found.Meant, how); err != nil {
			return err
		}
	}
	switch {
	case all == 0:
		return errNothing
	case all > how.most && terminal.Is(p.Stderr):
		p.Note(fmt.Sprintf("%s of %s: -n 0 prints all", articles.Grouped(how.most), articles.Grouped(all)))
	}
	return nil
}

func (p *program) eachHit(ctx context.Context, s *store.Store, q query.Query, keys []int64, meant string, how searching) error {
	shape := format.HitsIn(p.Terminal.LineWidth(), p.Terminal.HasScreen() && p.Terminal.Colored(p.Settings.Config().Color))
	letters := shape.Letters()
	print := shape.Write
	if how.json {
		letters, print = format.AnyLetters, format.HitJSON
	}
	texts := q.Texts()
	return pages(ctx, s, keys, func(r articles.Row) error {
		hit := format.Hit{Row: r, Meant: meant, Marks: snippet.Marks(r.Title, texts)}
		if len(texts) > 0 {
			a, _, err := s.Article(ctx, r.ID)
			if err != nil {
				return err
			}
			hit.Snippet = snippet.Of(a.Markdown, texts, letters)
		}
		return print(p.Out, hit)
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
