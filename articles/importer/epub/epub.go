// Package epub reads books: EPUB 2 and 3, of which each document of the text
// becomes an article, a chapter, of one series.
package epub

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strconv"
	"strings"
	"time"

	"lede/articles"
)

// The most that is read of a book, in bytes: of a file that describes it, of a
// document, and of all its documents. Its pictures, fonts and recordings may be
// as large as they like.
const (
	mostXML  = 16 << 20
	mostText = 20 << 20
	mostBook = 64 << 20
)

// Book is what an EPUB holds.
type Book struct {
	Identifier  string // that the publisher gave it: "urn:isbn:9780000000000"
	Title       string
	Author      string
	Language    string // as in "en-GB"
	Publisher   string
	Description string
	Published   time.Time
	Updated     time.Time
	Tags        []string

	// Chapters are the documents that have words, in the order of reading.
	Chapters []Chapter
	// Failed says, a line each, which documents could not be read and why.
	Failed []error
}

// Chapter is a document of a book. It has all but what a survey of its text
// finds.
type Chapter struct {
	*articles.Article
	// Named says that its title stands in the table of contents, or was made
	// up, and not in its text.
	Named bool
	head  string // see composed
}

// ErrProtected says that the text of a book is encrypted.
var ErrProtected = errors.New("the book is protected (DRM), and only the shop's own programs can open it: get it without that")

// Has reports whether a ZIP archive of so many bytes is an EPUB by the files
// in it, for the tool that made it may have packed them in any order.
func Has(r io.ReaderAt, size int64) bool {
	a, err := open(r, size, mostXML)
	return err == nil && a.find(container) != nil
}

// reader is a book that is being read.
type reader struct {
	*archive
	*manifest

	contents contents
}

// Read reads the book in an archive of so many bytes. Documents that cannot be
// read do not stop the rest: see [Book.Failed].
func Read(ctx context.Context, file io.ReaderAt, size int64) (*Book, error) {
	a, err := open(file, size, mostBook)
	if err != nil {
		return nil, err
	}
	m, err := a.manifest()
	if err != nil {
		return nil, err
	}
	r := &reader{archive: a, manifest: m}
	b := &Book{}
	m.fill(b)
	documents := r.documents()
	if r.protected(documents) {
		return nil, ErrProtected
	}
	r.readContents()
	if err := r.chapters(ctx, b, documents); err != nil {
		return nil, err
	}
	if len(b.Chapters) == 0 {
		return nil, cmp.Or(errors.Join(b.Failed[:min(1, len(b.Failed))]...), errors.New("the book has no text in it"))
	}
	r.finish(b)
	return b, nil
}

// documents are the files of the spine, each once: those that belong beside the
// text follow it.
func (r *reader) documents() []string {
	var text, beside []string
	seen := map[string]bool{}
	for _, ref := range r.spine {
		i := r.shown(r.items[ref.id])
		if i == nil || seen[i.name] {
			continue
		}
		seen[i.name] = true
		if ref.apart {
			beside = append(beside, i.name)
		} else {
			text = append(text, i.name)
		}
	}
	return append(text, beside...)
}

// shown is the item, or the one that stands in for it, that has words.
func (r *reader) shown(i *item) *item {
	const most = 10 // of them may point to one another in a ring
	first := i
	for n := 0; i != nil && n < most; n++ {
		switch {
		case strings.Contains(i.kind, "html"), strings.Contains(i.kind, "svg"), i.kind == "", strings.Contains(i.kind, "dtbook"), strings.Contains(i.kind, "xml"):
			return i
		}
		i = r.items[i.fallback]
	}
	if first != nil && !strings.HasPrefix(first.kind, "image/") {
		return first
	}
	return nil
}

// chapters reads the documents, as many at a time as there are processors.
func (r *reader) chapters(ctx context.Context, b *Book, documents []string) error {
	type work struct {
		at   int
		data string
	}
	todo := make(chan work)
	done := make(chan composed)
	workers := runtime.GOMAXPROCS(0)
	go func() {
		defer close(todo)
		for i, d := range documents {
			if ctx.Err() != nil {
				return
			}
			data, err := r.read(d, mostText)
			if err != nil {
				done <- composed{at: i, err: err}
				continue
			}
			todo <- work{i, data}
		}
	}()
	ended := make(chan struct{})
	for range workers {
		go func() {
			for w := range todo {
				if root, err := parseDocument(w.data); err != nil {
					done <- composed{at: w.at, err: err}
				} else {
					done <- r.compose(w.at, documents[w.at], root)
				}
			}
			ended <- struct{}{}
		}()
	}
	all := make([]composed, len(documents))
	for workers > 0 {
		select {
		case c := <-done:
			all[c.at] = c
		case <-ended:
			workers--
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	r.collect(b, documents, all)
	return nil
}

// collect makes the chapters of what has words.
func (r *reader) collect(b *Book, documents []string, all []composed) {
	for i, c := range all {
		d := documents[i]
		switch {
		case c.err != nil:
			b.Failed = append(b.Failed, fmt.Errorf("%s: %w", articles.CleanLine(d), c.err))
		case c.body == "":
		default:
			b.Chapters = append(b.Chapters, Chapter{
				&articles.Article{Origin: articles.CleanLine(d), Title: c.title, Markdown: c.body}, c.head == "", c.head,
			})
		}
	}
}

// finish gives the chapters what they have of the book.
func (r *reader) finish(b *Book) {
	b.Title = cmp.Or(b.Title, b.Chapters[0].Title, "A book without a title")
	lead := b.origin()
	for i := range b.Chapters {
		a := &b.Chapters[i]
		a.Origin = lead + a.Origin
		a.Author, a.Site, a.Published, a.Updated, a.Tags = b.Author, b.Publisher, b.Published, b.Updated, b.Tags
		switch {
		case len(b.Chapters) == 1:
			if a.Dek = b.Description; fold(a.Title) != fold(b.Title) {
				a.Title, a.Markdown, a.Named = b.Title, strings.TrimLeft(a.head+"\n"+a.Markdown, "\n"), true
			}
		case a.Title == "":
			a.Title = b.Title + " " + strconv.Itoa(i+1)
		}
		a.Slug = articles.Slug(b.Title + " " + a.Title)
		if len(b.Chapters) > 1 {
			a.Series, a.Part, a.Parts = b.Title, i+1, len(b.Chapters)
		} else {
			a.Slug = articles.Slug(b.Title)
		}
	}
}

// Scheme begins the origins of chapters.
const Scheme = "epub:"

// origin is what the origins of all chapters begin with: the same wherever the
// book lies. A book that does not say what tells it from others is known by its
// title and author.
func (b *Book) origin() string {
	id := strings.Join(strings.Fields(b.Identifier), "")
	if len(id) < 6 || strings.Contains(id, "!/") {
		sum := sha256.Sum256([]byte(id + "\n" + b.Title + "\n" + b.Author))
		id = hex.EncodeToString(sum[:10])
	}
	return Scheme + id + "!/"
}

// Target is the origin of the chapter that a link in another one leads to;
// empty when origin is no chapter's or the link leads out of the book.
func Target(origin, link string) string {
	book, name, ok := strings.Cut(origin, "!/")
	if !ok || !strings.HasPrefix(origin, Scheme) {
		return ""
	}
	if name = resolve(name, link); name == "" {
		return ""
	}
	return book + "!/" + articles.CleanLine(name)
}
