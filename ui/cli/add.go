package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lede/articles"
	"lede/articles/importer"
	"lede/store"
)

// adding is how things are to be added.
type adding struct {
	bookmark  bool // of what stands on the web, only title, address and description
	images    bool // of what stands on the web, the images too
	clipboard bool // what is on the clipboard too
}

func (p *program) add() *cobra.Command {
	var how adding
	cmd := &cobra.Command{
		Use:   "add [OPTION]... [ADDRESS | FILE | FOLDER | -]...",
		Short: "Put articles into the library",
		Long: `Put articles into the library: what stands at web addresses, files of Markdown or plain text, folders of them, saved web pages, feeds, books (EPUB), PDFs, mail (a message, mbox or Maildir), or the standard input for -. The address of a feed, or a list of feeds (OPML), is subscribed to: see lede feeds. In an address, https:// may be left out.

The exports of Pocket, Instapaper, wallabag, Omnivore, Readwise, Raindrop, Pinboard, linkding, GoodLinks, Karakeep, Linkwarden and Shiori, Google Reader's JSON, and the bookmarks of browsers are known by their content: what has its text becomes an article, the rest bookmarks.

Of a folder all Markdown, plain text, books, messages and saved pages are taken, also below it; not what is hidden, nor the themes, layouts and output of a site. Links between its files become links between articles. The folder is remembered: lede refresh takes in what changes in it, and lede folders lists it or forgets it.

What is in the library already is brought up to date, and your place, your views and your stars stay, also when its file was renamed or moved. A file that cannot be read does not stop the rest.`,
		Example: `lede add https://example.org/essay
lede add essay.md
lede add ~/notes ~/clippings
lede add feed.xml       # each of its items an article
lede add list.opml      # subscribe to the feeds of a list
lede add novel.epub     # each chapter an article
lede add bookmarks.html
lede add --clipboard    # a page copied in the browser, or its address`,
		Args: func(cmd *cobra.Command, things []string) error {
			if how.clipboard {
				return nil
			}
			return some("an address, a file, a folder or -")(cmd, things)
		},
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, things []string) error {
			if _, paths := split(things); len(paths) > 0 && (how.bookmark || how.images) {
				return usage(cmd, "--bookmark and --images need addresses, not %q", paths[0])
			}
			if how.bookmark && how.images {
				return usage(cmd, "--bookmark keeps no images: use one of both")
			}
			return p.addAll(cmd.Context(), things, how)
		},
	}
	cmd.Flags().BoolVar(&how.bookmark, "bookmark", false, "of an address, keep title, address and description only")
	cmd.Flags().BoolVar(&how.images, "images", false, "of an address, keep the images too, to see them without a network")
	cmd.Flags().BoolVar(&how.clipboard, "clipboard", false, "add what is on the clipboard: an address or a text")
	return cmd
}

func (p *program) addAll(ctx context.Context, things []string, how adding) error {
	var copied importer.Item
	if how.clipboard {
		thing, item, err := p.fromClipboard(ctx)
		if err != nil {
			return err
		}
		if copied = item; thing != "" {
			things = append(things, thing)
		}
	}
	addresses, paths := split(things)
	lists, paths := lists(paths)
	s, err := p.open(ctx)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	in := &intake{program: p, ctx: ctx, stop: stop, lib: s}
	in.bar = p.newProgress("adding", func() int { return len(addresses) + len(lists) + importer.Count(ctx, paths) })
	if copied.Article != nil || copied.Bundle != nil || copied.Err != nil {
		in.put(copied)
	}
	if len(addresses) > 0 {
		in.bar.begin()
	}
	for item := range p.fetchAll(ctx, addresses, importer.Hint{Bookmark: how.bookmark, Images: how.images}) {
		if isFeed(item.Bundle) && !how.bookmark {
			in.subscribed(p.subscribeHere(ctx, s, item.Bundle))
			continue
		}
		in.put(item)
	}
	for _, path := range lists {
		in.subscribed(p.importList(ctx, s, path))
	}
	h, passed := knownTo(ctx, s), passedOver{}
	h.Passed, h.Warn = passed.count, in.warnings.add
	err = s.PutAll(ctx, p.articlesAt(ctx, paths, h, in.known, in.fail), in.done)
	in.bar.end()
	in.tellWarnings()
	p.tellPassed(passed)
	if ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	if err == nil {
		err = remember(ctx, s, paths)
	}
	if closed := s.Close(); err == nil {
		err = closed
	}
	if in.tally == (tally{}) && err == nil {
		return nothingIn(things...)
	}
	return p.summarize(in.tally, err)
}

