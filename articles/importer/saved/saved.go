// Package saved reads what read-later services and browsers give out of what
// their readers saved: tables (Pocket, Instapaper, Readwise, Raindrop, wallabag
// in CSV), lists of links (Pocket's older page, the bookmarks of every browser),
// and JSON (wallabag, Omnivore, Pinboard).
//
// What has its text becomes an article; of the rest, a bookmark. What the reader
// did with it there comes along: see [articles.Article.Prior].
package saved

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"lede/articles"
)

// Item is a thing that was saved, or why it cannot be read, in one line.
type Item struct {
	*articles.Article // without ID, and without what a survey of its text finds
	Err               error
}

// Format is how an export is written.
type Format string

// The formats.
const (
	None    Format = ""
	Table   Format = "table"   // CSV
	Links   Format = "links"   // a page of links
	Objects Format = "objects" // a list in JSON
)

// Head is how many bytes [Sniff] looks at.
const Head = 32 << 10

// Sniff says what an export begins with; None when it is none.
func Sniff(start string) Format {
	start = start[:min(len(start), Head)]
	switch {
	case isLinks(start):
		return Links
	case isObjects(start):
		return Objects
	case isTable(start):
		return Table
	}
	return None
}

// mostTold is how many things of an export that cannot be read are told, one by
// one; the others are counted.
const mostTold = 20

// Read reads an export as it comes, and keeps nothing of it: it may be longer
// than memory. What is ill-formed does not stop the rest.
func Read(ctx context.Context, f Format, r io.Reader) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		t := &teller{ctx: ctx, yield: yield}
		t.end(t.read(f, r, nil))
	}
}

// read reads an export of a format; beside is that of [teller.objects].
func (t *teller) read(f Format, r io.Reader, beside func(object, *record)) error {
	m := &meter{ctx: t.ctx, r: r, left: mostOfOne}
	switch f {
	case Table:
		return t.table(m)
	case Links:
		return t.links(m)
	case Objects:
		return t.objects(m, beside)
	}
	return nil
}

// errStopped says that nobody wants more.
var errStopped = errors.New("stopped")

// teller gives on what is read.
type teller struct {
	ctx    context.Context //nolint:containedctx // lives as long as one call
	yield  func(Item) bool
	failed int
	// stopped says that nobody wants more.
	stopped bool
}

// tell gives on a record; its place is told when there is no article in it.
func (t *teller) tell(r record, place string) error {
	a, err := r.article()
	if err != nil {
		return t.fail(fmt.Errorf("%s: %w", place, err))
	}
	if a == nil {
		return nil
	}
	return t.give(Item{Article: a})
}

func (t *teller) fail(err error) error {
	if t.failed++; t.failed > mostTold {
		return nil
	}
	return t.give(Item{Err: err})
}

func (t *teller) give(i Item) error {
	if err := t.ctx.Err(); err != nil {
		return err
	}
	if t.stopped = !t.yield(i); t.stopped {
		return errStopped
	}
	return nil
}

// end tells what ended it early, and how much was not told.
func (t *teller) end(err error) {
	if err != nil && !t.stopped {
		t.stopped = !t.yield(Item{Err: err})
	}
	if more := t.failed - mostTold; more > 0 && !t.stopped {
		t.stopped = !t.yield(Item{Err: fmt.Errorf("%s more could not be read", articles.Grouped(more))})
	}
}

// mostOfOne is the most that one thing of an export may have, in bytes.
const mostOfOne = 32 << 20

// meter reads no more than one thing may have until the next one begins.
type meter struct {
	ctx  context.Context //nolint:containedctx // lives as long as one call
	r    io.Reader
	left int

	comma byte // that parts the cells of a table; 0 when it is none
	cells int  // that the row may still have
}

// mostCells is the most cells that a row of a table may have, with the commas of
// its texts: each takes more memory than it has bytes.
const mostCells = 1 << 20

func (m *meter) next() { m.left, m.cells = mostOfOne, mostCells }

// Read implements [io.Reader].
func (m *meter) Read(p []byte) (int, error) {
	if err := m.ctx.Err(); err != nil {
		return 0, err
	}
	if m.left <= 0 {
		return 0, fmt.Errorf("one of them is over the limit of %d MB", mostOfOne>>20)
	}
	n, err := m.r.Read(p[:min(len(p), m.left)])
	m.left -= n
	if m.comma != 0 {
		if m.cells -= bytes.Count(p[:n], []byte{m.comma}); m.cells < 0 {
			return 0, fmt.Errorf("a row has more than %d cells", mostCells)
		}
	}
	return n, err
}
