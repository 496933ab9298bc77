package feeds

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/store"
	"lede/ui/cli/run"
	"lede/ui/cli/usage"
)

func (p *program) feedsRemove() *cobra.Command {
	var keep bool
	cmd := &cobra.Command{
		Use:   "rm [OPTION]... FEED...",
		Short: "End subscriptions",
		Long: `End subscriptions, and take the articles that came by them out of the library.

Those that are starred or archived, that you are reading, that you put in yourself or that another feed has stay; with --keep-articles all of them do. lede undo takes it back. Of several feeds that are named all are ended or, where one is not known, none.`,
		Example:               "lede feeds rm 3\nlede feeds rm https://example.org/feed.xml --keep-articles",
		Args:                  usage.Some("a feed"),
		ValidArgsFunction:     p.completeFeeds,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, refs []string) error {
			return p.eachFeed(cmd.Context(), refs, func(s *store.Store, f articles.Feed) error {
				went, stayed, err := s.RemoveFeed(cmd.Context(), f.Key, keep)
				if err != nil {
					return err
				}
				_, err = fmt.Fprintf(p.Out, "removed %s: %s went, %s\n", f.Label(), plural(went, "article"), staying(stayed))
				return err
			})
		},
	}
	cmd.Flags().BoolVar(&keep, "keep-articles", false, "keep all that came by the feed")
	return cmd
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return articles.Grouped(n) + " " + what + "s"
}

func staying(n int) string {
	if n == 1 {
		return "1 stays"
	}
	return articles.Grouped(n) + " stay"
}

// eachFeed does something to each of the feeds that refs name, or to none when one
// of them is no feed.
func (p *program) eachFeed(ctx context.Context, refs []string, do func(*store.Store, articles.Feed) error) error {
	return p.WithLibrary(ctx, func(s *store.Store) error {
		feeds, missed := p.named(ctx, s, refs)
		if errors.Is(missed, run.ErrReported) {
			return p.NoneOf(refs)
		}
		if missed != nil {
			return missed
		}
		for _, f := range feeds {
			if err := do(s, f); err != nil {
				return err
			}
		}
		return nil
	})
}

func (p *program) feedsRename() *cobra.Command {
	return &cobra.Command{
		Use:   "rename FEED NAME",
		Short: "Give a feed a name of your own",
		Long:  `Give a feed a name of your own. With an empty NAME ("") it is called as it calls itself again.`,
		Example: `lede feeds rename 3 "The Review"
lede feeds rename "The Review" ""`,
		Args: func(cmd *cobra.Command, words []string) error {
			if len(words) != 2 {
				return usage.Errorf(cmd, "rename needs a feed and a name: put a name of several words in quotes")
			}
			return nil
		},
		Annotations:           usage.MayBeEmpty(),
		ValidArgsFunction:     p.completeFeeds,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, words []string) error {
			return p.eachFeed(cmd.Context(), words[:1], func(s *store.Store, f articles.Feed) error {
				was := f.Label()
				f.Name = articles.CleanLine(words[1])
				if err := s.SetFeed(cmd.Context(), f); err != nil {
					return err
				}
				_, err := fmt.Fprintf(p.Out, "%s is called %s\n", was, f.Label())
				return err
			})
		},
	}
}

// feedsMute is the command that mutes feeds, or the one that has them heard again.
func (p *program) feedsMute(mute bool) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "mute FEED...",
		Short:   "Ask feeds for nothing new, until they are unmuted",
		Long:    "Ask feeds for nothing new, until they are unmuted. What came by them stays, and so do the subscriptions. lede undo takes it back: feed by feed, the last first.",
		Example: "lede feeds mute 3",
	}
	did := "%s is muted\n"
	if !mute {
		cmd.Use, cmd.Short = "unmute FEED...", "Ask feeds again that were muted"
		cmd.Long = "Ask feeds again that were muted: the next refresh brings what they list by then. lede undo takes it back: feed by feed, the last first."
		cmd.Example, did = "lede feeds unmute 3", "%s is not muted\n"
	}
	cmd.Args, cmd.ValidArgsFunction, cmd.DisableFlagsInUseLine = usage.Some("a feed"), p.completeFeeds, true
	cmd.RunE = func(cmd *cobra.Command, refs []string) error {
		return p.eachFeed(cmd.Context(), refs, func(s *store.Store, f articles.Feed) error {
			f.Muted = mute
			if err := s.SetFeed(cmd.Context(), f); err != nil {
				return err
			}
			_, err := fmt.Fprintf(p.Out, did, f.Label())
			return err
		})
	}
	return cmd
}

func (p *program) feedsSet() *cobra.Command {
	var fullText string
	var keep int
	var access accessFlags
	cmd := &cobra.Command{
		Use:   "set [OPTION]... FEED...",
		Short: "Set what is kept of feeds, and how they are asked",
		Long: `Set what is kept of feeds, and how they are asked. Full text fetches the page of an article of which the feed has only a summary; where that fails the summary stays. A number to keep lets the oldest articles beyond it go, but never those that are starred or archived, that you are reading or that you put in yourself.

Headers, a user agent, a user and a certificate are sent to the server of the feed alone, and are neither printed nor exported. An empty value takes one away: --user "", --header "X-Token:".

The next refresh applies all of it to what the feed lists. Where a feed that is named is not known, none is changed. lede undo takes it back, with the articles that went: feed by feed, the last first.`,
		Example:               "lede feeds set 3 --full-text on\nlede feeds set 3 4 --keep 50\nlede feeds set 3 --header 'X-Token: 4711'",
		Args:                  usage.Some("a feed"),
		ValidArgsFunction:     p.completeFeeds,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, refs []string) error {
			text, number := cmd.Flags().Changed("full-text"), cmd.Flags().Changed("keep")
			switch {
			case cmd.Flags().NFlag() == 0:
				return usage.Errorf(cmd, "set needs an option, such as --full-text or --keep")
			case text && fullText != "on" && fullText != "off":
				return usage.Errorf(cmd, "--full-text %q: choose on or off", fullText)
			case keep < 0:
				return usage.Errorf(cmd, "--keep %d: needs a number from 0 on", keep)
			}
			return p.eachFeed(cmd.Context(), refs, func(s *store.Store, f articles.Feed) error {
				if text {
					f.FullText = fullText == "on"
				}
				if number {
					f.Keep = keep
				}
				if err := access.apply(cmd, &f.Access); err != nil {
					return err
				}
				if err := s.SetFeed(cmd.Context(), f); err != nil {
					return err
				}
				_, err := fmt.Fprintf(p.Out, "%s: %s\n", f.Label(), switches(&f))
				return err
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&fullText, "full-text", "", "fetch pages where there is only a summary: on or off")
	usage.NameValue(f, "full-text", "STATE")
	f.IntVar(&keep, "keep", 0, "keep the newest N articles, or all for 0")
	usage.NameValue(f, "keep", "N")
	access.define(f)
	_ = cmd.RegisterFlagCompletionFunc("full-text", usage.Words("on", "off")) // the flag exists
	return cmd
}

// switches says how a feed is set.
func switches(f *articles.Feed) string {
	text, keep := "full text off", "keeps all articles"
	if f.FullText {
		text = "full text on"
	}
	if f.Keep > 0 {
		keep = "keeps " + plural(f.Keep, "article")
	}
	if !f.Access.IsZero() {
		keep += ", asks with " + f.Access.String()
	}
	return text + ", " + keep
}
