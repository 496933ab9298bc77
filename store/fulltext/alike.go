package fulltext

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"lede/articles/markdown"
	"lede/articles/tokens"
)

// Alike is an article that shares telling words with a text.
type Alike struct {
	Key   int64
	Score float64  // from 0 to 1: as much as the text shares with itself
	Words []string // those shared, the most telling first
}

// A text is compared by a few of its words, those that tell most of it: they stand in it
// often, and in few other articles. The figures are those of BM25 (Robertson and Zaragoza,
// The Probabilistic Relevance Framework, 2009).
const (
	comparedWords = 40
	comparedText  = 64 << 10 // bytes: a long text says in its beginning what it is about
	fewArticles   = 200      // that have a word for it to tell something
	titleWeight   = 3        // a word of the title counts as three of the text
	saturation    = 1.2      // k1
	lengthWeight  = 0.75     // b
)

// AlikeTo finds at most n articles that share telling words with a text under a title, the
// nearest first.
func AlikeTo(ctx context.Context, tx *sql.Tx, title, source string, n int) ([]Alike, error) {
	words, err := telling(ctx, tx, counted(title, source))
	if err != nil {
		return nil, err
	}
	found, err := sharing(ctx, tx, words)
	if err != nil {
		return nil, err
	}
	all := slices.SortedFunc(maps.Values(found), func(a, b *shared) int {
		return cmp.Or(cmp.Compare(b.score(1), a.score(1)), cmp.Compare(b.key, a.key))
	})
	all = all[:min(3*n, len(all))]
	if err := measure(ctx, tx, all); err != nil {
		return nil, err
	}
	most := 0.0
	for _, w := range words {
		most += w.weight * (saturation + 1)
	}
	out := make([]Alike, 0, len(all))
	for _, s := range all {
		out = append(out, Alike{s.key, s.score(math.Sqrt(s.length)) / most, s.words()})
	}
	slices.SortFunc(out, func(a, b Alike) int { return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(b.Key, a.Key)) })
	return out[:min(n, len(out))], nil
}

// counted is how often each word stands in a text.
func counted(title, source string) map[string]int {
	counts := map[string]int{}
	add := func(text string, weight int) {
		tokens.Each(text, func(token string, _, _ int) bool {
			counts[token] += weight
			return true
		})
	}
	add(title, titleWeight)
	if len(source) > comparedText {
		source = source[:strings.LastIndexByte(source[:comparedText], '\n')+1]
	}
	d := markdown.Parse(source)
	for i := range d.Chunks {
		add(d.Plain(i), 1)
	}
	return counts
}

// word is one that texts are compared by.
type word struct {
	text   string
	weight float64 // how much it tells of the text
	idf    float64
}

// telling picks the words that tell most of a text.
func telling(ctx context.Context, tx *sql.Tx, counts map[string]int) ([]word, error) {
	var total float64
	if err := tx.QueryRowContext(ctx, `SELECT total FROM tally`).Scan(&total); err != nil {
		return nil, err
	}
	names := make([]string, 0, len(counts))
	for name := range counts {
		if utf8.RuneCountInString(name) > 1 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	list, err := json.Marshal(names)
	if err != nil {
		return nil, err
	}
	rows, err := tx.QueryContext(ctx, `SELECT word, docs FROM json_each(?) JOIN word ON word = value
		WHERE docs BETWEEN 1 AND ?`, string(list), fewArticles)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var all []word
	for rows.Next() {
		var w word
		var docs float64
		if err := rows.Scan(&w.text, &docs); err != nil {
			return nil, err
		}
		w.idf = math.Log(1 + (total-docs+.5)/(docs+.5))
		w.weight = w.idf * saturated(float64(counts[w.text]), 1)
		all = append(all, w)
	}
	slices.SortFunc(all, func(a, b word) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.text, b.text)) })
	return all[:min(comparedWords, len(all))], rows.Err()
}

// saturated is how much it says that a word stands so often in a text of a length, of
// which 1 is usual.
func saturated(times, length float64) float64 {
	return times * (saturation + 1) / (times + saturation*(1-lengthWeight+lengthWeight*length))
}

// shared is what an article shares with a text.
type shared struct {
	key    int64
	length float64 // of its text; 1 is usual
	of     []word
	times  []float64 // that it has each
}

func (s *shared) score(length float64) float64 {
	var sum float64
	for i, w := range s.of {
		sum += w.weight * saturated(s.times[i], length)
	}
	return sum
}

func (s *shared) words() []string {
	all := make([]string, len(s.of))
	for i, w := range s.of {
		all[i] = w.text
	}
	return all
}

// sharing finds the articles that have some words.
func sharing(ctx context.Context, tx *sql.Tx, words []word) (map[int64]*shared, error) {
	find, err := tx.PrepareContext(ctx, `SELECT doc, count(*) FROM fulltext_instance WHERE term = ? GROUP BY doc`)
	if err != nil {
		return nil, err
	}
	defer find.Close() //nolint:errcheck // it only read
	found := map[int64]*shared{}
	for _, w := range words {
		rows, err := find.QueryContext(ctx, w.text)
		if err != nil {
			return nil, err
		}
		for rows.Next() {
			var key int64
			var times float64
			if err := rows.Scan(&key, &times); err != nil {
				return nil, cmp.Or(err, rows.Close())
			}
			s := found[key]
			if s == nil {
				s = &shared{key: key, length: 1}
				found[key] = s
			}
			s.of, s.times = append(s.of, w), append(s.times, times)
		}
		if err := cmp.Or(rows.Err(), rows.Close()); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// measure finds how long the texts of articles are.
func measure(ctx context.Context, tx *sql.Tx, all []*shared) error {
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
	const usual = 800 // words of an article
	for rows.Next() {
		var key int64
		var words float64
		if err := rows.Scan(&key, &words); err != nil {
			return err
		}
		byKey[key].length = words / usual
	}
	return rows.Err()
}
