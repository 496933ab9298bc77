// Package pdf reads documents of PDF that have a text. PDFium finds the words and
// where they stand; package layout makes a text of them again.
package pdf

import (
	"context"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"lede/articles"
	"lede/articles/importer/htmldoc/compose"
	"lede/articles/importer/pdf/layout"
)

// Is reports whether what begins with start is a PDF. Blank lines may stand
// before it.
func Is(start string) bool {
	const within = 1024
	at := strings.Index(start[:min(len(start), within)], "%PDF-")
	return at >= 0 && strings.TrimSpace(strings.TrimPrefix(start[:at], "\ufeff")) == ""
}

// Read makes an article of a document. It has neither an origin nor what a
// survey of its text finds, and no title when the document has none. Warn is
// called with what of it could not be read, in a line; it may be nil. An error
// says in a line why there is no article, and what to do.
func (e *Engine) Read(ctx context.Context, data string, warn func(error)) (*articles.Article, error) {
	return e.read(ctx, data, usual, warn)
}

func (e *Engine) read(ctx context.Context, data string, most limits, warn func(error)) (*articles.Article, error) {
	c, err := e.extract(ctx, data, most)
	if err != nil {
		return nil, err
	}
	if err := c.empty(); err != nil {
		return nil, err
	}
	if warn != nil {
		if c.flaw != nil {
			warn(c.flaw)
		}
		if c.all > len(c.pages) {
			warn(fmt.Errorf("only the first %d of its %d pages are read", len(c.pages), c.all))
		}
	}
	a := &articles.Article{Author: author(c.meta), Tags: keywords(c.meta["Keywords"])}
	named := title(c.meta)
	d := layout.Read(c.pages, named)
	a.Published = dateLine(d.Body)
	if a.Published.IsZero() && named+a.Author != "" { // else nobody said anything: it is the day when the file was made
		a.Published = date(c.meta["CreationDate"])
		if changed := date(c.meta["ModDate"]); changed.After(a.Published) && !a.Published.IsZero() {
			a.Updated = changed
		}
	}
	a.Title = articles.CleanLine(d.Title)
	if a.Title == "" {
		a.Title = named
	}
	a.Author = articles.CleanLine(byLine(a.Author, d.Body))
	a.Markdown = compose.Markdown(d.Body, d.Notes)
	return a, nil
}

// empty is why pages have no text; nil when they have one.
func (c *contents) empty() error {
	letters := 0
	for _, p := range c.pages {
		for _, w := range p.Words {
			letters += strings.Count(strings.Map(func(r rune) rune {
				if unicode.IsLetter(r) || unicode.IsDigit(r) {
					return 'x'
				}
				return -1
			}, w.Text), "x")
		}
	}
	switch {
	case letters > 0:
		return nil
	case c.flaw != nil:
		return errDamaged
	case c.pictures:
		return errScan
	}
	return errNothing
}

// decodedLine is a line that a document says of itself; empty for one whose
// letters were lost.
func decodedLine(s string) string {
	if !utf8.ValidString(s) || strings.ContainsRune(s, utf8.RuneError) {
		return ""
	}
	return articles.CleanLine(s)
}
