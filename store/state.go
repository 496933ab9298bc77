package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"lede/articles"
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
	return s.set(ctx, id, "anchor = ?, progress = max(progress, ?)", anchor, share(place.Progress))
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
func (s *Store) Finish(ctx context.Context, id articles.ID) error {
	return s.set(ctx, id, "read = 1")
}

// set changes columns of the state of an article, or fails with [ErrNotFound].
func (s *Store) set(ctx context.Context, id articles.ID, assignments string, values ...any) error {
	if err := s.present(); err != nil {
		return err
	}
	return s.wrap("keep the state of article "+string(id), setState(ctx, s.write, id, assignments, values...))
}

type execer interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

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
