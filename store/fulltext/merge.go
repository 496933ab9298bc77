package fulltext

import (
	"context"
	"database/sql"
)

// mergedAtOnce is how much of the index one transaction merges, in pages of 4 kB. What is
// merged goes at its end, and the next writes there: the more at once, the more the file
// grows for good, by up to the size of the index.
const mergedAtOnce = 100

// Merge merges some of the parts that an index has after many articles were added, each of
// which every search looks into, and reports whether it is done. A first call says that
// all parts are to become one; see https://www.sqlite.org/fts5.html#the_merge_command.
func Merge(ctx context.Context, tx *sql.Tx, first bool) (done bool, err error) {
	pages := mergedAtOnce
	if first {
		pages = -pages
	}
	done = true
	for _, table := range [...]string{"fulltext", "fulltext_name"} {
		var before, after int64
		const changes = `SELECT total_changes()`
		if err := tx.QueryRowContext(ctx, changes).Scan(&before); err != nil {
			return false, err
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO `+table+` (`+table+`, rank) VALUES ('merge', ?)`, pages); err != nil {
			return false, err
		}
		if err := tx.QueryRowContext(ctx, changes).Scan(&after); err != nil {
			return false, err
		}
		done = done && after-before < 2 // the statement counts itself
	}
	return done, nil
}
