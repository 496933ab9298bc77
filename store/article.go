package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"math"
	"time"

	"lede/articles"
	"lede/articles/markdown"
	"lede/store/clean"
	"lede/store/compress"
	"lede/store/tags"
)

// Article returns a whole article and the reader's state of it, or
// [ErrNotFound].
func (s *Store) Article(ctx context.Context, id articles.ID) (*articles.Article, articles.State, error) {
	return s.article(ctx, id, math.MaxInt)
}

// Beginning is [Store.Article] with no more than so many bytes of the text.
func (s *Store) Beginning(ctx context.Context, id articles.ID, most int) (*articles.Article, articles.State, error) {
	return s.article(ctx, id, most)
}

func (s *Store) article(ctx context.Context, id articles.ID, most int) (*articles.Article, articles.State, error) {
	if err := s.present(); err != nil {
		return nil, articles.State{}, err
	}
	_, a, state, err := scanWhole(s.read.QueryRowContext(ctx, wholeArticle, id), most)
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

// wholeArticle reads a whole article by its ID; scanWhole reads what it finds.
const wholeArticle = `SELECT ` + rowColumns + `,
	article.added, slug, origin, url, anatomy, coalesce(packed, markdown), coalesce(own.added, ''), coalesce(taken, '')
	FROM article JOIN body USING (key) LEFT JOIN own_tags own ON own.article = key WHERE id = ?`

// load reads a whole article within a change. Without one it fails with
// [sql.ErrNoRows].
func (w *writer) load(id articles.ID) (key int64, a *articles.Article, err error) {
	find, err := w.prepare(wholeArticle)
	if err != nil {
		return 0, nil, err
	}
	key, a, _, err = scanWhole(find.QueryRowContext(w.ctx, id), math.MaxInt)
	return key, a, err
}

// scanWhole reads an article with no more than so many bytes of its text.
func scanWhole(from scanner, most int) (int64, *articles.Article, articles.State, error) {
	var a articles.Article
	var added stamp
	var parts, put, taken string
	text := compress.Beginning{Most: most}
	row, err := scanRow(from, &added.Milli, &a.Slug, &a.Origin, &a.URL, &parts, &text, &put, &taken)
	if err != nil {
		return 0, nil, articles.State{}, err
	}
	a.ID, a.Title, a.Dek, a.Author, a.Site, a.Tags = row.ID, row.Title, row.Dek, row.Author, row.Site, row.Tags
	a.Own = articles.TagEdit{Add: tags.Split(put), Take: tags.Split(taken)}
	a.Published, a.SourceViews, a.Added = row.Published, row.SourceViews, added.time()
	a.Markdown = text.Text
	a.Opening, a.FileTime = row.Opening, row.FileTime
	return row.Key, &a, row.State, decodeAnatomy(parts, &a)
}

// rowColumns are the columns of a list row, in the order of scanRow.
const rowColumns = `article.key, id, title, sort_title, dek, opening, author, site, tags,
	published, zone, file_time, dated, minutes, words, source_views,
	views, opened, read, starred, archived, progress, anchor, coalesce(behind, 0)`

type scanner interface{ Scan(dest ...any) error }

// scanRow reads rowColumns, and after them what else was selected.
func scanRow(from scanner, more ...any) (articles.Row, error) {
	var r articles.Row
	var tagLines, anchor string
	var published, filed, dated, opened stamp
	var opening sql.NullString
	err := from.Scan(append([]any{
		&r.Key, &r.ID, &r.Title, &r.SortTitle, &r.Dek, &opening, &r.Author, &r.Site, &tagLines,
		&published.Milli, &published.Zone, &filed.Milli, &dated.Milli, &r.Minutes, &r.Words, &r.SourceViews,
		&r.State.Views, &opened.Milli, &r.State.Read, &r.State.Starred, &r.State.Archived, &r.State.Place.Progress, &anchor, &r.Front,
	}, more...)...)
	if err != nil {
		return r, err
	}
	r.Tags, r.State.Opened = tags.Split(tagLines), opened.time()
	r.Published, r.FileTime, r.Dated = published.time(), filed.time(), dated.time()
	r.Opening = opening.String
	if anchor != "" {
		err = json.Unmarshal([]byte(anchor), &r.State.Place.Anchor)
	}
	return r, err
}

// openings gives those rows their opening words that have neither those nor a dek: they
// were put in by a lede that kept none. A text that is too long to be read for a few
// words stays without.
func (s *Store) openings(ctx context.Context, rows []articles.Row) error {
	const (
		longest = 100_000 // words
		enough  = 2048    // bytes
	)
	lacking := map[int64]*articles.Row{}
	var keys []int64
	for i := range rows {
		if r := &rows[i]; r.Lede() == "" && r.Words <= longest {
			lacking[r.Key] = r
			keys = append(keys, r.Key)
		}
	}
	if len(keys) == 0 {
		return nil
	}
	list, err := json.Marshal(keys)
	if err != nil {
		return err
	}
	found, err := s.read.QueryContext(ctx, `SELECT key, coalesce(packed, substr(markdown, 1, ?2)) FROM body
		WHERE key IN (SELECT value FROM json_each(?1))`, string(list), enough)
	if err != nil {
		return err
	}
	defer found.Close() //nolint:errcheck // Err tells what failed
	for found.Next() {
		var key int64
		text := compress.Beginning{Most: enough}
		if err := found.Scan(&key, &text); err != nil {
			return err
		}
		lacking[key].Opening = markdown.Lede(articles.Clean(text.Text))
	}
	return found.Err()
}

// fileTime is when the file of an article was written, by a clock that may have run ahead.
func fileTime(a *articles.Article) time.Time {
	if now := time.Now(); a.FileTime.After(now) {
		return now
	}
	return a.FileTime
}

// age has an article stand where its file does, which was put in by a lede that did not
// ask for the time of files, and has not changed since.
func (w *writer) age(key int64, a *articles.Article) error {
	if a.FileTime.IsZero() {
		return nil
	}
	at, none := fileTime(a).UnixMilli(), time.Time{}.UnixMilli()
	_, err := w.exec(`UPDATE article SET file_time = ?1, dated = ?1 WHERE key = ?2 AND file_time = ?3 AND published = ?3`, at, key, none)
	return err
}

// removeUntouched removes an article with which its reader has done nothing, if it is here.
func (w *writer) removeUntouched(id articles.ID) error {
	find, err := w.prepare(`SELECT key FROM article WHERE id = ?`)
	if err != nil {
		return err
	}
	var key int64
	err = find.QueryRowContext(w.ctx, id).Scan(&key)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	if noted, err := w.isNoted(key); err != nil || noted {
		return err // the change has put it in itself
	}
	if untouched, err := w.brought.Untouched(key); err != nil || !untouched {
		return err
	}
	return w.remove(id)
}

// comesBy is the go by which what is new comes in: the change of a hand, or a number of its
// own, which no go has had of which something is there.
func (w *writer) comesBy(title string) (int64, error) {
	if w.byHand() {
		err := w.begin(title)
		return w.noted.ID, err
	}
	if *w.came == 0 {
		err := w.tx.QueryRowContext(w.ctx, `SELECT min(coalesce(min(came), 0), 0) - 1 FROM article WHERE came IS NOT NULL`).Scan(w.came)
		return *w.came, err
	}
	return *w.came, nil
}
