// Package checkup looks whether a library is sound.
package checkup

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"strings"

	"lede/articles"
)

// Report is what was seen of a library.
type Report struct {
	SQLite string // its version
	Schema int    // how many steps of it the library has been through

	Size int64 // of its pages, in bytes
	Free int64 // of those that hold nothing: what comes next is put there

	Faults  []string // that SQLite finds in the file, the first few; each is a line
	Orphans int      // rows that belong to a row that is not there
	Wrong   []string // counts of the tabs that are not what there is, as "unread: 3, counted 4"
}

// Count is a count that a library keeps, so that nobody has to count.
type Count struct {
	Column    string // of the table tally
	Condition string // that an article meets which is counted
}

// mostFaults is how many faults of a file are told: one is enough to act on.
const mostFaults = 5

// Look looks at a library. In full it also compares each index with its table.
func Look(ctx context.Context, db *sql.DB, counts []Count, full bool) (r Report, err error) {
	err = db.QueryRowContext(ctx, `SELECT sqlite_version(), user_version, page_count * page_size, freelist_count * page_size
		FROM pragma_user_version, pragma_page_count, pragma_page_size, pragma_freelist_count`).
		Scan(&r.SQLite, &r.Schema, &r.Size, &r.Free)
	if err != nil {
		return r, err
	}
	check := "quick_check"
	if full {
		check = "integrity_check"
	}
	r.Faults, err = lines(ctx, db, fmt.Sprintf(`PRAGMA %s(%d)`, check, mostFaults))
	if err != nil {
		return r, err
	}
	if len(r.Faults) == 1 && r.Faults[0] == "ok" {
		r.Faults = nil
	}
	if err := db.QueryRowContext(ctx, `SELECT count(*) FROM pragma_foreign_key_check`).Scan(&r.Orphans); err != nil {
		return r, err
	}
	for _, c := range counts {
		var kept, counted int
		err := db.QueryRowContext(ctx, `SELECT (SELECT `+c.Column+` FROM tally), (SELECT count(*) FROM article WHERE `+c.Condition+`)`).
			Scan(&kept, &counted)
		if err != nil {
			return r, err
		}
		if kept != counted {
			r.Wrong = append(r.Wrong, fmt.Sprintf("%s: %s, counted %s", strings.ReplaceAll(c.Column, "_", " "), articles.Grouped(kept), articles.Grouped(counted)))
		}
	}
	return r, nil
}

func lines(ctx context.Context, db *sql.DB, query string) ([]string, error) {
	rows, err := db.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	var out []string
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return nil, cmp.Or(err, rows.Close())
		}
		out = append(out, line)
	}
	return out, cmp.Or(rows.Err(), rows.Close())
}

// Recount counts anew.
func Recount(ctx context.Context, tx *sql.Tx, counts []Count) error {
	var set []string
	for _, c := range counts {
		set = append(set, c.Column+` = (SELECT count(*) FROM article WHERE `+c.Condition+`)`)
	}
	_, err := tx.ExecContext(ctx, `UPDATE tally SET `+strings.Join(set, ", "))
	return err
}
