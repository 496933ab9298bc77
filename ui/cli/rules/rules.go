// Package rules is the command lede rules: what is done with articles as they come in.
package rules

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/rules"
	"lede/store"
	"lede/ui/cli/format"
	"lede/ui/cli/run"
	"lede/ui/cli/usage"
	"lede/ui/config"
)

// program is a run with the commands of this package.
type program struct {
	*run.Run
	completeQuery cobra.CompletionFunc
}

// Command is lede rules with what stands under it. A shell that asks what a query may
// become is answered by complete.
func Command(r *run.Run, complete cobra.CompletionFunc) *cobra.Command {
	p := &program{r, complete}
	var asJSON bool
	list := func(cmd *cobra.Command, _ []string) error { return p.list(cmd.Context(), asJSON) }
	cmd := &cobra.Command{
		Use:   "rules [COMMAND]",
		Short: "Mute, tag or star articles as they come in",
		Long: `Mute, tag or star articles as they come in, by a refresh or by lede add. A rule is a query and what is done to the articles that it finds: mute keeps them out of the library, keep lets no other rule mute them, star, read (marked as read), tag NAME. Without a command, the rules are listed, each with its number.

All rules that find an article act on it. They are asked of what is new alone: what you undo stays undone. Nothing that you add by its own name, an address or a file, is muted: only what feeds list and what is found in folders. A line says how many were muted, tagged and starred.

lede rules try shows before what a rule finds, and lede rules muted what the rules keep out. What is muted is not fetched again: lede add of its address or its file brings it in, and all of it comes in with the refresh after its rule is gone, as far as its feed still lists it.

In the file of settings, rules = ["feed:hn crypto -> mute", "author:quill -> star, tag quill"] are rules too.`,
		Example: `lede rules add 'feed:hn (crypto or nft)' mute
lede rules add 'author:quill' star tag quill
lede rules try
lede rules rm 1`,
		Args: func(cmd *cobra.Command, words []string) error {
			if len(words) > 0 {
				return cmp.Or(usage.NoCommand(cmd, words[0], nil), usage.Errorf(cmd, "rules has no command %q", words[0]))
			}
			return nil
		},
		DisableFlagsInUseLine: true,
		RunE:                  list,
	}
	only := &cobra.Command{
		Use: "list [OPTION]...", Short: "Print the rules, as without a command", Example: "lede rules list --json | jq -r .query",
		Args: usage.OptionsOnly, ValidArgsFunction: cobra.NoFileCompletions, DisableFlagsInUseLine: true, RunE: list,
	}
	for _, c := range []*cobra.Command{cmd, only} {
		c.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a line")
	}
	cmd.AddCommand(p.add(), only, p.remove(), p.move(), p.try(), p.muted())
	return cmd
}

// listed is a rule as it is listed.
type listed struct {
	rules.Rule
	number int
	from   config.Origin // where it is set; of the library the zero one
}

// all are the rules of the library, and behind them those of the settings.
func (p *program) all(ctx context.Context, s *store.Store) ([]listed, error) {
	kept, err := s.Rules(ctx)
	var all []listed
	for _, r := range kept {
		all = append(all, listed{r, len(all) + 1, config.Origin{}})
	}
	for i, r := range p.Rules() {
		all = append(all, listed{r, len(all) + 1, p.Settings.Config().OriginOf("rules", i)})
	}
	return all, err
}

const noRules = "no rules yet: lede rules add QUERY ACTION makes one, as in lede rules add 'feed:hn crypto' mute"

func (p *program) list(ctx context.Context, asJSON bool) error {
	return p.WithLibrary(ctx, func(s *store.Store) error {
		all, err := p.all(ctx, s)
		if len(all) == 0 && !asJSON {
			_, _ = fmt.Fprintln(p.Stderr, noRules) // a hint, no more
		}
		width := 0
		for _, r := range all {
			asked, _ := r.Texts()
			width = max(width, ansi.StringWidth(asked))
		}
		for _, r := range all {
			switch {
			case err != nil:
			case asJSON:
				err = format.Encode(p.Out, r.json(), "")
			default:
				_, err = fmt.Fprintln(p.Out, r.line(width))
			}
		}
		return err
	})
}

// line is the rule in a line, whose query has a column of a width.
func (r *listed) line(width int) string {
	const most = 50 // beyond it, what follows a query stands right after it
	asked, done := r.Texts()
	line := fmt.Sprintf("%3d  %s%s  %s", r.number, asked, strings.Repeat(" ", max(0, min(most, width)-ansi.StringWidth(asked))), done)
	if r.Wrong != nil {
		line += "  # does nothing: " + articles.CleanLine(r.Wrong.Error())
	}
	if r.from.Kind != config.Default {
		line += "  # " + r.from.String()
	}
	return line
}

// ruleJSON is a rule as JSON has it.
type ruleJSON struct {
	Number int      `json:"number"`
	Query  string   `json:"query"`
	Do     []string `json:"do"`
	From   string   `json:"from"`
	File   string   `json:"file,omitempty"`
	Line   int      `json:"line,omitempty"`
	Wrong  string   `json:"wrong,omitempty"`
}

func (r *listed) json() ruleJSON {
	asked, _ := r.Texts()
	out := ruleJSON{Number: r.number, Query: asked, Do: r.Do.Words(), From: "library", Line: r.from.Line}
	if r.Wrong != nil {
		out.Wrong = articles.CleanLine(r.Wrong.Error())
	}
	switch r.from.Kind {
	case config.Default:
	case config.File:
		out.From, out.File = r.from.Kind.String(), r.from.Name
	default:
		out.From = r.from.Kind.String()
	}
	return out
}

// rule is the rule that words of the command line are: a query, and behind it actions;
// or all of it in one word.
func (p *program) rule(cmd *cobra.Command, words []string) (rules.Rule, error) {
	asked, done := words[0], actions(words[1:])
	if len(words) == 1 {
		if at := strings.LastIndex(asked, rules.Arrow); at >= 0 {
			asked, done = asked[:at], asked[at+len(rules.Arrow):]
		}
	}
	asked = articles.CleanLine(asked)
	if _, err := usage.Query(cmd, []string{asked}); err != nil {
		return rules.Rule{}, err
	}
	r, err := rules.New(asked, articles.CleanLine(done))
	if err != nil {
		return r, usage.Errorf(cmd, "%w", err)
	}
	return r, nil
}

// actions are words as the text of a rule has them: the one behind tag names tags.
func actions(words []string) string {
	var parts []string
	for i := 0; i < len(words); i++ {
		word := strings.Trim(words[i], ", ")
		if !strings.EqualFold(word, "tag") || i+1 == len(words) {
			parts = append(parts, word)
			continue
		}
		i++
		for name := range strings.SplitSeq(strings.Trim(words[i], ", "), ",") {
			parts = append(parts, word+" "+name)
		}
	}
	return strings.Join(parts, ", ")
}
