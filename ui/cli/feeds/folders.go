package feeds

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/importer/intake"
	"lede/articles/query"
	"lede/store"
	"lede/ui/cli/format"
	"lede/ui/cli/run"
	"lede/ui/cli/usage"
)

// Folders is lede folders with what stands under it.
func Folders(r *run.Run) *cobra.Command {
	p := &program{r}
	cmd := &cobra.Command{
		Use:   "folders [COMMAND]",
		Short: "See the folders that are read again",
		Long: `See the folders that are read again by lede refresh and by refreshing in the library: those that were added. Without a command, they are listed: how many articles of each are unread and how many there are, and its path.

New files become articles, edited ones are brought up to date, renamed ones keep your place, your views and your stars. The article of a file that is gone stays, and what you took out of the library does not come back. What lede export wrote is left alone, wherever it stands.`,
		Example: `lede add ~/notes         # remembers the folder
lede refresh ~/notes     # reads it again; lede refresh reads all, and the feeds
lede folders rm ~/notes  # forgets it`,
	}
	only := listedBy(cmd, "lede folders list --json | jq -r .path", p.listFolders)
	cmd.AddCommand(only, p.foldersRemove())
	return cmd
}

func (p *program) foldersRemove() *cobra.Command {
	return &cobra.Command{
		Use:                   "rm [OPTION]... FOLDER...",
		Short:                 "Forget folders",
		Long:                  `Forget folders: they are not read again. Their articles stay; lede rm takes articles out. lede undo takes it back. Where one that is named is not remembered, none is forgotten.`,
		Example:               "lede folders rm ~/notes",
		Args:                  usage.Some("a folder"),
		ValidArgsFunction:     p.completeFolders,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, refs []string) error {
			ctx := cmd.Context()
			return p.WithLibrary(ctx, func(s *store.Store) error {
				all, err := s.Folders(ctx)
				if err != nil {
					return err
				}
				var found []articles.Folder
				var missed error
				for _, ref := range refs {
					f, ok := wholeFolder(all, intake.RealPath(ref))
					if !ok {
						p.Complain(fmt.Errorf("%s is not remembered: lede folders lists what is", usage.Name(ref)))
						missed = run.ErrReported
					}
					found = append(found, f)
				}
				if missed != nil {
					return p.NoneOf(refs)
				}
				for _, f := range found {
					if err := s.RemoveFolder(ctx, f.Key); err != nil {
						return err
					}
					if _, err := fmt.Fprintf(p.Out, "forgot %s: %s\n", f.Label(), articlesStay(f.Articles)); err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
}

func articlesStay(n int) string {
	if n == 1 {
		return "its article stays"
	}
	return "its " + articles.Grouped(n) + " articles stay"
}

// folderJSON is a folder as folders list --json prints it.
type folderJSON struct {
	Path     string `json:"path"`
	Articles int    `json:"articles"`
	Unread   int    `json:"unread"`
	There    bool   `json:"there"` // on the disk
}

func (p *program) listFolders(ctx context.Context, _ query.Query, asJSON bool) error {
	return p.WithLibrary(ctx, func(s *store.Store) error {
		all, err := s.Folders(ctx)
		if err != nil {
			return err
		}
		if len(all) == 0 && !asJSON {
			_, _ = fmt.Fprintln(p.Stderr, "no folders yet: lede add FOLDER puts one into the library") // a hint, no more
		}
		width := p.Terminal.LineWidth()
		for i := range all {
			f := &all[i]
			there := intake.IsFolder(filepath.FromSlash(f.Path))
			if asJSON {
				err = format.Encode(p.Out, folderJSON{f.Label(), f.Articles, f.Unread, there}, "")
			} else {
				_, err = fmt.Fprintln(p.Out, folderLine(f, there, width))
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// folderLine is a folder in a line of at most so many cells; 0 is any.
func folderLine(f *articles.Folder, there bool, width int) string {
	about := f.Label()
	if !there {
		about = "! is not there: " + about
	}
	line := fmt.Sprintf("%6d/%-6d  %s", f.Unread, f.Articles, about)
	if width > 0 {
		line = ansi.Truncate(line, width, "…")
	}
	return line
}

// wholeFolder finds the folder at a real path.
func wholeFolder(all []articles.Folder, at string) (articles.Folder, bool) {
	i := slices.IndexFunc(all, func(f articles.Folder) bool { return f.Path == at })
	if i < 0 {
		return articles.Folder{}, false
	}
	return all[i], true
}

// namedFolder finds the folder, or the part of one, that a word names.
func namedFolder(all []articles.Folder, ref string) (articles.Folder, bool) {
	if strings.TrimSpace(ref) == "" || articles.IsWeb(ref) || intake.IsFile(ref) {
		return articles.Folder{}, false
	}
	at := intake.RealPath(ref)
	if !intake.IsFolder(ref) && !intake.IsPath(ref) { // a word that is no path may be a part of none
		return wholeFolder(all, at)
	}
	return articles.FindFolder(all, at)
}

// completeFolders offers a shell the folders.
func (p *program) completeFolders(cmd *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
	var found []string
	if p.HasLibrary() {
		_ = p.WithLibrary(cmd.Context(), func(s *store.Store) error { // a shell is not to be bothered
			all, err := s.Folders(cmd.Context())
			for i := range all {
				if strings.HasPrefix(all[i].Label(), word) {
					found = append(found, all[i].Label())
				}
			}
			return err
		})
	}
	return found, cobra.ShellCompDirectiveFilterDirs
}
