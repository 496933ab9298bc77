package fulltext

import (
	"context"
	"database/sql"
)

// Check reads the whole index and compares it with the articles; nil when it is what they
// make. It takes about as long as making it.
func Check(ctx context.Context, tx *sql.Tx) error {
	var left int
	if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM unindexed`).Scan(&left); err != nil || left > 0 {
		return err // it lacks those, and is told so
	}
	for _, table := range [...]string{"fulltext", "fulltext_name"} {
		if _, err := tx.ExecContext(ctx, `INSERT INTO `+table+` (`+table+`, rank) VALUES ('integrity-check', 1)`); err != nil {
			return err
		}
	}
	return nil
}

// Forget empties the index: all articles are to be indexed anew.
func Forget(ctx context.Context, tx *sql.Tx) error {
	for _, query := range [...]string{
		`INSERT INTO fulltext (fulltext) VALUES ('delete-all')`,
		`INSERT INTO fulltext_name (fulltext_name) VALUES ('delete-all')`,
		`DELETE FROM word`,
		`DELETE FROM band WHERE article IN (SELECT key FROM lost)`,
		`DELETE FROM lost`,
		`INSERT OR IGNORE INTO unindexed SELECT key FROM article`,
	} {
		if _, err := tx.ExecContext(ctx, query); err != nil {
			return err
		}
	}
	return nil
}
