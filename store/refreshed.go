package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"lede/articles"
	"lede/store/brought"
	"lede/store/rulebook"
)

// Refreshed keeps what a check of a feed brought, all of it or nothing: how the
// feed is, and the articles that it lists, if it answered with them. The
// entries have been through [articles.Feed.Identify]. The articles inherit the tags
// of the feed. The reader's state of an article stays, and what the reader
// removed does not come back. It fails with [ErrNoFeed] when the feed was
// removed meanwhile.
func (s *Store) Refreshed(ctx context.Context, f articles.Feed, listed []articles.Entry) (articles.News, error) {
	return s.RefreshedWithin(ctx, nil, f, listed)
}

// RefreshedWithin is Refreshed as part of a change of the kind [articles.Refreshing], see
// [Store.PutWithin]: [Store.Undo] gives what was brought up to date the text from before.
func (s *Store) RefreshedWithin(ctx context.Context, c *articles.Change, f articles.Feed, listed []articles.Entry) (articles.News, error) {
	var news articles.News
	err := s.within(ctx, c, func(w *writer) error {
		news = articles.News{}
		now, err := loadFeed(ctx, w.tx, f.Key) // its switches may have been changed
		if err != nil {
			return err
		}
		if err := cmp.Or(w.emptyTrash(), w.checked(&f)); err != nil || len(listed) == 0 {
			return err
		}
		l := listing{writer: w, feed: &now, news: &news, added: map[int64]bool{}}
		if err := l.takeIn(listed); err != nil {
			return err
		}
		if err := w.flush(); err != nil {
			return err
		}
		fresh, old, err := w.prune(&now, l.added)
		news.Added -= fresh
		news.Pruned += old
		return err
	})
	if err != nil {
		return articles.News{}, s.wrap("keep what is new in "+f.Label(), err)
	}
	return news, nil
}

// checked keeps how a feed is. An address that another feed has already is not
// taken: there the feed stays where it was.
func (w *writer) checked(f *articles.Feed) error {
	_, err := w.exec(`UPDATE feed SET
		url = CASE WHEN EXISTS (SELECT 1 FROM feed WHERE url = ?1 AND key <> ?2) THEN url ELSE ?1 END,
		title = ?3, site = ?4, etag = ?5, last_modified = ?6, checked = ?7, due = ?8, held = ?9,
		failures = ?10, error = ?11, gone = ?12 WHERE key = ?2`,
		f.URL, f.Key, f.Title, f.Site, f.ETag, f.LastModified,
		f.Checked.UnixMilli(), f.Due.UnixMilli(), f.Held.UnixMilli(), f.Failures, f.Error, f.Gone)
	return err
}

// listing takes in what a feed lists.
type listing struct {
	*writer
	feed  *articles.Feed
	news  *articles.News
	added map[int64]bool // keys of articles
	// pruned are the entries without an article that are let go of when the feed lists
	// them no more: retention took it out, or a rule keeps it out.
	pruned []int64
}

func (l *listing) takeIn(listed []articles.Entry) error {
	known, err := match(l.ctx, l.prepare, l.feed.Key, listed)
	if err != nil {
		return err
	}
	l.pruned = []int64{}
	// The key grows in the order of adding, and feeds begin with the newest.
	for i := range slices.Backward(listed) {
		e := &listed[i]
		if known[i] == nil {
			err = l.add(e)
		} else {
			err = l.update(known[i], e)
		}
		if err != nil {
			return err
		}
		if known[i] != nil && known[i].pruned {
			l.pruned = append(l.pruned, known[i].key)
		}
	}
	still, err := json.Marshal(l.pruned)
	if err != nil {
		return err
	}
	_, err = l.exec(`DELETE FROM entry WHERE feed = ? AND pruned = 1
		AND key NOT IN (SELECT value FROM json_each(?))`, l.feed.Key, string(still))
	return err
}

