package search

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"lede/articles"
	"lede/articles/query"
	"lede/store/spelling"
	"lede/store/tags"
)

// mostValues is how many values of a field are told at a time: more than are looked
// through.
const mostValues = 100

// Values are the values of a field that have a word beginning as typed, those of most
// articles first.
func Values(ctx context.Context, db *sql.DB, field query.Field, typed string) ([]articles.ValueCount, error) {
	switch field {
	case query.Tag:
		return ofTraits(ctx, db, 3, "article.tags", typed)
	case query.Author:
		return ofTraits(ctx, db, 4, "article.author", typed)
	case query.Site:
		return ofTraits(ctx, db, 5, "article.site", typed)
	case query.Series:
		return ofTraits(ctx, db, 7, "''", typed)
	case query.Feed:
		return tallied(ctx, db, `SELECT coalesce(nullif(name, ''), nullif(title, ''), url), articles FROM feed JOIN feed_tally ON feed = key`, typed)
	case query.Folder:
		return folders(ctx, db, typed)
	}
	return nil, nil
}

// ofTraits are values that are traits of a kind. They are spelled as in the article that
// was added first, if a column says how.
func ofTraits(ctx context.Context, db *sql.DB, kind int, column, typed string) ([]articles.ValueCount, error) {
	folded := strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(spelling.Fold(typed))
	// Only values are compared that are left when all are counted: to compare those of
	// each article takes several times as long.
	rows, err := db.QueryContext(ctx, `SELECT value, n, coalesce(`+column+`, '') FROM
		(SELECT value, count(*) AS n, min(article) AS first FROM trait WHERE kind = ?1 GROUP BY value
			HAVING instr(value, char(10)) = 0 AND (?2 = '' OR value LIKE ?2 || '%' ESCAPE '\' OR value LIKE '% ' || ?2 || '%' ESCAPE '\')
			ORDER BY n DESC, value LIMIT ?3)
		LEFT JOIN article ON key = first ORDER BY n DESC, value`, kind, folded, mostValues)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var all []articles.ValueCount
	for rows.Next() {
		var folded, lines string
		var v articles.ValueCount
		if err := rows.Scan(&folded, &v.Articles, &lines); err != nil {
			return nil, err
		}
		v.Value = articles.CleanLine(cmp.Or(tags.Find(tags.Split(lines), folded), folded))
		all = append(all, v)
	}
	return all, rows.Err()
}

// tallied are the values that a question answers with, each with its number.
func tallied(ctx context.Context, db *sql.DB, question, typed string) ([]articles.ValueCount, error) {
	rows, err := db.QueryContext(ctx, question)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	sums := map[string]int{}
	for rows.Next() {
		var value string
		var n int
		if err := rows.Scan(&value, &n); err != nil {
			return nil, err
		}
		sums[articles.CleanLine(value)] += n
	}
	return sorted(sums, typed), rows.Err()
}

// folders are those of feeds, by their paths, and those of the disk.
func folders(ctx context.Context, db *sql.DB, typed string) ([]articles.ValueCount, error) {
	all, err := tallied(ctx, db, `SELECT path, articles FROM folder JOIN folder_tally ON folder = key`, typed)
	if err != nil {
		return nil, err
	}
	rows, err := db.QueryContext(ctx, `SELECT folders, articles FROM feed JOIN feed_tally ON feed = key`)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	sums := map[string]int{}
	for rows.Next() {
		var list string
		var n int
		if err := rows.Scan(&list, &n); err != nil {
			return nil, err
		}
		var paths [][]string
		if json.Unmarshal([]byte(list), &paths) != nil {
			continue // what is no list of them names none
		}
		for _, path := range paths {
			sums[articles.CleanLine(strings.Join(path, "/"))] += n
		}
	}
	return byCount(append(sorted(sums, typed), all...)), rows.Err()
}

// sorted are the values that have a word beginning as typed.
func sorted(sums map[string]int, typed string) []articles.ValueCount {
	var all []articles.ValueCount
	for value, n := range sums {
		if value != "" && begins(spelling.Fold(value), spelling.Fold(typed)) {
			all = append(all, articles.ValueCount{Value: value, Articles: n})
		}
	}
	return byCount(all)
}

func byCount(all []articles.ValueCount) []articles.ValueCount {
	slices.SortFunc(all, func(a, b articles.ValueCount) int {
		return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(a.Value, b.Value))
	})
	return all[:min(len(all), mostValues)]
}

// begins reports whether a value or a word in it begins as typed.
func begins(value, typed string) bool {
	for at := 0; ; {
		i := strings.Index(value[at:], typed)
		if i < 0 {
			return false
		}
		if at += i; at == 0 || !unicode.IsLetter(rune(value[at-1])) && value[at-1] < 0x80 {
			return true
		}
		at++
	}
}
