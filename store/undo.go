package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"lede/articles"
)

// Undo undoes the last change, whichever program made it, and says which that was
// and what became of its articles. What something else has changed since is left as
// it is. It is the zero change when there is nothing to undo.
func (s *Store) Undo(ctx context.Context) (articles.Change, error) {
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
		if column, value, ok := flagOf(c.Kind); ok {
			c.Restored, err = w.unflag(c.ID, column, value)
		} else {
			c.Restored, err = w.restoreAll(c.ID)
		}
		if err != nil {
			return err
		}
		if c.Kind == articles.Unsubscribing {
			if err := w.restoreFeed(c.ID); err != nil {
				return err
			}
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
	rows, err := s.read.QueryContext(ctx, changeRows)
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

const changeRows = `SELECT key, at, kind, articles, title FROM change ORDER BY key DESC`

func (w *writer) lastChange() (articles.Change, error) {
	return scanChange(w.tx.QueryRowContext(w.ctx, changeRows+` LIMIT 1`))
}

func scanChange(from scanner) (articles.Change, error) {
	var c articles.Change
	var at stamp
	if err := from.Scan(&c.ID, &at.Milli, &c.Kind, &c.Articles, &c.Title); err != nil {
		return articles.Change{}, err
	}
	c.At = at.time().Local()
	lines(&c.Title)
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

// changed is an article of a change of texts.
type changed struct {
	change, key int64 // its key at that time
	id          articles.ID
	hash        []byte // that the change gave its text; nil when it took it out
}

// restoreAll puts the articles of a change back as they were.
func (w *writer) restoreAll(change int64) ([]articles.ID, error) {
	all, err := w.changedIn(change)
	if err != nil {
		return nil, err
	}
	var ids []articles.ID
	for _, c := range all {
		id, err := w.restore(c)
		if err != nil {
			return nil, err
		}
		if id != "" {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

func (w *writer) changedIn(change int64) ([]changed, error) {
	rows, err := w.tx.QueryContext(w.ctx, `SELECT key, article, hash FROM changed WHERE change = ? ORDER BY key`, change)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var all []changed
	for rows.Next() {
		c := changed{change: change}
		if err := rows.Scan(&c.key, &c.id, &c.hash); err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, rows.Err()
}

// restore puts an article back as it was before a change, and returns the ID that it
// has then; empty when it is not as the change left it and stays so.
func (w *writer) restore(c changed) (articles.ID, error) {
	find, err := w.prepare(`SELECT key, hash FROM article JOIN body USING (key) WHERE id = ?`)
	if err != nil {
		return "", err
	}
	var key int64
	var hash []byte
	err = find.QueryRowContext(w.ctx, c.id).Scan(&key, &hash)
	there := err == nil
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", err
	}
	if there != (c.hash != nil) || !bytes.Equal(hash, c.hash) {
		return "", nil
	}
	was, err := w.idKept(c)
	switch {
	case err != nil:
		return "", err
	case !there:
		return was, w.bringBack(c)
	case was == "":
		return c.id, w.takeOut(c, key)
	}
	return w.restoreText(c, key, was)
}

// idKept is the ID that an article had before a change; empty when it was not there.
func (w *writer) idKept(c changed) (id articles.ID, err error) {
	find, err := w.prepare(`SELECT id FROM kept_article WHERE change = ? AND key = ?`)
	if err != nil {
		return "", err
	}
	err = find.QueryRowContext(w.ctx, c.change, c.key).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return id, err
}

// takeOut removes an article that a change added. Where it was left is remembered as
// of any text that is not in the library.
func (w *writer) takeOut(c changed, key int64) error {
	if _, err := w.exec(`INSERT OR REPLACE INTO opened (id, anchor, progress, at)
		SELECT id, anchor, progress, opened FROM article WHERE key = ? AND (anchor <> '' OR progress > 0)`, key); err != nil {
		return err
	}
	// No feed takes it for one that the reader does not want.
	if _, err := w.exec(`DELETE FROM entry WHERE article = ?`, key); err != nil {
		return err
	}
	if err := w.remove(c.id); err != nil {
		return err
	}
	return w.putBackRows("removed", "id", c, string(c.id), string(c.id))
}

// bringBack puts an article in again that a change took out, with its old key when
// that is free.
func (w *writer) bringBack(c changed) error {
	find, err := w.prepare(`SELECT CASE WHEN EXISTS (SELECT 1 FROM article WHERE key = ?1)
		THEN (SELECT max(key) + 1 FROM article) ELSE ?1 END`)
	if err != nil {
		return err
	}
	var key int64
	if err := find.QueryRowContext(w.ctx, c.key).Scan(&key); err != nil {
		return err
	}
	if err := w.putBackRows("article", "key", c, c.key, key); err != nil {
		return err
	}
	if err := w.putBackText(c, key); err != nil {
		return err
	}
	// An entry of another feed may have its key by now.
	_, err = w.exec(`UPDATE entry SET article = ?1, owner = kept.owner, pruned = kept.pruned
		FROM kept_entry kept WHERE kept.change = ?2 AND kept.article = ?3 AND kept.key = entry.key
		AND kept.feed = entry.feed AND kept.guid = entry.guid AND kept.link = entry.link AND entry.article IS NULL`,
		key, c.change, c.key)
	return err
}

// stateColumns are the columns of an article that its reader fills, and no source.
var stateColumns = []string{"key", "views", "viewed", "opened", "read", "starred", "progress", "anchor"}

// restoreText gives an article the text that it had before a change, and the ID; its
// state stays. It returns that ID, or none when another article has it by now.
func (w *writer) restoreText(c changed, key int64, was articles.ID) (articles.ID, error) {
	if was != c.id {
		find, err := w.prepare(`SELECT EXISTS (SELECT 1 FROM article WHERE id = ?)`)
		if err != nil {
			return "", err
		}
		var taken bool
		if err := find.QueryRowContext(w.ctx, was).Scan(&taken); err != nil || taken {
			return "", err
		}
	}
	_, now, _, err := load(w.ctx, w.tx, c.id)
	if err != nil {
		return "", err
	}
	w.drop(key, traits(now))
	columns, err := w.columns("article")
	if err != nil {
		return "", err
	}
	columns = slices.DeleteFunc(slices.Clone(columns), func(c string) bool { return slices.Contains(stateColumns, c) })
	list := strings.Join(columns, ", ")
	if _, err := w.exec(`UPDATE article SET (`+list+`) = (SELECT `+list+` FROM kept_article WHERE change = ? AND key = ?)
		WHERE key = ?`, c.change, c.key, key); err != nil {
		return "", err
	}
	for _, query := range []string{
		`DELETE FROM body WHERE key = ?`, `DELETE FROM source WHERE article = ?`, `DELETE FROM image WHERE article = ?`,
	} {
		if _, err := w.exec(query, key); err != nil {
			return "", err
		}
	}
	return was, w.putBackText(c, key)
}

// putBackText puts back all of an article but its row, and what it is found by.
func (w *writer) putBackText(c changed, key int64) error {
	for _, t := range [][2]string{{"body", "key"}, {"source", "article"}, {"image", "article"}} {
		if err := w.putBackRows(t[0], t[1], c, c.key, key); err != nil {
			return err
		}
	}
	id, err := w.idKept(c)
	if err != nil {
		return err
	}
	_, a, _, err := load(w.ctx, w.tx, id)
	if err == nil {
		w.add(key, traits(a))
	}
	return err
}

// putBackRows puts the rows of a table back that a change kept. In a column they have
// another value instead of the one that they had.
func (w *writer) putBackRows(table, column string, c changed, had, have any) error {
	columns, err := w.columns(table)
	if err != nil {
		return err
	}
	columns = slices.DeleteFunc(slices.Clone(columns), func(name string) bool { return name == column })
	list := strings.Join(columns, ", ")
	_, err = w.exec(`INSERT OR REPLACE INTO `+table+` (`+column+`, `+list+`) SELECT ?, `+list+
		` FROM kept_`+table+` WHERE change = ? AND `+column+` = ?`, have, c.change, had)
	return err
}
