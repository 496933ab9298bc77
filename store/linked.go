package store

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"

	"lede/articles"
	"lede/store/spelling"
)

// Linked finds the article that a link leads to, which may be known under any
// of the names: its id, URL, origin or slug, or else, by the last of them, its
// title. Of several it is the one that came from that very address, or else the
// one that came last. It is empty when the library has none.
func (s *Store) Linked(ctx context.Context, names []string) (articles.ID, error) {
	var ways []way
	for _, name := range names {
		if name != "" {
			ways = append(ways, waysByName(name)...)
		}
	}
	if n := len(names); n > 0 && spelling.SortTitle(names[n-1]) != "" {
		all := waysTo(names[n-1])
		ways = append(ways, all[len(all)-1])
	}
	for _, w := range ways {
		found, err := s.named(ctx, w.query, w.args...)
		if err != nil {
			return "", s.wrap(fmt.Sprintf("follow link %q", names), err)
		}
		if len(found) > 0 {
			return found[0].ID, nil
		}
	}
	return "", nil
}

// nearest is the one of several articles with the same name whose origin stands
// nearest to another: in the same folder or site, or below. Of equal ones it is
// the one that came last.
func (g *gatherer) nearest(keys []int64, origin string) ([]int64, error) {
	list, err := json.Marshal(keys)
	if err != nil {
		return nil, err
	}
	rows, err := g.tx.QueryContext(g.ctx, `SELECT key, origin FROM body
		WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key DESC`, string(list))
	if err != nil {
		return nil, err
	}
	best, most := keys[0], -1
	for rows.Next() {
		var key int64
		var other string
		if err := rows.Scan(&key, &other); err != nil {
			return nil, cmp.Or(err, rows.Close())
		}
		if n := sharedFolders(origin, other); n > most && other != origin {
			best, most = key, n
		}
	}
	return []int64{best}, cmp.Or(rows.Err(), rows.Close())
}

// sharedFolders counts the parts that two addresses have in common from their
// start.
func sharedFolders(a, b string) int {
	n := 0
	for i := 0; i < min(len(a), len(b)) && a[i] == b[i]; i++ {
		if a[i] == '/' {
			n++
		}
	}
	return n
}
