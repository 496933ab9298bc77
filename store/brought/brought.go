// Package brought keeps what a change brought of another library beside new articles, as
// long as that change can be undone: see schema/0029_brought_muted.sql.
package brought

import (
	"context"
	"database/sql"
	"time"

	"lede/articles"
)

// Writer writes within a transaction.
type Writer struct {
	ctx     context.Context //nolint:containedctx // lives as long as one transaction
	prepare func(query string) (*sql.Stmt, error)
}

// NewWriter makes a writer whose queries are compiled by prepare, which sees to the end of
// them.
func NewWriter(ctx context.Context, prepare func(query string) (*sql.Stmt, error)) *Writer {
	return &Writer{ctx: ctx, prepare: prepare}
}

func (w *Writer) exec(query string, args ...any) error {
	do, err := w.prepare(query)
	if err == nil {
		_, err = do.ExecContext(w.ctx, args...)
	}
	return err
}

// untouched is the condition of an article with which its reader has done nothing.
const untouched = `views = 0 AND opened = ?2 AND read = 0 AND starred = 0 AND archived = 0 AND progress = 0 AND anchor = '' AND aside <> 2
	AND NOT EXISTS (SELECT 1 FROM own_tags WHERE own_tags.article = article.key)`

func never() int64 { return time.Time{}.UnixMilli() }

// Untouched reports whether the reader has done nothing yet with an article that is here.
func (w *Writer) Untouched(key int64) (is bool, err error) {
	find, err := w.prepare(`SELECT ` + untouched + ` FROM article WHERE key = ?1`)
	if err == nil {
		err = find.QueryRowContext(w.ctx, key, never()).Scan(&is)
	}
	return is, err
}

// states are the columns of an article that its reader fills.
const states = `views, opened, read, starred, archived, progress, anchor`

// Note notes that a change brought what an article that was here has now of its reader.
func (w *Writer) Note(change, key int64) error {
	return w.exec(`INSERT OR REPLACE INTO brought_state (change, article, `+states+`, added, taken)
		SELECT ?, id, `+states+`, coalesce(own.added, ''), coalesce(own.taken, '')
		FROM article LEFT JOIN own_tags own ON own.article = key WHERE key = ?`, change, key)
}

// Has reports whether a change brought what an article has of its reader.
func (w *Writer) Has(change, key int64) (has bool, err error) {
	find, err := w.prepare(`SELECT EXISTS (SELECT 1 FROM brought_state WHERE change = ? AND article = (SELECT id FROM article WHERE key = ?))`)
	if err == nil {
		err = find.QueryRowContext(w.ctx, change, key).Scan(&has)
	}
	return has, err
}

// Alone is the condition of what a change brought the state of and nothing else, in a
// query of brought_state called brought.
const Alone = `NOT EXISTS (SELECT 1 FROM changed WHERE changed.change = brought.change AND changed.article = brought.article)`

// AsLeft are the articles that have still what a change brought of their reader: the keys
// of all, and the IDs of those that it did nothing else to.
func (w *Writer) AsLeft(change int64) (keys []int64, alone []articles.ID, err error) {
	find, err := w.prepare(`SELECT key, id, ` + Alone + ` FROM brought_state brought JOIN article ON id = brought.article
		LEFT JOIN own_tags own ON own.article = key WHERE change = ?
		AND (brought.added, brought.taken) = (coalesce(own.added, ''), coalesce(own.taken, ''))
		AND (brought.views, brought.opened, brought.read, brought.starred, brought.archived, brought.progress, brought.anchor)
			= (article.views, article.opened, article.read, article.starred, article.archived, article.progress, article.anchor)`)
	if err != nil {
		return nil, nil, err
	}
	rows, err := find.QueryContext(w.ctx, change)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	for rows.Next() {
		var key int64
		var id articles.ID
		var only bool
		if err := rows.Scan(&key, &id, &only); err != nil {
			return nil, nil, err
		}
		if keys = append(keys, key); only {
			alone = append(alone, id)
		}
	}
	return keys, alone, rows.Err()
}

// Reset has the reader have done nothing with the articles whose keys a JSON array has, but
// with their tags.
func (w *Writer) Reset(keys string) error {
	return w.exec(`UPDATE article SET views = 0, viewed = ?2, opened = ?2, read = 0, starred = 0, archived = 0, progress = 0, anchor = ''
		WHERE key IN (SELECT value FROM json_each(?1))`, keys, never())
}
