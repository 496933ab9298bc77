package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"

	"lede/articles"
	"lede/store/clean"
)

// ErrNoFeed says that a feed is not in the library any more.
var ErrNoFeed = errors.New("no such feed")

const feedColumns = `key, url, title, name, site, folders, full_text, keep, muted, access,
	etag, last_modified, checked, due, held, failures, error, gone,
	(SELECT articles FROM feed_tally WHERE feed_tally.feed = feed.key),
	(SELECT unread FROM feed_tally WHERE feed_tally.feed = feed.key)`

// Feeds returns all feeds in the order in which they were added.
func (s *Store) Feeds(ctx context.Context) ([]articles.Feed, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	rows, err := s.read.QueryContext(ctx, `SELECT `+feedColumns+` FROM feed ORDER BY key`)
	if err != nil {
		return nil, s.wrap("list feeds", err)
	}
	var all []articles.Feed
	for rows.Next() {
		f, err := scanFeed(rows)
		if err != nil {
			return nil, s.wrap("list feeds", cmp.Or(err, rows.Close()))
		}
		all = append(all, f)
	}
	return all, s.wrap("list feeds", cmp.Or(rows.Err(), rows.Close()))
}

func scanFeed(from scanner) (articles.Feed, error) {
	var f articles.Feed
	var folders, access string
	var checked, due, held stamp
	err := from.Scan(&f.Key, &f.URL, &f.Title, &f.Name, &f.Site, &folders, &f.FullText, &f.Keep, &f.Muted, &access,
		&f.ETag, &f.LastModified, &checked.Milli, &due.Milli, &held.Milli, &f.Failures, &f.Error, &f.Gone, &f.Articles, &f.Unread)
	if err != nil {
		return f, err
	}
	f.Checked, f.Due, f.Held = checked.time(), due.time(), held.time()
	err = cmp.Or(json.Unmarshal([]byte(folders), &f.Folders), json.Unmarshal([]byte(access), &f.Access))
	clean.Feed(&f)
	return f, err
}

// AddFeeds subscribes to feeds, all of them or none, and says of each what it
// did. One that is there already, by its address however that is spelled
// ([articles.SamePage]), is put into the folders that it is not in yet; its names
// and switches stay. The Key of each is set. It is one change, which [Store.Undo]
// takes back: that ends the subscriptions as [Store.RemoveFeed] does. Where all were
// there it is one that sets feeds.
func (s *Store) AddFeeds(ctx context.Context, feeds []articles.Feed) ([]articles.Outcome, error) {
	outcomes := make([]articles.Outcome, len(feeds))
	c := articles.Change{Kind: articles.SettingFeed}
	err := s.within(ctx, &c, func(w *writer) error {
		known, err := feedKeys(ctx, w.tx)
		if err != nil {
			return err
		}
		n := 0
		for i := range feeds {
			if outcomes[i], err = w.addFeed(&feeds[i], known); err != nil {
				return err
			}
			if outcomes[i] != articles.Unchanged {
				n++
			}
			known[articles.PageKey(feeds[i].URL)] = feeds[i].Key
		}
		title := w.noted.Title
		if n > 1 {
			title = fmt.Sprintf("%s, and %s more", title, articles.Grouped(n-1))
		}
		if slices.Contains(outcomes, articles.Added) {
			c.Kind = articles.Subscribing
		}
		_, err = w.exec(`UPDATE change SET kind = ?, title = ? WHERE key = ?`, c.Kind, title, w.noted.ID)
		return err
	})
	return outcomes, s.wrap("add feeds", err)
}

// feedKeys are the keys of all feeds by the pages that they are.
func feedKeys(ctx context.Context, tx *sql.Tx) (map[string]int64, error) {
	rows, err := tx.QueryContext(ctx, `SELECT url, key FROM feed ORDER BY key DESC`)
	if err != nil {
		return nil, err
	}
	keys := map[string]int64{}
	for rows.Next() {
		var url string
		var key int64
		if err := rows.Scan(&url, &key); err != nil {
			return nil, cmp.Or(err, rows.Close())
		}
		keys[articles.PageKey(url)] = key
	}
	return keys, cmp.Or(rows.Err(), rows.Close())
}

