// Package candidates finds the articles of a library that may be read next.
package candidates

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"lede/articles/next"
)

// remaining are the minutes that remain of an article: see [articles.Row.MinutesLeft].
const remaining = `CASE stage WHEN 1 THEN max(1, CAST(ceil(minutes * (1 - progress)) AS INTEGER)) ELSE minutes END`

// chosen are the keys of the articles of a library that may be the best: of each kind
// those of late, so that it takes no longer in a large library. Of what is neither starred
// nor begun there are the newest, the newest of each feed that is read, and, should all of
// those be long, the longest that fit.
const chosen = `
	SELECT key FROM (SELECT key, stage, minutes, progress FROM article INDEXED BY starred_dated
		WHERE starred = 1 ORDER BY dated DESC LIMIT 500) WHERE stage < 2 AND ` + remaining + ` <= ?1
	UNION SELECT key FROM (SELECT key, stage, minutes, progress FROM article INDEXED BY stage_dated
		WHERE aside = 0 AND stage = 1 ORDER BY dated DESC LIMIT 500) WHERE ` + remaining + ` <= ?1
	UNION ` + unread + `0` + newest + `
	UNION ` + unread + `2` + newest + `
	UNION ` + fitting + `0` + longest + `
	UNION ` + fitting + `2` + longest + `
	UNION SELECT entry.article FROM often CROSS JOIN entry INDEXED BY entry_feed ON entry.feed = often.feed
		AND entry.article >= coalesce((SELECT article FROM entry e INDEXED BY entry_feed
			WHERE e.feed = often.feed ORDER BY article DESC LIMIT 1 OFFSET 24), 0)`

// What is unread has a row of its own or, for 2, is folded: each stands in a part of the
// indexes.
const (
	unread  = `SELECT key FROM (SELECT key, minutes FROM article INDEXED BY stage_dated WHERE aside = `
	newest  = ` AND stage = 0 ORDER BY dated DESC LIMIT 500) WHERE minutes <= ?1`
	fitting = `SELECT key FROM (SELECT key FROM article INDEXED BY stage_length WHERE aside = `
	longest = ` AND stage = 0 AND minutes <= ?1 ORDER BY minutes DESC LIMIT 200)`
)

// often are the feeds of which most articles were opened of late.
const often = `
	SELECT feed, count(DISTINCT article) AS opens FROM (
		SELECT key FROM (SELECT key FROM article INDEXED BY archived_opened
			WHERE aside = 0 AND archived = 0 AND opened >= ?2 ORDER BY opened DESC LIMIT 500)
		UNION ALL SELECT key FROM (SELECT key FROM article INDEXED BY archived_opened
			WHERE aside = 0 AND archived = 1 AND opened >= ?2 ORDER BY opened DESC LIMIT 500)
	) AS late CROSS JOIN entry INDEXED BY entry_article ON entry.article = late.key GROUP BY feed ORDER BY opens DESC LIMIT 20`

// Of finds what may be read in some minutes: of all articles, or of those with some keys.
func Of(ctx context.Context, db *sql.DB, minutes int, now time.Time, keys []int64, all bool) ([]next.Candidate, error) {
	source, args := chosen, []any{minutes, now.Add(-next.Late).UnixMilli()}
	own := " AND aside <> 1" // a copy is the story once more
	if !all {
		own = ""
		list, err := json.Marshal(keys)
		if err != nil {
			return nil, err
		}
		source, args = `SELECT value FROM json_each(?3)`, append(args, string(list))
	}
	rows, err := db.QueryContext(ctx, `WITH often AS MATERIALIZED (`+often+`), chosen(key) AS MATERIALIZED (`+source+`)
		SELECT article.key, starred, stage = 1, `+remaining+`, dated, coalesce((SELECT max(opens)
			FROM entry INDEXED BY entry_article JOIN often USING (feed) WHERE entry.article = article.key), 0)
		FROM chosen CROSS JOIN article USING (key) WHERE stage < 2 AND `+remaining+` <= ?1`+own, args...)
	if err != nil {
		return nil, err
	}
	var found []next.Candidate
	for rows.Next() {
		var c next.Candidate
		var dated int64
		if err := rows.Scan(&c.Key, &c.Starred, &c.Begun, &c.Minutes, &dated, &c.Opens); err != nil {
			return nil, cmp.Or(err, rows.Close())
		}
		c.Dated = time.UnixMilli(dated)
		found = append(found, c)
	}
	return found, cmp.Or(rows.Err(), rows.Close())
}
