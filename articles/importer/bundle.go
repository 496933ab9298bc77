package importer

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"strings"
	"sync"
	"time"

	"lede/articles"
	"lede/articles/importer/feed"
)

// Bundle is one file that holds several articles.
type Bundle struct {
	Kind        BundleKind
	Title       string
	Link        string // where it stands on the web; often empty for a book
	Description string
	Language    string // as in "en-GB"
	Author      string // of a book
	Site        string // its publisher
	Published   time.Time
	Items       []Entry
	// Failed says, a line each, what of the file could not be read.
	Failed []error
	// Left is how many more articles the file has than a bundle may.
	Left int
}

// BundleKind is what a file with several articles is.
type BundleKind string

// The kinds of bundles.
const (
	FeedBundle   BundleKind = "feed"   // RSS, Atom or JSON Feed
	BookBundle   BundleKind = "book"   // the chapters, in the order of reading
	ExportBundle BundleKind = "export" // of a read-later service
)

// Entry is one article of a bundle, with what the file says of it beside.
type Entry struct {
	*articles.Article
	GUID    string // the name that the file has for it; empty when it has none
	Link    string // where it stands on the web, as the file has it
	Summary string // in Markdown; empty when the file gives none
	Content string // in Markdown: its whole text, when the file has that
	Named   bool   // of a chapter: its title stands in no heading of the book's text
}

// Articles are the articles of the bundle, in its order, without those that
// have neither a text nor a page.
func (b *Bundle) Articles() iter.Seq[*articles.Article] {
	return func(yield func(*articles.Article) bool) {
		for _, e := range b.Items {
			if e.Markdown == "" && e.URL == "" {
				continue
			}
			if !yield(e.Article) {
				return
			}
		}
	}
}

// finish gives each article, whose Origin is set, what every article has: an
// ID, a slug, and what a survey of its text finds.
func (b *Bundle) finish(s source) {
	each(b.Items, func(_ int, e *Entry) {
		a := e.Article
		a.ID = articles.NewID(a.Origin)
		if a.Title == "" {
			a.Title = "Untitled"
		}
		if a.Slug == "" {
			a.Slug = articles.Slug(a.Title)
		}
		one := s
		one.origin = a.Origin
		survey(a, one)
	})
}

// each calls do for every one of all, on all processors.
func each[T any](all []T, do func(at int, one *T)) {
	next := make(chan int)
	var wait sync.WaitGroup
	for range min(len(all), runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for at := range next {
				do(at, &all[at])
			}
		})
	}
	for i := range all {
		next <- i
	}
	close(next)
	wait.Wait()
}

// severalError says that a file holds several articles where one is wanted.
func severalError(name string, b *Bundle) error {
	if name == "" {
		name = "input"
	}
	return fmt.Errorf("%s holds %d articles and not one: lede add puts them into the library", shown(name), len(b.Items))
}

// bundleOf reads a file that holds several articles; nil when it is no such
// file.
func bundleOf(s source, data string) (*Bundle, error) {
	if isArchive(data) {
		return archiveOf(context.Background(), s, strings.NewReader(data), int64(len(data)))
	}
	if !isMarkdown(s.name) && feed.Is(data) {
		return readFeed(s, data)
	}
	return nil, nil
}
