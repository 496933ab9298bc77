package fulltext

import (
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
	readText    = 64 << 10 // bytes of a subject: a long text says in its beginning what it is about
	fewArticles = 1000     // that have a word for it to tell something
)

// Subject is a text under a title, near which others are looked for.
type Subject struct {
	title []string
	text  []use // of the words, in their order; paragraphs are parted by one of no word
	words map[string]*word
	own   int64   // its key in the library, if it is in it
	total float64 // other articles of the library
}

// use is a word as it stands somewhere.
type use struct{ word, written string }

// word is one of a subject.
type word struct {
	text, written string
	at            []int // where it stands in the text
	inTitle       int
	docs          float64 // other articles that have it; 0 also if many have
}

// Read prepares to look for articles near one, which has a key if it is in the library.
func Read(ctx context.Context, tx *sql.Tx, key int64, title, source string) (*Subject, error) {
	if len(source) > readText {
		source = source[:strings.LastIndexByte(source[:readText], '\n')+1]
	}
	s := &Subject{own: key, words: make(map[string]*word, 1000)}
	tokens.Each(title, func(token string, from, to int) bool {
		s.title = append(s.title, token)
		s.word(token, title[from:to]).inTitle++
		return true
	})
	d := markdown.Parse(source)
	for i := range d.Chunks {
		text := d.Plain(i)
		tokens.Each(text, func(token string, from, to int) bool {
			w := s.word(token, text[from:to])
			w.at = append(w.at, len(s.text))
			s.text = append(s.text, use{token, text[from:to]})
			return true
		})
		s.text = append(s.text, use{})
	}
	return s, s.count(ctx, tx)
}

// word finds a word that stands in the subject, which keeps how it is written there: of
// several ways the one with the most accents and small letters.
func (s *Subject) word(token, written string) *word {
	w := s.words[token]
	if w == nil {
		w = &word{text: token}
		s.words[token] = w
	}
	w.written = max(w.written, written)
	return w
}

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
	list, err := json.Marshal(slices.Sorted(maps.Keys(s.words)))
	if err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, `SELECT word, docs FROM json_each(?) JOIN word ON word = value
		WHERE docs BETWEEN 1 + ? AND ?`, string(list), own, fewArticles)
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
		if utf8.RuneCountInString(name) > 1 {
			s.words[name].docs = docs - own
		}
	}
	return rows.Err()
}

// idf is how much a word tells, by how few articles have it.
func (s *Subject) idf(w *word) float64 {
	if w == nil || w.docs == 0 {
		return 0
	}
	return math.Log(1 + (s.total-w.docs+.5)/(w.docs+.5))
}
