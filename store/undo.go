package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	"lede/articles"
	"lede/store/brought"
	"lede/store/queries"
	"lede/store/rulebook"
	"lede/store/tags"
)

// Undo undoes the last change, whichever program made it, and says which that was
// and what became of its articles. What something else has changed since is left as
// it is, and so is what was added and its reader has begun since; what else was added
// goes into the trash. It is the zero change when there is nothing to undo that was
// changed at a time or later; at the zero time that is any change.
func (s *Store) Undo(ctx context.Context, since time.Time) (articles.Change, error) {
	var c articles.Change
	err := s.within(ctx, nil, func(w *writer) error {
		var err error
		c, err = w.lastChange()
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		if c.At.Before(since.Truncate(time.Millisecond)) {
			c = articles.Change{}
			return nil
		}
		column, value, flag := flagOf(c.Kind)
		switch {
		case flag:
			c.Restored, err = w.unflag(c.ID, column, value)
		case c.Kind == articles.Tagging, c.Kind == articles.RenamingTag:
			c.Restored, err = w.untag(c.ID)
		case c.Kind == articles.Folding, c.Kind == articles.Unfolding:
			c.Restored, err = w.moved(c.ID)
		default:
			var taken []articles.ID
			if taken, err = w.takeBack(c.ID); err == nil {
				err = w.restoreAll(&c)
			}
			c.Restored = append(taken, c.Restored...)
		}
		if err != nil {
			return err
		}
		if err := w.restoreFeeds(&c); err != nil {
			return err
		}
		if err := cmp.Or(w.restoreFolders(c.ID), queries.PutBack(ctx, w.tx, c.ID), rulebook.Restore(ctx, w.tx, c.ID), rulebook.ForgetMuted(ctx, w.tx, c.ID)); err != nil {
			return err
		}
		if c.Left = c.Articles - len(c.Restored); c.Begun > 0 { // another change may get its number
			if _, err := w.exec(`UPDATE article SET came = NULL WHERE came = ?`, c.ID); err != nil {
				return err
			}
		}
		if err := w.flush(); err != nil {
			return err
		}
		if err := w.stories.Restore(c.ID); err != nil {
			return err
		}
		if _, err := w.exec(`DELETE FROM change WHERE key = ?`, c.ID); err != nil {
			return err
		}
		return w.closeTrash()
	})
	if err != nil {
		return articles.Change{}, s.wrap("undo the last change", err)
	}
	return c, nil
}

