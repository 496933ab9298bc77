package search

import (
	"encoding/json"
	"strings"

	"lede/articles/query"
	"lede/articles/tokens"
	"lede/store/keyset"
	"lede/store/spelling"
)

// is is what a reader did something with, read off the indexes of the shelves.
func (s *searcher) is(state query.Is) (keyset.Set, error) {
	switch state {
	case query.Unread:
		return s.stage(0)
	case query.Reading:
		return s.stage(1)
	case query.Read:
		return s.stage(2)
	case query.Starred:
		return s.keys(`SELECT group_concat(key) FROM article INDEXED BY starred_dated WHERE starred = 1`)
	case query.Archived:
		return s.keys(`SELECT group_concat(key) FROM article INDEXED BY archived_dated WHERE aside IN (0, 1, 2) AND archived = 1`)
	case query.Behind:
		return s.keys(`SELECT group_concat(key) FROM article INDEXED BY article_behind WHERE behind IS NOT NULL`)
	}
	return keyset.Set{}, nil
}

// stage is what is so far read. A copy of a story is as far as the one whose row stands for
// it, so that no search has more unread rows than the shelf.
func (s *searcher) stage(stage int) (keyset.Set, error) {
	const those = `SELECT group_concat(key) FROM article INDEXED BY stage_dated WHERE aside IN (0, 1, 2) AND stage = ?`
	all, err := s.keys(those, stage)
	if err != nil || s.query.Each || s.query.AsksForBehind() {
		return all, err
	}
	copies, fronts, err := s.behind(` AND aside = 1`)
	own := keyset.Of(copies...)
	var with []int64
	for i, front := range fronts {
		if all.Has(front) {
			with = append(with, copies[i])
		}
	}
	return all.Without(own).Or(keyset.Of(with...)), err
}

// number is what has so much of something.
func (s *searcher) number(n query.Number) (keyset.Set, error) {
	column, index := "views", "archived_views"
	switch n.Quantity {
	case query.Minutes:
		column, index = "minutes", "archived_length"
	case query.Words:
		column, index = "words", "archived_length"
	}
	compare := string(n.Compare)
	if n.Compare == query.Equal {
		compare = "="
	}
	return s.keys(`SELECT group_concat(key) FROM article INDEXED BY `+index+` WHERE aside IN (0, 1, 2) AND archived IN (0, 1) AND `+column+" "+compare+" ?", n.N)
}

// none is the time of what never happened, as the library keeps it.
const none = -62135596800000

// time is that to which something happened at some time.
func (s *searcher) time(t query.Time) (keyset.Set, error) {
	column := map[query.Event]string{query.Published: "published", query.Added: "added", query.Opened: "opened"}[t.Event]
	question, args := `SELECT group_concat(key) FROM article WHERE `+column+` > ?`, []any{int64(none)}
	from, before := t.Span(s.now)
	if !from.IsZero() {
		question, args = question+" AND "+column+" >= ?", append(args, from.UnixMilli())
	}
	if !before.IsZero() {
		question, args = question+" AND "+column+" < ?", append(args, before.UnixMilli())
	}
	return s.keys(question, args...)
}

// has is what has a part of the anatomy of articles.
func (s *searcher) has(h query.Has) (keyset.Set, error) {
	switch h {
	case query.HasDek, query.HasAuthor, query.HasTags:
		return s.keys(`SELECT group_concat(key) FROM article WHERE ` + string(h) + ` <> ''`)
	case query.HasDate:
		return s.keys(`SELECT group_concat(key) FROM article WHERE published > ?`, int64(none))
	}
	return s.matches("fulltext_name", `has : "`+string(h)+`"`)
}

// named is what has a name.
func (s *searcher) named(n query.Named) (keyset.Set, error) {
	switch n.Field {
	case query.Author, query.Site:
		words := tokens.Of(n.Value)
		if len(words) == 0 {
			return keyset.Set{}, nil
		}
		return s.matches("fulltext_name", string(n.Field)+" : "+matching(words, n.Prefix || tokens.Begins(words[len(words)-1])))
	case query.Feed:
		return s.feeds(n)
	case query.Folder:
		return s.folder(n)
	case query.Series:
		return s.traits(7, n)
	case query.Copies:
		return s.copies(n)
	}
	return s.traits(3, n)
}