// nothingIn says that there is nothing to add in folders.
func nothingIn(folders ...string) error {
	return fmt.Errorf("%s: no Markdown, plain text, web page or book in it; a feed or an export is to be named itself", strings.Join(folders, ", "))
}

// split tells web addresses, also those without https://, from paths.
func split(things []string) (addresses, paths []string) {
	for _, thing := range things {
		if articles.IsWeb(thing) || isBare(thing) {
			addresses = append(addresses, thing)
		} else {
			paths = append(paths, thing)
		}
	}
	return addresses, paths
}

// isFeed reports whether what came from an address is a feed.
func isFeed(b *importer.Bundle) bool { return b != nil && b.Kind == importer.FeedBundle }

// summarize prints what became of the things to add, also when err ended the
// adding early.
func (p *program) summarize(t tally, err error) error {
	if words := t.String(); words != "" {
		if _, printed := fmt.Fprintln(p.stdout(), words); err == nil {
			err = printed
		}
	}
	if err == nil && t.failed+t.lost > 0 {
		return errReported
	}
	return err
}

// isFatal reports whether an error is about the library as a whole and not
// about the article that was to be put into it.
func isFatal(err error) bool {
	for _, kind := range [...]error{store.ErrReadOnly, store.ErrLocked, store.ErrFull, store.ErrDamaged, store.ErrGone} {
		if errors.Is(err, kind) {
			return true
		}
	}
	return false
}

// knownTo is how files are read into a library: what this very program has read
// before, and is as it was, is not read again.
func knownTo(ctx context.Context, s *store.Store) importer.Hint {
	h := importer.Hint{Reader: thisProgram()}
	if h.Reader != "" {
		h.Known = func(id articles.ID, o *articles.Original) bool {
			made, err := s.Made(ctx, id, o)
			return made && err == nil // else it is read, and what is wrong comes out
		}
	}
	return h
}

// thisProgram names the program as it is on the disk; one that was built anew
// has another name. It is empty when that cannot be told.
func thisProgram() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	info, err := os.Stat(path)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%d %d", info.Size(), info.ModTime().UnixNano())
}

// articlesAt reads what is at the paths; what need not be read is told to known,
// and what cannot be to fail.
func (p *program) articlesAt(ctx context.Context, paths []string, h importer.Hint, known func(), fail func(error)) iter.Seq[*articles.Article] {
	return func(yield func(*articles.Article) bool) {
		if slices.Contains(paths, "-") {
			paths = slices.DeleteFunc(slices.Clone(paths), func(path string) bool { return path == "-" })
			g, err := p.lookOutside(ctx, "-", importer.Hint{})
			item := importer.Item{Bundle: g.Bundle, Err: err}
			if g.Article != nil {
				item.Article = g.Finish()
			}
			if !hand(item, fail, yield) {
				return
			}
		}
		for item := range h.Walk(ctx, paths) {
			if item.Known {
				known()
			} else if !hand(item, fail, yield) {
				return
			}
		}
	}
}

// hand gives on the articles of an item, and to fail what could not be read of
// it; false when no more are wanted.
func hand(item importer.Item, fail func(error), yield func(*articles.Article) bool) bool {
	if item.Err != nil {
		fail(item.Err)
		return true
	}
	if item.Bundle == nil {
		return yield(item.Article)
	}
	empty := true
	for e, err := range item.Bundle.All() {
		empty = false
		if err != nil {
			fail(err)
		} else if !yield(e.Article) {
			return false
		}
	}
	if empty {
		fail(fmt.Errorf("%s: %w", cmp.Or(item.Path, "input"), noArticles(item.Bundle)))
	}
	return true
}
