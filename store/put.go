package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"time"

	"lede/articles"
	"lede/store/tags"
)

// Put adds the article, or brings the one with its ID up to date. The reader's
// state of it stays. When it is new, from a file, and its text is that of an
// article whose file is gone, that one is moved: it gets the new ID and origin,
// and keeps its state and, as former ones, the names it had. It is
// [articles.Unchanged] when the source says nothing new, or has less than the
// library: a bookmark or an excerpt where there is a text. An article without an
// Added time is added now. Its Original is kept, in the place of the one before;
// its Prior state is taken when it is added, or by the reader's hand while they have not
// touched it here, and its Rule is asked when it is added, which may keep it out:
// [articles.Muted].
func (s *Store) Put(ctx context.Context, a *articles.Article) (articles.Outcome, error) {
	return s.PutWithin(ctx, nil, a)
}

// PutWithin is [Store.Put] by the reader's hand: [Store.Undo] takes it back. All that
// is put within one change is undone as one. It begins as a change that says its
// kind, and says at the end how many articles became others.
func (s *Store) PutWithin(ctx context.Context, c *articles.Change, a *articles.Article) (articles.Outcome, error) {
	return s.putOne(ctx, c, a, new(int64))
}

func (s *Store) putOne(ctx context.Context, c *articles.Change, a *articles.Article, came *int64) (articles.Outcome, error) {
	var outcome articles.Outcome
	err := s.within(ctx, c, func(w *writer) (err error) {
		w.gone, w.came = &vanished{}, came
		outcome, err = w.put(a)
		return err
	})
	return outcome, s.wrap(fmt.Sprintf("keep %q", a.Title), err)
}

// A batch of PutAll ends at so many articles, so much text, or when its first
// article has waited so long.
const (
	batchArticles = 1000
	batchBytes    = 4 << 20
	batchWait     = 500 * time.Millisecond
)

// PutAll puts many articles, a batch in a transaction, which is some ten times
// faster than one by one. It calls done for every article, in order, once it
// is safely kept or has failed; a failure of one leaves the others alone. No
// lock is held while it waits for the next article, but the next has to come
// for those that wait to be kept: from a slow source, such as the network, use
// [Store.Put]. It stops early, with the error, when ctx ends or when the
// library cannot be written at all: [ErrReadOnly], [ErrLocked], [ErrDamaged],
// [ErrGone], [ErrNewer].
func (s *Store) PutAll(ctx context.Context, all iter.Seq[*articles.Article],
	done func(*articles.Article, articles.Outcome, error),
) error {
	return s.PutAllWithin(ctx, nil, all, done)
}

// PutAllWithin is [Store.PutAll] by the reader's hand, see [Store.PutWithin].
func (s *Store) PutAllWithin(ctx context.Context, c *articles.Change, all iter.Seq[*articles.Article],
	done func(*articles.Article, articles.Outcome, error),
) error {
	var batch []*articles.Article
	var size int
	gone, came := &vanished{}, new(int64)
	var since time.Time
	var last *articles.Original
	changed := 0
	tell := func(a *articles.Article, outcome articles.Outcome, err error) {
		if err == nil && outcome != articles.Unchanged && outcome != articles.Muted {
			changed++
		}
		done(a, outcome, err)
	}
	for a := range all {
		if len(batch) == 0 {
			since = time.Now()
		}
		batch = append(batch, a)
		size += len(a.Markdown)
		if o := a.Original; o != nil && o != last {
			size += len(o.Data)
			last = o
		}
		if len(batch) == batchArticles || size >= batchBytes || time.Since(since) > batchWait {
			if err := s.putBatch(ctx, c, batch, gone, came, tell); err != nil {
				return err
			}
			batch, size = batch[:0], 0
		}
	}
	if err := s.putBatch(ctx, c, batch, gone, came, tell); err != nil {
		return err
	}
	return s.mergeAfter(ctx, changed)
}

// putBatch puts a batch in one transaction. When that fails it puts its
// articles one by one, so that each has its own outcome; unless all would
// fail in the same way, which it returns.
func (s *Store) putBatch(ctx context.Context, c *articles.Change, batch []*articles.Article, gone *vanished, came *int64,
	done func(*articles.Article, articles.Outcome, error),
) error {
	if len(batch) == 0 {
		return nil
	}
	outcomes := make([]articles.Outcome, len(batch))
	err := s.wrap("keep articles", s.within(ctx, c, func(w *writer) (err error) {
		w.gone, w.came = gone, came
		for i, a := range batch {
			if outcomes[i], err = w.put(a); err != nil {
				return err
			}
		}
		return nil
	}))
	hopeless := ctx.Err() != nil || errors.Is(err, ErrReadOnly) || errors.Is(err, ErrLocked) ||
		errors.Is(err, ErrDamaged) || errors.Is(err, ErrGone) || errors.Is(err, ErrNewer)
	if err != nil {
		*gone = vanished{} // what was moved is where it was
	}
	for i, a := range batch {
		if err == nil || hopeless {
			done(a, outcomes[i], err)
			continue
		}
		outcome, err := s.putOne(ctx, c, a, came)
		done(a, outcome, err)
	}
	if hopeless {
		return err
	}
	return nil
}

