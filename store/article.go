package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"lede/articles"
	"lede/store/clean"
)

// Article returns a whole article and the reader's state of it, or
// [ErrNotFound].
func (s *Store) Article(ctx context.Context, id articles.ID) (*articles.Article, articles.State, error) {
	if err := s.present(); err != nil {
		return nil, articles.State{}, err
	}
	_, a, state, err := load(ctx, s.read, id)
	if errors.Is(err, sql.ErrNoRows) {
		err = ErrNotFound
	}
	if err != nil {
		return nil, articles.State{}, s.wrap("read article "+string(id), err)
	}
	clean.Article(a)
	return a, state, nil
}

type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// load reads a whole article by its ID, with its key. Without one it fails
// with [sql.ErrNoRows].
func load(ctx context.Context, db querier, id articles.ID) (int64, *articles.Article, articles.State, error) {
	var a articles.Article
	var added stamp
	var parts string
	row, err := scanRow(db.QueryRowContext(ctx, `SELECT `+rowColumns+`,
		added, slug, origin, url, anatomy, markdown
		FROM article JOIN body USING (key) WHERE id = ?`, id),
		&added.Milli, &a.Slug, &a.Origin, &a.URL, &parts, &a.Markdown)
	if err != nil {
		return 0, nil, articles.State{}, err
	}
	a.ID, a.Title, a.Dek, a.Author, a.Site, a.Tags = row.ID, row.Title, row.Dek, row.Author, row.Site, row.Tags
	a.Published, a.SourceViews, a.Added = row.Published, row.SourceViews, added.time()
	return row.Key, &a, row.State, decodeAnatomy(parts, &a)
}

// rowColumns are the columns of a list row, in the order of scanRow.
const rowColumns = `article.key, id, title, sort_title, dek, author, site, tags,
	published, zone, dated, minutes, words, source_views,
	views, opened, read, starred, progress, anchor`

type scanner interface{ Scan(dest ...any) error }

// scanRow reads rowColumns, and after them what else was selected.
func scanRow(from scanner, more ...any) (articles.Row, error) {
	var r articles.Row
	var tags, anchor string
	var published, dated, opened stamp
	err := from.Scan(append([]any{
		&r.Key, &r.ID, &r.Title, &r.SortTitle, &r.Dek, &r.Author, &r.Site, &tags,
		&published.Milli, &published.Zone, &dated.Milli, &r.Minutes, &r.Words, &r.SourceViews,
		&r.State.Views, &opened.Milli, &r.State.Read, &r.State.Starred, &r.State.Place.Progress, &anchor,
	}, more...)...)
	if err != nil {
		return r, err
	}
	r.Tags, r.State.Opened = splitTags(tags), opened.time()
	r.Published, r.Dated = published.time(), dated.time()
	if anchor != "" {
		err = json.Unmarshal([]byte(anchor), &r.State.Place.Anchor)
	}
	return r, err
}
