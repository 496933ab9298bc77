package fulltext

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"unicode/utf8"
)

// What tells a slip from a rare word.
const (
	shortestSlip = 4  // letters
	longestSlip  = 30 // letters
	twiceFrom    = 7  // letters of a word in which two slips are looked for
	sameStart    = 3  // letters of it that are right then
	timesMore    = 10 // as many articles have what was meant
)

// Nearest is the word of the library, or the tag, that a word was most likely meant to be: one edit
// away, or two in a long word, of these the one that most articles have. Begun says that
// the word is only begun: one that others begin with is right then. Known has a word be
// looked for also in the place of one that a few articles have, when many more have that.
// Found is false when there is none.
func Nearest(ctx context.Context, tx *sql.Tx, word string, begun, known bool) (near string, found bool, err error) {
	n := utf8.RuneCountInString(word)
	if n < shortestSlip || n > longestSlip {
		return "", false, nil
	}
	var docs int
	question := `SELECT docs FROM word WHERE word = ?1`
	if begun {
		question = `SELECT sum(docs) FROM (SELECT docs FROM word WHERE word >= ?1 AND word < ?2 LIMIT 100)`
	}
	var have sql.NullInt64
	if err := tx.QueryRowContext(ctx, question, word, after(word)).Scan(&have); err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", false, err
	}
	docs = int(have.Int64)
	if docs > 0 && !known {
		return "", false, nil
	}
	list, err := json.Marshal(edits([]rune(word)))
	if err != nil {
		return "", false, err
	}
	near, err = text(tx.QueryRowContext(ctx, `SELECT word FROM (SELECT word, docs FROM json_each(?1) JOIN word ON word = value
			UNION ALL SELECT trait.value, count(*) FROM json_each(?1) edit CROSS JOIN trait ON kind = 3 AND trait.value = edit.value GROUP BY trait.value)
		WHERE docs > ?2 ORDER BY docs DESC, word LIMIT 1`, string(list), timesMore*docs))
	if err != nil || near != "" || n < twiceFrom || docs > 0 {
		return near, near != "", err
	}
	near, err = twoEdits(ctx, tx, []rune(word))
	return near, near != "", err
}

func text(row *sql.Row) (string, error) {
	var s string
	err := row.Scan(&s)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return s, err
}

// edits are the words that one slip of the fingers makes of a word: a letter left out, one
// too many, another one, or two that changed places.
func edits(word []rune) []string {
	letters := []rune("abcdefghijklmnopqrstuvwxyz")
	for _, r := range word {
		if r > 'z' && !slices.Contains(letters, r) {
			letters = append(letters, r) // of its own script
		}
	}
	var all []string
	with := func(from, to int, middle ...rune) {
		all = append(all, string(word[:from])+string(middle)+string(word[to:]))
	}
	for at := range len(word) + 1 {
		for _, r := range letters {
			with(at, at, r)
			if at < len(word) {
				with(at, at+1, r)
			}
		}
		if at < len(word) {
			with(at, at+1)
		}
		if at+1 < len(word) {
			with(at, at+2, word[at+1], word[at])
		}
	}
	return all
}

// twoEdits is the word nearest to a long one, at most two edits away, that begins like it.
func twoEdits(ctx context.Context, tx *sql.Tx, word []rune) (string, error) {
	begins := string(word[:sameStart])
	rows, err := tx.QueryContext(ctx, `SELECT word FROM word WHERE word >= ? AND word < ?
		AND length(word) BETWEEN ? AND ? ORDER BY docs DESC, word`, begins, after(begins), len(word)-2, len(word)+2)
	if err != nil {
		return "", err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	for rows.Next() {
		var other string
		if err := rows.Scan(&other); err != nil {
			return "", err
		}
		if within(word, []rune(other), 2) {
			return other, nil
		}
	}
	return "", rows.Err()
}

// within reports whether so many edits make one word of the other: Damerau's distance,
// of which no letter is edited twice.
func within(a, b []rune, most int) bool {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		least := row[0]
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
			least = min(least, row[j+1])
		}
		if least > most {
			return false
		}
		before, last, row = last, row, before
	}
	return last[len(b)] <= most
}
