package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"lede/articles"
	"lede/store/rulebook"
	"lede/store/spelling"
)

// pageRead is an entry's page when the article has the text of its page; from
// 0 on it is how often that could not be fetched, up to pageTries.
const (
	pageRead  = -1
	pageTries = 3
)

// pageAfter is the page of an entry after what came of fetching it.
func pageAfter(was int, p articles.Page) int {
	switch {
	case p == articles.PageRead:
		return pageRead
	case p == articles.PageFailed && was != pageRead:
		return was + 1
	}
	return was
}

// feedEntry is what the library knows of one that a feed listed.
type feedEntry struct {
	key     int64
	article sql.NullInt64 // NULL: it went, and does not come back
	id      sql.NullString
	origin  sql.NullString
	owner   bool
	pruned  bool
	sum     string
	page    int
}

const (
	entryColumns = `SELECT entry.key, article, article.id, body.origin, owner, pruned, sum, page
		FROM entry LEFT JOIN article ON article.key = article LEFT JOIN body ON body.key = article `
	entryByGUID = entryColumns + `WHERE feed = ? AND guid = ? AND guid <> '' ORDER BY entry.key DESC LIMIT 1`
	entryByLink = entryColumns + `WHERE feed = ? AND link = ? AND link <> '' ORDER BY entry.key DESC LIMIT 1`
)

// prepare compiles a query; the caller of [match] sees to its end.
type prepare func(query string) (*sql.Stmt, error)

// match finds the entries of a feed again: by the GUID, or else by the link
// when that is not the link of another one that is listed too. The unknown are
// nil.
func match(ctx context.Context, prepare prepare, feed int64, listed []articles.Entry) ([]*feedEntry, error) {
	found := make([]*feedEntry, len(listed))
	claimed := map[int64]bool{}
	seek := func(query string, name func(*articles.Entry) string) error {
		find, err := prepare(query)
		if err != nil {
			return err
		}
		for i := range listed {
			value := name(&listed[i])
			if found[i] != nil || value == "" {
				continue
			}
			var e feedEntry
			err := find.QueryRowContext(ctx, feed, value).
				Scan(&e.key, &e.article, &e.id, &e.origin, &e.owner, &e.pruned, &e.sum, &e.page)
			switch {
			case errors.Is(err, sql.ErrNoRows) || err == nil && claimed[e.key]:
			case err != nil:
				return err
			default:
				found[i], claimed[e.key] = &e, true
			}
		}
		return nil
	}
	if err := seek(entryByGUID, func(e *articles.Entry) string { return e.GUID }); err != nil {
		return nil, err
	}
	return found, seek(entryByLink, linkOf)
}

// linkOf is the link of an entry as it is stored.
func linkOf(e *articles.Entry) string {
	if e.Link == "" {
		return ""
	}
	return spelling.Address(e.Link)
}

// Wanted reports of each entry that a feed lists whether the page of it is to
// be fetched, if the feed has only a summary: it is new, or edited, or could
// not be fetched before.
func (s *Store) Wanted(ctx context.Context, f articles.Feed, listed []articles.Entry) ([]bool, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	var open []*sql.Stmt
	found, err := match(ctx, func(query string) (*sql.Stmt, error) {
		stmt, err := s.read.PrepareContext(ctx, query)
		if err == nil {
			open = append(open, stmt)
		}
		return stmt, err
	}, f.Key, listed)
	for _, stmt := range open {
		err = errors.Join(err, stmt.Close())
	}
	if err != nil {
		return nil, s.wrap("look for what is new in "+f.Label(), err)
	}
	wanted := make([]bool, len(listed))
	for i, e := range found {
		wanted[i] = e == nil || e.article.Valid && e.owner &&
			(e.sum != listed[i].Sum || e.page != pageRead && e.page < pageTries)
	}
	return wanted, nil
}