// add takes in an entry that the feed did not list before. The library may
// have the article already, by another feed or from the reader's hand; and what
// the reader removed as an article of another feed does not come by this one.
func (l *listing) add(e *articles.Entry) error {
	key, owner := sql.NullInt64{}, false
	var muted *articles.Article
	removed, err := l.isRemoved(e)
	if err != nil {
		return err
	}
	if !removed {
		if key, err = l.inLibrary(e); err != nil {
			return err
		}
		if key.Valid {
			if err := l.fill(key.Int64, e); err != nil {
				return err
			}
		} else {
			a := *e.Article
			a.Tags = articles.AddTags(slices.Clip(a.Tags), l.feed.Tags()...)
			outcome, err := l.put(&a)
			if err != nil {
				return err
			}
			l.news.Ruled.Count(a.Ruled)
			if outcome == articles.Muted {
				muted = &a
			} else {
				if key, err = l.inLibrary(e); err != nil {
					return err
				}
				owner = true
				l.added[key.Int64] = true
				l.news.Added++
			}
		}
	}
	result, err := l.exec(`INSERT INTO entry (feed, guid, link, article, owner, pruned, sum, page) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		l.feed.Key, e.GUID, linkOf(e), key, owner, muted != nil, e.Sum, pageAfter(0, e.Page))
	if err != nil || muted == nil {
		return err
	}
	entry, err := result.LastInsertId()
	l.pruned = append(l.pruned, entry)
	return cmp.Or(err, rulebook.Mute(l.ctx, l.tx, muted, entry, time.Now()))
}

// fill gives a bookmark of the reader, of which only the address is known, the
// text that a feed has of it.
func (l *listing) fill(key int64, e *articles.Entry) error {
	find, err := l.prepare(`SELECT id, origin FROM article JOIN body USING (key)
		WHERE key = ? AND anatomy ->> '$.bookmark'`)
	if err != nil {
		return err
	}
	a := *e.Article
	switch err := find.QueryRowContext(l.ctx, key).Scan(&a.ID, &a.Origin); {
	case errors.Is(err, sql.ErrNoRows):
		return nil
	case err != nil:
		return err
	}
	outcome, err := l.put(&a)
	if outcome == articles.Updated {
		l.news.Updated++
	}
	return err
}

// isRemoved reports whether the reader removed the article of another feed's
// entry that has the same link.
func (l *listing) isRemoved(e *articles.Entry) (removed bool, err error) {
	find, err := l.prepare(`SELECT EXISTS (SELECT 1 FROM entry
		WHERE link = ? AND link <> '' AND article IS NULL AND pruned = 0)`)
	if err == nil {
		err = find.QueryRowContext(l.ctx, linkOf(e)).Scan(&removed)
	}
	return removed, err
}

// inLibrary finds the article of an entry in the library.
func (l *listing) inLibrary(e *articles.Entry) (key sql.NullInt64, err error) {
	find, err := l.prepare(`SELECT key FROM article WHERE id = ?`)
	if err != nil {
		return key, err
	}
	err = find.QueryRowContext(l.ctx, e.Article.ID).Scan(&key)
	if errors.Is(err, sql.ErrNoRows) && e.Link != "" {
		if find, err = l.prepare(`SELECT max(article) FROM trait WHERE kind = ? AND value = ?`); err == nil {
			err = find.QueryRowContext(l.ctx, kindAddress, linkOf(e)).Scan(&key)
		}
	}
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return key, err
}

// update takes in an entry that the feed listed before.
func (l *listing) update(was *feedEntry, e *articles.Entry) error {
	page := pageAfter(was.page, e.Page)
	edited := e.Sum != was.sum
	switch {
	case edited && was.page == pageRead && e.Page == articles.PageFailed:
		return nil // the whole text stays until it can be fetched again
	case was.article.Valid && was.owner && (edited || e.Page == articles.PageRead):
		a := *e.Article
		a.ID, a.Origin = articles.ID(was.id.String), was.origin.String
		a.Excerpt = false // what stands there is this feed's too
		a.Tags = articles.AddTags(slices.Clip(a.Tags), l.feed.Tags()...)
		outcome, err := l.put(&a)
		if err != nil {
			return err
		}
		if outcome == articles.Updated {
			l.news.Updated++
		}
		if edited && e.Page == articles.PageUnasked {
			page = 0
		}
	}
	_, err := l.exec(`UPDATE entry SET sum = ?2, page = ?3,
		guid = CASE ?4 WHEN '' THEN guid ELSE ?4 END, link = CASE ?5 WHEN '' THEN link ELSE ?5 END
		WHERE key = ?1 AND (sum, page) IS NOT (?2, ?3) OR key = ?1 AND (guid <> ?4 OR link <> ?5)`,
		was.key, e.Sum, page, e.GUID, linkOf(e))
	return err
}

// Gone are the entries of feeds that the reader took out.
func (s *Store) Gone(ctx context.Context) ([]articles.Gone, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	all, err := brought.Gone(ctx, s.read)
	return all, s.wrap("list what was removed", err)
}

// Entries are all others of feeds.
func (s *Store) Entries(ctx context.Context) ([]articles.Listed, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	all, err := brought.Entries(ctx, s.read)
	return all, s.wrap("list what feeds list", err)
}

// AddEntries notes what feeds list in another library, and what the reader took out of it
// there: of those that are known here, and of feeds that are not, it is no news. Of what came
// with the program goes what they have not touched here. It is by the reader's hand: see
// [Store.PutWithin].
func (s *Store) AddEntries(ctx context.Context, c *articles.Change, listed []articles.Listed, gone []articles.Gone) error {
	err := s.within(ctx, c, func(w *writer) error {
		feeds, err := feedKeys(ctx, w.tx)
		if err != nil {
			return err
		}
		for _, g := range gone {
			if g.Origin != "" {
				err = w.removeUntouched(articles.NewID(g.Origin))
			} else {
				err = w.addEntry(feeds, articles.Listed{Feed: g.Feed, GUID: g.GUID, Link: g.Link}, false)
			}
			if err != nil {
				return err
			}
		}
		for _, e := range listed {
			if err := w.addEntry(feeds, e, e.Article == ""); err != nil {
				return err
			}
		}
		return nil
	})
	return s.wrap("keep what feeds list", err)
}
