package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"lede/articles"
	"lede/store/fulltext"
	"lede/store/rulebook"
)

// A keptTable is one whose rows a change keeps as they were.
type keptTable struct {
	name string
	key  string // the column with the key of the article
	size string // of a row, in bytes
}

var keptTables = []keptTable{
	{"article", "key", "100"},
	{"body", "key", "length(CAST(anatomy AS BLOB)) + length(CAST(coalesce(packed, markdown) AS BLOB))"},
	// An original is counted for the first article that shares it.
	{"source", "article", `coalesce((SELECT length(data) FROM original WHERE original.key = source.original
		AND NOT EXISTS (SELECT 1 FROM kept_source WHERE kept_source.original = source.original)), length(delta), 0)`},
	{"image", "article", "length(data)"},
	{"entry", "article", "100"},
	{"own_tags", "article", "100"},
}

// keep keeps an article as it is before it is changed.
func (w *writer) keep(key int64, title string) error {
	if w.noted == nil {
		return nil
	}
	if err := w.begin(title); err != nil {
		return err
	}
	if noted, err := w.isNoted(key); err != nil || noted {
		return err // what it was before that counts
	}
	if counted, err := w.brought.Has(w.noted.ID, key); err != nil {
		return err
	} else if counted {
		w.noted.Articles-- // note counts it again
	}
	for _, t := range keptTables {
		if err := w.keepRows(t, t.key+" = ?", key); err != nil {
			return fmt.Errorf("keep its %s: %w", t.name, err)
		}
	}
	return nil
}

// keepRemoved keeps that the reader took an article out before it was added again.
func (w *writer) keepRemoved(a *articles.Article) error {
	if !w.byHand() {
		return nil
	}
	if err := w.begin(a.Title); err != nil {
		return err
	}
	return w.keepRows(keptTable{name: "removed", size: "100"}, "id = ?", a.ID)
}

// keepRows keeps the rows of a table of which a condition holds.
func (w *writer) keepRows(t keptTable, condition string, values ...any) error {
	where := ` FROM ` + t.name + ` WHERE ` + condition
	find, err := w.prepare(`SELECT sum(` + t.size + `)` + where)
	if err != nil {
		return err
	}
	var size sql.NullInt64
	if err := find.QueryRowContext(w.ctx, values...).Scan(&size); err != nil || !size.Valid {
		return err
	}
	w.kept += max(1, size.Int64)
	columns, err := w.columns(t.name)
	if err != nil {
		return err
	}
	list := strings.Join(columns, ", ")
	_, err = w.exec(`INSERT OR IGNORE INTO kept_`+t.name+` (change, `+list+`) SELECT ?, `+list+where, append([]any{w.noted.ID}, values...)...)
	return err
}

// columns are those of a table that are not computed.
func (w *writer) columns(table string) ([]string, error) {
	if known := w.tables[table]; known != nil {
		return known, nil
	}
	rows, err := w.tx.QueryContext(w.ctx, `SELECT name FROM pragma_table_info(?)`, table)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var all []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		all = append(all, name)
	}
	if w.tables == nil {
		w.tables = map[string][]string{}
	}
	w.tables[table] = all
	return all, rows.Err()
}

// entitle names the change, which is called by the first, by the number of its feeds too.
func (w *writer) entitle(n int) error {
	if n < 2 {
		return nil
	}
	_, err := w.exec(`UPDATE change SET title = ? WHERE key = ?`, fmt.Sprintf("%s, and %s more", w.noted.Title, articles.Grouped(n-1)), w.noted.ID)
	return err
}

// noteFeed notes that a feed was subscribed to.
func (w *writer) noteFeed(f *articles.Feed) error {
	if err := w.begin(f.Label()); err != nil {
		return err
	}
	_, err := w.exec(`INSERT INTO changed_feed (change, feed) VALUES (?, ?)`, w.noted.ID, f.Key)
	return err
}

// keepFeed keeps a feed as it is before it is changed or removed, with what it listed
// and what other feeds list of its articles.
func (w *writer) keepFeed(f articles.Feed, held []holding) error {
	if err := w.begin(f.Label()); err != nil {
		return err
	}
	entry := keptTable{name: "entry", size: "100"}
	err := cmp.Or(
		w.keepRows(keptTable{name: "feed", size: "1000"}, "key = ?", f.Key),
		w.keepRows(entry, "feed = ?", f.Key),
		rulebook.KeepMutedOf(w.ctx, w.tx, w.noted.ID, f.Key),
	)
	for _, h := range held {
		err = cmp.Or(err, w.keepRows(entry, "article = ?", h.Key))
	}
	return err
}

// putBackRows puts the rows of a table back that a change kept. In a column they have
// another value instead of the one that they had.
func (w *writer) putBackRows(table, column string, c changed, had, have any) error {
	columns, err := w.columns(table)
	if err != nil {
		return err
	}
	columns = slices.DeleteFunc(slices.Clone(columns), func(name string) bool { return name == column })
	list := strings.Join(columns, ", ")
	_, err = w.exec(`INSERT OR REPLACE INTO `+table+` (`+column+`, `+list+`) SELECT ?, `+list+
		` FROM kept_`+table+` WHERE change = ? AND `+column+` = ?`, have, c.change, had)
	return err
}

// manyRemoved is how many articles are removed at once for the index, and what else they
// are found by, to be left as it is, or to be written in one go.
const manyRemoved = 200

