// Package search finds the articles that a query asks for. Each condition of a query is
// one question to SQLite, which answers with a set of keys; what stands between them,
// and, or, not, is worked out with the sets. So a count is exact and costs nothing more,
// and no query is slower than the sum of its conditions.
package search

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"lede/articles"
	"lede/articles/query"
	"lede/store/keyset"
)

// few is how little a query finds for another spelling of its words to be looked for.
const few = 3

// find finds the articles that a query asks for, as the library is within a transaction.
func find(ctx context.Context, tx *sql.Tx, kept *Session, q query.Query, order articles.Order, now time.Time) (articles.Found, error) {
	s := &searcher{ctx: ctx, tx: tx, kept: kept, now: now}
	if q.Ordered {
		order = q.Order
	}
	found, err := s.find(q, order)
	if err != nil || len(found.Keys) >= few || len(q.Texts()) == 0 {
		return found, err
	}
	meant, ok, err := s.meant(q)
	if err != nil || !ok {
		return found, err
	}
	near, err := s.find(meant, order)
	if err != nil {
		return found, err
	}
	had := keyset.Of(found.Keys...)
	for _, key := range near.Keys {
		if !had.Has(key) {
			found.Near = append(found.Near, key)
		}
	}
	if len(found.Near) > 0 {
		found.Meant = meant.Map(func(t query.Text) query.Text {
			t.Prefix = t.Prefix && !t.Begun // it is not to be read while it is typed
			return t
		}).String()
	}
	return found, nil
}

// searcher answers one query.
type searcher struct {
	ctx  context.Context //nolint:containedctx // lives as long as one call
	tx   *sql.Tx
	kept *Session
	now  time.Time
	// forms has words found by other forms of them too.
	forms bool
	// formed says that there were other forms.
	formed   bool
	short    bool // see [articles.Found]
	query    query.Query
	original string // see [articles.Found]
}

// find finds what a query asks for: what has its words as they stand, and behind it what
// has other forms of them.
func (s *searcher) find(q query.Query, order articles.Order) (articles.Found, error) {
	literal, more, err := s.sets(q)
	if err != nil {
		return articles.Found{}, err
	}
	found := articles.Found{Literal: literal.Len(), Original: s.original, Short: s.short}
	s.forms = false
	if found.Keys, err = s.ordered(q, literal, order); err != nil || more.Len() == 0 {
		return found, err
	}
	s.forms = true
	behind, err := s.ordered(q, more, order)
	found.Keys = append(found.Keys, behind...)
	return found, err
}

// sets are what has the words of a query as they stand, and what more has other forms of
// them, each without what stands behind another one of it.
func (s *searcher) sets(q query.Query) (literal, more keyset.Set, err error) {
	s.query, s.forms, s.formed = q, false, false
	all, err := s.node(q.Where)
	if err == nil {
		literal, err = s.inFront(q, all)
	}
	if err != nil || len(q.Texts()) == 0 {
		return literal, more, err
	}
	s.forms = true
	if more, err = s.node(q.Where); err == nil && s.formed {
		more, err = s.inFront(q, more)
	}
	if err != nil || !s.formed {
		return literal, keyset.Set{}, err
	}
	return literal, more.Without(all), nil
}

// node is what a part of a query finds.
func (s *searcher) node(n query.Node) (keyset.Set, error) {
	switch n := n.(type) {
	case nil:
		return s.everything()
	case query.And:
		return s.and(n)
	case query.Or:
		var sum keyset.Set
		for _, each := range n {
			set, err := s.node(each)
			if err != nil {
				return sum, err
			}
			sum = sum.Or(set)
		}
		return sum, nil
	case query.Not:
		set, err := s.node(n.Node)
		if err != nil {
			return set, err
		}
		all, err := s.everything()
		return all.Without(set), err
	case query.Text:
		return s.text(n)
	case query.Is:
		return s.is(n)
	case query.Named:
		return s.named(n)
	case query.Number:
		return s.number(n)
	case query.Time:
		return s.time(n)
	case query.Has:
		return s.has(n)
	}
	return keyset.Set{}, fmt.Errorf("search by %T", n)
}

// and is what all parts find. What is to be left out is taken off last: nothing needs to
// know all that there is then.
func (s *searcher) and(parts query.And) (keyset.Set, error) {
	var sum, off keyset.Set
	first := true
	for _, each := range parts {
		not, isNot := each.(query.Not)
		if isNot {
			each = not.Node
		}
		set, err := s.node(each)
		switch {
		case err != nil:
			return sum, err
		case isNot:
			off = off.Or(set)
		case first:
			sum, first = set, false
		default:
			sum = sum.And(set)
		}
	}
	if first {
		all, err := s.everything()
		if err != nil {
			return sum, err
		}
		sum = all
	}
	return sum.Without(off), nil
}

func (s *searcher) everything() (keyset.Set, error) {
	return s.keys(`SELECT group_concat(key) FROM article`)
}

// keys is the set that a question answers with: one row, the keys parted by commas. That
// is many times faster than a row for each.
func (s *searcher) keys(question string, args ...any) (keyset.Set, error) {
	name := fmt.Sprint(question, args)
	if set, ok := s.kept.sets[name]; ok {
		return set, nil
	}
	var list sql.RawBytes
	rows, err := s.tx.QueryContext(s.ctx, question, args...)
	if err != nil {
		return keyset.Set{}, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var set keyset.Set
	for rows.Next() {
		if err := rows.Scan(&list); err != nil {
			return set, err
		}
		set = keyset.Parse(list)
	}
	if rows.Err() == nil {
		s.kept.sets[name] = set
	}
	return set, rows.Err()
}
