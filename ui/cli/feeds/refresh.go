package feeds

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/intake"
	"lede/store"
	"lede/ui/cli/run"
	"lede/ui/cli/usage"
)

// Refresh is lede refresh.
func Refresh(r *run.Run) *cobra.Command {
	p := &program{r}
	return &cobra.Command{
		Use:   "refresh [FEED | FOLDER]...",
		Short: "Take in what is new in feeds and folders",
		Long: `Take in what is new: ask the feeds, and read the folders that were added again; all of them, or those that are named. A feed that failed lately is left alone for a while, longer with each failure, unless it is named; and so is one whose server asks for that.

Of a folder only the files that changed are read: see lede folders. Files that are gone are counted, and told where their folder is named; their articles stay.

Each feed that fails, waits or is gone for good is told in a line, with why and when it is asked again, and so is each file that cannot be read; the exit status is 1 then. One that is muted is not asked. FEED is the number of one in lede feeds, its address, or its name or the start of that; FOLDER is the path of one in lede folders, or of a part of it. What is a feed is taken for one: ./NAME is a folder.`,
		Example:               "lede refresh\nlede refresh 3 \"The Review\"\nlede refresh ~/notes",
		ValidArgsFunction:     p.completeRefresh,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, refs []string) error {
			return p.WithLibrary(cmd.Context(), func(s *store.Store) error { return p.refreshAll(cmd.Context(), s, refs) })
		},
	}
}

// toRefresh is what a refresh is about.
type toRefresh struct {
	feeds   []articles.Feed
	folders []articles.Folder
	missed  bool // a word named nothing, which was told
}

const nothingToRefresh = "no feeds and no folders yet: lede feeds add ADDRESS subscribes to a feed, lede add FOLDER remembers a folder"

func (p *program) refreshAll(ctx context.Context, s *store.Store, refs []string) error {
	what, err := p.toRefresh(ctx, s, refs)
	if err != nil {
		return err
	}
	r := p.Intake(s).Refresher()
	ask := r.Named
	if len(refs) == 0 {
		ask = r.Due
		if len(what.feeds)+len(what.folders) == 0 {
			_, err := fmt.Fprintln(p.Out, nothingToRefresh)
			return err
		}
	}
	bar := p.Progress("reading", func() int { return len(what.feeds) + importer.Count(ctx, pathsOf(what.folders)) })
	bar.Begin()
	did, err := ask(ctx, what.feeds, what.folders, func(int, int) { bar.Step() })
	bar.End()
	if err := p.tellRefreshed(did, len(refs) > 0, err); err != nil {
		return err
	}
	if what.missed {
		return run.ErrReported
	}
	return nil
}

// tellRefreshed prints what a refresh did, also when err ended it early.
func (p *program) tellRefreshed(did articles.Refreshed, named bool, err error) error {
	for _, failure := range slices.Concat(did.Alone, did.Failures) {
		p.Complain(errors.New(failure.String()))
	}
	if did.Untold > 0 {
		p.Complain(errors.New("and " + articles.Grouped(did.Untold) + " more failed"))
	}
	words, lost := did.Summary(), did.LostFiles()
	if words != "" && lost != "" {
		words += "; "
	}
	lines := words + lost
	if named {
		for _, file := range did.Lost {
			lines += "\n  " + filepath.FromSlash(file)
		}
	}
	if lines != "" {
		if _, printed := fmt.Fprintln(p.Out, lines); err == nil {
			err = printed
		}
	}
	if err == nil && did.Failed()+len(did.Alone) > 0 {
		return run.ErrReported
	}
	return err
}

// toRefresh finds the feeds and folders that words name, or all where there are
// no words. What names none or several feeds is told.
func (p *program) toRefresh(ctx context.Context, s *store.Store, refs []string) (what toRefresh, err error) {
	folders, err := s.Folders(ctx)
	if err != nil {
		return what, err
	}
	feeds, err := s.Feeds(ctx)
	if err != nil || len(refs) == 0 {
		return toRefresh{feeds: feeds, folders: folders}, err
	}
	var names []string
	chosen := map[string]bool{}
	for _, ref := range refs {
		f, ok := namedFolder(folders, ref)
		switch {
		case len(articles.FindFeeds(feeds, ref)) > 0:
			names = append(names, ref)
		case ok && !chosen[f.Path]:
			chosen[f.Path] = true
			what.folders = append(what.folders, f)
		case ok:
		case intake.IsFolder(ref):
			p.Complain(fmt.Errorf("%s is not remembered: lede add puts it into the library", usage.Name(ref)))
			what.missed = true
		case intake.IsFile(ref):
			p.Complain(fmt.Errorf("%s is a file: lede add brings its article up to date", usage.Name(ref)))
			what.missed = true
		default:
			p.Complain(fmt.Errorf("%s is no feed and no folder of the library: lede feeds and lede folders list them", usage.Name(ref)))
			what.missed = true
		}
	}
	what.feeds, err = p.named(ctx, s, names)
	if errors.Is(err, run.ErrReported) {
		what.missed, err = true, nil
	}
	return what, err
}

func pathsOf(folders []articles.Folder) []string {
	var paths []string
	for _, f := range folders {
		paths = append(paths, filepath.FromSlash(f.Path))
	}
	return paths
}

// completeRefresh offers a shell the feeds and the folders.
func (p *program) completeRefresh(cmd *cobra.Command, words []string, word string) ([]string, cobra.ShellCompDirective) {
	feeds, _ := p.completeFeeds(cmd, words, word)
	folders, _ := p.completeFolders(cmd, words, word)
	return append(feeds, folders...), cobra.ShellCompDirectiveNoFileComp
}
