package store

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"lede/articles"
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
	for _, t := range keptTables {
		if err := w.keepRows(t, t.key+" = ?", key); err != nil {
			return fmt.Errorf("keep its %s: %w", t.name, err)
		}
	}
	return nil
}

// keepRemoved keeps that the reader took an article out before it was added again.
func (w *writer) keepRemoved(a *articles.Article) error {
	if w.noted == nil {
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
	if err := w.keepRows(keptTable{name: "feed", size: "1000"}, "key = ?", f.Key); err != nil {
		return err
	}
	entry := keptTable{name: "entry", size: "100"}
	if err := w.keepRows(entry, "feed = ?", f.Key); err != nil {
		return err
	}
	for _, h := range held {
		if err := w.keepRows(entry, "article = ?", h.Key); err != nil {
			return err
		}
	}
	return nil
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
