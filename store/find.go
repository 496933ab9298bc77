package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"lede/articles"
	"lede/articles/next"
	"lede/articles/query"
	"lede/store/candidates"
	"lede/store/fulltext"
	"lede/store/queries"
	"lede/store/search"
)

// Find finds the articles that a query asks for, in its own order or else in the one
// given. Words are looked for in the index: [Store.IndexSome] says whether all articles
// are in it.
func (s *Store) Find(ctx context.Context, q query.Query, order articles.Order) (articles.Found, error) {
	if err := s.present(); err != nil {
		return articles.Found{}, err
	}
	found, err := s.search.Find(ctx, q, order, time.Now())
	return found, s.wrap("search", err)
}

// mostAsked is how many of the articles that a query finds are looked at for what fits into
// some minutes: the newest.
const mostAsked = 1000

// Next chooses what fits into some minutes, of what a query finds that is not read to its
// end, the best first; see [next.Fit].
func (s *Store) Next(ctx context.Context, q query.Query, minutes int) ([]articles.Row, error) {
	var keys []int64
	if !q.IsEmpty() {
		begun := query.Or{query.OfShelf(articles.Unread).Where, query.OfShelf(articles.InProgress).Where}
		found, err := s.Find(ctx, query.Query{Where: begun, Unfolded: true}.With(q), articles.Newest)
		if err != nil {
			return nil, err
		}
		keys = found.Keys[:min(mostAsked, len(found.Keys))]
	}
	if err := s.present(); err != nil {
		return nil, err
	}
	all, err := candidates.Of(ctx, s.read, minutes, time.Now(), keys, q.IsEmpty())
	if err != nil {
		return nil, s.wrap("look for what to read", err)
	}
	keys = keys[:0:0]
	for _, c := range next.Fit(minutes, all) {
		keys = append(keys, c.Key)
	}
	return s.RowsByKey(ctx, keys)
}

// Count is how many articles a query finds.
func (s *Store) Count(ctx context.Context, q query.Query) (int, error) {
	if err := s.present(); err != nil {
		return 0, err
	}
	n, err := s.search.Count(ctx, q, time.Now())
	return n, s.wrap("count articles", err)
}

// Values are the values of a field of a query in which a word begins as typed, those of
// most articles first: as many as one looks through.
func (s *Store) Values(ctx context.Context, field query.Field, typed string) ([]articles.ValueCount, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	all, err := search.Values(ctx, s.read, field, typed)
	return all, s.wrap("list the values of "+string(field), err)
}

// SavedQueries are the queries that the reader saved under names, in their order.
func (s *Store) SavedQueries(ctx context.Context) ([]articles.SavedQuery, error) {
	if err := s.present(); err != nil {
		return nil, err
	}
	all, err := queries.Read(ctx, s.read)
	return all, s.wrap("list saved queries", err)
}

// EditQueries does something with the saved queries, as a change of the reader's hand. It
// fails with [articles.ErrNoQuery] when the one that it is about is not there.
func (s *Store) EditQueries(ctx context.Context, edit articles.QueryEdit) (articles.Change, error) {
	c := articles.Change{Kind: edit.Kind}
	return c, s.editQueries(ctx, &c, edit.About, edit.Do)
}

// AddQueries saves queries behind the others, but those under a name that is there, by the
// reader's hand: see [Store.PutWithin].
func (s *Store) AddQueries(ctx context.Context, c *articles.Change, more []articles.SavedQuery) error {
	if len(more) == 0 {
		return nil
	}
	first := func([]articles.SavedQuery) string { return more[0].Name }
	return s.editQueries(ctx, c, first, func(all []articles.SavedQuery) ([]articles.SavedQuery, error) {
		was := slices.Clip(all)
		for _, q := range more {
			if !slices.ContainsFunc(all, func(other articles.SavedQuery) bool { return strings.EqualFold(other.Name, q.Name) }) {
				saved, err := articles.QueryEdit{Kind: articles.SavingQuery, Name: q.Name, Query: q.Query}.Do(all)
				if err != nil {
					return was, err
				}
				all = saved
			}
		}
		return all, nil
	})
}

func (s *Store) editQueries(ctx context.Context, c *articles.Change, about func([]articles.SavedQuery) string,
	do func([]articles.SavedQuery) ([]articles.SavedQuery, error),
) error {
	err := s.within(ctx, c, func(w *writer) error {
		before, err := queries.Read(w.ctx, w.tx)
		if err != nil {
			return err
		}
		after, err := do(before)
		if err != nil || slices.Equal(before, after) {
			return err
		}
		if err := w.begin(about(before)); err != nil {
			return err
		}
		w.kept++ // few bytes, but something
		if err := queries.Keep(w.ctx, w.tx, w.noted.ID); err != nil {
			return err
		}
		return queries.Write(w.ctx, w.tx, after)
	})
	return s.wrap("change the saved queries", err)
}

// RowsByKey returns the rows of the articles with some keys, in the order given; those
// that are not in the library any more are left out.
func (s *Store) RowsByKey(ctx context.Context, keys []int64) ([]articles.Row, error) {
	list, err := json.Marshal(keys)
	if err != nil {
		return nil, fmt.Errorf("list articles: %w", err)
	}
	rows, err := s.rows(ctx, len(keys), `SELECT `+rowColumns+` FROM article JOIN
		(SELECT key AS place, value AS wanted FROM json_each(?)) ON article.key = wanted ORDER BY place`, string(list))
	return rows, s.wrap("list articles", err)
}