// traits is what has a trait of a kind with a name that is meant: of tags, or of series.
func (s *searcher) traits(kind int, n query.Named) (keyset.Set, error) {
	match := n.Match()
	names, err := s.strings(`SELECT DISTINCT value FROM trait WHERE kind = ?`, kind)
	if err != nil {
		return keyset.Set{}, err
	}
	var meant []string
	for _, name := range names {
		whole, _, isPart := strings.Cut(name, "\n") // a part of a series has its number behind it
		if !isPart && match(whole) {
			meant = append(meant, name)
		}
	}
	list, err := json.Marshal(meant)
	if err != nil || len(meant) == 0 {
		return keyset.Set{}, err
	}
	return s.keys(`SELECT group_concat(article) FROM trait WHERE kind = ? AND value IN (SELECT value FROM json_each(?))`, kind, string(list))
}

// feeds is what the feeds list whose names are meant.
func (s *searcher) feeds(n query.Named) (keyset.Set, error) {
	match := n.Match()
	return s.ofFeeds(func(names, _ []string) bool {
		for _, name := range names {
			if name != "" && match(name) {
				return true
			}
		}
		return false
	})
}

// ofFeeds is what the feeds list for which yes holds of their names and folders.
func (s *searcher) ofFeeds(yes func(names, folders []string) bool) (keyset.Set, error) {
	rows, err := s.tx.QueryContext(s.ctx, `SELECT key, title, name, url, folders FROM feed`)
	if err != nil {
		return keyset.Set{}, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var keys []int64
	for rows.Next() {
		var key int64
		var title, name, url, list string
		if err := rows.Scan(&key, &title, &name, &url, &list); err != nil {
			return keyset.Set{}, err
		}
		var paths [][]string
		if json.Unmarshal([]byte(list), &paths) != nil {
			paths = nil // what is no list of them names none
		}
		folders := make([]string, len(paths))
		for i, path := range paths {
			folders[i] = "/" + strings.Join(path, "/")
		}
		if yes([]string{title, name, url}, folders) {
			keys = append(keys, key)
		}
	}
	if err := rows.Err(); err != nil || len(keys) == 0 {
		return keyset.Set{}, err
	}
	return s.keys(`SELECT group_concat(article) FROM entry WHERE article IS NOT NULL
		AND feed IN (SELECT value FROM json_each(?))`, keyset.Of(keys...).JSON())
}

// folder is what came from files in a folder of the disk, and what the feeds list that
// stand in one of that name.
func (s *searcher) folder(n query.Named) (keyset.Set, error) {
	match := n.Match()
	fed, err := s.ofFeeds(func(_, folders []string) bool {
		for _, f := range folders {
			if match(f) {
				return true
			}
		}
		return false
	})
	if err != nil {
		return fed, err
	}
	rows, err := s.tx.QueryContext(s.ctx, `SELECT value, group_concat(article) FROM trait
		WHERE kind = 1 AND value >= 'file:' AND value < 'file;' AND value LIKE ? ESCAPE '\' GROUP BY value`, like(n))
	if err != nil {
		return fed, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	for rows.Next() {
		var path string
		var list []byte
		if err := rows.Scan(&path, &list); err != nil {
			return fed, err
		}
		path = strings.TrimPrefix(path, "file:")
		if match(path[:strings.LastIndexByte(path, '/')+1]) {
			fed = fed.Or(keyset.Parse(list))
		}
	}
	return fed, rows.Err()
}

// like is what the path of a file is like that may be in a folder: SQLite looks no
// further at any other. It knows no accents: of letters that have some it knows nothing.
func like(n query.Named) string {
	const bare = "bfjmpqvwx0123456789/"
	return "%" + strings.Map(func(r rune) rune {
		if strings.ContainsRune(bare, r) {
			return r
		}
		return '%'
	}, spelling.Fold(n.Value)) + "%"
}

func (s *searcher) strings(question string, args ...any) ([]string, error) {
	rows, err := s.tx.QueryContext(s.ctx, question, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells what failed
	var all []string
	for rows.Next() {
		var one string
		if err := rows.Scan(&one); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}
