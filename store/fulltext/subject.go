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

const (
	readText     = 32 << 10 // bytes of a subject: a long text says in its beginning what it is about
	mostWords    = 1200     // that are looked up: those that it has most often
	fewArticles  = 1000     // that have a word for it to tell something: at most so many, or a
	fewOfAll     = .1       // part of all
	manyArticles = 50       // tell by themselves which words are common
)

// Subject is a text under a title, near which others are looked for.
type Subject struct {
	title []use
	text  []use // of the words, in their order
	words map[string]*word
	own   int64   // its key in the library, if it is in it
	total float64 // other articles of the library
}

// use is a word as it stands somewhere.
type use struct{ word, written string }

func usesOf(text string) []use {
	var all []use
	tokens.Each(text, func(token string, from, to int) bool {
		all = append(all, use{token, text[from:to]})
		return true
	})
	return all
}

// word is one of a subject.
type word struct {
	text, written string
	at            []int // where it stands in the text
	inTitle       int
	first         int // how many words stand before it
	// How much it tells, by how few other articles have it, and how much of the subject; 0
	// if none has it, or many.
	idf, weight float64
	docs        float64
}

// Read prepares to look for articles near one, which has a key if it is in the library.
func Read(ctx context.Context, tx *sql.Tx, key int64, title, source string) (*Subject, error) {
	if len(source) > readText {
		source = source[:strings.LastIndexByte(source[:readText], '\n')+1]
	}
	s := &Subject{own: key, words: make(map[string]*word, 1000)}
	s.title = usesOf(title)
	for _, u := range s.title {
		s.word(u).inTitle++
	}
	d := markdown.Parse(source)
	for i := range d.Chunks {
		for _, u := range usesOf(d.Plain(i)) {
			w := s.word(u)
			w.at = append(w.at, len(s.text))
			s.text = append(s.text, u)
		}
	}
	return s, s.count(ctx, tx)
}

// word finds a word that stands in the subject, which keeps how it is written there: of
// several ways the one with the most accents and small letters.
func (s *Subject) word(u use) *word {
	w := s.words[u.word]
	if w == nil {
		w = &word{text: u.word, first: len(s.text)}
		s.words[u.word] = w
	}
	w.written = max(w.written, u.written)
	return w
}

// times is how often the subject has the word, one of the title counting more.
func (w *word) times() float64 { return float64(len(w.at) + titleWeight*w.inTitle) }

// count finds out how many articles have the words.
func (s *Subject) count(ctx context.Context, tx *sql.Tx) error {
	if err := tx.QueryRowContext(ctx, `SELECT total FROM tally`).Scan(&s.total); err != nil {
		return err
	}
	own := 0.0
	if s.own != 0 {
		own = 1
	}
	s.total -= own
	words := slices.SortedFunc(maps.Values(s.words), func(a, b *word) int {
		return cmp.Or(cmp.Compare(b.times(), a.times()), cmp.Compare(a.first, b.first), cmp.Compare(a.text, b.text))
	})
	var names []string
	for _, w := range words[:min(mostWords, len(words))] {
		names = append(names, w.text)
	}
	slices.Sort(names) // each page of the table once
	list, err := json.Marshal(names)
	if err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, `SELECT word, docs FROM json_each(?) JOIN word ON word = value
		WHERE docs BETWEEN 1 + ? AND ?`, string(list), own, own+min(fewArticles, 2+math.Floor(fewOfAll*s.total)))
	if err != nil {
		return err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	for rows.Next() {
		var name string
		var docs float64
		if err := rows.Scan(&name, &docs); err != nil {
			return err
		}
		if utf8.RuneCountInString(name) > 1 && !(s.total < manyArticles && tokens.IsCommon(name)) {
			w := s.words[name]
			w.docs = docs - own
			w.idf = math.Log(1 + (s.total-w.docs+.5)/(w.docs+.5))
			w.weight = w.idf * saturated(w.times(), 1)
		}
	}
	return rows.Err()
}

// telling is the words that at most so many other articles have, those that tell most of
// the subject first.
func (s *Subject) telling(docs float64) []*word {
	var all []*word
	for _, w := range s.words {
		if 0 < w.docs && w.docs <= docs {
			all = append(all, w)
		}
	}
	slices.SortFunc(all, func(a, b *word) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.text, b.text)) })
	return all
}
