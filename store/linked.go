package store

import (
	"context"
	"fmt"

	"lede/articles"
)

// Linked finds the article that a link leads to, which may be known under any
// of the names: its id, URL, origin or slug, or else, by the last of them, its
// title. Of several it is the one that came last. It is empty when the library
// has none.
func (s *Store) Linked(ctx context.Context, names []string) (articles.ID, error) {
	var ways []way
	for _, name := range names {
		if name != "" {
			ways = append(ways, waysTo(name)[:2]...)
		}
	}
	if n := len(names); n > 0 && sortTitle(names[n-1]) != "" {
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
