package store

import (
	"strings"

	"lede/articles"
)

// keepFeed keeps a feed as it is before it is removed, with what it listed and what
// other feeds list of its articles.
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

// restoreFeed puts the feed of a change back, after its articles. One that was
// subscribed to again since stays as it is.
func (w *writer) restoreFeed(change int64) error {
	columns, err := w.columns("feed")
	if err != nil {
		return err
	}
	list := strings.Join(columns, ", ")
	result, err := w.exec(`INSERT OR IGNORE INTO feed (`+list+`) SELECT `+list+` FROM kept_feed WHERE change = ?`, change)
	if err != nil {
		return err
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return err
	}
	// The article of an entry has another key by now if its own was taken meanwhile.
	const article = `coalesce(
		(SELECT article.key FROM changed JOIN article ON article.id = changed.article WHERE changed.change = ?1 AND changed.key = kept.article),
		(SELECT key FROM article WHERE key = kept.article))`
	if _, err := w.exec(`INSERT OR IGNORE INTO entry (key, feed, guid, link, article, owner, pruned, sum, page)
		SELECT CASE WHEN EXISTS (SELECT 1 FROM entry WHERE entry.key = kept.key) THEN NULL ELSE kept.key END,
			kept.feed, kept.guid, kept.link, `+article+`, kept.owner, kept.pruned, kept.sum, kept.page
		FROM kept_entry kept WHERE kept.change = ?1 AND kept.feed = (SELECT key FROM kept_feed WHERE change = ?1) ORDER BY 1 DESC`, change); err != nil {
		return err
	}
	// What another feed has from now on is as it was.
	_, err = w.exec(`UPDATE entry SET owner = kept.owner FROM kept_entry kept
		WHERE kept.change = ? AND kept.key = entry.key AND kept.feed = entry.feed AND kept.article = entry.article`, change)
	return err
}

// restoreFolders forgets the folders that a change remembered, and remembers those
// that stood in them.
func (w *writer) restoreFolders(change int64) error {
	if _, err := w.exec(`DELETE FROM folder WHERE path IN (SELECT path FROM changed_folder WHERE change = ?)`, change); err != nil {
		return err
	}
	_, err := w.exec(`INSERT OR IGNORE INTO folder (key, path)
		SELECT CASE WHEN EXISTS (SELECT 1 FROM folder WHERE folder.key = kept.key) THEN NULL ELSE kept.key END, path
		FROM kept_folder kept WHERE change = ?1 AND path NOT IN (SELECT path FROM changed_folder WHERE change = ?1)`, change)
	return err
}
