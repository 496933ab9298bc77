package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"lede/articles"
	"lede/articles/rules"
	"lede/store/checkup"
	"lede/store/rulebook"
	"lede/store/tags"
)

// View records that the article was viewed at a time, and reports whether that
// counts: once per [articles.ViewAgain], however many programs show it. It
// also sets when the article was last opened.
func (s *Store) View(ctx context.Context, id articles.ID, at time.Time) (counted bool, err error) {
	err = s.change(ctx, func(tx *sql.Tx) error {
		ms := at.UnixMilli()
		// A view in the future is from a clock that was wrong, and must not
		// stop the count until then.
		result, err := tx.ExecContext(ctx, `UPDATE article SET views = views + 1, viewed = ?
			WHERE id = ? AND abs(? - viewed) >= ?`, ms, id, ms, articles.ViewAgain.Milliseconds())
		if err != nil {
			return err
		}
		n, err := result.RowsAffected()
		if err != nil {
			return err
		}
		counted = n > 0
		return setState(ctx, tx, id, "opened = max(opened, ?)", ms)
	})
	return counted && err == nil, s.wrap("count a view", err)
}

// SavePlace keeps where the reader stopped. Progress only ever grows.
func (s *Store) SavePlace(ctx context.Context, id articles.ID, place articles.Place) error {
	anchor, err := encodeAnchor(place.Anchor)
	if err != nil {
		return fmt.Errorf("keep the place: %w", err)
	}
	err = s.change(ctx, func(tx *sql.Tx) error {
		return cmp.Or(setState(ctx, tx, id, "anchor = ?, progress = max(progress, ?)", anchor, share(place.Progress)), settle(ctx, tx, id))
	})
	return s.wrap("keep the state of article "+string(id), err)
}

// settle keeps what is folded in sight, after the state of an article is another one.
func settle(ctx context.Context, tx *sql.Tx, id articles.ID) error {
	return newWriter(ctx, tx).stories.Settle(`SELECT key FROM article WHERE id = ?1 UNION SELECT behind FROM article WHERE id = ?1`, id, 0)
}

// share is a progress held between 0 and 1; what is no number says nothing.
func share(progress float64) float64 {
	if progress != progress {
		return 0
	}
	return min(1, max(0, progress))
}

// encodeAnchor writes an anchor as JSON, and the top of an article as nothing.
func encodeAnchor(a articles.Anchor) (string, error) {
	if a.IsZero() {
		return "", nil
	}
	data, err := json.Marshal(a)
	return string(data), err
}

// SetRead is [Store.Mark] of one article.
func (s *Store) SetRead(ctx context.Context, id articles.ID, read bool) error {
	_, err := s.Mark(ctx, read, id)
	return err
}

// SetStarred is [Store.Star] of one article.
func (s *Store) SetStarred(ctx context.Context, id articles.ID, starred bool) error {
	_, err := s.Star(ctx, starred, id)
	return err
}

// Finish marks an article as read whose end was seen: that is reading, and no change
// to be undone.
//
// Who has read a story has read its copies.
func (s *Store) Finish(ctx context.Context, id articles.ID) error {
	err := s.change(ctx, func(tx *sql.Tx) error {
		if err := setState(ctx, tx, id, "read = 1"); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `WITH story AS (SELECT CASE aside WHEN 1 THEN behind ELSE key END AS front FROM article WHERE id = ?)
			UPDATE article SET read = 1 WHERE read = 0 AND (key = (SELECT front FROM story)
			OR key IN (SELECT copy.key FROM story JOIN article copy ON copy.behind = front AND copy.aside = 1))`, id)
		return cmp.Or(err, settle(ctx, tx, id))
	})
	return s.wrap("keep the state of article "+string(id), err)
}

type execer interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// setState changes columns of the state of an article, or fails with [ErrNotFound].
func setState(ctx context.Context, db execer, id articles.ID, assignments string, values ...any) error {
	result, err := db.ExecContext(ctx, "UPDATE article SET "+assignments+" WHERE id = ?", append(values, id)...)
	if err != nil {
		return err
	}
	n, err := result.RowsAffected()
	if err == nil && n == 0 {
		err = ErrNotFound
	}
	return err
}

// mostOpened is of how many texts that are not in the library the place is kept:
// of those opened last.
const mostOpened = 1000

