package search

import (
	"lede/articles/query"
	"lede/articles/tokens"
	"lede/store/fulltext"
)

// meant is the query with the words that hardly an article has in the spelling of one that
// more have; ok is false when there is no such word.
func (s *searcher) meant(q query.Query) (meant query.Query, ok bool, err error) {
	meant = q.Map(func(t query.Text) query.Text {
		words := tokens.Of(t.Words)
		if err != nil || len(words) != 1 {
			return t
		}
		near, found, failed := fulltext.Nearest(s.ctx, s.tx, words[0], t.Prefix)
		if err = failed; found {
			t.Words, ok = near, true
		}
		return t
	})
	return meant, ok, err
}
