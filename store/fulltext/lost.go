package fulltext

import (
	"context"
	"database/sql"
)

// Lost are some of the articles that changes have taken out of the library and that are
// still in the index, by the keys of the changes; of one change alone, unless that is 0.
func Lost(ctx context.Context, tx *sql.Tx, change int64, most int) (map[int64]int64, error) {
	rows, err := tx.QueryContext(ctx, `SELECT key, change FROM lost WHERE ?1 IN (0, change) LIMIT ?2`, change, most)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	lost := map[int64]int64{}
	for rows.Next() {
		var key, of int64
		if err := rows.Scan(&key, &of); err != nil {
			return nil, err
		}
		lost[key] = of
	}
	return lost, rows.Err()
}

// RemoveLost is Remove for one of those.
func (w *Writer) RemoveLost(key, change int64) (words string, err error) {
	find, err := w.prepare(`SELECT ` + sourceColumns + `
		FROM kept_article JOIN kept_body USING (change, key) WHERE change = ? AND key = ?`)
	if err != nil {
		return "", err
	}
	r, err := rowOf(find.QueryRowContext(w.ctx, change, key))
	if err == nil {
		err = w.drop(key, r)
	}
	if err != nil {
		return "", err
	}
	return r.body, w.exec(`DELETE FROM lost WHERE key = ?`, key)
}
