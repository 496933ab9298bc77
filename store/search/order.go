package search

import (
	"cmp"
	"slices"
	"strings"

	"lede/articles"
	"lede/articles/query"
	"lede/articles/tokens"
	"lede/store/keyset"
	"lede/store/order"
)

// mostSorted is how many articles are sorted by looking each up; of more than that, the
// index of an order is gone through instead.
const mostSorted = 2000

// ordered is what is in a set, in an order.
func (s *searcher) ordered(q query.Query, set keyset.Set, o articles.Order) ([]int64, error) {
	n := set.Len()
	switch {
	case n == 0:
		return nil, nil
	case o == articles.BestMatch:
		return s.ranked(q, set)
	}
	how := order.Of(o)
	columns := how.By(false)
	if n <= mostSorted {
		return s.list(`SELECT group_concat(key) FROM (SELECT key FROM article WHERE key IN (SELECT value FROM json_each(?))
			ORDER BY `+columns+`)`, set.JSON())
	}
	if how.Index != "" {
		all, err := s.sorted(`SELECT key FROM article INDEXED BY archived_`+how.Index+` WHERE aside = 0 AND archived = 0 ORDER BY `+columns, set, n)
		if err != nil || len(all) == n {
			return all, err
		}
	}
	return s.sorted(`SELECT key FROM article ORDER BY `+columns, set, n)
}

// sorted is what is in a set of n, in the order of a question that asks for all articles.
func (s *searcher) sorted(question string, set keyset.Set, n int) ([]int64, error) {
	all, err := s.listed(`SELECT group_concat(key) FROM (` + question + `)`)
	if err != nil {
		return nil, err
	}
	out := make([]int64, 0, n)
	for _, key := range all {
		if set.Has(key) {
			out = append(out, key)
		}
	}
	return out, nil
}

// list is the keys that a question answers with, in their order; see keys.
func (s *searcher) list(question string, args ...any) ([]int64, error) {
	rows, err := s.tx.QueryContext(s.ctx, question, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var all []int64
	for rows.Next() {
		var text []byte
		if err := rows.Scan(&text); err != nil {
			return nil, err
		}
		all = keyset.List(text)
	}
	return all, rows.Err()
}

// ranked is what is in a set, what fits the words of a query best first: those with all
// of them in the title, then those with all in a name (the dek, the author, the site),
// then the others. Within these, those that have the words next to one another come
// first, and few are weighed by BM25 with the newer ones favoured a little; of many,
// which no weighing tells apart, the newest are the first.
func (s *searcher) ranked(q query.Query, set keyset.Set) ([]int64, error) {
	texts := q.Texts()
	all, err := s.ordered(q, set, articles.Newest)
	if err != nil || len(texts) == 0 || len(all) < 2 {
		return all, err
	}
	if len(all) <= mostWeighed && s.rarest <= mostWeighed {
		if err := s.weigh(texts, all); err != nil {
			return nil, err
		}
	}
	names, err := s.all("fulltext_name", inNames, texts)
	if err != nil || names.And(set).Len() == 0 {
		return all, err
	}
	titles, err := s.all("fulltext_name", "title : ", texts)
	var out []int64
	for _, in := range [...]keyset.Set{titles, names} {
		rest := all[:0:0]
		for _, key := range all {
			if in.Has(key) {
				out = append(out, key)
			} else {
				rest = append(rest, key)
			}
		}
		all = rest
	}
	return append(out, all...), err
}

// all is what has all of some texts in columns of a table. Each of them by itself was
// mostly asked for already, when it was typed.
func (s *searcher) all(table, columns string, texts []query.Text) (keyset.Set, error) {
	var sum keyset.Set
	first := true
	for _, t := range texts {
		words, prefix := sought(t)
		if len(words) == 0 {
			continue
		}
		has, err := s.matches(table, columns+matching(words, prefix))
		if err != nil {
			return sum, err
		}
		if first {
			sum, first = has, false
			continue
		}
		sum = sum.And(has)
	}
	return sum, nil
}

// mostWeighed is how many articles are weighed by how well they match.
const mostWeighed = 3000

// weigh sorts articles, which are sorted by their age, by how well they match: the best
// first.
func (s *searcher) weigh(texts []query.Text, all []int64) error {
	phrase, err := s.nextTo(texts)
	if err != nil {
		return err
	}
	match, err := s.telling(texts)
	if err != nil {
		return err
	}
	rows, err := s.tx.QueryContext(s.ctx, `SELECT rowid, bm25(fulltext) FROM fulltext WHERE fulltext MATCH ?`, match)
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	weights := make(map[int64]float64, len(all))
	for rows.Next() {
		var key int64
		var weight float64
		if err := rows.Scan(&key, &weight); err != nil {
			return err
		}
		weights[key] = -weight // SQLite's is below zero
	}
	for i, key := range all {
		weights[key] *= 1 + freshness*float64(len(all)-i)/float64(len(all))
		if phrase.Has(key) {
			weights[key] += inPhrase
		}
	}
	slices.SortStableFunc(all, func(a, b int64) int { return cmp.Compare(weights[b], weights[a]) })
	return rows.Err()
}

// telling is MATCH for those of some texts by which BM25 weighs: what more than half of the
// articles have weighs nothing, and takes long to count.
func (s *searcher) telling(texts []query.Text) (string, error) {
	var total int
	if err := s.tx.QueryRowContext(s.ctx, `SELECT total FROM tally`).Scan(&total); err != nil {
		return "", err
	}
	var all, telling []string
	for _, t := range texts {
		words, prefix := sought(t)
		if len(words) == 0 {
			continue
		}
		match := inText(words, prefix, t.Begun)
		has, err := s.matches("fulltext", match)
		if err != nil {
			return "", err
		}
		all = append(all, match)
		if has.Len() <= total/2 {
			telling = append(telling, match)
		}
	}
	if len(telling) == 0 {
		telling = all
	}
	return strings.Join(telling, " AND "), nil
}

const (
	freshness = .2 // how much more a new article weighs than an old one
	inPhrase  = 50 // is more than any words weigh that stand apart
)

// nextTo is what has single words of a query next to one another, as they were typed.
func (s *searcher) nextTo(texts []query.Text) (keyset.Set, error) {
	var words []string
	for _, t := range texts {
		words = append(words, tokens.Of(t.Words)...)
	}
	if len(texts) < 2 {
		return keyset.Set{}, nil
	}
	// A phrase that ends in the beginning of a common word takes long to find.
	return s.matches("fulltext", matching(words, texts[len(texts)-1].Prefix && len(words[len(words)-1]) > shortPrefix))
}
