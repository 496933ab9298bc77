// Package order says by which columns of the table article a library is sorted.
package order

import (
	"strings"

	"lede/articles"
)

// Order is how an order is read off an index.
type Order struct {
	Index   string   // the end of the name that the index of each shelf has; empty for none
	Columns []string // what it is sorted by, the key last
	Descend bool
}

// Of is how an order is read; one that no column tells is that of the newest.
func Of(o articles.Order) Order {
	switch o {
	case articles.MostViewed:
		return Order{"views", []string{"views", "dated", "key"}, true}
	case articles.RecentlyOpened:
		return Order{"opened", []string{"opened", "dated", "key"}, true}
	case articles.Shortest, articles.Longest:
		return Order{"length", []string{"minutes", "words", "key"}, o == articles.Longest}
	case articles.ByTitle:
		return Order{"title", []string{"sort_title", "key"}, false}
	case articles.RecentlyAdded:
		return Order{"", []string{"added", "key"}, true}
	}
	return Order{"dated", []string{"dated", "key"}, true} // the key grows with the time of adding
}

// By is what stands behind ORDER BY, from the first to the last or back.
func (o Order) By(back bool) string {
	direction := " ASC"
	if o.Descend != back {
		direction = " DESC"
	}
	return strings.Join(o.Columns, direction+", ") + direction
}
