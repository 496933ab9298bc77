package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"lede/articles/importer/intake"
	"lede/ui/cli/feeds"
	"lede/ui/cli/progress"
	"lede/ui/cli/run"
	"lede/ui/cli/usage"
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
			return usage.Some("an address, a file, a folder or -")(cmd, things)
		},
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, things []string) error {
			notAddress := func(word string) bool { return !isAddress(word) }
			if i := slices.IndexFunc(things, notAddress); i >= 0 && (how.bookmark || how.images) {
				return usage.Errorf(cmd, "--bookmark and --images need addresses, not %q", things[i])
			}
			if how.bookmark && how.images {
				return usage.Errorf(cmd, "--bookmark keeps no images: use one of both")
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
	options := intake.Options{Bookmark: how.bookmark, Images: how.images}
	if how.clipboard {
		thing, text, err := p.fromClipboard(ctx)
		if err != nil {
			return err
		}
		if options.Text = text; thing != "" {
			things = append(things, thing)
		}
	}
	s, err := p.Open(ctx)
	if err != nil {
		return err
	}
	bar := p.Progress("adding", func() int { return intake.Count(ctx, things) })
	if slices.ContainsFunc(things, isAddress) {
		bar.Begin()
	}
	did, err := p.Intake(s).Add(ctx, things, options, func(e intake.Event) { p.tell(bar, e) })
	bar.End()
	for _, w := range did.Warnings {
		p.Complain(errors.New(w))
	}
	if words := did.PassedOver(); words != "" {
		p.Complain(errors.New(words + "; lede add FILE takes one, or says what to do with it"))
	}
	if closed := s.Close(); err == nil {
		err = closed
	}
	return p.summarize(did.Counts(), did.Failed+did.Lost, err)
}

// isAddress reports whether a word is to be fetched.
func isAddress(word string) bool { return intake.KindOf(word) == intake.Address }

// tell tells what became of one of the things that are added.
func (p *program) tell(bar *progress.Bar, e intake.Event) {
	said := ""
	switch {
	case e.Feed != nil:
		said = feeds.Subscribed(e.Feed)
	case e.List != nil:
		bar.Clear()
		said = feeds.Listed(p.Run, e.List)
	}
	if e.Err != nil {
		bar.Clear()
		p.Complain(e.Err)
	}
	if said != "" {
		bar.Clear()
		_, _ = fmt.Fprintln(p.Out, said) // Run flushes, and reports what fails
	}
	if !e.Image {
		bar.Step()
	}
}

// summarize prints what became of several things, and ends with an error when some
// failed, which are told, or err ended it early.
func (p *program) summarize(counts string, failed int, err error) error {
	if counts != "" {
		if _, printed := fmt.Fprintln(p.Out, counts); err == nil {
			err = printed
		}
	}
	if err == nil && failed > 0 {
		return run.ErrReported
	}
	return err
}
