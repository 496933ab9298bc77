package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"lede/articles"
	"lede/store/rulebook"
	"lede/store/tags"
)

// How much is kept to be undone. The last change is kept whatever its size: it is
// of what the library had already. What removed articles is kept for [TrashFor],
// whatever its size: it is the trash.
const (
	mostChanges = 100
	trimEvery   = 10       // changes: the oldest go so many at a time, which takes as long as one
	mostKept    = 64 << 20 // bytes
)

// Star stars articles, or takes their stars away, as one change. Those that are not
// in the library are passed over; it fails with [ErrNotFound] when none is.
func (s *Store) Star(ctx context.Context, starred bool, ids ...articles.ID) (articles.Change, error) {
	kind := articles.Unstarring
	if starred {
		kind = articles.Starring
	}
	return s.flag(ctx, kind, ids)
}

// Mark marks articles as read or unread, as one change. The places stay. It fails as
// [Store.Star] does.
func (s *Store) Mark(ctx context.Context, read bool, ids ...articles.ID) (articles.Change, error) {
	kind := articles.MarkingUnread
	if read {
		kind = articles.MarkingRead
	}
	return s.flag(ctx, kind, ids)
}

// Archive archives articles, or takes them out of the archive, as one change. It
// fails as [Store.Star] does.
func (s *Store) Archive(ctx context.Context, archived bool, ids ...articles.ID) (articles.Change, error) {
	kind := articles.Unarchiving
	if archived {
		kind = articles.Archiving
	}
	return s.flag(ctx, kind, ids)
}

// flagOf is the column that a change of state sets, and to what.
func flagOf(kind articles.ChangeKind) (column string, value, ok bool) {
	switch kind {
	case articles.Starring, articles.Unstarring:
		return "starred", kind == articles.Starring, true
	case articles.MarkingRead, articles.MarkingUnread:
		return "read", kind == articles.MarkingRead, true
	case articles.Archiving, articles.Unarchiving:
		return "archived", kind == articles.Archiving, true
	}
	return "", false, false
}

func (s *Store) flag(ctx context.Context, kind articles.ChangeKind, ids []articles.ID) (articles.Change, error) {
	column, value, _ := flagOf(kind)
	c := articles.Change{Kind: kind}
	err := s.within(ctx, &c, func(w *writer) error { return w.flag(ids, column, value) })
	return c, s.wrap("keep the state of "+called(ids), err)
}

// flag sets a flag of articles and notes those of which that changes something. It
// fails with [ErrNotFound] when the library has none of them. Of many thousands one
// statement is many times faster than one for each.
func (w *writer) flag(ids []articles.ID, column string, value bool) error {
	list, err := json.Marshal(ids)
	if err != nil {
		return err
	}
	differs := fromList + ` WHERE ` + column + ` <> ?2`
	var found bool
	var first sql.NullString
	err = w.tx.QueryRowContext(w.ctx, `SELECT EXISTS (SELECT 1 `+fromList+`),
		(SELECT title `+differs+` ORDER BY place LIMIT 1)`, string(list), value).Scan(&found, &first)
	switch {
	case err != nil:
		return err
	case !found && len(ids) > 0:
		return ErrNotFound
	case !first.Valid:
		return nil
	}
	if err := w.begin(first.String); err != nil {
		return err
	}
	result, err := w.exec(`INSERT OR IGNORE INTO changed (change, key, article) SELECT ?3, article.key, id `+differs,
		string(list), value, w.noted.ID)
	if err != nil {
		return err
	}
	n, err := result.RowsAffected()
	if err != nil {
		return err
	}
	w.noted.Articles = int(n)
	const those = `SELECT key FROM changed WHERE change = ?1`
	if _, err = w.exec(`UPDATE article SET `+column+` = ?2 WHERE key IN (`+those+`)`, w.noted.ID, value); err != nil {
		return err
	}
	return w.stories.Settle(those, w.noted.ID, w.noted.ID)
}

// change runs f in a transaction of its own, which holds the library's only
// write lock from its start: another program that has it is waited for.
func (s *Store) change(ctx context.Context, f func(*sql.Tx) error) error {
	if err := s.present(); err != nil {
		return err
	}
	var tx *sql.Tx
	err := s.patiently(ctx, func() (err error) {
		tx, err = s.write.BeginTx(ctx, nil)
		return err
	})
	if err != nil {
		return err
	}
	err = s.knows(ctx, tx)
	if err == nil {
		err = f(tx)
	}
	if err == nil {
		err = tx.Commit()
	} else {
		_ = tx.Rollback() // what went wrong first is what to tell
	}
	if err != nil && ctx.Err() != nil { // things fail in many ways then
		return ctx.Err()
	}
	return err
}

// knows fails with [ErrNewer] when a newer program has brought the library up to date
// while this one had it open: it would write it as it was, and leave out what is kept
// beside since. It may read on.
func (s *Store) knows(ctx context.Context, tx *sql.Tx) error {
	var version int
	err := tx.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version)
	if err == nil && version > s.latest {
		return s.fail(ErrNewer, nil)
	}
	return err
}

