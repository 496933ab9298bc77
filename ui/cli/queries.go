package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/query"
	"lede/store"
	"lede/ui/cli/format"
	"lede/ui/cli/usage"
)

// queries is lede queries with what stands under it.
func (p *program) queries() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "queries [OPTION]... [COMMAND]",
		Short: "See to the queries that are saved: the tabs of the library",
		Long: `See to the queries that are saved under names: each is a tab of the library's screen, behind the shelves. Without a command they are listed, in their order, each with its name and what it asks for.

A saved query finds what lede list finds by it, and has its order where sort: is in it. lede undo takes back each of these.`,
		Example: `lede queries save 'Long reads' 'is:unread time:>20 sort:longest'
lede queries rename 'Long reads' Weekend
lede queries move Weekend 1
lede list "$(lede queries --json | jq -r 'select(.name == "Weekend") | .query')"`,
		DisableFlagsInUseLine: true,
		Args: func(cmd *cobra.Command, words []string) error {
			if len(words) > 0 {
				return cmp.Or(usage.NoCommand(cmd, words[0], nil),
					usage.Errorf(cmd, "queries has no command %s: lede queries save NAME QUERY saves one", usage.Name(words[0])))
			}
			return nil
		},
	}
	list := &cobra.Command{
		Use: "list [OPTION]...", Short: "Print the saved queries, as without a command",
		Long:    "Print the saved queries in their order, each with its name and what it asks for.",
		Example: "lede queries list --json | jq -r .name", Args: usage.OptionsOnly,
		ValidArgsFunction: cobra.NoFileCompletions, DisableFlagsInUseLine: true,
	}
	for _, each := range []*cobra.Command{cmd, list} {
		each.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a line")
		each.RunE = func(cmd *cobra.Command, _ []string) error { return p.listQueries(cmd.Context(), asJSON) }
	}
	cmd.AddCommand(list, p.saveQuery(),
		p.editsQuery("rename NAME NEW", "Give a saved query another name", "lede queries rename Weekend 'Long reads'",
			func(edit *articles.QueryEdit, word string) error {
				edit.Kind, edit.To = articles.RenamingQuery, articles.CleanLine(word)
				return nil
			}),
		p.editsQuery("move NAME PLACE", "Move a saved query to another place: 1 is the first", "lede queries move Weekend 1",
			func(edit *articles.QueryEdit, word string) error {
				n, err := strconv.Atoi(word)
				edit.Kind, edit.Place = articles.MovingQuery, n-1
				if err != nil || n < 1 {
					return fmt.Errorf("%s is no place: the first is 1", usage.Name(word))
				}
				return nil
			}),
		p.editsQuery("rm NAME", "Take a saved query away", "lede queries rm Weekend", func(edit *articles.QueryEdit, _ string) error {
			edit.Kind = articles.RemovingQuery
			return nil
		}))
	return cmd
}

func (p *program) saveQuery() *cobra.Command {
	return &cobra.Command{
		Use: "save [OPTION]... NAME QUERY", Short: "Save a query under a name",
		Long: `Save a query under a name, behind those that are saved; under a name that is there, in its place: a line says what it was. QUERY is words and conditions, as lede list takes them. Put the name, and all of the query, in single quotes. lede undo takes it back.`,
		Example: `lede queries save Go 'tag:go is:unread'
lede queries save 'Long reads' 'time:>20 sort:longest'`,
		DisableFlagsInUseLine: true,
		Args: func(cmd *cobra.Command, words []string) error {
			if len(words) < 2 {
				return usage.Errorf(cmd, "queries save needs a name, and a query")
			}
			return nil
		},
		ValidArgsFunction: func(cmd *cobra.Command, words []string, word string) ([]string, cobra.ShellCompDirective) {
			if len(words) == 0 {
				return p.completeQueryNames(cmd, word)
			}
			return p.completeQuery(cmd, words, word)
		},
		RunE: func(cmd *cobra.Command, words []string) error {
			q, err := usage.Query(cmd, words[1:])
			if err != nil {
				return err
			}
			if q.IsEmpty() {
				return usage.Errorf(cmd, "the query asks for nothing: give words and conditions, as tag:go is:unread")
			}
			return p.editQueries(cmd.Context(), articles.QueryEdit{
				Kind: articles.SavingQuery, Name: articles.CleanLine(words[0]), Query: usage.Joined(words[1:]),
			})
		},
	}
}

