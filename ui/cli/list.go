package cli

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/query"
	"lede/store"
	"lede/ui/cli/format"
	"lede/ui/cli/usage"
)

// listing is what to list, by the words of the flags.
type listing struct {
	sort, shelf string
	most        int // 0 is all
	json        bool
	query       query.Query
}

var (
	orders = map[string]articles.Order{
		"newest": articles.Newest, "views": articles.MostViewed, "opened": articles.RecentlyOpened,
		"shortest": articles.Shortest, "longest": articles.Longest, "title": articles.ByTitle,
		"added": articles.RecentlyAdded, "match": articles.BestMatch,
	}
	shelves = map[string]articles.Shelf{
		"all": articles.All, "unread": articles.Unread, "reading": articles.InProgress, "starred": articles.Starred, "archive": articles.Archive,
	}
)

func (p *program) list() *cobra.Command {
	var l listing
	cmd := &cobra.Command{
		Use:   "list [OPTION]... [QUERY]",
		Short: "Print the library, or what a query finds",
		Long: `Print the library, or what a query finds of it, one article a line: its id, how far you read it (* is starred), its read time, its date, its author and its title. A narrow terminal has fewer of these, and the title always; a pipe has all.

QUERY is words and conditions, such as 'tag:go is:unread time:<10': README.md tells the language. Put all of it in single quotes, and -- before it where it begins with -: lede list -- -is:read. That nothing was found is told on the standard error, and is no failure.`,
		Example: `lede list
lede list --shelf unread --sort shortest -n 5
lede list 'author:quill -is:read'
lede list | grep -i unix
lede list --json | jq -r 'select(.starred) | .title'`,
		ValidArgsFunction:     p.completeQuery,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, words []string) error {
			var err error
			if l.query, err = usage.Query(cmd, words); err != nil {
				return err
			}
			if err := l.check(cmd); err != nil {
				return err
			}
			return p.printRows(cmd.Context(), l)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&l.json, "json", false, "print one JSON object a line")
	f.StringVar(&l.sort, "sort", "newest", choice(names(orders)))
	usage.NameValue(f, "sort", "ORDER")
	f.StringVar(&l.shelf, "shelf", "all", choice(names(shelves)))
	usage.NameValue(f, "shelf", "SHELF")
	f.IntVarP(&l.most, "number", "n", 0, "print at most N articles, all without it")
	usage.NameValue(f, "number", "N")
	_ = cmd.RegisterFlagCompletionFunc("sort", usage.Words(names(orders)...)) // the flags exist
	_ = cmd.RegisterFlagCompletionFunc("shelf", usage.Words(names(shelves)...))
	return cmd
}

// names are the words of a flag in the order of their values.
func names[V articles.Order | articles.Shelf](choice map[string]V) []string {
	return slices.SortedFunc(maps.Keys(choice), func(a, b string) int { return int(choice[a] - choice[b]) })
}

func choices[V articles.Order | articles.Shelf](choice map[string]V) string {
	return strings.Join(names(choice), ", ")
}

func (l *listing) check(cmd *cobra.Command) error {
	if _, ok := orders[l.sort]; !ok {
		return usage.Errorf(cmd, "--sort %q: choose one of %s", l.sort, choices(orders))
	}
	if _, ok := shelves[l.shelf]; !ok {
		return usage.Errorf(cmd, "--shelf %q: choose one of %s", l.shelf, choices(shelves))
	}
	if l.most < 0 {
		return usage.Errorf(cmd, "--number %d: needs a number from 0 on", l.most)
	}
	switch order := orders[l.sort]; {
	case l.query.Ordered && cmd.Flags().Changed("sort"):
		return usage.Errorf(cmd, "--sort and sort: say two orders: leave one of them out")
	case order == articles.BestMatch && len(l.query.Texts()) == 0:
		return usage.Errorf(cmd, "--sort match is for words that are searched, as in lede list --sort match pagers")
	case order == articles.RecentlyAdded: // an order of queries, and of no shelf
		l.query.Order, l.query.Ordered = order, true
	}
	return nil
}

// printRows prints a listing page by page, so that its memory does not grow
// with the library.
func (p *program) printRows(ctx context.Context, l listing) error {
	s, err := p.Open(ctx)
	if err != nil {
		return err
	}
	shape := format.Rows(p.Terminal.LineWidth())
	print := func(r articles.Row) error { return shape.Write(p.Out, r) }
	if l.json {
		print = func(r articles.Row) error { return format.RowJSON(p.Out, r) }
	}
	if !l.query.IsEmpty() {
		err = p.Index(ctx, s)
	}
	none := true
	if err == nil {
		err = eachRow(ctx, s, l, func(r articles.Row) error {
			none = false
			return print(r)
		})
	}
	if err == nil && none {
		err = errNothing
	}
	return errors.Join(err, s.Close())
}

func eachRow(ctx context.Context, s *store.Store, l listing, print func(articles.Row) error) error {
	counts, err := s.Counts(ctx)
	if err != nil {
		return err
	}
	if shelf := shelves[l.shelf]; !l.query.IsEmpty() || counts.Folded[shelf] > 0 {
		asked := l.query.On(shelf)
		asked.Unfolded = true // what is folded is so on the screen only
		found, err := s.Find(ctx, asked, orders[l.sort])
		if err != nil {
			return err
		}
		if l.most > 0 {
			found.Keys = found.Keys[:min(l.most, len(found.Keys))]
		}
		return pages(ctx, s, found.Keys, print)
	}
	const page = 500
	left := l.most
	if left == 0 {
		left = int(^uint(0) >> 1)
	}
	span := articles.Span{}
	for left > 0 {
		span.N = min(page, left)
		rows, err := s.Rows(ctx, articles.Listing{Shelf: shelves[l.shelf], Order: orders[l.sort]}, span)
		if err != nil {
			return err
		}
		for _, r := range rows {
			if err := print(r); err != nil {
				return err
			}
		}
		if len(rows) < span.N {
			return nil
		}
		left -= len(rows)
		span.From = &rows[len(rows)-1]
	}
	return nil
}