// KeepPlace keeps where the reader stopped in a text that is not in the library.
func (s *Store) KeepPlace(ctx context.Context, id articles.ID, place articles.Place, at time.Time) error {
	anchor, err := encodeAnchor(place.Anchor)
	if err != nil {
		return fmt.Errorf("keep the place: %w", err)
	}
	err = s.change(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO opened (id, anchor, progress, at) VALUES (?, ?, ?, ?)
			ON CONFLICT DO UPDATE SET anchor = excluded.anchor, progress = max(progress, excluded.progress), at = excluded.at`,
			id, anchor, share(place.Progress), at.UnixMilli())
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `DELETE FROM opened WHERE at <= (SELECT at FROM opened ORDER BY at DESC LIMIT 1 OFFSET ?)`, mostOpened)
		return err
	})
	return s.wrap("keep the place", err)
}

// leavePlaces has it be remembered where some articles were left, as of any text that is
// not in the library.
const leavePlaces = `INSERT OR REPLACE INTO opened (id, anchor, progress, at)
	SELECT id, anchor, progress, opened FROM article WHERE (anchor <> '' OR progress > 0) AND `

// begunSince is the condition of an article that its reader has begun since a time, ?2. A
// place that came with it, out of an export, says nothing as long as nobody opens it; what
// else was done to it, as a star, is a change of its own, which is undone before.
const begunSince = `(max(opened, viewed) >= ?2 AND progress > 0.02)`

// KeptPlace is the state of a text that is not in the library: where it was left,
// and when. It is zero for one that nothing is known of.
func (s *Store) KeptPlace(ctx context.Context, id articles.ID) (articles.State, error) {
	var state articles.State
	if err := s.present(); err != nil {
		return state, err
	}
	var anchor string
	var at int64
	err := s.read.QueryRowContext(ctx, `SELECT anchor, progress, at FROM opened WHERE id = ?`, id).Scan(&anchor, &state.Place.Progress, &at)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return state, nil
	case err != nil:
		return state, s.wrap("read a place", err)
	}
	state.Opened = time.UnixMilli(at)
	if anchor != "" && !readAnchor(anchor, &state.Place.Anchor) {
		return articles.State{}, nil // one that is not understood is none
	}
	return state, nil
}

// readAnchor reads a kept anchor, and reports whether it is one.
func readAnchor(text string, a *articles.Anchor) bool {
	return json.Unmarshal([]byte(text), a) == nil
}

// Setting returns what was remembered under a name, or "" when nothing was.
func (s *Store) Setting(ctx context.Context, name string) (string, error) {
	if err := s.present(); err != nil {
		return "", err
	}
	var value string
	err := s.read.QueryRowContext(ctx, `SELECT value FROM setting WHERE name = ?`, name).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, s.wrap("read setting "+name, err)
}

// SetSetting remembers a value under a name.
func (s *Store) SetSetting(ctx context.Context, name, value string) error {
	err := s.change(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO setting (name, value) VALUES (?, ?)
			ON CONFLICT DO UPDATE SET value = excluded.value`, name, value)
		return err
	})
	return s.wrap("keep setting "+name, err)
}

// Rules are what is done with articles as they come in, in their order.
func (s *Store) Rules(ctx context.Context) ([]rules.Rule, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	all, err := rulebook.Read(ctx, s.read)
	return all, s.wrap("read the rules", err)
}

// EditRules puts what edit makes of the rules into their place, by the reader's hand, see
// [Store.PutWithin]. Edit says as well what it does, which a change is called by that begins
// with it. What it leaves as it is changes nothing.
func (s *Store) EditRules(ctx context.Context, c *articles.Change, edit func([]rules.Rule) (all []rules.Rule, did string)) error {
	err := s.within(ctx, c, func(w *writer) error {
		was, err := rulebook.Read(ctx, w.tx)
		if err != nil {
			return err
		}
		all, did := edit(slices.Clone(was))
		if slices.EqualFunc(was, all, func(a, b rules.Rule) bool { return a.String() == b.String() }) {
			return nil
		}
		if err := w.begin(did); err != nil {
			return err
		}
		return cmp.Or(rulebook.Keep(ctx, w.tx, w.noted.ID), rulebook.Write(ctx, w.tx, all))
	})
	return s.wrap("keep the rules", err)
}

// tallied are the counts that the table tally keeps, by shelf.
func tallied() []checkup.Count {
	columns := [len(articles.Shelves)]string{"total", "unread", "in_progress", "starred", "archived"}
	var all []checkup.Count
	for i, of := range articles.Shelves {
		_, condition := shelf(of)
		if of == articles.All { // the total is of the archived too
			condition = "aside = 0"
		}
		all = append(all, checkup.Count{Column: columns[i], Condition: condition})
	}
	return append(all, checkup.Count{Column: "folded", Condition: "aside = 2"},
		checkup.Count{Column: "folded_unread", Condition: "aside = 2 AND stage = 0"},
		checkup.Count{Column: "folded_archived", Condition: "aside = 2 AND archived = 1"})
}

// Checkup looks whether the library is sound; see [checkup.Look].
func (s *Store) Checkup(ctx context.Context, full bool) (checkup.Report, error) {
	if err := s.present(); err != nil {
		return checkup.Report{}, err
	}
	r, err := checkup.Look(ctx, s.read, tallied(), full)
	return r, s.wrap("check library", err)
}

// Recount makes [Store.Counts] right again.
func (s *Store) Recount(ctx context.Context) error {
	err := s.change(ctx, func(tx *sql.Tx) error { return checkup.Recount(ctx, tx, tallied()) })
	return s.wrap("count articles", err)
}

// bring gives an article that was here before, and that its reader has not touched, what
// they did with it in another library, and reports whether it did.
func (w *writer) bring(key int64, a *articles.Article) (bool, error) {
	if w.noted == nil || a.Prior == nil && a.Own.IsZero() {
		return false, nil
	}
	if untouched, err := w.brought.Untouched(key); err != nil || !untouched {
		return false, err
	}
	if err := cmp.Or(w.begin(a.Title), w.takeState(key, a.Prior)); err != nil {
		return false, err
	}
	if !a.Own.IsZero() {
		all, err := tags.Read(w.ctx, w.tx, []int64{key})
		if err != nil {
			return false, err
		}
		all[0].Added, all[0].Taken = a.Own.Add, a.Own.Take
		if err := w.retag(all); err != nil {
			return false, err
		}
	}
	noted, err := w.isNoted(key)
	if err == nil && !noted {
		w.noted.Articles++
	}
	return true, cmp.Or(err, w.brought.Note(w.noted.ID, key))
}
