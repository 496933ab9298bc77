// Package feeds is the commands that keep a library up to date: feeds, folders and
// refresh.
package feeds

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/query"
	"lede/store"
	"lede/ui/cli/format"
	"lede/ui/cli/run"
	"lede/ui/cli/usage"
)

// program is a run with the commands of this package.
type program struct{ *run.Run }

// Command is lede feeds with what stands under it.
func Command(r *run.Run) *cobra.Command {
	p := &program{r}
	cmd := &cobra.Command{
		Use:   "feeds [COMMAND]",
		Short: "Subscribe to feeds, and see to those that you read",
		Long: `Subscribe to feeds, and see to those that you read. Without a command, they are listed: the number of each, its name, how many of its articles are unread and how many there are, its address, and what is wrong with it: that it fails and why, waits until its server may be asked again, is gone, or is muted.

lede refresh asks them for what is new, as refreshing in the library does. FEED is the number of one, its address, or its name or the start of that.`,
		Example: `lede feeds add https://example.org/      # a page that has a feed, or the feed
lede feeds set 3 --full-text on --keep 50
lede feeds import subscriptions.opml
lede feeds export > subscriptions.opml`,
	}
	only := listedBy(cmd, "lede feeds list --json | jq -r 'select(.state == \"failing\") | .url'\nlede feeds list 'is:unread time:<10'", p.listFeeds)
	only.Use, only.Args = "list [OPTION]... [QUERY]", nil
	only.Short = "Print the feeds, as without a command, or those of what a query finds"
	only.Long = "Print the feeds, as without a command. With a query, print those that have articles that it finds, with how many of these are unread and how many there are."
	cmd.AddCommand(p.feedsAdd(), only, p.feedsRemove(), p.feedsRename(), p.feedsMute(true), p.feedsMute(false), p.feedsSet(), p.feedsImport(), p.feedsExport())
	return cmd
}

// listedBy has a command that is named alone, and its subcommand list, which is
// returned, print by list what the command is about.
func listedBy(cmd *cobra.Command, example string, list func(ctx context.Context, of query.Query, asJSON bool) error) *cobra.Command {
	var asJSON bool
	do := func(cmd *cobra.Command, words []string) error {
		of, err := usage.Query(cmd, words)
		if err != nil {
			return err
		}
		return list(cmd.Context(), of, asJSON)
	}
	cmd.Args = func(cmd *cobra.Command, words []string) error {
		if len(words) > 0 {
			if words[0] == "add" || words[0] == "refresh" { // which lede has for feeds and folders
				return usage.Errorf(cmd, "no command %s %s: did you mean lede %[2]s?", cmd.Name(), words[0])
			}
			return cmp.Or(usage.NoCommand(cmd, words[0], nil), usage.Errorf(cmd, "%s has no command %q", cmd.Name(), words[0]))
		}
		return nil
	}
	cmd.DisableFlagsInUseLine, cmd.RunE = true, do
	only := &cobra.Command{
		Use:                   "list [OPTION]...",
		Short:                 "Print the " + cmd.Name() + ", as without a command",
		Example:               example,
		Args:                  usage.OptionsOnly,
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
		RunE:                  do,
	}
	for _, c := range []*cobra.Command{cmd, only} {
		c.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a line")
	}
	return only
}

const noFeeds = "no feeds yet: lede feeds add ADDRESS subscribes to one"

func (p *program) listFeeds(ctx context.Context, of query.Query, asJSON bool) error {
	return p.WithLibrary(ctx, func(s *store.Store) error {
		all, err := s.Feeds(ctx)
		if err == nil && !of.IsEmpty() {
			all, err = p.feedsOf(ctx, s, of)
		}
		if err != nil {
			return err
		}
		if len(all) == 0 && of.IsEmpty() && !asJSON {
			_, _ = fmt.Fprintln(p.Stderr, noFeeds) // a hint, no more
		}
		width := p.Terminal.LineWidth()
		for i := range all {
			if asJSON {
				err = format.FeedJSON(p.Out, &all[i])
			} else {
				_, err = fmt.Fprintln(p.Out, feedLine(&all[i], width))
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// feedsOf are the feeds of what a query finds.
func (p *program) feedsOf(ctx context.Context, s *store.Store, of query.Query) ([]articles.Feed, error) {
	if err := p.Index(ctx, s); err != nil {
		return nil, err
	}
	of.Each = true
	found, err := s.Find(ctx, of.On(articles.All), articles.Newest)
	if err != nil {
		return nil, err
	}
	return s.FeedsOf(ctx, found.Keys)
}

// feedLine is a feed in a line of at most so many cells; 0 is any, with all of
// its name.
func feedLine(f *articles.Feed, width int) string {
	const name = 30
	label := f.Label()
	if width > 0 {
		label = ansi.Truncate(label, name, "…")
	}
	label += strings.Repeat(" ", max(0, name-ansi.StringWidth(label)))
	about := articles.ShownAddress(f.URL)
	// What is wrong comes before the address, which is known.
	switch now := time.Now(); f.State(now) {
	case articles.FeedFailing, articles.FeedWaiting, articles.FeedGone:
		about = "! " + f.Standing(now) + ": " + about
	case articles.FeedMuted:
		about = "muted: " + about
	}
	line := fmt.Sprintf("%4d  %s  %5s/%-5s  %s", f.Key, label, format.Count(f.Unread, width > 0), format.Count(f.Articles, width > 0), about)
	if width > 0 {
		line = ansi.Truncate(line, width, "…")
	}
	return line
}

// named finds the feeds that words of the command line name; what names none
// or several is told, and is an error at the end.
func (p *program) named(ctx context.Context, s *store.Store, refs []string) ([]articles.Feed, error) {
	all, err := s.Feeds(ctx)
	if err != nil {
		return nil, err
	}
	var out []articles.Feed
	var missed error
	known := map[int64]bool{}
	for _, ref := range refs {
		found := articles.FindFeeds(all, ref)
		switch {
		case len(found) == 0:
			p.Complain(fmt.Errorf("%s is no feed of the library: lede feeds lists them", usage.Name(ref)))
			missed = run.ErrReported
		case len(found) > 1:
			p.Complain(fmt.Errorf("%q fits several feeds: name one by its number: %s", ref, feedNames(found)))
			missed = run.ErrReported
		case !known[found[0].Key]:
			known[found[0].Key] = true
			out = append(out, found[0])
		}
	}
	return out, missed
}

// feedNames lists feeds with their numbers, the first few of them.
func feedNames(feeds []articles.Feed) string {
	const most = 5
	var parts []string
	for _, f := range feeds[:min(most, len(feeds))] {
		parts = append(parts, fmt.Sprintf("%d (%s)", f.Key, f.Label()))
	}
	if len(feeds) > most {
		parts = append(parts, "…")
	}
	return strings.Join(parts, ", ")
}

// completeFeeds offers a shell the feeds.
func (p *program) completeFeeds(cmd *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
	var found []string
	if p.HasLibrary() {
		_ = p.WithLibrary(cmd.Context(), func(s *store.Store) error { // a shell is not to be bothered
			all, err := s.Feeds(cmd.Context())
			for _, f := range all {
				if number := fmt.Sprint(f.Key); strings.HasPrefix(number, word) {
					found = append(found, number+"\t"+f.Label())
				} else if strings.HasPrefix(f.Label(), word) {
					found = append(found, f.Label())
				}
			}
			return err
		})
	}
	return found, cobra.ShellCompDirectiveNoFileComp
}
