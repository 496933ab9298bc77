package search

import (
	"database/sql"
	"errors"

	"lede/articles/query"
	"lede/store/keyset"
	"lede/store/stories"
)

// inFront is a set without what stands behind another article of it: that one's row stands
// for it. A query for words leaves out only copies of a story, for what was folded with an
// article tells another one, and a query for what stands behind others leaves out nothing.
func (s *searcher) inFront(q query.Query, set keyset.Set) (keyset.Set, error) {
	if set.Len() < 2 || q.Each || q.AsksForBehind() {
		return set, nil
	}
	which := ""
	if q.Unfolded || len(q.Texts()) > 0 {
		which = ` AND aside = 1`
	}
	keys, fronts, err := s.behind(which)
	if err != nil {
		return set, err
	}
	var hidden []int64
	for i, key := range keys {
		if set.Has(fronts[i]) && set.Has(key) {
			hidden = append(hidden, key)
		}
	}
	return set.Without(keyset.Of(hidden...)), nil
}

// behind is what stands behind others, and what each stands behind.
func (s *searcher) behind(which string) (keys, fronts []int64, err error) {
	from := ` FROM article INDEXED BY article_behind WHERE behind IS NOT NULL` + which + ` ORDER BY behind, aside, key)`
	if keys, err = s.listed(`SELECT group_concat(key) FROM (SELECT key` + from); err == nil {
		fronts, err = s.listed(`SELECT group_concat(behind) FROM (SELECT behind` + from)
	}
	return keys, fronts, err
}

// listed is list, kept for the next query.
func (s *searcher) listed(question string) ([]int64, error) {
	if all, ok := s.kept.lists[question]; ok {
		return all, nil
	}
	all, err := s.list(question)
	if err == nil {
		s.kept.lists[question] = all
	}
	return all, err
}

// hasListed reports whether that is known already.
func (s *searcher) hasListed(question string) bool { return s.kept.lists[question] != nil }

// copies are the others that tell the same story as an article. What names none, or, whole
// as it stands, several, is a mistake in the query.
func (s *searcher) copies(n query.Named) (keyset.Set, error) {
	title, several, err := stories.Original(s.ctx, s.tx, n.Value)
	needs := string(n.Field) + ":" + query.Quote(n.Value) + " needs the id of an article: "
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return keyset.Set{}, s.query.Refuse(n, needs+"none begins so")
	case err != nil:
		return keyset.Set{}, err
	case several && !n.Prefix:
		return keyset.Set{}, s.query.Refuse(n, needs+"several begin so")
	}
	s.original = title
	return s.keys(`SELECT group_concat(key) FROM (`+stories.Copies+`)`, n.Value)
}