// Changes are those that [Store.Undo] would undo, the next first.
func (s *Store) Changes(ctx context.Context) ([]articles.Change, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	rows, err := s.read.QueryContext(ctx, changeRows, articles.Adding)
	if err != nil {
		return nil, s.wrap("list changes", err)
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var all []articles.Change
	for rows.Next() {
		c, err := scanChange(rows)
		if err != nil {
			return nil, s.wrap("list changes", err)
		}
		all = append(all, c)
	}
	return all, s.wrap("list changes", rows.Err())
}

// changeRows are the changes. What a change keeps of an article was there before it, and
// that of which it only brought the state.
const changeRows = `SELECT key, at, kind, articles, title, tags,
	CASE kind WHEN ?1 THEN (SELECT count(*) FROM kept_article WHERE change = change.key)
		+ (SELECT count(*) FROM brought_state brought WHERE change = change.key AND ` + brought.Alone + `) ELSE 0 END
	FROM change WHERE NOT discards ORDER BY key DESC`

func (w *writer) lastChange() (articles.Change, error) {
	return scanChange(w.tx.QueryRowContext(w.ctx, changeRows+` LIMIT 1`, articles.Adding))
}

func scanChange(from scanner) (articles.Change, error) {
	var c articles.Change
	var at stamp
	var did string
	if err := from.Scan(&c.ID, &at.Milli, &c.Kind, &c.Articles, &c.Title, &did, &c.Updated); err != nil {
		return articles.Change{}, err
	}
	c.At = at.time().Local()
	c.Title, c.Tags = articles.CleanLine(c.Title), tags.ReadEdit(articles.Clean(did))
	return c, nil
}

// moved are the articles that a change has moved behind others, or from there.
func (w *writer) moved(change int64) (ids []articles.ID, err error) {
	rows, err := w.tx.QueryContext(w.ctx, `SELECT id FROM changed_behind JOIN article USING (key) WHERE change = ?`, change)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	for rows.Next() {
		var id articles.ID
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

// unflag gives the articles of a change of state the state from before.
func (w *writer) unflag(change int64, column string, value bool) ([]articles.ID, error) {
	rows, err := w.tx.QueryContext(w.ctx, `UPDATE article SET `+column+` = ?1 WHERE `+column+` = ?2
		AND id IN (SELECT article FROM changed WHERE change = ?3) RETURNING id`, !value, value, change)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var ids []articles.ID
	for rows.Next() {
		var id articles.ID
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

// restoreFeeds puts the feeds back that a change was about, after its articles.
func (w *writer) restoreFeeds(c *articles.Change) error {
	switch c.Kind {
	case articles.Adding: // of what was taken out elsewhere it was told as well; so did older ledes keep it
		_, err := w.exec(`DELETE FROM entry WHERE article IS NULL AND (key, feed, guid, link) IN
			(SELECT key, feed, guid, link FROM kept_entry WHERE change = ? AND article IS NULL)`, c.ID)
		return cmp.Or(err, w.brought.ForgetEntries(c.ID))
	case articles.Unsubscribing:
		return w.endedFeeds(c.ID)
	case articles.Subscribing:
		if err := w.endFeeds(c.ID); err != nil {
			return err
		}
		return w.unsetFeeds(c.ID)
	case articles.SettingFeed, articles.MutingFeed, articles.UnmutingFeed, articles.RenamingFeed:
		return w.unsetFeeds(c.ID)
	}
	return nil
}

// endFeeds ends the subscriptions of a change, as when a reader ends them.
func (w *writer) endFeeds(change int64) error {
	rows, err := w.tx.QueryContext(w.ctx, `SELECT feed FROM changed_feed JOIN feed ON feed.key = feed WHERE change = ?`, change)
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var feeds []int64
	for rows.Next() {
		var key int64
		if err := rows.Scan(&key); err != nil {
			return err
		}
		feeds = append(feeds, key)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, key := range feeds {
		all, err := w.holdings(key)
		if err != nil {
			return err
		}
		err = w.intoTrash(func() error {
			_, _, err := w.endFeed(key, all, false)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// articleKept is the key that the article of a kept entry has now: another one if its
// own was taken meanwhile.
const articleKept = `coalesce(
	(SELECT article.key FROM changed JOIN article ON article.id = changed.article WHERE changed.change = ?1 AND changed.key = kept.article),
	(SELECT key FROM article WHERE key = kept.article))`

// unsetFeeds gives the feeds of a change the settings from before, and what they
// listed: what was let go of since is theirs again.
func (w *writer) unsetFeeds(change int64) error {
	for _, query := range []string{
		`UPDATE feed SET name = kept.name, folders = kept.folders, full_text = kept.full_text, keep = kept.keep, muted = kept.muted, access = kept.access
			FROM kept_feed kept WHERE kept.change = ?1 AND kept.key = feed.key`,
		`UPDATE entry SET article = ` + articleKept + `, owner = kept.owner, pruned = kept.pruned
			FROM kept_entry kept WHERE kept.change = ?1 AND kept.key = entry.key AND kept.feed = entry.feed
			AND kept.guid = entry.guid AND kept.link = entry.link AND coalesce(entry.article, kept.article) = kept.article`,
		`INSERT INTO entry (key, feed, guid, link, article, owner, pruned, sum, page)
			SELECT CASE WHEN EXISTS (SELECT 1 FROM entry WHERE entry.key = kept.key) THEN NULL ELSE kept.key END,
				feed, guid, link, ` + articleKept + `, owner, pruned, sum, page
			FROM kept_entry kept WHERE change = ?1 AND EXISTS (SELECT 1 FROM feed WHERE feed.key = kept.feed)
			AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.feed = kept.feed AND entry.guid = kept.guid AND entry.link = kept.link)
			ORDER BY 1 DESC`,
	} {
		if _, err := w.exec(query, change); err != nil {
			return err
		}
	}
	return nil
}

// endedFeeds puts the feeds of a change back, after their articles. One that was
// subscribed to again since stays as it is.
func (w *writer) endedFeeds(change int64) error {
	rows, err := w.tx.QueryContext(w.ctx, `SELECT key FROM kept_feed kept WHERE change = ?
		AND NOT EXISTS (SELECT 1 FROM feed WHERE feed.key = kept.key OR feed.url = kept.url)`, change)
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	ended, err := keysOf(rows)
	if err != nil {
		return err
	}
	for _, feed := range ended {
		if err := w.restoreFeed(change, feed); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) restoreFeed(change, feed int64) error {
	columns, err := w.columns("feed")
	if err != nil {
		return err
	}
	list := strings.Join(columns, ", ")
	if _, err := w.exec(`INSERT INTO feed (`+list+`) SELECT `+list+` FROM kept_feed WHERE change = ? AND key = ?`, change, feed); err != nil {
		return err
	}
	if _, err := w.exec(`INSERT OR IGNORE INTO entry (key, feed, guid, link, article, owner, pruned, sum, page)
		SELECT CASE WHEN EXISTS (SELECT 1 FROM entry WHERE entry.key = kept.key) THEN NULL ELSE kept.key END,
			kept.feed, kept.guid, kept.link, `+articleKept+`, kept.owner, kept.pruned, kept.sum, kept.page
		FROM kept_entry kept WHERE kept.change = ?1 AND kept.feed = ?2 ORDER BY 1 DESC`, change, feed); err != nil {
		return err
	}
	if err := rulebook.MuteAgain(w.ctx, w.tx, change, feed); err != nil {
		return err
	}
	// What another feed has from now on is as it was.
	_, err = w.exec(`UPDATE entry SET owner = kept.owner FROM kept_entry kept
		WHERE kept.change = ? AND kept.key = entry.key AND kept.feed = entry.feed AND kept.article = entry.article`, change)
	return err
}
