package cli

import (
	"context"
	"errors"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/importer/export"
	"lede/ui/cli/usage"
)

func (p *program) export() *cobra.Command {
	var without bool
	cmd := &cobra.Command{
		Use:   "export [OPTION]... FOLDER [ARTICLE]...",
		Short: "Write the library as Markdown files",
		Long: `Write the library, or some articles of it, as Markdown files into a folder, one file an article.

The front matter of a file holds all that the library has of the article: also what you did with it, such as stars, views and the place where you stopped. The folder images holds the images that are kept with articles, and the folder originals what they were made of. The list of your feeds, with their names, folders and switches, is lede-feeds.opml; what a server wants besides, such as a password, is not in it. Your saved queries and rules, which feed lists what, what you folded, and what you removed of feeds and of the articles that come with lede, are in lede-library.json. lede add FOLDER puts all of it into another library. What you did with an article there stays; where you did nothing yet, as in a new library, it is as you left it here.

Exported again, what changed in the library is written again. A file that was changed in the folder, or that is not lede's, is never written over: a line says so.

` + refersToMany,
		Example: `lede export ~/articles
lede export ~/articles the-measure
lede export ~/articles 'tag:go is:read'
lede --library new.db add ~/articles   # the same library again`,
		DisableFlagsInUseLine: true,
		Args: func(cmd *cobra.Command, words []string) error {
			if err := usage.Some("a folder")(cmd, words); err != nil {
				return err
			}
			if _, err := os.Stat(words[0]); err != nil && isQuery(words[0]) {
				return usage.Errorf(cmd, "%s is a query, and a folder comes first, as in lede export ~/articles '%[1]s'; a new folder of that name is ./%[1]s", words[0])
			}
			return nil
		},
		ValidArgsFunction: func(cmd *cobra.Command, words []string, word string) ([]string, cobra.ShellCompDirective) {
			if len(words) == 0 {
				return nil, cobra.ShellCompDirectiveFilterDirs
			}
			return p.completeArticles(cmd, words, word)
		},
		RunE: func(cmd *cobra.Command, words []string) error {
			return p.exportTo(cmd.Context(), words[0], words[1:], !without)
		},
	}
	cmd.Flags().BoolVar(&without, "no-originals", false, "leave out what the articles were made of")
	return cmd
}

func (p *program) exportTo(ctx context.Context, dir string, refs []string, originals bool) error {
	s, err := p.Open(ctx)
	if err != nil {
		return err
	}
	all := len(refs) == 0
	chosen, count, err := p.chosen(ctx, s, refs, all)
	if err != nil {
		return errors.Join(err, s.Close())
	}
	bar := p.Progress("exporting", count)
	o := export.Options{All: all, Originals: originals}
	did, err := export.Articles(ctx, s, dir, chosen, o, func(err error) {
		if err != nil {
			bar.Clear()
			p.Complain(err)
		}
		bar.Step()
	})
	bar.Clear()
	said := exported(did)
	if did.Secret > 0 {
		said += "\n" + articles.Grouped(did.Secret) + " of the feeds with a password, a header or the like, which no export holds: lede feeds set gives it again"
	}
	return p.summarize(said, did.Failed, errors.Join(err, s.Close()))
}

// exported says what became of the files of an export.
func exported(did export.Result) string {
	var parts []string
	for _, part := range []struct {
		n    int
		what string
	}{
		{did.Written, "written"},
		{did.Unchanged, "unchanged"},
		{did.Feeds, "feeds listed"},
		{did.Left, "left of articles that are not in the library"},
		{did.Failed, "failed"},
	} {
		if part.n > 0 {
			parts = append(parts, articles.Grouped(part.n)+" "+part.what)
		}
	}
	return strings.Join(append(parts, articles.LibraryCounts(did.Queries, did.Rules)...), ", ")
}
