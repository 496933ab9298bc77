package store

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"time"

	"lede/articles"
	"lede/store/spelling"
)

// TrashFor is how long what the reader removes can be restored.
const TrashFor = 30 * 24 * time.Hour

// Remove takes articles out of the library, with the reader's state of them,
// as one change. No refresh brings them back, but [Store.Undo] and [Store.Restore] do.
func (s *Store) Remove(ctx context.Context, ids ...articles.ID) (articles.Change, error) {
	c := articles.Change{Kind: articles.Removing}
	err := s.within(ctx, &c, func(w *writer) error {
		list, err := json.Marshal(ids)
		if err == nil {
			err = w.removeAll(string(list))
		}
		return err
	})
	return c, s.wrap("remove articles", err)
}

// removeAll removes the articles whose IDs a JSON array names. Of thousands, it keeps
// and deletes all in one statement for each table.
func (w *writer) removeAll(list string) error {
	var title string
	err := w.tx.QueryRowContext(w.ctx, `SELECT title `+fromList+` ORDER BY place LIMIT 1`, list).Scan(&title)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err == nil {
		err = w.begin(title)
	}
	if err != nil {
		return err
	}
	if _, err := w.exec(`INSERT OR IGNORE INTO changed (change, key, article) SELECT ?2, article.key, id `+fromList, list, w.noted.ID); err != nil {
		return err
	}
	const those = ` IN (SELECT key FROM changed WHERE change = ?)`
	for _, t := range keptTables {
		if err := w.keepRows(t, t.key+those, w.noted.ID); err != nil {
			return fmt.Errorf("keep their %s: %w", t.name, err)
		}
	}
	if err := w.forgetAll(); err != nil {
		return err
	}
	if err := w.stories.Leave(`SELECT key FROM changed WHERE change = ?1`, w.noted.ID, w.noted.ID); err != nil {
		return err
	}
	_, err = w.exec(`DELETE FROM article WHERE key`+those, w.noted.ID)
	return err
}