// within changes the library in one transaction. What f notes becomes part of c; nil
// is a change that is none of a hand's, and is not noted.
func (s *Store) within(ctx context.Context, c *articles.Change, f func(*writer) error) error {
	var now articles.Change
	if c != nil { // which may be that of a refresh, of many feeds at a time
		s.noting.Lock()
		defer s.noting.Unlock()
	}
	err := s.change(ctx, func(tx *sql.Tx) error {
		w := newWriter(ctx, tx)
		if c != nil {
			now = *c
			w.noted, w.notedKeys = &now, map[int64]bool{}
			if err := w.goOn(); err != nil {
				return err
			}
		}
		if err := f(w); err != nil {
			return err
		}
		if err := w.flush(); err != nil {
			return err
		}
		return w.endNote()
	})
	if err == nil && c != nil {
		*c = now
	}
	return err
}

// goOn finds the change that earlier transactions began. One that was undone
// meanwhile is not gone on with: what comes is another change.
func (w *writer) goOn() error {
	if w.noted.ID == 0 {
		return nil
	}
	err := w.tx.QueryRowContext(w.ctx, `SELECT size FROM change WHERE key = ? AND at = ?`,
		w.noted.ID, w.noted.At.UnixMilli()).Scan(&w.kept)
	if errors.Is(err, sql.ErrNoRows) {
		w.noted.ID, w.noted.Articles, w.noted.Title = 0, 0, ""
		return nil
	}
	return err
}

// isNoted reports whether the change that is being noted has an article already.
func (w *writer) isNoted(key int64) (noted bool, err error) {
	if w.notedKeys[key] || w.begun || w.noted.ID == 0 {
		return w.notedKeys[key], nil
	}
	find, err := w.prepare(`SELECT EXISTS (SELECT 1 FROM changed WHERE change = ? AND key = ?)`)
	if err == nil {
		err = find.QueryRowContext(w.ctx, w.noted.ID, key).Scan(&noted)
	}
	return noted, err
}

// byHand reports whether all that is done is part of the change that is being noted. Of a
// refresh only that is which takes words away.
func (w *writer) byHand() bool { return w.noted != nil && w.noted.Kind != articles.Refreshing }

// note notes that an article was changed, and the hash that its text has now; nil
// when it has none.
func (w *writer) note(key int64, id articles.ID, title string, hash []byte) error {
	if w.noted == nil {
		return nil
	}
	if !w.byHand() {
		was, err := w.idKept(changed{change: w.noted.ID, key: key})
		if err != nil || was == "" {
			return err
		}
	}
	if err := w.begin(title); err != nil {
		return err
	}
	noted, err := w.isNoted(key)
	if err != nil {
		return err
	}
	if !noted {
		w.noted.Articles++
		w.notedKeys[key] = true
	}
	if w.begun && !noted {
		_, err = w.exec(`INSERT INTO changed (change, key, article, hash) VALUES (?, ?, ?, ?)`, w.noted.ID, key, id, hash)
		return err
	}
	_, err = w.exec(`INSERT INTO changed (change, key, article, hash) VALUES (?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET article = excluded.article, hash = excluded.hash`, w.noted.ID, key, id, hash)
	return err
}

// begin gives the change that is being noted a key, with the title of its first
// article.
func (w *writer) begin(title string) error {
	if w.noted.ID != 0 {
		return nil
	}
	w.noted.At, w.noted.Title = time.UnixMilli(time.Now().UnixMilli()), title
	result, err := w.exec(`INSERT INTO change (at, kind, articles, title, size, tags) VALUES (?, ?, 1, ?, 0, ?)`,
		w.noted.At.UnixMilli(), w.noted.Kind, title, tags.WriteEdit(w.noted.Tags))
	if err != nil {
		return err
	}
	w.noted.ID, err = result.LastInsertId()
	w.begun = true
	return err
}

// endNote writes how much was changed, and forgets the changes that are too many.
func (w *writer) endNote() error {
	if w.noted == nil || w.noted.ID == 0 {
		return nil
	}
	if w.noted.Articles != 1 || w.kept > 0 {
		if _, err := w.exec(`UPDATE change SET articles = ?, size = ? WHERE key = ?`, w.noted.Articles, w.kept, w.noted.ID); err != nil {
			return err
		}
	}
	if err := rulebook.KeepMuted(w.ctx, w.tx, w.noted.ID, w.muted); err != nil {
		return err
	}
	trim := w.begun && w.noted.ID%trimEvery == 0
	if trim {
		if err := w.emptyTrash(); err != nil {
			return err
		}
		if _, err := w.exec(`DELETE FROM change WHERE kind <> ? AND key <= (SELECT key FROM change WHERE NOT discards
			ORDER BY key DESC LIMIT 1 OFFSET ?)`, articles.Removing, mostChanges); err != nil {
			return err
		}
	}
	if w.kept == 0 && !trim || w.noted.Kind == articles.Removing {
		return nil
	}
	_, err := w.exec(`DELETE FROM change WHERE key < ?1 AND kind <> ?3 AND key <= (SELECT max(key) FROM
		(SELECT key, sum(size) OVER (ORDER BY key DESC) AS total FROM change WHERE kind <> ?3) WHERE total > ?2)`,
		w.noted.ID, mostKept, articles.Removing)
	return err
}
