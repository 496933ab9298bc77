package brought

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"lede/articles"
)

// DB is a connection of a library.
type DB interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// Entries are the entries of all feeds but those that the reader took out.
func Entries(ctx context.Context, db DB) (all []articles.Listed, err error) {
	return entries(ctx, db, `article IS NOT NULL OR pruned = 1 ORDER BY feed, entry.key`)
}

// Gone are the entries of feeds that the reader took out.
func Gone(ctx context.Context, db DB) (gone []articles.Gone, err error) {
	all, err := entries(ctx, db, `article IS NULL AND pruned = 0 ORDER BY entry.key`)
	for _, e := range all {
		gone = append(gone, articles.Gone{Feed: e.Feed, GUID: e.GUID, Link: e.Link})
	}
	return gone, err
}

func entries(ctx context.Context, db DB, where string) (all []articles.Listed, err error) {
	rows, err := db.QueryContext(ctx, `SELECT feed.url, guid, link, coalesce(article.id, ''), owner AND article IS NOT NULL, sum, page,
		muted.id IS NOT NULL, coalesce(muted.title, ''), coalesce(origin, ''), coalesce(rule, ''), coalesce(at, 0)
		FROM entry JOIN feed ON feed.key = feed LEFT JOIN article ON article.key = article
		LEFT JOIN muted ON muted.entry = entry.key AND muted.entry <> 0 WHERE `+where)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	for rows.Next() {
		var e articles.Listed
		var muted bool
		var k articles.KeptOut
		var at int64
		if err := rows.Scan(&e.Feed, &e.GUID, &e.Link, &e.Article, &e.Owner, &e.Sum, &e.Page, &muted, &k.Title, &k.Origin, &k.Rule, &at); err != nil {
			return nil, err
		}
		if k.At = time.UnixMilli(at); muted {
			e.Muted = &k
		}
		all = append(all, e)
	}
	return all, rows.Err()
}

// AddEntry has a feed list an entry, and returns its key. It is 0 when the feed has listed
// it here too, when it has no name, and when its article is not here. An article that was
// here before is none of the feed's own: it is as its reader put it in. Of an entry that the
// reader took out, pruned is false.
func (w *Writer) AddEntry(change, feed int64, e articles.Listed, pruned bool) (key int64, err error) {
	find, err := w.prepare(`INSERT INTO entry (feed, guid, link, article, owner, pruned, sum, page)
		SELECT ?2, ?3, ?4, article.key, coalesce(?6 AND article.key IN
				(SELECT key FROM changed WHERE change = ?1 EXCEPT SELECT key FROM kept_article WHERE change = ?1), 0), ?7, ?8, max(-1, ?9)
		FROM (SELECT 1) LEFT JOIN article ON article.id = ?5
		WHERE (article.key IS NULL) = (?5 = '') AND ?3 || ?4 <> '' AND NOT EXISTS (SELECT 1 FROM entry
			WHERE entry.feed = ?2 AND (guid = ?3 AND guid <> '' OR link = ?4 AND link <> '' OR entry.article = article.key))
		RETURNING key`)
	if err != nil {
		return 0, err
	}
	err = find.QueryRowContext(w.ctx, change, feed, e.GUID, e.Link, e.Article, e.Owner, pruned, e.Sum, e.Page).Scan(&key)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return key, err
}

// NoteEntry notes that a change brought an entry of a feed.
func (w *Writer) NoteEntry(change, key, feed int64) error {
	return w.exec(`INSERT INTO brought_entry (change, entry, feed) VALUES (?, ?, ?)`, change, key, feed)
}

// ForgetEntries takes the entries away that a change brought.
func (w *Writer) ForgetEntries(change int64) error {
	return w.exec(`DELETE FROM entry WHERE (key, feed) IN (SELECT entry, feed FROM brought_entry WHERE change = ?)`, change)
}
