// Package rulebook keeps the rules of a library in its table.
package rulebook

import (
	"cmp"
	"context"
	"database/sql"

	"lede/articles"
	"lede/articles/rules"
)

// DB is a connection or a transaction.
type DB interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// Read returns the rules in their order.
func Read(ctx context.Context, db DB) ([]rules.Rule, error) {
	rows, err := db.QueryContext(ctx, `SELECT query, action FROM rule ORDER BY place`)
	if err != nil {
		return nil, err
	}
	var all []rules.Rule
	for rows.Next() {
		var asked, done string
		if err := rows.Scan(&asked, &done); err != nil {
			return nil, cmp.Or(err, rows.Close())
		}
		all = append(all, rules.Kept(articles.CleanLine(asked), articles.CleanLine(done)))
	}
	return all, cmp.Or(rows.Err(), rows.Close())
}

// Write puts rules into the place of those that are there.
func Write(ctx context.Context, db DB, all []rules.Rule) error {
	_, err := db.ExecContext(ctx, `DELETE FROM rule`)
	for i, r := range all {
		if err != nil {
			return err
		}
		asked, done := r.Texts()
		_, err = db.ExecContext(ctx, `INSERT INTO rule (place, query, action) VALUES (?, ?, ?)`, i+1, asked, done)
	}
	return err
}

// Keep keeps the rules as they are before a change, once.
func Keep(ctx context.Context, db DB, change int64) error {
	_, err := db.ExecContext(ctx, `INSERT INTO kept_rule SELECT ?1, 0, '', '' WHERE NOT EXISTS (SELECT 1 FROM kept_rule WHERE change = ?1)
		UNION ALL SELECT ?1, place, query, action FROM rule WHERE NOT EXISTS (SELECT 1 FROM kept_rule WHERE change = ?1)`, change)
	return err
}

// Restore puts the rules back that a change kept, if it did.
func Restore(ctx context.Context, db DB, change int64) error {
	const changed = `EXISTS (SELECT 1 FROM kept_rule WHERE change = ? AND place = 0)`
	_, err := db.ExecContext(ctx, `DELETE FROM rule WHERE `+changed, change)
	if err == nil {
		_, err = db.ExecContext(ctx, `INSERT INTO rule SELECT place, query, action FROM kept_rule WHERE change = ? AND place > 0`, change)
	}
	return err
}

// RenameTag has the rules call a tag by another name, as a part of a change, and returns how
// many do. What they have muted they mute under that name too.
func RenameTag(ctx context.Context, db DB, change int64, from, to string) (n int, err error) {
	all, err := Read(ctx, db)
	if err != nil {
		return 0, err
	}
	for i, was := range all {
		renamed, has := was.RenameTag(from, to)
		if !has {
			continue
		}
		n, all[i] = n+1, renamed
		if _, err := db.ExecContext(ctx, `UPDATE muted SET rule = ? WHERE rule = ?`, renamed.String(), was.String()); err != nil {
			return 0, err
		}
	}
	if n == 0 {
		return 0, nil
	}
	return n, cmp.Or(Keep(ctx, db, change), Write(ctx, db, all))
}