// editsQuery is a command whose first word names a saved query; read makes an edit of the
// second, if it takes one.
func (p *program) editsQuery(use, short, example string, read func(edit *articles.QueryEdit, word string) error) *cobra.Command {
	words := strings.Fields(use)
	return &cobra.Command{
		Use: strings.Replace(use, " ", " [OPTION]... ", 1), Short: short, Long: short + ". lede undo takes it back.", Example: example,
		DisableFlagsInUseLine: true,
		Args: func(cmd *cobra.Command, given []string) error {
			if len(given) != len(words)-1 {
				return usage.Errorf(cmd, "queries %s needs %s: put one of several words in quotes", words[0], strings.Join(words[1:], " and "))
			}
			return nil
		},
		ValidArgsFunction: func(cmd *cobra.Command, given []string, word string) ([]string, cobra.ShellCompDirective) {
			if len(given) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return p.completeQueryNames(cmd, word)
		},
		RunE: func(cmd *cobra.Command, given []string) error {
			edit := articles.QueryEdit{Name: articles.CleanLine(given[0])}
			if err := read(&edit, given[len(given)-1]); err != nil {
				return usage.Errorf(cmd, "%w", err)
			}
			return p.editQueries(cmd.Context(), edit)
		},
	}
}

func (p *program) editQueries(ctx context.Context, edit articles.QueryEdit) error {
	return p.WithLibrary(ctx, func(s *store.Store) error {
		c, err := s.EditQueries(ctx, edit)
		if errors.Is(err, articles.ErrNoQuery) {
			return fmt.Errorf("no query is saved as %s: lede queries lists them", usage.Name(edit.Name))
		}
		if err == nil {
			_, err = fmt.Fprintln(p.Out, did(&c))
		}
		return err
	})
}

func (p *program) listQueries(ctx context.Context, asJSON bool) error {
	return p.WithLibrary(ctx, func(s *store.Store) error {
		all, err := s.SavedQueries(ctx)
		widest := 0
		for _, q := range all {
			widest = max(widest, ansi.StringWidth(q.Name))
		}
		for _, q := range all {
			switch {
			case err != nil:
			case asJSON:
				err = format.Encode(p.Out, struct {
					Name  string `json:"name"`
					Query string `json:"query"`
				}{q.Name, q.Query}, "")
			default:
				_, err = fmt.Fprintf(p.Out, "%s%s  %s\n", q.Name, strings.Repeat(" ", widest-ansi.StringWidth(q.Name)), q.Query)
			}
		}
		return err
	})
}

// completeQueryNames offers a shell the names of saved queries.
func (p *program) completeQueryNames(cmd *cobra.Command, word string) (found []string, _ cobra.ShellCompDirective) {
	p.looking(cmd.Context(), func(ctx context.Context, s *store.Store) {
		all, _ := s.SavedQueries(ctx) // what is found until it fails is right
		for _, q := range all {
			if strings.HasPrefix(strings.ToLower(q.Name), strings.ToLower(word)) {
				found = append(found, q.Name+"\t"+q.Query)
			}
		}
	})
	return found, cobra.ShellCompDirectiveNoFileComp
}

// completeQuery offers a shell what a word of a query may become: names of fields, and
// their values with how many articles have them.
func (p *program) completeQuery(cmd *cobra.Command, _ []string, word string) (found []string, _ cobra.ShellCompDirective) {
	c := query.Complete(word, len(word))
	offer := func(name, about string) {
		text, _ := c.Take(word, name)
		found = append(found, strings.TrimSuffix(strings.TrimSuffix(text, " ")+"\t"+about, "\t"))
	}
	for _, name := range c.Names {
		offer(name, query.About(name))
	}
	if c.Field == "" {
		return found, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
	p.looking(cmd.Context(), func(ctx context.Context, s *store.Store) {
		all, _ := s.Values(ctx, c.Field, c.Part) // what is found until it fails is right
		for _, v := range all {
			offer(v.Value, articles.Grouped(v.Articles))
		}
	})
	return found, cobra.ShellCompDirectiveNoFileComp
}
