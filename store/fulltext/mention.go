package fulltext

import (
	"context"
	"database/sql"
	"slices"
	"strings"
)

const (
	namingWords  = 40  // of a subject, of which others may have their titles
	mostNamed    = 300 // titles with such words that are compared
	mostMentions = 50
	// A title is mentioned where it stands, if its words tell together as much as one does
	// that one article in twenty has; one word alone must tell more: "Notes" is no name.
	tellingTitle = 3
	tellingWord  = 4.5
	anyWord      = .5 // that a word tells as one of several
)

// Mentioned finds the articles whose titles stand in the text.
func (s *Subject) Mentioned(ctx context.Context, tx *sql.Tx) ([]int64, error) {
	words := s.telling(fewArticles)
	if len(words) == 0 {
		return nil, nil
	}
	names := make([]string, 0, namingWords)
	for _, w := range words[:min(namingWords, len(words))] {
		names = append(names, quoted(w.text))
	}
	rows, err := tx.QueryContext(ctx, `SELECT key, title FROM article WHERE key IN (
		SELECT rowid FROM fulltext_name WHERE fulltext_name MATCH ? ORDER BY rowid DESC LIMIT ?)`,
		"title : ("+strings.Join(names, " OR ")+")", mostNamed)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var found []int64
	for rows.Next() {
		var key int64
		var title string
		if err := rows.Scan(&key, &title); err != nil {
			return nil, err
		}
		if key != s.own && s.mentions(title) {
			found = append(found, key)
		}
	}
	return found, rows.Err()
}

// mentions reports whether a whole title stands in the text, and is not that of the
// subject.
func (s *Subject) mentions(title string) bool {
	name := usesOf(title)
	if !s.isName(name) || slices.EqualFunc(name, s.title, func(a, b use) bool { return a.word == b.word }) {
		return false
	}
	rarest, before := &word{}, 0
	for i, u := range name {
		if w := s.words[u.word]; w != nil && w.idf > rarest.idf {
			rarest, before = w, i
		}
	}
	same := func(a, b use) bool { return a.word == b.word && (len(name) > 1 || a.written == b.written) }
	return slices.ContainsFunc(rarest.at, func(at int) bool {
		at -= before
		return at >= 0 && at+len(name) <= len(s.text) && slices.EqualFunc(name, s.text[at:at+len(name)], same)
	})
}

// isName reports whether a title tells an article from others, where it stands in a text.
func (s *Subject) isName(title []use) bool {
	tells := anyWord * float64(len(title))
	for _, u := range title {
		if w := s.words[u.word]; w != nil {
			tells += w.idf
		}
	}
	if len(title) == 1 {
		return tells >= tellingWord
	}
	return tells >= tellingTitle
}

// Mentioning finds articles in whose texts the title stands; one word is no title to
// tell by.
func (s *Subject) Mentioning(ctx context.Context, tx *sql.Tx) ([]int64, error) {
	rare := slices.ContainsFunc(s.title, func(u use) bool { return s.words[u.word].idf > 0 })
	if !rare || !s.isName(s.title) || len(s.title) < 2 {
		return nil, nil
	}
	phrase := make([]string, len(s.title))
	for i, u := range s.title {
		phrase[i] = u.word
	}
	rows, err := tx.QueryContext(ctx, `SELECT rowid FROM fulltext WHERE fulltext MATCH ? ORDER BY rowid DESC LIMIT ?`,
		quoted(strings.Join(phrase, " ")), mostMentions)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var found []int64
	for rows.Next() {
		var key int64
		if err := rows.Scan(&key); err != nil {
			return nil, err
		}
		if key != s.own {
			found = append(found, key)
		}
	}
	return found, rows.Err()
}

// quoted is a phrase as FTS5 reads it: tokens have no quotes.
func quoted(words string) string { return `"` + words + `"` }