// forgetAll has the articles of the change not be found any more, before they go.
func (w *writer) forgetAll() error {
	all, err := w.changedIn(w.noted.ID)
	if err != nil {
		return err
	}
	if w.noted.Articles = len(all); len(all) >= manyRemoved {
		return w.lose()
	}
	for _, c := range all {
		_, a, err := w.load(c.id)
		if err != nil {
			return err
		}
		w.drop(c.key, traits(a))
		if err := cmp.Or(w.noteRemoved(c.id), w.unindex(c.key)); err != nil {
			return err
		}
	}
	return nil
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

// inTrash are the articles in the trash: what the changes keep that removed them, the
// last of each, and that is not in the library again.
const inTrash = `FROM kept_article gone JOIN change ON change.key = gone.change AND kind = ?1
	WHERE NOT EXISTS (SELECT 1 FROM article WHERE article.id = gone.id)
	AND NOT EXISTS (SELECT 1 FROM kept_article later JOIN change ON change.key = later.change AND kind = ?1
		WHERE later.id = gone.id AND later.change > gone.change)`

// Trash is what can be restored, the last removed first.
func (s *Store) Trash(ctx context.Context) ([]articles.Trashed, error) {
	return s.trash(ctx, inTrash+` ORDER BY gone.change DESC, gone.key`)
}

func (s *Store) trash(ctx context.Context, from string, args ...any) ([]articles.Trashed, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	rows, err := s.read.QueryContext(ctx, `SELECT id, gone.title, at `+from, append([]any{articles.Removing}, args...)...)
	if err != nil {
		return nil, s.wrap("list the trash", err)
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var all []articles.Trashed
	for rows.Next() {
		var t articles.Trashed
		var at stamp
		if err := rows.Scan(&t.ID, &t.Title, &at.Milli); err != nil {
			return nil, s.wrap("list the trash", err)
		}
		t.ID = articles.ID(articles.CleanLine(string(t.ID)))
		t.Title, t.Removed = articles.CleanLine(t.Title), at.time().Local()
		all = append(all, t)
	}
	return all, s.wrap("list the trash", rows.Err())
}

// ResolveTrash finds the article in the trash that ref names, by its id or the start
// of it, an address, its short name or its title. It fails as [Store.Resolve] does.
func (s *Store) ResolveTrash(ctx context.Context, ref string) (articles.ID, error) {
	ref = strings.TrimSpace(ref)
	prefix := strings.ToLower(ref)
	if len(prefix) < 2 {
		prefix = "~" // no id begins so
	}
	found, err := s.trash(ctx, inTrash+` AND (id = ?2 OR id >= ?3 AND id < ?3 || '~' OR sort_title = ?4
		OR EXISTS (SELECT 1 FROM kept_body body WHERE body.change = gone.change AND body.key = gone.key
			AND ?2 <> '' AND ?2 IN (url, origin, slug)))
		ORDER BY id <> ?2, gone.change DESC LIMIT ?5`, ref, prefix, spelling.SortTitle(ref), mostCandidates)
	switch {
	case err != nil:
		return "", err
	case len(found) == 0:
		return "", fmt.Errorf("find article %q: %w: lede trash shows what can be restored", ref, ErrNotFound)
	case len(found) == 1 || string(found[0].ID) == ref:
		return found[0].ID, nil
	}
	e := &AmbiguousError{Ref: ref}
	for _, t := range found {
		e.Candidates = append(e.Candidates, articles.Name{ID: t.ID, Title: t.Title})
	}
	return "", e
}

// Restore puts articles that were removed into the library again, as they were, as
// one change. It fails with [ErrNotFound] when none of them is in the trash.
func (s *Store) Restore(ctx context.Context, ids ...articles.ID) (articles.Change, error) {
	c := articles.Change{Kind: articles.Restoring}
	err := s.within(ctx, &c, func(w *writer) error {
		for _, id := range ids {
			key, hash, err := w.untrash(id)
			if err != nil {
				return err
			}
			if key == 0 {
				continue
			}
			var title string
			if err := w.tx.QueryRowContext(ctx, `SELECT title FROM article WHERE key = ?`, key).Scan(&title); err != nil {
				return err
			}
			if err := w.note(key, id, title, hash); err != nil {
				return err
			}
		}
		if c.Articles == 0 && len(ids) > 0 && w.noted.Articles == 0 {
			return ErrNotFound
		}
		return nil
	})
	return c, s.wrap("restore "+called(ids), err)
}

// untrash puts an article in again, and returns its key, and the hash of its text; the
// key is 0 when it is not in the trash. The trash keeps it: to undo this takes it out.
func (w *writer) untrash(id articles.ID) (key int64, hash []byte, err error) {
	c := changed{id: id}
	find, err := w.prepare(`SELECT gone.change, gone.key ` + inTrash + ` AND id = ?2`)
	if err != nil {
		return 0, nil, err
	}
	err = find.QueryRowContext(w.ctx, articles.Removing, id).Scan(&c.change, &c.key)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil, nil
	}
	if err == nil {
		err = w.bringBack(c)
	}
	if err == nil {
		err = w.tx.QueryRowContext(w.ctx, `SELECT key, hash FROM article JOIN body USING (key) WHERE id = ?`, id).Scan(&key, &hash)
	}
	return key, hash, err
}

// putAgain restores an article that the reader removed and adds again, and brings it up
// to date. The key is 0 when it is not in the trash. The sum is then of what it is.
func (w *writer) putAgain(a *articles.Article, sum []byte, anatomy string) (int64, error) {
	if w.noted == nil {
		return 0, nil
	}
	if trashed, err := w.wasTrashed(a.ID); err != nil || !trashed {
		return 0, err
	}
	if err := w.keepRemoved(a); err != nil {
		return 0, err
	}
	key, known, err := w.untrash(a.ID)
	if err != nil || key == 0 || bytes.Equal(known, sum) {
		return key, err
	}
	if a.Bookmark || a.Excerpt {
		if more, err := w.hasMore(key, a); err != nil || more {
			copy(sum, known)
			return key, err
		}
	}
	return key, w.update(key, a, sum, anatomy)
}

// wasTrashed reports whether the trash would have an article if the library had it not.
func (w *writer) wasTrashed(id articles.ID) (trashed bool, err error) {
	find, err := w.prepare(`SELECT EXISTS (SELECT 1 FROM kept_article gone JOIN change ON change.key = gone.change
		WHERE gone.id = ? AND kind = ?)`)
	if err == nil {
		err = find.QueryRowContext(w.ctx, id, articles.Removing).Scan(&trashed)
	}
	return trashed, err
}

// emptyTrash forgets what was removed too long ago.
func (w *writer) emptyTrash() error {
	before := time.Now().Add(-TrashFor).UnixMilli()
	rows, err := w.tx.QueryContext(w.ctx, `SELECT DISTINCT lost.change FROM lost JOIN change ON change.key = lost.change WHERE at < ?`, before)
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	old, err := keysOf(rows)
	if err != nil {
		return err
	}
	for _, change := range old {
		if _, err := w.purge(change, math.MaxInt32); err != nil {
			return err
		}
	}
	_, err = w.exec(`DELETE FROM change WHERE kind = ? AND at < ?`, articles.Removing, before)
	return err
}
