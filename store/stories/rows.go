package stories

import (
	"cmp"
	"context"
	"database/sql"

	"lede/articles"
)

// DB is a connection of a library.
type DB interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// Behind are some articles and, after each, the copies that stand behind it; folded has what
// is folded behind it follow too.
func Behind(ctx context.Context, db DB, folded bool, ids []articles.ID) ([]articles.ID, error) {
	rows, err := db.QueryContext(ctx, `WITH RECURSIVE given (place, key) AS (
			SELECT json_each.key, article.key FROM json_each(?) JOIN article ON article.id = value),
		standing (place, depth, key) AS (
			SELECT place, 0, key FROM given
			UNION SELECT place, depth + 1, article.key FROM standing JOIN article ON article.behind = standing.key
				WHERE depth < 3 AND (?2 OR aside = 1))
		SELECT id FROM standing JOIN article USING (key) GROUP BY key ORDER BY min(place), min(depth), key`, encode(ids), folded)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var all []articles.ID
	for rows.Next() {
		var id articles.ID
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		all = append(all, id)
	}
	return all, rows.Err()
}

// NextFolded asks for the next unread one of a fold, the newest first: after an article, that
// is behind the one in front or was until it was begun, or after that one itself.
const NextFolded = `SELECT kid.id FROM article front JOIN article own ON own.id = ?2
	JOIN article kid ON kid.behind = front.key AND kid.aside = 2 AND kid.stage = 0
	WHERE front.id = ?1 AND EXISTS (SELECT 1 FROM article INDEXED BY article_behind WHERE behind = front.key AND aside = 2) AND (own.key = front.key
		OR (own.behind = front.key OR own.came = kid.came) AND (kid.dated, kid.key) < (own.dated, own.key))
	ORDER BY kid.dated DESC, kid.key DESC LIMIT 1`

// Copies asks for the others that tell the same story as the article of an ID.
const Copies = `WITH own (key, front) AS (SELECT key, CASE aside WHEN 1 THEN behind ELSE key END FROM article
	WHERE id = (SELECT min(id) FROM article WHERE ` + begun + `))
	SELECT key FROM (SELECT article.key FROM own JOIN article ON behind = front AND aside = 1 UNION SELECT front FROM own)
	WHERE key <> (SELECT key FROM own)`

// mostSources is how many sources of copies are told of a row.
const mostSources = 8

// Tell tells of rows what stands behind them.
func Tell(ctx context.Context, db DB, rows []articles.Row) error {
	byKey := make(map[int64]*articles.Row, len(rows))
	keys := make([]int64, len(rows))
	for i := range rows {
		keys[i] = rows[i].Key
		byKey[keys[i]] = &rows[i]
	}
	list := encode(keys)
	const those = ` FROM article INDEXED BY article_behind WHERE behind IN (SELECT value FROM json_each(?))`
	found, err := db.QueryContext(ctx, `SELECT behind, aside, count(*)`+those+` GROUP BY behind, aside`, list)
	if err != nil {
		return err
	}
	defer found.Close() //nolint:errcheck // Err tells what failed
	copied := false
	for found.Next() {
		var behind int64
		var aside, n int
		if err := found.Scan(&behind, &aside, &n); err != nil {
			return err
		}
		if aside == Copy {
			byKey[behind].Behind.Copies, copied = n, true
		} else {
			byKey[behind].Behind.Folded = n
		}
	}
	if err := found.Err(); err != nil || !copied {
		return err
	}
	return sources(ctx, db, byKey, `SELECT behind, site, url, origin FROM (SELECT key, behind, site`+those+` AND aside = 1) JOIN body USING (key) ORDER BY key`, list)
}

// sources tells where the copies of rows are from.
func sources(ctx context.Context, db DB, byKey map[int64]*articles.Row, query, list string) error {
	found, err := db.QueryContext(ctx, query, list)
	if err != nil {
		return err
	}
	defer found.Close() //nolint:errcheck // Err tells what failed
	for found.Next() {
		var behind int64
		var site, url, origin string
		if err := found.Scan(&behind, &site, &url, &origin); err != nil {
			return err
		}
		b := &byKey[behind].Behind
		if name := articles.CleanLine(cmp.Or(site, hostOf(url), hostOf(origin))); name != "" && len(b.Sources) < mostSources {
			b.Sources = append(b.Sources, name)
		}
	}
	return found.Err()
}
