package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"lede/articles"
	"lede/store/tags"
)

// Undo undoes the last change, whichever program made it, and says which that was
// and what became of its articles. What something else has changed since is left as
// it is. It is the zero change when there is nothing to undo that was changed at a time
// or later; at the zero time that is any change.
func (s *Store) Undo(ctx context.Context, since time.Time) (articles.Change, error) {
	var c articles.Change
	err := s.within(ctx, nil, func(w *writer) error {
		var err error
		c, err = w.lastChange()
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		if c.At.Before(since.Truncate(time.Millisecond)) {
			c = articles.Change{}
			return nil
		}
		column, value, flag := flagOf(c.Kind)
		switch {
		case flag:
			c.Restored, err = w.unflag(c.ID, column, value)
		case c.Kind == articles.Tagging, c.Kind == articles.RenamingTag:
			c.Restored, err = w.untag(c.ID)
		default:
			c.Restored, err = w.restoreAll(c.ID)
		}
		if err != nil {
			return err
		}
		if err := w.restoreFeeds(&c); err != nil {
			return err
		}
		if err := w.restoreFolders(c.ID); err != nil {
			return err
		}
		c.Left = c.Articles - len(c.Restored)
		if err := w.flush(); err != nil {
			return err
		}
		_, err = w.exec(`DELETE FROM change WHERE key = ?`, c.ID)
		return err
	})
	if err != nil {
		return articles.Change{}, s.wrap("undo the last change", err)
	}
	return c, nil
}

// Changes are those that [Store.Undo] would undo, the next first.
func (s *Store) Changes(ctx context.Context) ([]articles.Change, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	rows, err := s.read.QueryContext(ctx, changeRows, articles.Adding)
	if err != nil {
		return nil, s.wrap("list changes", err)
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var all []articles.Change
	for rows.Next() {
		c, err := scanChange(rows)
		if err != nil {
			return nil, s.wrap("list changes", err)
		}
		all = append(all, c)
	}
	return all, s.wrap("list changes", rows.Err())
}

// changeRows are the changes. What a change keeps of an article was there before it.
const changeRows = `SELECT key, at, kind, articles, title, tags,
	CASE kind WHEN ?1 THEN (SELECT count(*) FROM kept_article WHERE change = change.key) ELSE 0 END
	FROM change ORDER BY key DESC`

func (w *writer) lastChange() (articles.Change, error) {
	return scanChange(w.tx.QueryRowContext(w.ctx, changeRows+` LIMIT 1`, articles.Adding))
}

func scanChange(from scanner) (articles.Change, error) {
	var c articles.Change
	var at stamp
	var did string
	if err := from.Scan(&c.ID, &at.Milli, &c.Kind, &c.Articles, &c.Title, &did, &c.Updated); err != nil {
		return articles.Change{}, err
	}
	c.At = at.time().Local()
	c.Title, c.Tags = articles.CleanLine(c.Title), tags.ReadEdit(articles.Clean(did))
	return c, nil
}

// unflag gives the articles of a change of state the state from before.
func (w *writer) unflag(change int64, column string, value bool) ([]articles.ID, error) {
	rows, err := w.tx.QueryContext(w.ctx, `UPDATE article SET `+column+` = ?1 WHERE `+column+` = ?2
		AND id IN (SELECT article FROM changed WHERE change = ?3) RETURNING id`, !value, value, change)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var ids []articles.ID
	for rows.Next() {
		var id articles.ID
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}
