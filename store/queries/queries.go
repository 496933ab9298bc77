// Package queries reads and writes the queries that the reader saved. They are few: each
// change writes all of them, and keeps all of them as they were.
package queries

import (
	"cmp"
	"context"
	"database/sql"

	"lede/articles"
	"lede/articles/query"
)

// DB is a connection or a transaction of a library.
type DB interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// Read reads the saved queries, in their order.
func Read(ctx context.Context, db DB) ([]articles.SavedQuery, error) {
	rows, err := db.QueryContext(ctx, `SELECT key, name, query FROM saved_query ORDER BY place, key`)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var all []articles.SavedQuery
	for rows.Next() {
		var q articles.SavedQuery
		if err := rows.Scan(&q.Key, &q.Name, &q.Query); err != nil {
			return nil, err
		}
		q.Name, q.Query = articles.CleanLine(q.Name), articles.CleanLine(q.Query)
		all = append(all, q)
	}
	return all, rows.Err()
}

// Write puts saved queries in the place of those that are there. A new one, which comes
// last, gets a key.
func Write(ctx context.Context, db DB, all []articles.SavedQuery) error {
	if _, err := db.ExecContext(ctx, `DELETE FROM saved_query`); err != nil {
		return err
	}
	for place, q := range all {
		if _, err := db.ExecContext(ctx, `INSERT INTO saved_query (key, name, query, place) VALUES (nullif(?, 0), ?, ?, ?)`,
			q.Key, q.Name, q.Query, place); err != nil {
			return err
		}
	}
	return nil
}

// Keep keeps the saved queries in a change, as they are before it. A row with the key 0
// says that it keeps them: there may have been none.
func Keep(ctx context.Context, db DB, change int64) error {
	_, err := db.ExecContext(ctx, `INSERT INTO kept_saved_query (change, key, name, query, place)
		SELECT ?1, 0, '', '', 0 UNION ALL SELECT ?1, key, name, query, place FROM saved_query`, change)
	return err
}

// PutBack has the saved queries be those that a change keeps, if it keeps any.
func PutBack(ctx context.Context, db DB, change int64) error {
	if _, err := db.ExecContext(ctx, `DELETE FROM saved_query
		WHERE EXISTS (SELECT 1 FROM kept_saved_query WHERE change = ? AND key = 0)`, change); err != nil {
		return err
	}
	_, err := db.ExecContext(ctx, `INSERT INTO saved_query (key, name, query, place)
		SELECT key, name, query, place FROM kept_saved_query WHERE change = ? AND key > 0`, change)
	return err
}

// RenameTag has the saved queries call a tag by another name, as a part of a change, and
// returns how many do.
func RenameTag(ctx context.Context, db DB, change int64, from, to string) (n int, err error) {
	all, err := Read(ctx, db)
	if err != nil {
		return 0, err
	}
	for i := range all {
		q, err := query.Parse(all[i].Query)
		if err != nil {
			continue // one of a newer lede
		}
		if renamed, asks := q.RenameTag(from, to); asks {
			n, all[i].Query = n+1, renamed.String()
		}
	}
	if n == 0 {
		return 0, nil
	}
	return n, cmp.Or(Keep(ctx, db, change), Write(ctx, db, all))
}
