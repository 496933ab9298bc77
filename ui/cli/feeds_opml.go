package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/importer/opml"
	"lede/store"
)

// mostList is how long a list of feeds may be, in bytes.
const mostList = 20 << 20

func (p *program) feedsImport() *cobra.Command {
	return &cobra.Command{
		Use:   "import (FILE.opml | -)...",
		Short: "Subscribe to the feeds of a list from another program",
		Long: `Subscribe to the feeds of a list that another program wrote: OPML, or newsboat's urls. The folders of the list become tags, which the articles inherit. Commands and files that some programs keep in such lists are refused and never run.

Nothing is fetched yet: lede refresh does that.`,
		Example:               "lede feeds import subscriptions.opml\ncurl -s $ADDRESS | lede feeds import -",
		Args:                  some("a file or -"),
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, paths []string) error {
			return p.withLibrary(cmd.Context(), func(s *store.Store) error {
				return p.sayEach(cmd.Context(), paths, func(path string) (string, error) {
					return p.importList(cmd.Context(), s, path)
				})
			})
		},
	}
}

// importList subscribes to what a list has, and says what became of it. What is
// refused is told.
func (p *program) importList(ctx context.Context, s *store.Store, path string) (string, error) {
	said, refused, err := p.takeList(ctx, s, path)
	for _, r := range refused {
		p.complain(errors.New(r.String()))
	}
	return said, err
}

// takeList is importList that tells nothing.
func (p *program) takeList(ctx context.Context, s *store.Store, path string) (string, []opml.Refused, error) {
	data, err := p.readList(path)
	if err != nil {
		return "", nil, err
	}
	list, err := opml.Read(path, data)
	if err == nil && len(list.Feeds)+len(list.Refused) == 0 && !opml.Is(data) {
		err = opml.ErrNoList
	}
	if err != nil {
		return "", nil, fmt.Errorf("%s: %w", nameOf(path), err)
	}
	feeds := make([]articles.Feed, len(list.Feeds))
	for i, f := range list.Feeds {
		feeds[i] = articles.Feed{URL: f.URL, Name: f.Title, Site: f.Site, Folders: f.Folders}
		feeds[i].TakeUser()
	}
	outcomes, err := s.AddFeeds(ctx, feeds)
	if err != nil {
		return "", nil, err
	}
	t := tally{failed: len(list.Refused)}
	for _, outcome := range outcomes {
		t.outcomes[outcome]++
	}
	words := strings.Replace(t.String(), "failed", "refused", 1)
	switch {
	case words == "":
		words = nameOf(path) + " lists no feeds"
	case t.outcomes[articles.Added] > 0:
		words += ": lede refresh reads them"
	}
	return words, list.Refused, nil
}

func (p *program) readList(path string) (string, error) {
	var r io.Reader = p.Stdin
	if path != "-" {
		f, err := os.Open(path)
		if errors.Is(err, os.ErrNotExist) {
			return "", fmt.Errorf("%s does not exist", nameOf(path))
		}
		if err != nil {
			return "", fmt.Errorf("open %s: %w", nameOf(path), err)
		}
		defer f.Close() //nolint:errcheck // only read
		r = f
	}
	data, err := io.ReadAll(io.LimitReader(r, mostList+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("read %s: %w", nameOf(path), err)
	case len(data) > mostList:
		return "", fmt.Errorf("%s is over the limit of %d MB for a list of feeds", nameOf(path), mostList>>20)
	}
	return string(data), nil
}

// lists parts the files that are lists of feeds from the others.
func lists(paths []string) (lists, others []string) {
	for _, path := range paths {
		if isList(path) {
			lists = append(lists, path)
		} else {
			others = append(others, path)
		}
	}
	return lists, others
}

// isList reports whether a file is a list of feeds.
func isList(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".opml":
		return true
	case ".xml", ".txt", "":
	default:
		return false
	}
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return false // a pipe is read once
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close() //nolint:errcheck // only read
	head, err := io.ReadAll(io.LimitReader(f, 64<<10))
	return err == nil && (opml.Is(string(head)) || opml.IsURLs(path, string(head)))
}

func (p *program) feedsExport() *cobra.Command {
	return &cobra.Command{
		Use:                   "export",
		Short:                 "Print the feeds as a list for other programs (OPML)",
		Example:               "lede feeds export > subscriptions.opml",
		Args:                  optionsOnly,
		ValidArgsFunction:     cobra.NoFileCompletions,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.withLibrary(cmd.Context(), func(s *store.Store) error {
				feeds, err := s.Feeds(cmd.Context())
				if err != nil {
					return err
				}
				list := opml.List{Title: "Subscriptions of lede"}
				for i := range feeds {
					f := &feeds[i]
					f.TakeUser() // as it may stand in an older library
					out := opml.Feed{URL: f.URL, Site: f.Site, Folders: f.Folders}
					if f.Label() != f.URL {
						out.Title = f.Label()
					}
					list.Feeds = append(list.Feeds, out)
				}
				return list.Write(p.stdout())
			})
		},
	}
}
