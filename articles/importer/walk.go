package importer

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"strings"

	"lede/articles"
	"lede/articles/importer/disk"
	"lede/articles/importer/folder"
	"lede/articles/importer/frontmatter"
	"lede/articles/importer/pdf"
	"lede/articles/importer/webpage"
)

// Item is one thing that [Walk] met: the article in it, or the bundle of them,
// or why there is none. The error is one line and names the path.
type Item struct {
	Path    string
	Article *articles.Article // nil for several
	Bundle  *Bundle
	Lost    []error // see [Glance]
	Known   bool    // nothing in it is new, see [Hint]
	Found   bool    // in a folder, not named
	Err     error
}

// Articles are all that the item holds.
func (i Item) Articles() iter.Seq[*articles.Article] {
	return Glance{Article: i.Article, Bundle: i.Bundle}.Articles()
}

// Walk reads the files at paths, and of folders every file in them and below
// that may be an article: Markdown, plain text, web pages, books and PDFs
// by their extensions. What is hidden is left out, and so are the parts of a site's
// source that are no articles, what a browser saved beside a page, pages
// without an article in them, texts of front matter alone and the originals of
// an export. Links to folders
// inside are not followed, so a loop of them ends. As many files are read at a
// time as there are processors, and
// no more are held in memory; they come in the order of the walk. A file that
// cannot be read does not stop the rest; a context that ends does.
func Walk(ctx context.Context, paths []string) iter.Seq[Item] { return Hint{}.Walk(ctx, paths) }

// Walk is [Walk] with what is known of all the files.
func (h Hint) Walk(ctx context.Context, paths []string) iter.Seq[Item] {
	h.disk = disk.NewFiles()
	return func(yield func(Item) bool) {
		h.engine = &pdf.Engine{Compiles: h.Waits}
		defer h.engine.Close() //nolint:errcheck // what was read is read
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		// Each file's item comes through a channel of its own, and the queue
		// of those keeps the order. Its room bounds the readers.
		queue := make(chan chan Item, runtime.GOMAXPROCS(0))
		go func() {
			defer close(queue)
			for file := range folder.Files(paths, h.Passed) {
				result := make(chan Item, 1)
				select {
				case queue <- result:
				case <-ctx.Done():
					return
				}
				go func() {
					item := Item{Path: file.Path, Err: file.Err, Found: file.Found}
					if file.Err == nil {
						item.readInTurn(ctx, h)
					}
					result <- item
				}()
			}
		}()
		for result := range queue {
			item := <-result
			if ctx.Err() == nil && item.isBlank(h) {
				continue
			}
			if ctx.Err() != nil || !yield(item) {
				return
			}
		}
	}
}

// readInTurn reads a file when there is work to be had for it.
func (i *Item) readInTurn(ctx context.Context, h Hint) {
	if h.Work != nil {
		select {
		case h.Work <- struct{}{}:
			defer func() { <-h.Work }()
		case <-ctx.Done():
			i.Err = context.Cause(ctx)
			return
		}
	}
	i.read(ctx, h)
}

func (i *Item) read(ctx context.Context, h Hint) {
	if i.isKnownBook(h) {
		i.Known = true
		return
	}
	g, err := h.File(ctx, i.Path)
	if err != nil {
		i.Err = err
		return
	}
	i.Article, i.Bundle, i.Known = g.Finish(), g.Bundle, g.Known
	if b := g.Bundle; b != nil && b.Kind == BookBundle {
		i.Err = b.keepOriginal(i.Path, h.Reader)
	} else if b != nil && b.Kind != MailBundle && h.Refresh {
		i.Bundle, i.Known = nil, true
	}
}

// isBlank reports whether a file that nobody named has nothing to read in it. What a
// library wrote has been an article before.
func (i *Item) isBlank(h Hint) bool {
	return i.Found && (errors.Is(i.Err, webpage.ErrNoArticle) || h.Refresh && errors.Is(i.Err, errEmpty) ||
		i.Err == nil && i.Article != nil && i.Article.Added.IsZero() && !articles.Shows(i.Article.Markdown) && !isTitled(i.Article.Original))
}

// isTitled reports whether a text has a heading, if no more, behind its front matter.
func isTitled(o *articles.Original) bool {
	if o == nil {
		return false
	}
	_, body, _, err := frontmatter.Split(o.Data)
	return err == nil && strings.HasPrefix(strings.TrimSpace(body), "#")
}

// Count is the number of items that [Walk] will yield for paths, or a few more.
func Count(ctx context.Context, paths []string) int {
	n := 0
	for range folder.Files(paths, nil) {
		if ctx.Err() != nil {
			break
		}
		n++
	}
	return n
}
