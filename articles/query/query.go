package query

import "lede/articles"

// Query asks for articles, in an order. The zero Query asks for all of them.
type Query struct {
	_ [0]func() // there is no ==, which would fail on parts that are lists: see Equal

	Where   Node // nil for all articles
	Order   articles.Order
	Ordered bool // the query says in which order; else Order means nothing
}

// IsEmpty reports whether the query asks for nothing, not even an order.
func (q Query) IsEmpty() bool { return q.Where == nil && !q.Ordered }

// Equal reports whether both ask for the same in the same words.
func (q Query) Equal(other Query) bool { return q.String() == other.String() }

// With asks for what both queries ask for, in the order of the other where it has one.
func (q Query) With(other Query) Query {
	if other.Ordered {
		q.Order, q.Ordered = other.Order, true
	}
	q.Where = All(q.Where, other.Where)
	return q
}

// Texts are the texts that articles are found by, each once: those to mark in what is
// shown of them.
func (q Query) Texts() []Text { return texts(nil, q.Where, true) }

// On asks for what a query asks for on a shelf. The copies of an article are asked for
// wherever they stand.
func (q Query) On(shelf articles.Shelf) Query {
	parts, ok := q.Where.(And)
	if !ok {
		parts = And{q.Where}
	}
	for _, part := range parts {
		if named, ok := part.(Named); ok && named.Field == Copies {
			return q
		}
	}
	return OfShelf(shelf).With(q)
}

// OfShelf asks for what stands on a shelf.
func OfShelf(shelf articles.Shelf) Query {
	switch shelf {
	case articles.Unread:
		return Query{Where: Unread}
	case articles.InProgress:
		return Query{Where: Reading}
	case articles.Starred:
		return Query{Where: Starred}
	case articles.Archive:
		return Query{Where: Archived}
	}
	return Query{Where: Not{Archived}}
}

// Map is the query with something else in the place of each of its texts.
func (q Query) Map(f func(Text) Text) Query {
	q.Where = mapped(q.Where, f)
	return q
}

func mapped(n Node, f func(Text) Text) Node {
	switch n := n.(type) {
	case And:
		return And(mappedAll(n, f))
	case Or:
		return Or(mappedAll(n, f))
	case Not:
		return Not{mapped(n.Node, f)}
	case Text:
		return f(n)
	}
	return n
}

func mappedAll(all []Node, f func(Text) Text) []Node {
	out := make([]Node, len(all))
	for i, n := range all {
		out[i] = mapped(n, f)
	}
	return out
}
