package search

import (
	"cmp"
	"slices"
	"strings"

	"lede/articles"
	"lede/articles/query"
	"lede/articles/tokens"
	"lede/store/fulltext"
	"lede/store/keyset"
	"lede/store/order"
)

// mostSorted is how many articles are sorted by looking each up, unless the order of all is
// known already; of more than that, the index of an order is gone through.
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
	if how.Index != "" {
		question := `SELECT group_concat(key) FROM (SELECT key FROM article INDEXED BY archived_` + how.Index +
			` WHERE aside = 0 AND archived = 0 ORDER BY ` + columns + `)`
		if n > mostSorted || s.hasListed(question) {
			all, err := s.sorted(question, set, n)
			if err != nil || len(all) == n {
				return all, err
			}
		}
	}
	if n <= mostSorted {
		return s.list(`SELECT group_concat(key) FROM (SELECT key FROM article WHERE key IN (SELECT value FROM json_each(?))
			ORDER BY `+columns+`)`, set.JSON())
	}
	return s.sorted(`SELECT group_concat(key) FROM (SELECT key FROM article ORDER BY `+columns+`)`, set, n)
}

// sorted is what is in a set of n, in the order of a question that asks for all articles.
func (s *searcher) sorted(question string, set keyset.Set, n int) ([]int64, error) {
	all, err := s.listed(question)
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
	if len(all) <= mostWeighed {
		if err := s.weigh(q, all); err != nil {
			return nil, err
		}
	}
	set = keyset.Of(all...) // a damaged index has more
	names, _, err := s.within(q.Where, inNames)
	if names = names.And(set); err != nil || names.Len() == 0 {
		return all, err
	}
	titles, _, err := s.within(q.Where, "title : ")
	titles = titles.And(set)
	out := make([]int64, len(all))
	title, name, other := 0, titles.Len(), titles.Or(names).Len() // where the next one goes
	for _, key := range all {
		at := &other
		switch {
		case titles.Has(key):
			at = &title
		case names.Has(key):
			at = &name
		}
		out[*at] = key
		*at++
	}
	return out, err
}

// within is what has the words of a query, or other forms of them, in columns of the names,
// and whether it asks for any. Each word by itself was mostly asked for already, when it
// was typed.
func (s *searcher) within(n query.Node, columns string) (set keyset.Set, any bool, err error) {
	var parts []query.Node
	join := keyset.Set.And
	switch n := n.(type) {
	case query.Text:
		words, prefix := sought(n)
		if len(words) == 0 {
			return set, false, nil
		}
		if set, err = s.matches("fulltext_name", columns+matching(words, prefix)); err != nil || !s.forms || n.Phrase || len(words) > 1 {
			return set, true, err
		}
		forms, err := fulltext.Forms(s.ctx, s.tx, words[0])
		for _, form := range forms {
			more, err := s.matches("fulltext_name", columns+matching([]string{form}, false))
			if err != nil {
				return set, true, err
			}
			set = set.Or(more)
		}
		return set, true, err
	case query.And:
		parts = n
	case query.Or:
		parts, join = n, keyset.Set.Or
	}
	for _, part := range parts {
		has, asked, err := s.within(part, columns)
		switch {
		case err != nil:
			return set, any, err
		case asked && any:
			set = join(set, has)
		case asked:
			set, any = has, true
		}
	}
	return set, any, nil
}

// mostWeighed is how many articles are weighed by how well they match.
const mostWeighed = 3000

// weigh sorts articles, which are sorted by their age, by how well they match: the best
// first.
func (s *searcher) weigh(q query.Query, all []int64) error {
	var total int
	if err := s.tx.QueryRowContext(s.ctx, `SELECT total FROM tally`).Scan(&total); err != nil {
		return err
	}
	match, most, err := s.telling(q.Where, total/2)
	if err == nil && match == "" {
		match, most, err = s.telling(q.Where, total)
	}
	if err != nil || match == "" || most > mostWeighed {
		return err
	}
	phrase, err := s.nextTo(q.Texts())
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

// telling is MATCH for the words of a query by which BM25 weighs, and how many articles that
// finds at most. A word that more articles have than usual weighs nothing, and takes long to
// count.
func (s *searcher) telling(n query.Node, usual int) (match string, most int, err error) {
	var parts []query.Node
	join := " AND "
	switch n := n.(type) {
	case query.Text:
		words, prefix := sought(n)
		if len(words) == 0 || n.Title {
			return "", 0, nil
		}
		match = inText(words, prefix, n.Begun)
		has, err := s.matches("fulltext", match)
		if has.Len() > usual {
			match = ""
		}
		return match, has.Len(), err
	case query.And:
		parts = n
	case query.Or:
		parts, join = n, " OR "
	}
	var each []string
	for _, part := range parts {
		match, n, err := s.telling(part, usual)
		if err != nil {
			return "", 0, err
		}
		if match == "" {
			continue
		}
		if each = append(each, match); len(each) == 1 {
			most = n
		} else if join == " OR " {
			most += n
		} else {
			most = min(most, n)
		}
	}
	if len(each) > 1 {
		return "(" + strings.Join(each, join) + ")", most, nil
	}
	return strings.Join(each, ""), most, nil
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
