package store

import (
	"bytes"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"lede/articles"
)

// changed is an article of a change of texts.
type changed struct {
	change, key int64 // its key at that time
	id          articles.ID
	hash        []byte // that the change gave its text; nil when it took it out
}

// restoreAll puts the articles of a change back as they were.
func (w *writer) restoreAll(change int64) ([]articles.ID, error) {
	back, err := w.restoreMany(change)
	if err != nil {
		return nil, err
	}
	all, err := w.changedIn(change)
	if err != nil {
		return nil, err
	}
	ids := make([]articles.ID, 0, len(all))
	for _, c := range all {
		if back[c.id] {
			ids = append(ids, c.id)
			continue
		}
		id, err := w.restore(c)
		if err != nil {
			return nil, err
		}
		if id != "" {
			ids = append(ids, id)
		}
	}
	_, err = w.purge(change, len(all)) // what could not come back
	return ids, err
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
	trashed, err := w.wasTrashed(c.id)
	if err != nil {
		return err
	}
	if trashed {
		err = w.noteRemoved(c.id)
	} else { // no feed takes it for one that the reader does not want
		_, err = w.exec(`DELETE FROM entry WHERE article = ?`, key)
	}
	if err != nil {
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
		THEN ` + freeKey + ` ELSE ?1 END`)
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
	if _, err := w.exec(`UPDATE article SET behind = NULL, aside = 0 WHERE key = ? AND behind IS NOT NULL`, key); err != nil {
		return err // it is looked for anew what it is a copy of
	}
	if err := w.putBackRows("own_tags", "article", c, c.key, key); err != nil {
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
var stateColumns = []string{"key", "views", "viewed", "opened", "read", "starred", "archived", "progress", "anchor", "behind", "aside"}

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
	_, now, err := w.load(c.id)
	if err != nil {
		return "", err
	}
	w.drop(key, traits(now))
	if err := w.unindex(key); err != nil {
		return "", err
	}
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
	if err := w.restoreTags(c, key); err != nil {
		return "", err
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
	_, a, err := w.load(id)
	if err != nil {
		return err
	}
	w.add(key, traits(a))
	found, err := w.exec(`DELETE FROM lost WHERE key = ? AND change = ?`, key, c.change)
	if err != nil {
		return err
	}
	if n, err := found.RowsAffected(); err != nil || n > 0 {
		return err // it is in the index
	}
	return w.index(key, false)
}

// restoreFolders forgets the folders that a change remembered, and remembers those
// that it forgot, with what the reader had taken out of them.
func (w *writer) restoreFolders(change int64) error {
	if _, err := w.exec(`DELETE FROM folder WHERE path IN (SELECT path FROM changed_folder WHERE change = ?)`, change); err != nil {
		return err
	}
	if _, err := w.exec(`INSERT OR IGNORE INTO removed (id, file) SELECT id, file FROM kept_removed kept
		WHERE change = ? AND NOT EXISTS (SELECT 1 FROM article WHERE article.id = kept.id)`, change); err != nil {
		return err
	}
	_, err := w.exec(`INSERT OR IGNORE INTO folder (key, path)
		SELECT CASE WHEN EXISTS (SELECT 1 FROM folder WHERE folder.key = kept.key) THEN NULL ELSE kept.key END, path
		FROM kept_folder kept WHERE change = ?1 AND path NOT IN (SELECT path FROM changed_folder WHERE change = ?1)`, change)
	return err
}
