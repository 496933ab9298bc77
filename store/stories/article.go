package stories

import (
	"context"
	"database/sql"
	"encoding/json"
	"net/url"
	"strings"

	"lede/articles"
	"lede/store/spelling"
)

// article is what tells whether one may be the copy of another.
type article struct {
	key, behind        int64
	aside, words       int
	host, site, series string
	leads              bool // others stand behind it
}

func (w *Writer) read(key int64) (article, error) {
	a := article{key: key}
	find, err := w.prepare(`SELECT coalesce(behind, 0), aside, words, CASE url WHEN '' THEN origin ELSE url END, site,
		coalesce(anatomy ->> '$.series', '') FROM article JOIN body USING (key) WHERE key = ?`)
	if err != nil {
		return a, err
	}
	var address string
	err = find.QueryRowContext(w.ctx, key).Scan(&a.behind, &a.aside, &a.words, &address, &a.site, &a.series)
	a.host, a.site, a.series = hostOf(address), spelling.Fold(a.site), spelling.Fold(a.series)
	return a, err
}

// hostOf is the host of an address of the web, without what it may as well lack; empty for
// a file.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	for _, begins := range []string{"www.", "m.", "amp."} {
		host = strings.TrimPrefix(host, begins)
	}
	return host
}

// mayCopy reports whether two articles are of different sources, no parts of one series,
// and about as long.
func (a article) mayCopy(b article) bool {
	sameSource := a.host == b.host && (a.site == b.site || a.site == "" || b.site == "")
	sameSeries := a.series != "" && a.series == b.series
	return !sameSource && !sameSeries && max(a.words, b.words) <= mostLonger*min(a.words, b.words)
}

func (w *Writer) keys(query string, args ...any) ([]int64, error) {
	find, err := w.prepare(query)
	if err != nil {
		return nil, err
	}
	rows, err := find.QueryContext(w.ctx, args...)
	if err != nil {
		return nil, err
	}
	return keysOf(rows)
}

func keysOf(rows *sql.Rows) ([]int64, error) {
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var keys []int64
	for rows.Next() {
		var key int64
		if err := rows.Scan(&key); err != nil {
			return nil, err
		}
		keys = append(keys, key)
	}
	return keys, rows.Err()
}

func (w *Writer) exec(query string, args ...any) error {
	stmt, err := w.prepare(query)
	if err != nil {
		return err
	}
	_, err = stmt.ExecContext(w.ctx, args...)
	return err
}

// encode is a list as a query takes it in: numbers are always JSON.
func encode(list any) string {
	data, err := json.Marshal(list)
	if err != nil {
		return "[]"
	}
	return string(data)
}

// begun is what the ID of an article is like that begins so.
const begun = `id >= ?1 AND id < ?1 || '~'`

// Original is the title of the article with an ID, or with the first ID that begins so, of
// several. It fails with [sql.ErrNoRows] where there is none.
func Original(ctx context.Context, tx *sql.Tx, id string) (title string, several bool, err error) {
	err = tx.QueryRowContext(ctx, `SELECT title, id <> ?1 AND (SELECT count(*) FROM (SELECT 1 FROM article WHERE `+begun+` LIMIT 2)) > 1
		FROM article WHERE `+begun+` ORDER BY id LIMIT 1`, id).Scan(&title, &several)
	return articles.CleanLine(title), several, err
}
