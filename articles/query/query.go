package query

import (
	"slices"
	"strings"

	"lede/articles"
)

// Query asks for articles, in an order. The zero Query asks for all of them.
type Query struct {
	_ [0]func() // there is no ==, which would fail on parts that are lists: see Equal

	Where   Node // nil for all articles
	Order   articles.Order
	Ordered bool // the query says in which order; else Order means nothing

	// Each asks also for what stands behind another article that is found. Lists leave it
	// out: that one's row stands for it.
	Each bool
	// Unfolded asks also for what is folded behind another article that is found.
	Unfolded bool
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
	q.Where, q.Each = All(q.Where, other.Where), q.Each || other.Each
	q.Unfolded = q.Unfolded || other.Unfolded
	return q
}

// Texts are the texts that articles are found by, each once: those to mark in what is
// shown of them.
func (q Query) Texts() []Text { return texts(nil, q.Where, true) }

// Said is how some texts were typed in a query, one behind the other.
func Said(all []Text) string {
	said := make([]string, len(all))
	for i, t := range all {
		t.Prefix = t.Prefix && !t.Begun
		said[i] = Query{Where: t}.String()
	}
	return strings.Join(said, " ")
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

// On asks for what a query finds on a shelf. The archive is no part of the shelf of all,
// but where the query itself asks for what is archived, or is starred: among the starred
// stands what is archived, too. Copies are asked for wherever they stand.
func (q Query) On(shelf articles.Shelf) Query {
	elsewhere := func(n Node) bool {
		named, ok := n.(Named)
		return ok && named.Field == Copies || shelf == articles.All && (n == Archived || n == Starred)
	}
	if some(q.Where, elsewhere) {
		return q
	}
	return OfShelf(shelf).With(q)
}

// HasConditions reports whether a query is more than words.
func (q Query) HasConditions() bool {
	return q.Ordered || some(q.Where, func(n Node) bool {
		t, ok := n.(Text)
		return !ok || t.Title
	})
}

// AsksForBehind reports whether a query is about what stands behind others: then it is no
// less than they are.
func (q Query) AsksForBehind() bool {
	return some(q.Where, func(n Node) bool {
		named, ok := n.(Named)
		return ok && named.Field == Copies || n == Behind
	})
}

// some reports whether yes holds of one of the nodes that are not made of others.
func some(n Node, yes func(Node) bool) bool {
	again := func(n Node) bool { return some(n, yes) }
	switch n := n.(type) {
	case nil:
		return false
	case And:
		return slices.ContainsFunc(n, again)
	case Or:
		return slices.ContainsFunc(n, again)
	case Not:
		return again(n.Node)
	}
	return yes(n)
}

// Map is the query with something else in the place of each of its texts.
func (q Query) Map(f func(Text) Text) Query {
	q.Where = mapped(q.Where, func(n Node) Node {
		if t, ok := n.(Text); ok {
			return f(t)
		}
		return n
	})
	return q
}

// RenameTag is the query with a tag called by another name, and whether it asks for the tag.
func (q Query) RenameTag(from, to string) (Query, bool) {
	asks := false
	q.Where = mapped(q.Where, func(n Node) Node {
		named, ok := n.(Named)
		if !ok || named.Field != Tag || named.Prefix || !named.Match()(from) || !(Named{Field: Tag, Value: from}).Match()(named.Value) {
			return n
		}
		asks = true
		return Named{Field: Tag, Value: to}
	})
	return q, asks
}

// mapped is a node with something else in the place of each that is not made of others.
func mapped(n Node, f func(Node) Node) Node {
	switch n := n.(type) {
	case And:
		return And(mappedAll(n, f))
	case Or:
		return Or(mappedAll(n, f))
	case Not:
		return Not{mapped(n.Node, f)}
	case nil:
		return nil
	}
	return f(n)
}

func mappedAll(all []Node, f func(Node) Node) []Node {
	out := make([]Node, len(all))
	for i, n := range all {
		out[i] = mapped(n, f)
	}
	return out
}
