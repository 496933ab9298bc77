package fulltext

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"maps"
	"math"
	"slices"

	"lede/store/keyset"
)

// Alike is an article that shares telling words with a subject.
type Alike struct {
	Key   int64
	Score float64  // from 0 to 1: as much as the text shares with itself
	Words []string // those shared, as the subject writes them, those that count most first
}

// A text is compared by a few of its words, those that tell most of it: they stand in it
// often, and in few other articles. The figures are those of BM25 (Robertson and Zaragoza,
// The Probabilistic Relevance Framework, 2009).
const (
	comparedWords = 16
	comparedDocs  = 200  // articles that have a word, at most
	titleWeight   = 3    // a word of the title counts as three of the text
	saturation    = 1.2  // k1
	lengthWeight  = 0.75 // b
	usualWords    = 800  // of an article
)

// Alike finds at most n articles that share telling words, the nearest first. Of those that
// tell the same story it takes the nearest, and none that tells the subject's own: copies
// are the others.
func (s *Subject) Alike(ctx context.Context, tx *sql.Tx, n int) (alike []Alike, copies []int64, err error) {
	words := s.telling(comparedDocs)
	words = words[:min(comparedWords, len(words))]
	found, err := s.sharing(ctx, tx, words)
	if err != nil {
		return nil, nil, err
	}
	for _, o := range found {
		o.measure(1)
	}
	all := slices.SortedFunc(maps.Values(found), byScore)
	all = all[:min(2*n, len(all))]
	own := &shared{key: s.own, length: float64(len(s.text)) / usualWords}
	if err := lengths(ctx, tx, append(slices.Clip(all), own)); err != nil {
		return nil, nil, err
	}
	most := 0.0
	for _, w := range words {
		own.of = append(own.of, part{w, float64(len(w.at))})
		most += w.weight * (saturation + 1)
	}
	for _, o := range all {
		o.measure(math.Sqrt(o.length))
	}
	slices.SortFunc(all, byScore)
	stories := []*shared{own}
	for _, o := range all {
		if len(stories) > n {
			break
		}
		if slices.ContainsFunc(stories, o.copies) {
			copies = append(copies, o.key)
			continue
		}
		stories = append(stories, o)
		alike = append(alike, Alike{o.key, o.score / most, o.words()})
	}
	return alike, copies, nil
}

// saturated is how much it says that a word stands so often in a text of a length, of
// which 1 is usual.
func saturated(times, length float64) float64 {
	return times * (saturation + 1) / (times + saturation*(1-lengthWeight+lengthWeight*length))
}

// shared is what an article shares with a subject.
type shared struct {
	key    int64
	length float64 // of its text; 1 is usual
	of     []part
	score  float64
}

// part is a word that is shared.
type part struct {
	*word
	times float64 // that the article has it
}

func byScore(a, b *shared) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.key, a.key))
}

// measure finds the score of an article of a length, by what it shares.
func (s *shared) measure(length float64) {
	s.score = 0
	for _, p := range s.of {
		s.score += p.counts(length)
	}
}

// counts is how much a word counts that an article of a length shares.
func (p part) counts(length float64) float64 { return p.weight * saturated(p.times, length) }

func (s *shared) words() []string {
	slices.SortStableFunc(s.of, func(a, b part) int {
		return cmp.Compare(b.counts(s.length), a.counts(s.length))
	})
	all := make([]string, len(s.of))
	for i, p := range s.of {
		all[i] = p.written
	}
	return all
}

// copies reports whether two articles have nearly all of many words as often as each
// other: they tell the same story.
func (s *shared) copies(other *shared) bool {
	const many, nearly = 10, .85
	if min(len(s.of), len(other.of)) < many || min(s.length, other.length) < .95*max(s.length, other.length) {
		return false
	}
	var both, either float64
	times := make(map[*word]float64, len(s.of))
	for _, p := range s.of {
		times[p.word] = p.times
		either += p.times
	}
	for _, p := range other.of {
		both += min(p.times, times[p.word])
		either += p.times
	}
	return both >= nearly*(either-both)
}

// sharing finds the articles that have some words.
func (s *Subject) sharing(ctx context.Context, tx *sql.Tx, words []*word) (map[int64]*shared, error) {
	names := make([]string, len(words))
	for i, w := range words {
		names[i] = w.text
	}
	list, err := json.Marshal(names)
	if err != nil {
		return nil, err
	}
	// One row for each word: with one for each place, all of it takes a fourteenth longer.
	rows, err := tx.QueryContext(ctx, `SELECT key, (SELECT group_concat(doc) FROM fulltext_instance WHERE term = value)
		FROM json_each(?)`, string(list))
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	found := map[int64]*shared{}
	for rows.Next() {
		var i int
		var places sql.RawBytes
		if err := rows.Scan(&i, &places); err != nil {
			return nil, err
		}
		for _, key := range keyset.List(places) {
			o := found[key]
			if o == nil {
				o = &shared{key: key}
				found[key] = o
			}
			if last := len(o.of) - 1; last < 0 || o.of[last].word != words[i] {
				o.of = append(o.of, part{word: words[i]})
			}
			o.of[len(o.of)-1].times++
		}
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	delete(found, s.own)
	return found, dropLost(ctx, tx, found)
}

// dropLost takes out what the library has no more: to ask that of each place of a word
// takes a fifth longer.
func dropLost(ctx context.Context, tx *sql.Tx, found map[int64]*shared) error {
	rows, err := tx.QueryContext(ctx, `SELECT key FROM lost`)
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	for rows.Next() {
		var key int64
		if err := rows.Scan(&key); err != nil {
			return err
		}
		delete(found, key)
	}
	return rows.Err()
}

// lengths finds how long the texts of articles are.
func lengths(ctx context.Context, tx *sql.Tx, all []*shared) error {
	byKey := map[int64]*shared{}
	keys := make([]int64, 0, len(all))
	for _, s := range all {
		byKey[s.key] = s
		keys = append(keys, s.key)
	}
	list, err := json.Marshal(keys)
	if err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, `SELECT key, words FROM article WHERE key IN (SELECT value FROM json_each(?))`, string(list))
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	for rows.Next() {
		var key int64
		var words float64
		if err := rows.Scan(&key, &words); err != nil {
			return err
		}
		byKey[key].length = words / usualWords
	}
	return rows.Err()
}
