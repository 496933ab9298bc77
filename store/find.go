package store

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"time"

	"lede/articles"
	"lede/articles/query"
	"lede/store/search"
)

// Find finds the articles that a query asks for, in its own order or else in the one
// given. Words are looked for in the index: [Store.Unindexed] says whether all articles
// are in it.
func (s *Store) Find(ctx context.Context, q query.Query, order articles.Order) (articles.Found, error) {
	if err := s.present(); err != nil {
		return articles.Found{}, err
	}
	tx, err := s.read.BeginTx(ctx, nil)
	if err != nil {
		return articles.Found{}, s.wrap("search", err)
	}
	found, err := search.Find(ctx, tx, q, order, time.Now())
	return found, s.wrap("search", cmp.Or(err, tx.Rollback()))
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
