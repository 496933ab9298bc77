package saved

import (
	"cmp"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"lede/articles"
)

// source is a book or a page with what the reader marked in it.
type source struct {
	title, author string
	tags          []string
	text          strings.Builder
	added         time.Time
}

// mostMarked bounds what is held of highlights, in bytes: they come in any
// order, and are put together by what they are from.
const mostMarked = 64 << 20

// highlights reads a table of highlights: those of each book or page become one
// article.
func (t *teller) highlights(m *meter, c *csv.Reader, h header) error {
	var order []*source
	by := map[string]*source{}
	for size := 0; ; {
		m.next()
		row, err := c.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if _, ok := errors.AsType[*csv.ParseError](err); err != nil && !ok {
			return err
		}
		if err != nil {
			if err := t.fail(plainly(err)); err != nil {
				return err
			}
			continue
		}
		text := quoted(h.of(row, "highlight")) + paragraph(h.of(row, "note"))
		if text == "" {
			continue
		}
		title, author := articles.CleanLine(h.of(row, "book")), articles.CleanLine(h.of(row, "author"))
		if size += len(text) + len(title) + len(author); size > mostMarked {
			at, _ := c.FieldPos(0)
			if err := t.fail(fmt.Errorf("line %d: highlights over the limit of %d MB: from here on they are left out", at, mostMarked>>20)); err != nil {
				return err
			}
			break
		}
		s := by[title+"\n"+author]
		if s == nil {
			s = &source{title: cmp.Or(title, "Highlights"), author: author}
			by[title+"\n"+author] = s
			order = append(order, s)
		}
		if at := when(h.of(row, "added")); s.added.IsZero() || at.Before(s.added) && !at.IsZero() {
			s.added = at
		}
		s.text.WriteString(text)
		for _, tag := range names(h.of(row, "tags")) {
			if len(s.tags) < mostNames && !slices.Contains(s.tags, tag) {
				s.tags = append(s.tags, strings.Clone(tag)) // and not the row
			}
		}
	}
	return t.sources(order)
}

// sources gives on what the reader marked in each book or page.
func (t *teller) sources(all []*source) error {
	origins := map[string]bool{}
	for _, s := range all {
		a := &articles.Article{
			Origin: "highlights:" + articles.Slug(s.title) + "/" + articles.Slug(s.author),
			Title:  s.title, Markdown: strings.TrimLeft(s.text.String(), "\n"), Added: s.added,
		}
		if origins[a.Origin] { // titles can differ in signs alone, or far behind
			sum := sha256.Sum256([]byte(s.title + "\n" + s.author))
			a.Origin += "/" + hex.EncodeToString(sum[:12])
		}
		origins[a.Origin] = true
		record{author: s.author, tags: s.tags}.about(a)
		a.Slug = articles.Slug(s.title + " highlights")
		if err := t.give(Item{Article: a}); err != nil {
			return err
		}
	}
	return nil
}
