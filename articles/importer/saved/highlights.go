package saved

import (
	"cmp"
	"encoding/csv"
	"errors"
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
	for size := 0; size < mostMarked; {
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
		title, author := articles.CleanLine(h.of(row, "book")), articles.CleanLine(h.of(row, "author"))
		words := quoted(h.of(row, "highlight"))
		if title == "" || words == "" {
			continue
		}
		s := by[title+"\n"+author]
		if s == nil {
			s = &source{title: title, author: author}
			by[title+"\n"+author] = s
			order = append(order, s)
		}
		text := words + paragraph(h.of(row, "note"))
		if at := when(h.of(row, "added")); s.added.IsZero() || at.Before(s.added) && !at.IsZero() {
			s.added = at
		}
		size += len(text) + len(title)
		s.text.WriteString(text)
		s.tags = append(s.tags, names(h.of(row, "tags"))...)
	}
	for _, s := range order {
		a := &articles.Article{
			Origin: "highlights:" + articles.Slug(s.title) + "/" + articles.Slug(s.author),
			Title:  s.title, Author: s.author, Markdown: strings.TrimLeft(s.text.String(), "\n"), Added: s.added,
		}
		for _, tag := range s.tags {
			if tag = articles.CleanLine(tag); tag != "" && len(a.Tags) < 50 && !slices.Contains(a.Tags, tag) {
				a.Tags = append(a.Tags, tag)
			}
		}
		a.Slug = articles.Slug(cmp.Or(s.title, "highlights") + " highlights")
		if err := t.give(Item{Article: a}); err != nil {
			return err
		}
	}
	return nil
}
