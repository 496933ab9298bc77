package tags

import (
	"context"
	"database/sql"
	"encoding/json"

	"lede/articles"
)

// DB is a connection or a transaction of a library.
type DB interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// Tagged is an article whose tags are to be changed.
type Tagged struct {
	Key   int64
	ID    articles.ID
	Title string
	Tags  []string // that it has
	Own
}

// Read reads the tags of articles by their keys, in that order.
func Read(ctx context.Context, db DB, keys []int64) ([]Tagged, error) {
	list, err := json.Marshal(keys)
	if err != nil {
		return nil, err
	}
	rows, err := db.QueryContext(ctx, `SELECT article.key, id, title, tags, own.source IS NOT NULL,
		coalesce(own.source, ''), coalesce(own.added, ''), coalesce(own.taken, '')
		FROM (SELECT key AS place, value AS wanted FROM json_each(?)) JOIN article ON article.key = wanted
		LEFT JOIN own_tags own ON own.article = wanted ORDER BY place`, string(list))
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	all := make([]Tagged, 0, len(keys))
	for rows.Next() {
		var t Tagged
		var edited bool
		var has, source, added, taken string
		if err := rows.Scan(&t.Key, &t.ID, &t.Title, &has, &edited, &source, &added, &taken); err != nil {
			return nil, err
		}
		t.Tags, t.Own = Split(has), Own{Source: Split(source), Added: Split(added), Taken: Split(taken)}
		if !edited {
			t.Source = t.Tags
		}
		all = append(all, t)
	}
	return all, rows.Err()
}

// Keep notes in a change what was done with the tags of articles before it, for undoing.
func Keep(ctx context.Context, db DB, change int64, all []Tagged) error {
	list, err := encode(all)
	if err != nil {
		return err
	}
	if _, err := db.ExecContext(ctx, `INSERT INTO changed (change, key, article)
		SELECT ?2, article.key, article.id FROM json_each(?1) each JOIN article ON article.key = each.value ->> 'Key'`, list, change); err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, `INSERT INTO kept_own_tags (change, article, source, added, taken)
		SELECT ?2, article, source, added, taken FROM own_tags WHERE article IN (SELECT value ->> 'Key' FROM json_each(?1))`, list, change)
	return err
}

// Kept is what was done with the tags of the articles of a change before it: of those of
// which that was something.
func Kept(ctx context.Context, db DB, change int64) (map[articles.ID]Own, error) {
	rows, err := db.QueryContext(ctx, `SELECT changed.article, kept.added, kept.taken
		FROM kept_own_tags kept JOIN changed ON changed.change = kept.change AND changed.key = kept.article WHERE kept.change = ?`, change)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	was := map[articles.ID]Own{}
	for rows.Next() {
		var id articles.ID
		var added, taken string
		if err := rows.Scan(&id, &added, &taken); err != nil {
			return nil, err
		}
		was[id] = Own{Added: Split(added), Taken: Split(taken)}
	}
	return was, rows.Err()
}

// Write gives articles the outcome of what their reader does with their tags.
func Write(ctx context.Context, db DB, all []Tagged) error {
	list, err := encode(all)
	if err != nil {
		return err
	}
	for _, query := range []string{
		`UPDATE article SET tags = each.value ->> 'Tags' FROM json_each(?1) each WHERE article.key = each.value ->> 'Key'`,
		`DELETE FROM own_tags WHERE article IN (SELECT value ->> 'Key' FROM json_each(?1) WHERE value ->> 'None')`,
		`INSERT OR REPLACE INTO own_tags (article, source, added, taken)
			SELECT value ->> 'Key', value ->> 'Source', value ->> 'Added', value ->> 'Taken' FROM json_each(?1)
			WHERE value ->> 'None' IS NULL`,
	} {
		if _, err := db.ExecContext(ctx, query, list); err != nil {
			return err
		}
	}
	return nil
}

// encode is what is written of articles, as JSON: many thousands go in one statement,
// which is many times faster than one for each.
func encode(all []Tagged) (string, error) {
	type row struct {
		Key                        int64
		Tags, Source, Added, Taken string
		None                       int `json:",omitempty"`
	}
	rows := make([]row, len(all))
	for i, t := range all {
		rows[i] = row{
			Key: t.Key, Tags: Join(t.Outcome()), Source: Join(t.Source), Added: Join(t.Added), Taken: Join(t.Taken),
		}
		if t.IsZero() {
			rows[i].None = 1
		}
	}
	data, err := json.Marshal(rows)
	return string(data), err
}