// addFeed subscribes to a feed; known are the feeds that are there.
func (w *writer) addFeed(f *articles.Feed, known map[string]int64) (articles.Outcome, error) {
	was, err := scanFeed(w.tx.QueryRowContext(w.ctx, `SELECT `+feedColumns+` FROM feed
		WHERE url = ? OR key = ? ORDER BY url = ? DESC LIMIT 1`, f.URL, known[articles.PageKey(f.URL)], f.URL))
	if errors.Is(err, sql.ErrNoRows) {
		folders, err := encodeFolders(f.Folders)
		if err != nil {
			return 0, err
		}
		access, err := json.Marshal(f.Access) //nolint:gosec // the library keeps what its reader gave it; nothing prints it
		if err != nil {
			return 0, err
		}
		result, err := w.exec(`INSERT INTO feed (url, title, name, site, folders, full_text, keep, muted, access)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, f.URL, f.Title, f.Name, f.Site, folders, f.FullText, f.Keep, f.Muted, string(access))
		if err != nil {
			return 0, err
		}
		if f.Key, err = result.LastInsertId(); err != nil {
			return 0, err
		}
		return articles.Added, w.noteFeed(f)
	}
	if err != nil {
		return 0, err
	}
	f.Key = was.Key
	merged := mergeFolders(was.Folders, f.Folders)
	if len(merged) == len(was.Folders) {
		return articles.Unchanged, nil
	}
	folders, err := encodeFolders(merged)
	if err != nil {
		return 0, err
	}
	if err := w.keepFeed(was, nil); err != nil {
		return 0, err
	}
	_, err = w.exec(`UPDATE feed SET folders = ? WHERE key = ?`, folders, f.Key)
	return articles.Updated, err
}

// mergeFolders has the paths of both lists. A feed without a path stands at the
// top, as one with an empty path does.
func mergeFolders(to, more [][]string) [][]string {
	for _, path := range more {
		same := func(other []string) bool { return slices.Equal(path, other) }
		if (len(path) > 0 || len(to) > 0) && !slices.ContainsFunc(to, same) {
			to = append(slices.Clip(to), path)
		}
	}
	return to
}

func encodeFolders(folders [][]string) (string, error) {
	if folders == nil {
		folders = [][]string{}
	}
	data, err := json.Marshal(folders)
	return string(data), err
}

// SetFeed keeps what the reader says of a feed: its name, its folders, its
// switches. One that is to give more than before is asked for all of it the
// next time, and one that is asked in another way is due at once. It fails with
// [ErrNoFeed] when there is no feed of that Key. It is one change, which [Store.Undo]
// takes back.
func (s *Store) SetFeed(ctx context.Context, f articles.Feed) error {
	c := articles.Change{Kind: articles.SettingFeed}
	err := s.within(ctx, &c, func(w *writer) error {
		was, err := loadFeed(ctx, w.tx, f.Key)
		if err != nil {
			return err
		}
		asks := !reflect.DeepEqual(f.Access, was.Access)
		kind, title := was.SetTo(&f)
		if w.noted.Kind = kind; kind == 0 {
			return nil
		}
		if err := w.begin(title); err != nil {
			return err
		}
		all, err := w.holdings(f.Key)
		if err != nil {
			return err
		}
		if err := w.keepFeed(was, all); err != nil {
			return err
		}
		return w.setFeed(&f, &was, asks)
	})
	return s.wrap("change feed "+f.Label(), err)
}

// setFeed gives a feed other settings than it had; asks says that it is asked in
// another way from now on.
func (w *writer) setFeed(f, was *articles.Feed, asks bool) error {
	folders, err := encodeFolders(f.Folders)
	if err != nil {
		return err
	}
	access, err := json.Marshal(f.Access) //nolint:gosec // the library keeps what its reader gave it; nothing prints it
	if err != nil {
		return err
	}
	if _, err := w.exec(`UPDATE feed SET name = ?, folders = ?, full_text = ?, keep = ?, muted = ?, access = ?
		WHERE key = ?`, f.Name, folders, f.FullText, f.Keep, f.Muted, string(access), f.Key); err != nil {
		return err
	}
	more := was.Keep > 0 && (f.Keep == 0 || f.Keep > was.Keep)
	if more { // what was pruned may come back
		if _, err := w.exec(`DELETE FROM entry WHERE feed = ? AND pruned = 1`, f.Key); err != nil {
			return err
		}
	}
	if more || f.FullText && !was.FullText {
		if _, err := w.exec(`UPDATE feed SET etag = '', last_modified = '' WHERE key = ?`, f.Key); err != nil {
			return err
		}
	}
	if asks {
		if _, err := w.exec(`UPDATE feed SET due = 0 WHERE key = ?`, f.Key); err != nil {
			return err
		}
	}
	_, _, err = w.prune(f, nil)
	return err
}

// loadFeed reads a feed, or fails with [ErrNoFeed].
func loadFeed(ctx context.Context, tx *sql.Tx, key int64) (articles.Feed, error) {
	f, err := scanFeed(tx.QueryRowContext(ctx, `SELECT `+feedColumns+` FROM feed WHERE key = ?`, key))
	if errors.Is(err, sql.ErrNoRows) {
		err = fmt.Errorf("%w: it was removed", ErrNoFeed)
	}
	return f, err
}

// RemoveFeed ends a subscription. The articles that came by it go, but those
// that are starred, archived, being read, the reader's own or another feed's; or they all
// stay when keepAll is set. It returns how many went and how many stayed. It is one
// change, which [Store.Undo] takes back.
func (s *Store) RemoveFeed(ctx context.Context, key int64, keepAll bool) (went, stayed int, err error) {
	c := articles.Change{Kind: articles.Unsubscribing}
	err = s.within(ctx, &c, func(w *writer) error {
		f, err := loadFeed(ctx, w.tx, key)
		if err != nil {
			return err
		}
		all, err := w.holdings(key)
		if err != nil {
			return err
		}
		if err := w.keepFeed(f, all); err != nil {
			return err
		}
		went, stayed, err = w.endFeed(key, all, keepAll)
		return err
	})
	return went, stayed, s.wrap("remove the feed", err)
}

// endFeed ends the subscription to a feed that has articles.
func (w *writer) endFeed(key int64, all []holding, keepAll bool) (went, stayed int, err error) {
	for _, h := range all {
		gone := false
		if keepAll || h.Precious {
			err = w.release(h)
		} else {
			gone, err = w.letGo(h)
		}
		if err != nil {
			return 0, 0, err
		}
		if gone {
			went++
		} else {
			stayed++
		}
	}
	_, err = w.exec(`DELETE FROM feed WHERE key = ?`, key)
	return went, stayed, err
}
