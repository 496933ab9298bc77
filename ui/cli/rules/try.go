package rules

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/query"
	"lede/articles/rules"
	"lede/store"
	"lede/ui/cli/format"
	"lede/ui/cli/usage"
)

// trial is a rule, and which articles of the library it would act on.
type trial struct {
	listed
	keys []int64
	kept int // that another rule keeps from being muted
}

func (p *program) try() *cobra.Command {
	var most int
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "try [OPTION]... [QUERY [ACTION]...]",
		Short: "Show what rules would do, and change nothing",
		Long: `Show what the rules, or one that is given, would do to the articles that are in the library, if these came in now: how many each finds, and the newest of them. Nothing is changed. QUERY and ACTION are those of lede rules add; without an action, it shows what the query finds.

With --json, each article is an object in a line.`,
		Example: `lede rules try
lede rules try 'feed:hn (crypto or nft)' mute
lede rules try --json -n 0 | jq -r 'select(.do == ["mute"]) | .title'`,
		ValidArgsFunction:     p.complete,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, words []string) error {
			if most < 0 {
				return usage.Errorf(cmd, "--number %d: needs a number from 0 on", most)
			}
			var given []listed
			if len(words) > 0 {
				r, err := p.tried(cmd, words)
				if err != nil {
					return err
				}
				given = []listed{{Rule: r}}
			}
			return p.WithLibrary(cmd.Context(), func(s *store.Store) error { return p.tryAll(cmd.Context(), s, given, most, asJSON) })
		},
	}
	f := cmd.Flags()
	f.BoolVar(&asJSON, "json", false, "print one JSON object a line")
	f.IntVarP(&most, "number", "n", 5, "print at most N articles of each rule, 5 without it, 0 for all")
	usage.NameValue(f, "number", "N")
	return cmd
}

// tried is the rule that words of the command line are; a query alone does nothing.
func (p *program) tried(cmd *cobra.Command, words []string) (rules.Rule, error) {
	if len(words) > 1 || strings.Contains(words[0], rules.Arrow) {
		return p.rule(cmd, words)
	}
	r, err := p.rule(cmd, append(words, "keep"))
	r.Do = rules.Action{}
	return r, err
}

// tryAll tries the rules, or those that are given in their place.
func (p *program) tryAll(ctx context.Context, s *store.Store, given []listed, most int, asJSON bool) error {
	all, err := p.all(ctx, s)
	if err != nil {
		return err
	}
	if given == nil {
		given = all
	}
	if len(given) == 0 {
		_, _ = fmt.Fprintln(p.Stderr, noRules) // a hint, no more
	}
	if err := p.Index(ctx, s); err != nil {
		return err
	}
	kept := map[int64]bool{}
	for _, r := range all {
		if r.Do.Keep {
			keys, err := found(ctx, s, r.Rule)
			if err != nil {
				return err
			}
			for _, key := range keys {
				kept[key] = true
			}
		}
	}
	for _, r := range given {
		t := trial{listed: r}
		if r.Wrong == nil {
			if t.keys, err = found(ctx, s, r.Rule); err != nil {
				return err
			}
		}
		if n := len(t.keys); r.Do.Mute {
			t.keys = slices.DeleteFunc(t.keys, func(key int64) bool { return kept[key] })
			t.kept = n - len(t.keys)
		}
		if err := p.show(ctx, s, &t, most, asJSON); err != nil {
			return err
		}
	}
	return nil
}

// found is what a rule finds, the newest first: of words no other form, as when an
// article comes in.
func found(ctx context.Context, s *store.Store, r rules.Rule) ([]int64, error) {
	q := r.Query.Map(func(t query.Text) query.Text {
		t.Phrase = true
		return t
	})
	q.Each = true
	found, err := s.Find(ctx, q, articles.Newest)
	return slices.Clone(found.Keys), err
}

// triedJSON is an article that a rule would act on.
type triedJSON struct {
	Rule  int         `json:"rule,omitempty"`
	Query string      `json:"query"`
	Do    []string    `json:"do"`
	ID    articles.ID `json:"id"`
	Title string      `json:"title"`
}

func (p *program) show(ctx context.Context, s *store.Store, t *trial, most int, asJSON bool) error {
	keys := t.keys
	if most > 0 {
		keys = keys[:min(most, len(keys))]
	}
	shape := format.Rows(p.Terminal.LineWidth())
	if !asJSON {
		if _, err := fmt.Fprintln(p.Out, t.head()); err != nil {
			return err
		}
	}
	const page = 500
	for some := range slices.Chunk(keys, page) {
		rows, err := s.RowsByKey(ctx, some)
		if err != nil {
			return err
		}
		for _, r := range rows {
			if asJSON {
				err = format.Encode(p.Out, triedJSON{t.number, t.Query.String(), t.Do.Words(), r.ID, r.Title}, "")
			} else {
				err = shape.Write(p.Out, r)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// head says how much a rule finds: "2. feed:hn crypto -> mute: 12 articles".
func (t *trial) head() string {
	number, what := "", "articles"
	if t.number > 0 {
		number = fmt.Sprintf("%d. ", t.number)
	}
	if len(t.keys) == 1 {
		what = "article"
	}
	head := fmt.Sprintf("%s%s: %s %s", number, t.Rule, articles.Grouped(len(t.keys)), what)
	if t.kept > 0 {
		head += ", and " + articles.Grouped(t.kept) + " that another rule keeps"
	}
	return head
}
