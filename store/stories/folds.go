package stories

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"

	"lede/articles"
)

// Folds are what is folded, in an order that does not depend on the library.
func Folds(ctx context.Context, db DB) ([]articles.Fold, error) { return groups(ctx, db, Folded) }

// Copied are the stories that there are copies of, likewise.
func Copied(ctx context.Context, db DB) ([]articles.Fold, error) { return groups(ctx, db, Copy) }

func groups(ctx context.Context, db DB, aside int) ([]articles.Fold, error) {
	rows, err := db.QueryContext(ctx, `SELECT front.id, kid.id FROM article kid JOIN article front ON front.key = kid.behind
		WHERE kid.behind IS NOT NULL AND kid.aside = ? ORDER BY front.id, kid.id`, aside)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var all []articles.Fold
	for rows.Next() {
		var front, behind articles.ID
		if err := rows.Scan(&front, &behind); err != nil {
			return nil, err
		}
		if len(all) == 0 || all[len(all)-1].Front != front {
			all = append(all, articles.Fold{Front: front})
		}
		last := &all[len(all)-1]
		last.Behind = append(last.Behind, behind)
	}
	return all, rows.Err()
}

// FoldAgain folds what was folded in another library, as far as the change has added it: what
// was here before stands where the reader left it. As in [Writer.Fold], nothing is put out of
// sight that is begun, or less read than the one in front.
func (w *Writer) FoldAgain(f articles.Fold, change int64) error {
	find, err := w.prepare(`SELECT key FROM article WHERE id = ? AND aside = 0`)
	if err != nil {
		return err
	}
	var front int64
	err = find.QueryRowContext(w.ctx, f.Front).Scan(&front)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	keys, err := w.keys(`SELECT kid.key FROM article kid JOIN article front ON front.key = ?1
		WHERE kid.id IN (SELECT value FROM json_each(?2)) AND kid.key <> front.key
		AND kid.aside = 0 AND kid.stage <> 1 AND kid.archived = front.archived AND (kid.stage > 0 OR front.stage = 0)
		AND kid.key IN (SELECT key FROM changed WHERE change = ?3 EXCEPT SELECT key FROM kept_article WHERE change = ?3)`,
		front, encode(f.Behind), change)
	if err != nil || len(keys) == 0 {
		return err
	}
	return w.move(keys, front, Folded, change)
}

// Lead has a story stand in front of its copies as in another library, where the change has
// added all of them: which one is found to be a copy of which depends on who came first.
func (w *Writer) Lead(f articles.Fold, change int64) error {
	all, err := w.keys(`WITH named AS (SELECT key, behind FROM article WHERE id IN (SELECT value FROM json_each(?)) AND aside <> 2),
		head AS (SELECT coalesce(behind, key) FROM named)
		SELECT key FROM article WHERE aside <> 2 AND (key IN head OR behind IN head)`, encode(append([]articles.ID{f.Front}, f.Behind...)))
	if err != nil {
		return err
	}
	fresh, err := w.keys(`SELECT key FROM article WHERE key IN (SELECT value FROM json_each(?1))
		AND key IN (SELECT key FROM changed WHERE change = ?2 EXCEPT SELECT key FROM kept_article WHERE change = ?2)`, encode(all), change)
	if err != nil || len(fresh) < len(all) {
		return err
	}
	front, err := w.keys(`SELECT key FROM article WHERE id = ? AND aside <> 2`, f.Front)
	if err != nil || len(front) == 0 || len(all) < 2 {
		return err
	}
	others := slices.DeleteFunc(all, func(key int64) bool { return key == front[0] })
	return cmp.Or(w.move(front, nil, Front, change), w.move(others, front[0], Copy, change))
}
