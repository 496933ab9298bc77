package schema

import (
	"cmp"
	"context"
	"database/sql"

	"lede/articles"
)

// spelled is an address as a library holds it, and as it is spelled now.
type spelled struct{ was, is string }

// Respell spells the addresses of pages anew that a library holds. They are keys of
// [articles.PageKey] as it was: the key of such a key is that of today.
func Respell(ctx context.Context, tx *sql.Tx) error {
	for _, table := range []struct{ read, copy, drop string }{
		{
			`SELECT DISTINCT value FROM trait WHERE kind = 1 AND value >= '//' AND value < '/0'
				UNION SELECT value FROM trait WHERE kind = 2 AND value >= '//' AND value < '/0'`,
			`INSERT OR IGNORE INTO trait SELECT kind, ?2, article FROM trait WHERE kind IN (1, 2) AND value = ?1`,
			`DELETE FROM trait WHERE kind IN (1, 2) AND value = ?1`,
		},
		{
			`SELECT DISTINCT link FROM entry WHERE link >= '//' AND link < '/0'`,
			`UPDATE entry SET link = ?2 WHERE link = ?1`,
			``,
		},
	} {
		changed, err := misspelled(ctx, tx, table.read)
		if err != nil {
			return err
		}
		for _, s := range changed {
			if _, err := tx.ExecContext(ctx, table.copy, s.was, s.is); err != nil {
				return err
			}
			if table.drop == "" {
				continue
			}
			if _, err := tx.ExecContext(ctx, table.drop, s.was); err != nil {
				return err
			}
		}
	}
	return nil
}

// misspelled are the addresses that a query finds and that are spelled in another
// way now.
func misspelled(ctx context.Context, tx *sql.Tx, query string) ([]spelled, error) {
	rows, err := tx.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	var out []spelled
	for rows.Next() {
		var s spelled
		if err := rows.Scan(&s.was); err != nil {
			return nil, cmp.Or(err, rows.Close())
		}
		if s.is = articles.PageKey(s.was); s.is != s.was {
			out = append(out, s)
		}
	}
	return out, cmp.Or(rows.Err(), rows.Close())
}
