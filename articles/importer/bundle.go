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
	"lede/articles/importer/fetch"
	"lede/articles/importer/filename"
	"lede/articles/importer/filetype"
	"lede/articles/importer/mail"
	"lede/articles/importer/saved"
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

	// Asked is the web address that a feed was asked for at, and Answer what it
	// answered; empty for a file.
	Asked  string
	Answer *fetch.Response

	// rest yields the articles that follow Items, when there may be more of them
	// than memory holds: an export is read as it comes.
	rest iter.Seq2[Entry, error]
}

// BundleKind is what a file with several articles is.
type BundleKind string

// The kinds of bundles.
const (
	FeedBundle   BundleKind = "feed"   // RSS, Atom or JSON Feed
	BookBundle   BundleKind = "book"   // the chapters, in the order of reading
	ExportBundle BundleKind = "export" // of a read-later service
	MailBundle   BundleKind = "mailbox"
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

// Articles are what there is to put into a library: the articles of the bundle,
// without those that have neither a text nor a page. They come in its order but
// for a book, whose chapters come last first: of what is as old, the library
// shows on top what was put in last.
func (b *Bundle) Articles() iter.Seq[*articles.Article] {
	return func(yield func(*articles.Article) bool) {
		for e, err := range b.All() {
			if err == nil && !yield(e.Article) {
				return
			}
		}
	}
}

// All is [Bundle.Articles] with what of the file could not be read: an error is
// one line and names the file.
func (b *Bundle) All() iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for _, err := range b.Failed {
			if !yield(Entry{}, err) {
				return
			}
		}
		for i := range b.Items {
			e := b.Items[i]
			if b.Kind == BookBundle {
				e = b.Items[len(b.Items)-1-i]
			}
			if e.Markdown == "" && e.URL == "" {
				continue
			}
			if !yield(e, nil) {
				return
			}
		}
		if b.rest != nil {
			b.rest(yield)
		}
	}
}

// Load has all articles of the bundle in Items, and all that could not be read
// in Failed, to show them at once.
func (b *Bundle) Load() {
	const most = 20_000
	if b.rest == nil {
		return
	}
	for e, err := range b.rest {
		switch {
		case err != nil:
			b.Failed = append(b.Failed, err)
		case len(b.Items) < most:
			b.Items = append(b.Items, e)
		default:
			b.Left++
		}
	}
	b.rest = nil
}

// age notes when the file of a book was written that says no date. In other files the
// articles are of many times.
func (b *Bundle) age(written time.Time) {
	if b == nil || b.Kind != BookBundle {
		return
	}
	for i := range b.Items {
		if a := b.Items[i].Article; a.Published.IsZero() {
			a.FileTime = written
		}
	}
}

// finish gives each article, whose Origin is set, what every article has: an
// ID, a slug, and what a survey of its text finds.
func (b *Bundle) finish(s source) {
	each(b.Items, func(_ int, e *Entry) { finish(e.Article, s) })
}

func finish(a *articles.Article, s source) {
	a.ID = articles.NewID(a.Origin)
	if a.Title == "" {
		a.Title = untitled
	}
	if a.Slug == "" {
		a.Slug = articles.Slug(a.Title)
	}
	s.origin = a.Origin
	survey(a, s)
}

// few is how many articles are read one after the other: whoever reads many
// files of few articles wants the processors for other things.
const few = 64

// each calls do for every one of all, on all processors where there are many.
func each[T any](all []T, do func(at int, one *T)) {
	if len(all) <= few {
		for at := range all {
			do(at, &all[at])
		}
		return
	}
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
	if b.rest != nil { // nobody has counted them
		return fmt.Errorf("%s holds several articles and not one: lede add puts them into the library", filename.Shown(name))
	}
	return fmt.Errorf("%s holds %s articles and not one: lede add puts them into the library", filename.Shown(name), articles.Grouped(len(b.Items)))
}

// bundleOf reads a file that holds several articles; nil when it is no such
// file.
func bundleOf(s source, data string) (*Bundle, error) {
	if isArchive(data) {
		return archiveOf(context.Background(), s, strings.NewReader(data), int64(len(data)))
	}
	if filetype.IsMarkdown(s.kind) {
		return nil, nil
	}
	if feed.Is(data) {
		return readFeed(s, data)
	}
	if isBox(s.kind, data[:min(len(data), saved.Head)]) {
		return boxOf(s, mail.Box(context.Background(), strings.NewReader(data))), nil
	}
	if format := saved.Sniff(data); format != saved.None {
		return exportOf(s, saved.Read(context.Background(), format, strings.NewReader(data))), nil
	}
	return nil, nil
}
