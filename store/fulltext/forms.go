package fulltext

import (
	"context"
	"database/sql"

	"lede/articles/tokens"
)

// What Forms looks at, at most.
const (
	mostForms = 12
	mostAsked = 5000 // words that begin alike
)

// Forms are the other forms of an English word that articles have, those that most have
// first: of "reading" they are "read", "reads" and "readings".
func Forms(ctx context.Context, tx *sql.Tx, word string) ([]string, error) {
	stem, ok := tokens.StemOf(word)
	if !ok {
		return nil, nil
	}
	rows, err := tx.QueryContext(ctx, `SELECT word FROM (SELECT word, docs FROM word
		WHERE word >= ?1 AND word < ?2 AND length(word) <= ?3 LIMIT ?4) ORDER BY docs DESC, word`,
		stem.Begins(), after(stem.Begins()), stem.Longest(), mostAsked)
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
		if other != word && stem.Has(other) {
			forms = append(forms, other)
		}
	}
	return forms, rows.Err()
}

// after is behind all words that begin so.
func after(begins string) string { return begins + "\U0010ffff" }