// FeedsOf are the feeds that list some articles, by their keys; what they tell of how many
// there are and how many are unread is of these alone.
func (s *Store) FeedsOf(ctx context.Context, keys []int64) ([]articles.Feed, error) {
	all, err := s.Feeds(ctx)
	if err != nil {
		return nil, err
	}
	list, err := json.Marshal(keys)
	if err != nil {
		return nil, fmt.Errorf("list feeds: %w", err)
	}
	rows, err := s.read.QueryContext(ctx, `SELECT feed, count(*), sum(stage = 0) FROM entry JOIN article ON article.key = entry.article
		WHERE article.key IN (SELECT value FROM json_each(?)) GROUP BY feed`, string(list))
	if err != nil {
		return nil, s.wrap("list feeds", err)
	}
	counts := map[int64][2]int{}
	for rows.Next() {
		var feed int64
		var n [2]int
		if err := rows.Scan(&feed, &n[0], &n[1]); err != nil {
			return nil, s.wrap("list feeds", cmp.Or(err, rows.Close()))
		}
		counts[feed] = n
	}
	all = slices.DeleteFunc(all, func(f articles.Feed) bool { return counts[f.Key][0] == 0 })
	for i := range all {
		n := counts[all[i].Key]
		all[i].Articles, all[i].Unread = n[0], n[1]
	}
	return all, s.wrap("list feeds", cmp.Or(rows.Err(), rows.Close()))
}

// A batch of articles that are indexed later than they were put in.
const (
	indexedAtOnce = 200
	indexedBytes  = 4 << 20
)

// IndexSome indexes some of the articles that a library had before it was indexed, the last
// added first, and returns how many are left. Until none is, a search finds only a part.
func (s *Store) IndexSome(ctx context.Context) (left int, err error) {
	if left, err = s.Unindexed(ctx); err != nil || left == 0 {
		return 0, err
	}
	err = s.within(ctx, nil, func(w *writer) error {
		rows, err := w.tx.QueryContext(w.ctx, `SELECT key, length(coalesce(packed, markdown)) FROM unindexed JOIN body USING (key)
			ORDER BY key DESC LIMIT ?`, indexedAtOnce)
		if err != nil {
			return err
		}
		var keys []int64
		for size := int64(0); rows.Next() && size < indexedBytes; {
			var key, n int64
			if err := rows.Scan(&key, &n); err != nil {
				return cmp.Or(err, rows.Close())
			}
			keys, size = append(keys, key), size+n
		}
		if err := cmp.Or(rows.Err(), rows.Close()); err != nil {
			return err
		}
		for _, key := range keys {
			if _, err := w.words.AddKept(key); err != nil {
				return err
			}
			if _, err := w.exec(`DELETE FROM unindexed WHERE key = ?`, key); err != nil {
				return err
			}
		}
		return w.tx.QueryRowContext(w.ctx, `SELECT count(*) FROM unindexed`).Scan(&left)
	})
	if err == nil && left == 0 {
		err = s.mergeIndex(ctx)
	}
	return left, s.wrap("index the library", err)
}

// The index is merged when at least so many articles are added or changed at once, and at
// least such a part of all: to write it anew takes as long as to add a twentieth of them.
const manyArticles, mostMerged = 2000, 4

// mergeAfter merges the index after so many articles were added or changed, if that pays.
func (s *Store) mergeAfter(ctx context.Context, changed int) error {
	if changed < manyArticles {
		return nil
	}
	counts, err := s.Counts(ctx)
	if err == nil && changed >= counts.Of(articles.All)/mostMerged {
		err = s.mergeIndex(ctx)
	}
	return s.wrap("index the library", err)
}

// mergeIndex makes one part of the many that the index has after many articles were added.
func (s *Store) mergeIndex(ctx context.Context) error {
	const mostSteps = 20000
	for step, done := 0, false; !done && step < mostSteps; step++ {
		err := s.change(ctx, func(tx *sql.Tx) (err error) {
			done, err = fulltext.Merge(ctx, tx, step == 0)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// CheckIndex compares the index with the articles, which takes about as long as making it.
// The fault is what is wrong with it, nil for nothing.
func (s *Store) CheckIndex(ctx context.Context) (fault, err error) {
	if err := s.tidyIndex(ctx); err != nil {
		return nil, err
	}
	err = s.change(ctx, func(tx *sql.Tx) error {
		fault = fulltext.Check(ctx, tx)
		return ctx.Err()
	})
	return fault, s.wrap("check the index", err)
}

// Unindexed is how many articles a search cannot find yet.
func (s *Store) Unindexed(ctx context.Context) (n int, err error) {
	if err := s.present(); err != nil {
		return 0, err
	}
	err = s.read.QueryRowContext(ctx, `SELECT count(*) FROM unindexed`).Scan(&n)
	return n, s.wrap("look at the index", err)
}

// Reindex empties the index and makes it anew.
func (s *Store) Reindex(ctx context.Context) error {
	if err := s.change(ctx, func(tx *sql.Tx) error { return fulltext.Forget(ctx, tx) }); err != nil {
		return s.wrap("index the library", err)
	}
	for left := 1; left > 0; {
		var err error
		if left, err = s.IndexSome(ctx); err != nil {
			return err
		}
	}
	return nil
}
