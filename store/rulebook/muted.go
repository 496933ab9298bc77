package rulebook

import (
	"context"
	"encoding/json"
	"time"

	"lede/articles"
)

// Mute notes that a rule keeps an article out: as the entry of a feed, or as a file, of
// which entry is 0.
func Mute(ctx context.Context, db DB, a *articles.Article, entry int64, at time.Time) error {
	_, err := db.ExecContext(ctx, `INSERT OR REPLACE INTO muted (id, entry, title, origin, rule, at) VALUES (?, ?, ?, ?, ?, ?)`,
		a.ID, entry, a.Title, a.Origin, a.Ruled.By, at.UnixMilli())
	return err
}

// KeepMuted notes that files are muted as a part of a change.
func KeepMuted(ctx context.Context, db DB, change int64, files []articles.ID) error {
	if len(files) == 0 {
		return nil
	}
	list, err := json.Marshal(files)
	if err == nil {
		_, err = db.ExecContext(ctx, `UPDATE muted SET change = ? WHERE entry = 0 AND id IN (SELECT value FROM json_each(?))`, change, string(list))
	}
	return err
}

// ForgetMuted takes back that files are muted as a part of a change.
func ForgetMuted(ctx context.Context, db DB, change int64) error {
	_, err := db.ExecContext(ctx, `DELETE FROM removed WHERE id IN (SELECT id FROM muted WHERE change = ? AND entry = 0)`, change)
	return err
}

// KeepMutedOf keeps what rules keep out of a feed that a change is to end.
func KeepMutedOf(ctx context.Context, db DB, change, feed int64) error {
	_, err := db.ExecContext(ctx, `INSERT OR IGNORE INTO kept_muted (change, id, entry, title, origin, rule, at)
		SELECT ?, id, entry, title, origin, rule, at FROM muted WHERE entry IN (SELECT key FROM entry WHERE feed = ?)`, change, feed)
	return err
}

// MuteAgain keeps that out of a feed again which was kept out before a change ended it, once
// the feed has its entries back.
func MuteAgain(ctx context.Context, db DB, change, feed int64) error {
	_, err := db.ExecContext(ctx, `INSERT OR IGNORE INTO muted (id, entry, title, origin, rule, at)
		SELECT was.id, entry.key, was.title, was.origin, was.rule, was.at
		FROM kept_muted was JOIN kept_entry kept ON kept.change = was.change AND kept.key = was.entry
		JOIN entry ON entry.feed = kept.feed AND entry.guid = kept.guid AND entry.link = kept.link
		WHERE was.change = ? AND kept.feed = ? AND entry.article IS NULL`, change, feed)
	return err
}

// Muted is what rules keep out, the last first.
func Muted(ctx context.Context, db DB) ([]articles.KeptOut, error) {
	rows, err := db.QueryContext(ctx, `SELECT muted.title, origin, coalesce(nullif(name, ''), nullif(feed.title, ''), url, ''), rule, at
		FROM muted LEFT JOIN entry ON entry.key = entry AND entry <> 0 LEFT JOIN feed ON feed.key = feed ORDER BY at DESC, id`)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var all []articles.KeptOut
	for rows.Next() {
		var k articles.KeptOut
		var at int64
		if err := rows.Scan(&k.Title, &k.Origin, &k.Feed, &k.Rule, &at); err != nil {
			return nil, err
		}
		k.Title, k.Origin, k.Feed = articles.CleanLine(k.Title), articles.CleanLine(k.Origin), articles.CleanLine(k.Feed)
		k.Rule, k.At = articles.CleanLine(k.Rule), time.UnixMilli(at)
		all = append(all, k)
	}
	return all, rows.Err()
}

// Unmute has what rules keep out be new again that are none of those in force, as they are
// written. It returns the keys of the feeds that list it, which are to be asked for all.
func Unmute(ctx context.Context, db DB, inForce []string) (feeds []int64, err error) {
	list, err := json.Marshal(append([]string{}, inForce...))
	if err != nil {
		return nil, err
	}
	const moot = ` FROM muted WHERE rule NOT IN (SELECT value FROM json_each(?))`
	rows, err := db.QueryContext(ctx, `UPDATE feed SET etag = '', last_modified = '', due = min(due, checked)
		WHERE key IN (SELECT feed FROM entry WHERE key IN (SELECT entry`+moot+`)) RETURNING key`, string(list))
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	for rows.Next() {
		var key int64
		if err := rows.Scan(&key); err != nil {
			return nil, err
		}
		feeds = append(feeds, key)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	for _, query := range [...]string{ // what is noted of it goes with it
		`DELETE FROM removed WHERE id IN (SELECT id` + moot + ` AND entry = 0)`,
		`DELETE FROM entry WHERE key IN (SELECT entry` + moot + `)`,
	} {
		if _, err := db.ExecContext(ctx, query, string(list)); err != nil {
			return nil, err
		}
	}
	return feeds, nil
}