// seeded is the setting that says that the welcome articles were put in.
const seeded = "store.seeded"

// Seeded reports whether the library had its first articles put in. It asks
// the library and not the file: a program may have died between making the one
// and filling the other.
func (s *Store) Seeded(ctx context.Context) (bool, error) {
	value, err := s.Setting(ctx, seeded)
	return value != "", err
}

// Seed puts the first articles into a new library, once in its life: those
// that the reader has removed do not come back, and of two programs that start
// at once only one does it.
func (s *Store) Seed(ctx context.Context, first []*articles.Article) error {
	err := s.change(ctx, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx,
			`INSERT INTO setting (name, value) VALUES (?, '1') ON CONFLICT DO NOTHING`, seeded)
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); err != nil || n == 0 {
			return err
		}
		w := newWriter(ctx, tx)
		for _, a := range first {
			if _, err := w.put(a); err != nil {
				return err
			}
		}
		return w.flush()
	})
	return s.wrap("put in the first articles", err)
}

// remove takes an article out of the library, or fails with [sql.ErrNoRows];
// its traits wait for flush.
func (w *writer) remove(id articles.ID) error {
	key, old, err := w.load(id)
	if err != nil {
		return err
	}
	change := int64(0)
	if w.byHand() {
		if err := w.keep(key, old.Title); err != nil {
			return err
		}
		change = w.noted.ID
	}
	w.drop(key, traits(old))
	if err := w.unindex(key); err != nil {
		return err
	}
	if err := w.stories.Leave(`SELECT ?1`, key, change); err != nil {
		return err
	}
	if _, err = w.exec(`DELETE FROM article WHERE key = ?`, key); err != nil {
		return err
	}
	return w.note(key, id, old.Title, nil)
}

// put writes an article; its traits wait for flush.
func (w *writer) put(a *articles.Article) (articles.Outcome, error) {
	if a.ID == "" {
		return 0, errors.New("article has no ID: its importer gave it no origin")
	}
	w.lastKey = 0 // a key may have been that of another article
	said := *a
	said.Former = nil // where it was is no news of its source
	said.Tags = tags.Of(a.Tags, a.Own).Source
	anatomy, err := encodeAnatomy(&said)
	if err != nil {
		return 0, err
	}
	sum := hash(&said, anatomy)
	key, outcome, err := w.putText(&said, sum, anatomy)
	if err == nil && outcome != articles.Unchanged && outcome != articles.Muted {
		err = w.note(key, a.ID, a.Title, sum)
	}
	if err != nil {
		return 0, err
	}
	if a.Ruled = said.Ruled; outcome == articles.Muted {
		return outcome, w.noteMuted(a)
	}
	if outcome == articles.Unchanged || outcome == articles.Updated {
		if brought, err := w.bring(key, a); err != nil {
			return 0, err
		} else if brought {
			outcome = articles.Updated
		}
	}
	if err := w.keepImages(key, a.Images); err != nil {
		return 0, err
	}
	return outcome, w.keepOriginal(key, a.Original)
}

// putText writes an article without its original, and returns its key. The
// sum and the anatomy are of the article as its source has it.
func (w *writer) putText(a *articles.Article, sum []byte, anatomy string) (key int64, outcome articles.Outcome, err error) {
	var known []byte
	find, err := w.prepare(`SELECT key, hash FROM article JOIN body USING (key) WHERE id = ?`)
	if err != nil {
		return 0, 0, err
	}
	switch err := find.QueryRowContext(w.ctx, a.ID).Scan(&key, &known); {
	case errors.Is(err, sql.ErrNoRows):
		if key, err := w.putAgain(a, sum, anatomy); err != nil || key != 0 {
			return key, articles.Added, err
		}
		if key, ok, err := w.move(a); err != nil || ok {
			if err == nil {
				err = w.update(key, a, sum, anatomy)
			}
			return key, articles.Moved, err
		}
		if err := w.rule(a); err != nil || a.Ruled.Mute {
			return 0, articles.Muted, err
		}
		if len(a.Former) > 0 {
			if anatomy, err = encodeAnatomy(a); err != nil {
				return 0, 0, err
			}
		}
		if err := w.keepRemoved(a); err != nil {
			return 0, 0, err
		}
		key, err := w.insert(a, sum, anatomy)
		return key, articles.Added, err
	case err != nil:
		return 0, 0, err
	case bytes.Equal(known, sum):
		return key, articles.Unchanged, w.age(key, a)
	}
	if as, err := w.isAsBefore(key, a, known, anatomy); err != nil || as {
		return key, articles.Unchanged, err
	}
	if a.Bookmark || a.Excerpt {
		if more, err := w.hasMore(key, a); err != nil || more {
			return key, articles.Unchanged, err
		}
	}
	if err := w.keep(key, a.Title); err != nil {
		return 0, 0, err
	}
	return key, articles.Updated, w.update(key, a, sum, anatomy)
}
