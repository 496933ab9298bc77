package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"lede/articles"
)

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
