package cli

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/next"
	"lede/store"
	"lede/ui/cli/format"
	"lede/ui/cli/usage"
)

func (p *program) next() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "next [OPTION]... MINUTES [QUERY]",
		Short: "Print what to read in the minutes you have",
		Long: `Print the articles to read in the minutes you have, one after another: those that you have not read to their end and that fit into the time together, as lede list prints them, with the minutes that remain of each.

The best come first: what has a star, then what you have begun, then what comes from the feeds of which you opened most in the last 90 days, then what is newer. QUERY is which articles may be chosen: README.md tells the language. Put all of it in single quotes.`,
		Example: `lede next 15
lede next 30 'tag:go -is:reading'
lede "$(lede next --json 10 | head -1 | jq -r .id)"`,
		Args:                  usage.Some("the minutes you have"),
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, words []string) error {
			minutes, err := strconv.Atoi(strings.TrimRight(words[0], "min"))
			if err != nil || minutes < 1 || minutes > next.Most {
				return usage.Errorf(cmd, "%q: needs minutes, from 1 to %d, as in lede next 15", words[0], next.Most)
			}
			q, err := usage.Query(cmd, words[1:])
			if err != nil {
				return err
			}
			return p.WithLibrary(cmd.Context(), func(s *store.Store) error {
				if !q.IsEmpty() {
					if err := p.Index(cmd.Context(), s); err != nil {
						return err
					}
				}
				rows, err := s.Next(cmd.Context(), q, minutes)
				if err != nil {
					return err
				}
				return p.printNext(rows, minutes, asJSON)
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a line")
	return cmd
}

func (p *program) printNext(rows []articles.Row, minutes int, asJSON bool) error {
	shape := format.Rows(p.Terminal.LineWidth())
	for _, r := range rows {
		print := shape.WriteLeft
		if asJSON {
			print = format.LeftJSON
		}
		if err := print(p.Out, r); err != nil {
			return err
		}
	}
	if len(rows) == 0 {
		p.Note(fmt.Sprintf("nothing that is not read fits into %d min", minutes))
	}
	return nil
}
