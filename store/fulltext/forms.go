package fulltext

import (
	"context"
	"database/sql"
	"strings"

	"github.com/kljensen/snowball/english"
)

// What Forms looks at, at most.
const (
	mostForms   = 12
	longestEnd  = 6    // letters that a form may have more than its stem
	mostAsked   = 5000 // words that begin alike
	shortestRun = 3    // letters of a word that has forms
)

// Forms are the other forms of an English word that articles have, those that most have
// first: of "reading" they are "read", "reads" and "readings".
func Forms(ctx context.Context, tx *sql.Tx, word string) ([]string, error) {
	if len(word) < shortestRun || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") != "" {
		return nil, nil
	}
	stem := english.Stem(word, true)
	begins := stem
	for !strings.HasPrefix(word, begins) {
		begins = begins[:len(begins)-1] // the stem of "happy" is "happi"
	}
	if len(begins) < 2 {
		return nil, nil
	}
	rows, err := tx.QueryContext(ctx, `SELECT word FROM (SELECT word, docs FROM word
		WHERE word >= ?1 AND word < ?2 AND length(word) <= ?3 LIMIT ?4) ORDER BY docs DESC, word`,
		begins, after(begins), len(stem)+longestEnd, mostAsked)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var forms []string
	for rows.Next() && len(forms) < mostForms {
		var other string
		if err := rows.Scan(&other); err != nil {
			return nil, err
		}
		if other != word && english.Stem(other, true) == stem {
			forms = append(forms, other)
		}
	}
	return forms, rows.Err()
}

// after is behind all words that begin so.
func after(begins string) string { return begins + "\U0010ffff" }
