package rules

import (
	"cmp"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/store"
	"lede/ui/cli/format"
	"lede/ui/cli/usage"
)

// mutedJSON is what a rule keeps out as JSON has it.
type mutedJSON struct {
	Title string    `json:"title"`
	Feed  string    `json:"feed,omitempty"`
	At    string    `json:"at"` // its address
	Rule  string    `json:"rule,omitempty"`
	Muted time.Time `json:"muted"`
}

func (p *program) muted() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "muted [OPTION]...",
		Short: "List what the rules keep out of the library",
		Long: `List what the rules keep out of the library, the last first: the title, the feed that lists it, its address or its file, and the rule. Of what an older lede has muted only the address is known.

lede add of an address or a file brings one in. When a rule is taken away, all that it keeps out comes in with the next refresh, as far as its feed still lists it.`,
		Example:               "lede rules muted\nlede rules muted --json | jq -r .at",
		Args:                  usage.OptionsOnly,
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.WithLibrary(cmd.Context(), func(s *store.Store) error {
				all, err := s.MutedByRules(cmd.Context())
				for _, k := range all {
					switch {
					case err != nil:
					case asJSON:
						err = format.Encode(p.Out, mutedJSON{k.Title, k.Feed, k.Origin, k.Rule, k.At.UTC()}, "")
					default:
						_, err = fmt.Fprintln(p.Out, mutedLine(k))
					}
				}
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a line")
	return cmd
}

// mutedLine is what a rule keeps out, in a line.
func mutedLine(k articles.KeptOut) string {
	line := cmp.Or(k.Title, "(no title)")
	if k.Feed != "" {
		line += "  " + k.Feed
	}
	return line + "  " + articles.ShownAddress(k.Origin) + "  # " + cmp.Or(k.Rule, "a rule")
}
