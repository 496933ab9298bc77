package store

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"lede/articles"
)

// changed is an article of a change of texts.
type changed struct {
	change, key int64 // its key at that time
	id          articles.ID
	hash        []byte // that the change gave its text; nil when it took it out
	at          int64  // when it began
	trash       bool   // it keeps the text that goes
}

// restoreAll puts the articles of a change back as they were.
func (w *writer) restoreAll(change *articles.Change) error {
	done, err := w.restoreMany(change.ID)
	if err == nil && change.Kind == articles.Adding {
		done, err = w.discardAdded(change)
	}
	if err != nil {
		return err
	}
	all, err := w.changedIn(change.ID)
	if err != nil {
		return err
	}
	trash := change.Kind == articles.Adding || change.Kind == articles.Refreshing // else it can be had again
	for _, c := range all {
		if c.at, c.trash = change.At.UnixMilli(), trash; done[c.id] {
			change.Restored = append(change.Restored, c.id)
			continue
		}
		id, err := w.restore(c)
		switch {
		case errors.Is(err, errBegun):
			change.Begun++
		case err != nil:
			return err
		case id != "":
			change.Restored = append(change.Restored, id)
		}
	}
	if trash {
		change.Trashed = len(change.Restored) - w.back
	}
	_, err = w.purge(change.ID, len(all)) // what could not come back
	return err
}

// errBegun says that an article is not taken out again: its reader has begun it.
var errBegun = errors.New("begun")

// inTrashToo is the condition of an article that the trash has with the text of body.
const inTrashToo = `EXISTS (SELECT 1 FROM kept_article gone JOIN kept_body USING (change, key) JOIN change ON change.key = gone.change
	WHERE kind = ?3 AND gone.id = article.id AND kept_body.hash = body.hash)`

// discardAdded takes out what a change added, all in one go, and puts it into the trash.
// Articles that the trash has already, or that are begun or changed since, are left to
// [writer.restore]. It returns those that went.
func (w *writer) discardAdded(c *articles.Change) (map[articles.ID]bool, error) {
	rows, err := w.tx.QueryContext(w.ctx, `SELECT article.id FROM changed JOIN article ON article.id = changed.article JOIN body ON body.key = article.key
		WHERE change = ?1 AND changed.hash = body.hash AND NOT `+begunSince+` AND NOT `+inTrashToo+`
		AND NOT EXISTS (SELECT 1 FROM kept_article was WHERE was.change = ?1 AND was.key = changed.key)`,
		c.ID, c.At.UnixMilli(), articles.Removing)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	went := map[articles.ID]bool{}
	for rows.Next() {
		var id articles.ID
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		went[id] = true
	}
	if err := rows.Err(); err != nil || len(went) == 0 {
		return nil, err
	}
	list, err := json.Marshal(slices.Collect(maps.Keys(went)))
	if err != nil {
		return nil, err
	}
	return went, w.discard(c.ID, string(list))
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
	find, err := w.prepare(`SELECT key, hash, ` + begunSince + ` FROM article JOIN body USING (key) WHERE id = ?1`)
	if err != nil {
		return "", err
	}
	var key int64
	var hash []byte
	var begun bool
	err = find.QueryRowContext(w.ctx, c.id, c.at).Scan(&key, &hash, &begun)
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
		w.back++
		return was, w.bringBack(c)
	case was == "" && begun:
		return "", errBegun
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

// takeOut removes an article that a change added, and that the trash has.
func (w *writer) takeOut(c changed, key int64) error {
	if _, err := w.exec(leavePlaces+`key = ?`, key); err != nil {
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
	if c.trash {
		if err := w.intoTrash(func() error { return w.keep(key, now.Title) }); err != nil {
			return "", err
		}
	}
	w.drop(key, traits(now))
	if err := w.unindex(key); err != nil {
		return "", err
	}
	if _, err := w.exec(`INSERT OR IGNORE INTO undone (id, hash) SELECT ?, `+hashOfSource+` FROM source
		LEFT JOIN original ON original.key = original WHERE article = ?`, c.id, key); err != nil {
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
	anatomy, err := encodeAnatomy(a)
	if err != nil {
		return err
	}
	return w.index(key, a, anatomy, false)
}