// freeKey is a key that no article has, nor one that is still in the index.
const freeKey = `(SELECT max(coalesce((SELECT max(key) FROM article), 0), coalesce((SELECT max(key) FROM lost), 0)) + 1)`

// lose has the articles of a change not be found any more. The index keeps them until
// [Store.Tidy]: to take each out of it takes longer than all the rest.
func (w *writer) lose() error {
	const those = `(SELECT key FROM changed WHERE change = ?1)`
	for _, query := range [...]string{
		`INSERT OR REPLACE INTO removed (id, file) SELECT article.id, source.name FROM source JOIN article ON article.key = source.article
			WHERE source.article IN ` + those + ` AND EXISTS (SELECT 1 FROM folder WHERE ` + inFolder + `)`,
		`INSERT INTO kept_trait (change, kind, value, article) SELECT ?1, kind, value, article FROM trait WHERE article IN ` + those,
		`DELETE FROM trait WHERE (kind, value, article) IN (SELECT kind, value, article FROM kept_trait WHERE change = ?1)`,
		`INSERT INTO lost (key, change) SELECT key, ?1 FROM changed WHERE change = ?1 AND key NOT IN (SELECT key FROM unindexed)`,
		`DELETE FROM unindexed WHERE key IN ` + those,
	} {
		if _, err := w.exec(query, w.noted.ID); err != nil {
			return err
		}
	}
	return nil
}

// restoreMany puts the articles back that a change took out of the library and that are
// still in the index, all in one go, and returns which these are.
func (w *writer) restoreMany(change int64) (map[articles.ID]bool, error) {
	var list string
	ids := map[articles.ID]bool{}
	err := w.tx.QueryRowContext(w.ctx, `SELECT json_group_array(key) FROM lost WHERE change = ?1
		AND NOT EXISTS (SELECT 1 FROM changed JOIN article ON id = article WHERE changed.change = ?1 AND changed.key = lost.key)`, change).Scan(&list)
	if err != nil || list == "[]" {
		return nil, err
	}
	const those = ` IN (SELECT value FROM json_each(?2))`
	var queries []string
	for _, t := range keptTables {
		if t.name == "entry" { // it stayed
			continue
		}
		columns, err := w.columns(t.name)
		if err != nil {
			return nil, err
		}
		names := strings.Join(columns, ", ")
		values := strings.NewReplacer(", behind", ", NULL", ", aside", ", 0").Replace(names)
		queries = append(queries, `INSERT INTO `+t.name+` (`+names+`) SELECT `+values+` FROM kept_`+t.name+` WHERE change = ?1 AND `+t.key+those)
	}
	queries = append(queries, entriesBack+` AND kept.article`+those,
		`INSERT OR IGNORE INTO trait (kind, value, article) SELECT kind, value, article FROM kept_trait
			WHERE change = ?1 AND article`+those+` ORDER BY kind, value, article`,
		`DELETE FROM lost WHERE change = ?1 AND key`+those)
	for _, query := range queries {
		if _, err := w.exec(query, change, list); err != nil {
			return nil, err
		}
	}
	rows, err := w.tx.QueryContext(w.ctx, `SELECT id FROM article WHERE ?1 > 0 AND key`+those, change, list)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	for rows.Next() {
		var id articles.ID
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids[id] = true
	}
	return ids, rows.Err()
}

// entriesBack gives feeds back what they listed of articles that a change took out.
const entriesBack = `UPDATE entry SET article = kept.article, owner = kept.owner, pruned = kept.pruned FROM kept_entry kept
	WHERE kept.change = ?1 AND kept.key = entry.key AND kept.feed = entry.feed
	AND kept.guid = entry.guid AND kept.link = entry.link AND entry.article IS NULL`

// purge takes some articles out of the index that a change took out of the library; 0 is
// any change.
func (w *writer) purge(change int64, most int) (n int, err error) {
	lost, err := fulltext.Lost(w.ctx, w.tx, change, most)
	if err != nil {
		return 0, err
	}
	for key, of := range lost {
		words, err := w.words.RemoveLost(key, of)
		if err != nil {
			return 0, err
		}
		w.stories.Remove(key, words)
	}
	return len(lost), nil
}

// Tidy takes out of the index what is not in the library any more, which no search finds,
// and looks for the copies of what is in the library longer than copies are looked for. It
// is called when nobody waits for it, and holds the library for short times only.
func (s *Store) Tidy(ctx context.Context) error {
	err := s.tidyIndex(ctx)
	if err == nil {
		err = s.bitByBit(ctx, `uncompared`, func(w *writer) error { return w.stories.Compare(indexedAtOnce) })
	}
	if errors.Is(err, ErrReadOnly) {
		return nil // it will be done by who can
	}
	return err
}

func (s *Store) tidyIndex(ctx context.Context) error {
	return s.bitByBit(ctx, `lost`, func(w *writer) error {
		_, err := w.purge(0, indexedAtOnce)
		return err
	})
}

// bitByBit does something in one transaction after another, until a table is empty.
func (s *Store) bitByBit(ctx context.Context, table string, do func(*writer) error) error {
	for {
		if err := s.present(); err != nil {
			return err
		}
		var left bool
		err := s.read.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM `+table+`)`).Scan(&left)
		if err == nil && left {
			err = s.within(ctx, nil, do)
		}
		if err != nil || !left {
			return s.wrap("tidy the library", err)
		}
	}
}