// From are the articles that came from some feeds and folders, each once, newest first.
func (s *Store) From(ctx context.Context, o articles.Origins) ([]articles.ID, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	feeds, err := json.Marshal(o.Feeds)
	if err != nil {
		return nil, fmt.Errorf("list articles: %w", err)
	}
	folders, err := json.Marshal(o.Folders)
	if err != nil {
		return nil, fmt.Errorf("list articles: %w", err)
	}
	rows, err := s.read.QueryContext(ctx, `SELECT id FROM article WHERE
		key IN (SELECT article FROM entry WHERE feed IN (SELECT value FROM json_each(?)))
		OR key IN (SELECT article FROM folder JOIN source ON `+inFolder+`
			WHERE folder.key IN (SELECT value FROM json_each(?))) ORDER BY dated DESC, key DESC`, string(feeds), string(folders))
	if err != nil {
		return nil, s.wrap("list articles", err)
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	all := []articles.ID{}
	for rows.Next() {
		var id articles.ID
		if err := rows.Scan(&id); err != nil {
			return nil, s.wrap("list articles", err)
		}
		all = append(all, id)
	}
	return all, s.wrap("list articles", rows.Err())
}

// Own says that the reader put an article in: no feed that lists it changes or
// prunes it from now on. One that no feed lists is the reader's anyway.
func (s *Store) Own(ctx context.Context, id articles.ID) error {
	err := s.change(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE entry SET owner = 0
			WHERE owner = 1 AND article = (SELECT key FROM article WHERE id = ?)`, id)
		return err
	})
	return s.wrap("keep article "+string(id), err)
}

// holding is an article of a feed as retention sees it.
type holding struct {
	articles.Holding // its Key is the article's
	entry            int64
	id               articles.ID
	owner            bool
	shared           bool // other feeds list it
}

// holdings are all articles of a feed. Precious are those that are starred,
// archived, being read, or were put in by the reader.
func (w *writer) holdings(feed int64) ([]holding, error) {
	query, err := w.prepare(`SELECT entry.key, owner, article.key, id, dated, starred OR archived OR stage = 1,
		EXISTS (SELECT 1 FROM entry other WHERE other.article = article.key AND other.key <> entry.key)
		FROM entry JOIN article ON article.key = article WHERE feed = ?`)
	if err != nil {
		return nil, err
	}
	rows, err := query.QueryContext(w.ctx, feed)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var all []holding
	for rows.Next() {
		var h holding
		var dated stamp
		if err := rows.Scan(&h.entry, &h.owner, &h.Key, &h.id, &dated.Milli, &h.Precious, &h.shared); err != nil {
			return nil, err
		}
		h.Dated = dated.time()
		h.Precious = h.Precious || !h.owner && !h.shared
		all = append(all, h)
	}
	return all, rows.Err()
}

// letGo takes an article off a feed, and out of the library when no other feed
// lists it, which it reports.
func (w *writer) letGo(h holding) (gone bool, err error) {
	if err := w.release(h); err != nil || h.shared {
		return false, err
	}
	return true, w.remove(h.id)
}

// release takes an article off a feed. Of the others that list it one has it
// from now on.
func (w *writer) release(h holding) error {
	if _, err := w.exec(`UPDATE entry SET article = NULL, pruned = 1 WHERE key = ?`, h.entry); err != nil {
		return err
	}
	if !h.owner || !h.shared {
		return nil
	}
	_, err := w.exec(`UPDATE entry SET owner = 1
		WHERE key = (SELECT min(key) FROM entry WHERE article = ?)`, h.Key)
	return err
}

// prune lets go of what a feed has beyond the number that it keeps. Of what was
// only just added, by their articles' keys, it returns how many went, and how
// many others.
func (w *writer) prune(f *articles.Feed, added map[int64]bool) (fresh, old int, err error) {
	if f.Keep <= 0 {
		return 0, 0, nil
	}
	held, err := w.holdings(f.Key)
	if err != nil {
		return 0, 0, err
	}
	byKey := make(map[int64]holding, len(held))
	all := make([]articles.Holding, len(held))
	for i, h := range held {
		byKey[h.Key], all[i] = h, h.Holding
	}
	for _, key := range articles.Surplus(all, f.Keep) {
		if _, err := w.letGo(byKey[key]); err != nil {
			return 0, 0, err
		}
		if added[key] {
			fresh++
		} else {
			old++
		}
	}
	return fresh, old, nil
}

// addEntry has a feed list what it lists in another library, if this one has such a feed.
func (w *writer) addEntry(feeds map[string]int64, e articles.Listed, pruned bool) error {
	feed := feeds[articles.PageKey(e.Feed)]
	if feed == 0 {
		return nil
	}
	key, err := w.brought.AddEntry(w.noted.ID, feed, e, pruned)
	if err == nil && key != 0 {
		err = w.begin(cmp.Or(e.Link, e.GUID))
	}
	if err != nil || key == 0 {
		return err
	}
	if k := e.Muted; k != nil {
		a := articles.Article{ID: articles.NewID(k.Origin), Title: k.Title, Origin: k.Origin, Ruled: articles.Ruling{By: k.Rule}}
		err = rulebook.Mute(w.ctx, w.tx, &a, key, k.At)
	}
	return cmp.Or(err, w.brought.NoteEntry(w.noted.ID, key, feed))
}
