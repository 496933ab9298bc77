package rules

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/rules"
	"lede/store"
	"lede/ui/cli/usage"
	"lede/ui/config"
)

func (p *program) add() *cobra.Command {
	return &cobra.Command{
		Use:   "add [OPTION]... QUERY ACTION...",
		Short: "Make a rule",
		Long: `Make a rule. QUERY is words and conditions, such as 'feed:hn (crypto or nft)': README.md tells the language. Put all of it in single quotes. What the reader does with an article says nothing of one that only comes in: is:, opened:, added: and views: are no part of a rule. Words are found as they are, in no other form.

ACTION is mute, keep, star, read, or tag NAME. lede undo takes it back.`,
		Example: `lede rules add 'feed:hn (crypto or nft)' mute
lede rules add 'feed:hn points' keep
lede rules add 'author:quill' star tag quill`,
		Args: func(cmd *cobra.Command, words []string) error {
			if len(words) == 0 || len(words) == 1 && !strings.Contains(words[0], rules.Arrow) {
				return usage.Errorf(cmd, "rules add needs a query, in quotes, and what is done: mute, keep, star, read or tag NAME")
			}
			return nil
		},
		ValidArgsFunction:     p.complete,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, words []string) error {
			r, err := p.rule(cmd, words)
			if err != nil {
				return err
			}
			return p.edit(cmd, "%s added", func(all []rules.Rule) ([]rules.Rule, rules.Rule) { return append(all, r), r })
		},
	}
}

// complete offers a shell what a query may become, and behind it what a rule can do.
func (p *program) complete(cmd *cobra.Command, words []string, word string) ([]string, cobra.ShellCompDirective) {
	switch {
	case len(words) == 0:
		return p.completeQuery(cmd, words, word)
	case words[len(words)-1] == "tag":
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return rules.Words(), cobra.ShellCompDirectiveNoFileComp
}

func (p *program) remove() *cobra.Command {
	return &cobra.Command{
		Use: "rm [OPTION]... NUMBER", Short: "Take a rule away",
		Long:    "Take a rule away, by its number in lede rules. What it muted comes in with the next refresh, as far as its feed still lists it: lede rules muted shows it. What else it did stays. lede undo takes it back.",
		Example: "lede rules rm 2", Args: usage.One("the number of a rule", "lede undo takes back one at a time"),
		ValidArgsFunction: cobra.NoFileCompletions, DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, words []string) error {
			at, err := p.numbered(cmd, words[0])
			if err != nil {
				return err
			}
			return p.edit(cmd, "%s taken away", func(all []rules.Rule) ([]rules.Rule, rules.Rule) {
				r := all[at]
				return slices.Delete(all, at, at+1), r
			})
		},
	}
}

func (p *program) move() *cobra.Command {
	return &cobra.Command{
		Use: "move [OPTION]... NUMBER PLACE", Short: "Give a rule another place",
		Long:    "Give the rule of a number another place among those of the library. All that find an article act on it, so the order is that of the list, and of the tags that they put on. lede undo takes it back.",
		Example: "lede rules move 4 1",
		Args: func(cmd *cobra.Command, words []string) error {
			if len(words) != 2 {
				return usage.Errorf(cmd, "rules move needs the number of a rule, and its new place")
			}
			return nil
		},
		ValidArgsFunction: cobra.NoFileCompletions, DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, words []string) error {
			from, err := p.numbered(cmd, words[0])
			if err != nil {
				return err
			}
			to, err := p.numbered(cmd, words[1])
			if err != nil {
				return err
			}
			return p.edit(cmd, "%s moved", func(all []rules.Rule) ([]rules.Rule, rules.Rule) {
				r := all[from]
				return slices.Insert(slices.Delete(all, from, from+1), to, r), r
			})
		},
	}
}

// numbered is where the rule of a number stands among those of the library.
func (p *program) numbered(cmd *cobra.Command, word string) (at int, err error) {
	n, err := strconv.Atoi(word)
	if err != nil {
		return 0, usage.Errorf(cmd, "%s is no number of a rule: lede rules lists them", usage.Name(word))
	}
	err = p.WithLibrary(cmd.Context(), func(s *store.Store) error {
		all, err := p.all(cmd.Context(), s)
		switch {
		case err != nil:
			return err
		case n < 1 || n > len(all):
			return fmt.Errorf("there is no rule %d: lede rules lists them", n)
		}
		switch from := all[n-1].from; from.Kind {
		case config.Default:
			return nil
		case config.File:
			return fmt.Errorf("rule %d stands in %s, line %d: change it there", n, from.Name, from.Line)
		default:
			return fmt.Errorf("rule %d is set by %s: change it there", n, from)
		}
	})
	return n - 1, err
}

// edit changes the rules of the library, and says what became of the one that it is about.
func (p *program) edit(cmd *cobra.Command, say string, do func([]rules.Rule) ([]rules.Rule, rules.Rule)) error {
	return p.WithLibrary(cmd.Context(), func(s *store.Store) error {
		c := articles.Change{Kind: articles.SettingRules}
		err := s.EditRules(cmd.Context(), &c, func(all []rules.Rule) ([]rules.Rule, string) {
			all, r := do(all)
			c.Title = fmt.Sprintf(say, r)
			return all, c.Title
		})
		if err == nil {
			_, err = fmt.Fprintln(p.Out, c.Title)
		}
		return err
	})
}
