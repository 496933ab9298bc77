package search

import (
	"strings"

	"lede/articles/query"
	"lede/articles/tokens"
	"lede/store/fulltext"
)

// meant is the query with other words in the place of those that no article has or, when
// all are known, of those that hardly any has; ok is false when there are none.
func (s *searcher) meant(q query.Query) (meant query.Query, ok bool, err error) {
	for _, known := range [...]bool{false, true} {
		meant = q.Map(func(t query.Text) query.Text {
			words := tokens.Of(t.Words)
			slip := false
			for i, word := range words {
				if err != nil {
					break
				}
				var near string
				var found bool
				if near, found, err = fulltext.Nearest(s.ctx, s.tx, word, t.Prefix && i == len(words)-1, known); found {
					words[i], slip = near, true
				}
			}
			if slip {
				t.Words, ok = strings.Join(words, " "), true
			}
			return t
		})
		if ok || err != nil {
			break
		}
	}
	return meant, ok, err
}
