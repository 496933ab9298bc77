package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/store"
)

func (p *program) export() *cobra.Command {
	var without bool
	cmd := &cobra.Command{
		Use:   "export [OPTION]... FOLDER [ARTICLE]...",
		Short: "Write the library as Markdown files",
		Long: `Write the library, or some articles of it, as Markdown files into a folder, one file an article.

The front matter of a file holds all that the library has of the article: also what you did with it, such as stars, views and the place where you stopped. The folder images holds the images that are kept with articles, and the folder originals what they were made of. lede add FOLDER puts all of it into another library, and what you did there stays.

Exported again, what changed in the library is written again. A file that was changed in the folder, or that is not lede's, is never written over: a line says so.`,
		Example: `lede export ~/articles
lede export ~/articles the-measure
lede --library new.db add ~/articles   # the same library again`,
		DisableFlagsInUseLine: true,
		Args:                  some("a folder"),
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

// written counts what became of the files of an export.
type written struct{ new, same, left, failed int }

func (w written) String() string {
	var parts []string
	for _, part := range []struct {
		n    int
		what string
	}{
		{w.new, "written"},
		{w.same, "unchanged"},
		{w.left, "left of articles that are not in the library"},
		{w.failed, "failed"},
	} {
		if part.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", part.n, part.what))
		}
	}
	return strings.Join(parts, ", ")
}

func (p *program) exportTo(ctx context.Context, dir string, refs []string, originals bool) error {
	s, err := p.open(ctx)
	if err != nil {
		return err
	}
	w, err := p.exportAll(ctx, s, dir, refs, originals)
	if w != (written{}) {
		_, printed := fmt.Fprintln(p.stdout(), w)
		err = errors.Join(err, printed)
	}
	if err = errors.Join(err, s.Close()); err == nil && w.failed > 0 {
		return errReported
	}
	return err
}

func (p *program) exportAll(ctx context.Context, s *store.Store, dir string, refs []string, originals bool) (w written, err error) {
	x, err := newExporter(ctx, s, dir, originals)
	if err != nil {
		return w, err
	}
	all := len(refs) == 0
	bar := p.newProgress("exporting", func() int { return countOf(ctx, s, refs, all) })
	defer bar.clear()
	fail := func(err error) {
		w.failed++
		bar.clear()
		p.complain(err)
		bar.step()
	}
	err = eachOf(ctx, s, refs, all, fail, func(id articles.ID) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		changed, err := x.write(ctx, id)
		_, passable := errors.AsType[*passableError](err)
		switch {
		case errors.Is(err, store.ErrNotFound): // removed while this runs
		case passable:
			fail(err)
			return nil
		case err != nil:
			return err
		case changed:
			w.new++
		default:
			w.same++
		}
		bar.step()
		return nil
	})
	if all && err == nil {
		w.left = len(x.names)
	}
	return w, err
}

// passableError is about one article, and does not keep the others from being
// exported.
type passableError struct{ error }
