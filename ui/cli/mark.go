package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/store"
	"lede/ui/cli/usage"
)

// take is what a command does to many articles, as one change.
type take func(context.Context, *store.Store, []articles.ID) (articles.Change, error)

// resolver finds the articles that words name: [program.named] or [program.rows].
type resolver func(context.Context, *store.Store, []string) ([]articles.ID, error)

// onMany has a command do something to the articles that its words name, or to none
// when one is not known. The first words may be about something else.
func (p *program) onMany(cmd *cobra.Command, find resolver, do take) *cobra.Command {
	if cmd.Args == nil {
		cmd.Args = usage.Some("an article")
	}
	cmd.ValidArgsFunction = p.completeArticles
	cmd.DisableFlagsInUseLine = true
	cmd.RunE = func(cmd *cobra.Command, refs []string) error { return p.doTo(cmd.Context(), refs, find, do) }
	return cmd
}

func (p *program) doTo(ctx context.Context, refs []string, find resolver, do take) error {
	return p.WithLibrary(ctx, func(s *store.Store) error {
		ids, err := find(ctx, s, refs)
		if err != nil {
			return err
		}
		c, err := do(ctx, s, ids)
		if err == nil {
			_, err = fmt.Fprintln(p.Out, did(&c))
		}
		return err
	})
}

// did is what a change did, in a line.
func did(c *articles.Change) string {
	if c.ID == 0 {
		return "nothing to change"
	}
	return c.String()
}

func starring(starred bool) take {
	return func(ctx context.Context, s *store.Store, ids []articles.ID) (articles.Change, error) {
		return s.Star(ctx, starred, ids...)
	}
}

func archiving(archived bool) take {
	return func(ctx context.Context, s *store.Store, ids []articles.ID) (articles.Change, error) {
		return s.Archive(ctx, archived, ids...)
	}
}

func (p *program) star() *cobra.Command {
	return p.onMany(&cobra.Command{
		Use: "star [OPTION]... ARTICLE...", Short: "Star articles",
		Long:    "Star articles: they stand on a shelf of their own, and no feed lets go of them. lede undo takes it back.\n\n" + refersToMany,
		Example: "lede star the-measure\nlede list --shelf starred",
	}, p.named, starring(true))
}

func (p *program) unstar() *cobra.Command {
	return p.onMany(&cobra.Command{
		Use: "unstar [OPTION]... ARTICLE...", Short: "Take the stars of articles away",
		Long:    "Take the stars of articles away. lede undo takes it back.\n\n" + refersToMany,
		Example: "lede unstar the-measure",
	}, p.named, starring(false))
}

func (p *program) archive() *cobra.Command {
	return p.onMany(&cobra.Command{
		Use: "archive [OPTION]... ARTICLE...", Short: "Put articles into the archive",
		Long:    "Put articles into the archive: they stand on that shelf, and on no other but that of the starred, and no feed lets go of them. lede undo takes it back.\n\n" + refersToRows,
		Example: "lede archive the-measure\nlede list --shelf archive",
	}, p.rows, archiving(true))
}

func (p *program) unarchive() *cobra.Command {
	return p.onMany(&cobra.Command{
		Use: "unarchive [OPTION]... ARTICLE...", Short: "Take articles out of the archive",
		Long:    "Take articles out of the archive: they stand on their shelves again. lede undo takes it back.\n\n" + refersToRows,
		Example: "lede unarchive the-measure",
	}, p.rows, archiving(false))
}

// mark is lede mark, whose first word says as what.
func (p *program) mark() *cobra.Command {
	read := map[string]bool{"read": true, "unread": false}
	cmd := p.onMany(&cobra.Command{
		Use: "mark [OPTION]... read|unread ARTICLE...", Short: "Mark articles as read or unread",
		Long:    "Mark articles as read or unread. Your place in them stays. lede undo takes it back.\n\n" + refersToRows,
		Example: "lede mark read the-measure trails\nlede mark unread trails",
		Args: func(cmd *cobra.Command, words []string) error {
			if len(words) == 0 {
				return usage.Errorf(cmd, "mark needs read or unread, and an article")
			}
			if _, ok := read[words[0]]; !ok {
				return usage.Errorf(cmd, "mark %s: begin with read or unread", usage.Name(words[0]))
			}
			return usage.Some("an article")(cmd, words[1:])
		},
	}, p.rows, nil)
	cmd.RunE = func(cmd *cobra.Command, words []string) error {
		return p.doTo(cmd.Context(), words[1:], p.rows, func(ctx context.Context, s *store.Store, ids []articles.ID) (articles.Change, error) {
			return s.Mark(ctx, read[words[0]], ids...)
		})
	}
	cmd.ValidArgsFunction = func(cmd *cobra.Command, words []string, word string) ([]string, cobra.ShellCompDirective) {
		if len(words) == 0 {
			return []string{"read", "unread"}, cobra.ShellCompDirectiveNoFileComp
		}
		return p.completeArticles(cmd, words, word)
	}
	return cmd
}
