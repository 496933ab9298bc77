package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/store/backup"
	"lede/store/compress"
	"lede/store/schema"
	"lede/store/storetest"
)

// tablesOf are the tables of a library in which a program keeps something.
func tablesOf(t *testing.T, db *sql.DB) []string {
	t.Helper()
	var names string
	if err := db.QueryRow(`SELECT group_concat(name, ' ') FROM (SELECT name FROM pragma_table_list
		WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name)`).Scan(&names); err != nil {
		t.Fatal(err)
	}
	return strings.Fields(names)
}

// outdated makes a library as the program had left it that knew so many steps, with
// what the library at a path holds, as far as it could be kept then.
func outdated(t *testing.T, path string, version int) (old string) {
	t.Helper()
	old = filepath.Join(t.TempDir(), "old.db")
	steps, err := schema.Steps()
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range steps[:version] {
		text, err := schema.SQL(step)
		if err != nil {
			t.Fatal(err)
		}
		run(t, old, text)
	}
	db, err := sql.Open("sqlite", old)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1) // to which the other library is attached
	exec := func(query string, args ...any) {
		t.Helper()
		if _, err := db.Exec(query, args...); err != nil {
			t.Fatal(query, err)
		}
	}
	exec(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", schema.ApplicationID, version))
	exec(`ATTACH ? AS now`, path)
	tables := tablesOf(t, db)
	slices.SortStableFunc(tables, func(a, b string) int { // what triggers keep comes last
		return strings.Count(a, "_tally") - strings.Count(b, "_tally")
	})
	for _, table := range tables {
		switch table {
		case "tally": // its one row is kept by triggers
			continue
		case "feed_tally", "folder_tally": // so are theirs, but their order is another one here
			exec(`DELETE FROM main.` + table)
		}
		var columns string
		if err := db.QueryRow(`SELECT group_concat(name) FROM pragma_table_info(?1, 'main')
			WHERE name IN (SELECT name FROM pragma_table_info(?1, 'now'))`, table).Scan(&columns); err != nil {
			t.Fatal(table, err)
		}
		exec(fmt.Sprintf(`INSERT OR REPLACE INTO main.%[1]s (%[2]s) SELECT %[2]s FROM now.%[1]s`, table, columns))
	}
	unpack(t, db)
	if slices.Contains(tablesOf(t, db), "unindexed") { // no words are copied: they are still to be found
		exec(`INSERT OR IGNORE INTO main.unindexed SELECT key FROM main.article`)
	}
	return old
}

// unpack writes the texts as they were kept before they were compressed.
func unpack(t *testing.T, db *sql.DB) {
	t.Helper()
	for table, change := range map[string]string{"body": "0", "kept_body": "change"} {
		var old bool
		if err := db.QueryRow(`SELECT EXISTS (SELECT 1 FROM pragma_table_info(?1, 'main'))
			AND NOT EXISTS (SELECT 1 FROM pragma_table_info(?1, 'main') WHERE name = 'packed')`, table).Scan(&old); err != nil {
			t.Fatal(err)
		}
		if !old {
			continue
		}
		rows, err := db.Query(`SELECT key, ` + change + `, packed FROM now.` + table + ` WHERE packed IS NOT NULL`)
		if err != nil {
			t.Fatal(err)
		}
		type row struct {
			key, change int64
			text        compress.Text
		}
		var all []row
		for rows.Next() {
			var r row
			if err := rows.Scan(&r.key, &r.change, &r.text); err != nil {
				t.Fatal(err)
			}
			all = append(all, r)
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil {
			t.Fatal(err)
		}
		for _, r := range all {
			if _, err := db.Exec(`UPDATE main.`+table+` SET markdown = ? WHERE key = ? AND `+change+` = ?`, string(r.text), r.key, r.change); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// lived leaves a library that has something in each table, closed, and returns what its
// feed lists. Tagged says that the reader's own tags are in it, which older ones could
// not hold.
func lived(t *testing.T, path string, tagged bool) (articles.Feed, func() []articles.Entry) {
	t.Helper()
	ctx := t.Context()
	s, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	must := func(errs ...error) {
		t.Helper()
		if err := errors.Join(errs...); err != nil {
			t.Fatal(err)
		}
	}
	id := func(i int) articles.ID { return storetest.Article(i).ID }
	fill(t, s, storetest.Articles(12))
	for i := range 5 {
		a := madeOf(i, fmt.Sprintf("<p>%d", i/2)) // two of one original
		a.Images = []articles.Image{{Source: "p.png", Data: []byte{byte(i)}}}
		put(t, s, a)
	}
	at := time.UnixMilli(1_800_000_000_000)
	_, err = s.View(ctx, id(1), at)
	must(err, s.SavePlace(ctx, id(1), articles.Place{Anchor: articles.Anchor{Chunk: 7, Letters: 3, Words: "of"}, Progress: .4}),
		s.SetRead(ctx, id(2), true), s.SetSetting(ctx, "theme", "paper"),
		s.KeepPlace(ctx, "elsewhere", articles.Place{Anchor: articles.Anchor{Chunk: 9}, Progress: .2}, at))
	gone := articles.Feed{URL: "https://gone.example/feed", Title: "Gone"}
	feed := articles.Feed{
		URL: "https://a.example/feed", Title: "Ours", Folders: [][]string{{"News", "Local"}}, FullText: true, Keep: 12,
		Access: articles.Access{Headers: []articles.Header{{Name: "X-Key", Value: "secret"}}},
	}
	listed := func(f articles.Feed) []articles.Entry {
		var all []articles.Entry
		for _, name := range []string{"one", "two", "three"} {
			at := strings.TrimSuffix(f.URL, "feed") + name
			all = append(all, articles.Entry{GUID: name, Link: at, Article: &articles.Article{Title: name + " of " + f.Title, URL: at, Markdown: "Words.\n"}})
			all[len(all)-1].Seal()
		}
		return f.Identify(all)
	}
	feeds := []articles.Feed{gone, feed}
	_, err = s.AddFeeds(ctx, feeds)
	must(err)
	for _, f := range feeds {
		f.Checked, f.ETag = at, `"e"`
		_, err := s.Refreshed(ctx, f, listed(f))
		must(err)
	}
	feed = feeds[1]
	// What the reader's hand did, of each kind.
	file := func(path string) *articles.Article { // whose original is not told by its text
		a := fileArticle(path, "Words.")
		a.Original.Data = "<p>" + path
		return a
	}
	inside, c := file("/n/in.md"), articles.Change{Kind: articles.Adding}
	_, err = s.PutWithin(ctx, &c, inside)
	put(t, s, file("/n/stays.md"))
	must(err, s.AddFolderWithin(ctx, &c, "/n"))
	_, err = s.Remove(ctx, inside.ID, id(9), listed(feed)[0].Article.ID)
	must(err)
	again := articles.Change{Kind: articles.Adding}
	_, err = s.PutWithin(ctx, &again, inside)
	must(err)
	for _, text := range []string{"crypto -> mute", "author:quill -> star, tag quill"} {
		must(addRule(t, s, nil, text))
	}
	for _, name := range []string{"Go", "Type"} {
		_, err = s.EditQueries(ctx, articles.QueryEdit{Kind: articles.SavingQuery, Name: name, Query: "#" + name})
		must(err)
	}
	if tagged {
		_, err = s.Tag(ctx, articles.TagEdit{Add: []string{"mine"}}, id(0), id(5))
		must(err)
	}
	_, err = s.Remove(ctx, inside.ID, id(0))
	must(err)
	_, err = s.Star(ctx, true, id(3), id(4))
	must(err)
	_, _, err = s.RemoveFeed(ctx, feeds[0].Key, false)
	put(t, s, file("/m/stays.md"))
	must(err, s.AddFolder(ctx, "/m"))
	folders, err := s.Folders(ctx)
	must(err)
	for _, f := range folders {
		if f.Path == "/m" {
			must(s.RemoveFolder(ctx, f.Key))
		}
	}
	alter(t, s, `INSERT INTO undone SELECT id, x'01' FROM article LIMIT 1`)
	alter(t, s, `INSERT INTO changed_behind SELECT max(change), key, NULL, 0 FROM changed`)
	alter(t, s, `INSERT INTO kept_trait SELECT max(change), kind, value, article FROM kept_article, trait`)
	alter(t, s, `INSERT INTO brought_state SELECT 0, id, 1, 0, 0, 1, 0, 0, '', '', '' FROM article`)
	alter(t, s, `INSERT INTO brought_entry SELECT 0, key, feed FROM entry`)
	alter(t, s, `INSERT INTO kept_muted VALUES (1, 'x', 1, 'X', 'https://x.example/', 'x -> mute', 0)`)
	alter(t, s, `INSERT INTO muted VALUES ('x', 0, 'X', 'file:/n/x.md', 'x -> mute', 0, 0)`)
	for _, table := range tablesOf(t, s.read) {
		if table == "unindexed" || table == "lost" || table == "uncompared" || !tagged { // of what is not in the index, or is no more to be
			continue
		}
		var some bool
		if err := s.read.QueryRow(`SELECT EXISTS (SELECT 1 FROM ` + table + `)`).Scan(&some); err != nil || !some {
			t.Errorf("nothing is in the table %s, so nothing is known of its upgrade: %v", table, err)
		}
	}
	must(s.Close())
	return feed, func() []articles.Entry { return listed(feed) }
}

// TestUpgradesLoseNothing brings libraries of all versions up to date: what each could
// hold is there after it, and so is a copy of the library as it was.
func TestUpgradesLoseNothing(t *testing.T) {
	t.Parallel()
	untagged, tagged := filepath.Join(t.TempDir(), "library.db"), filepath.Join(t.TempDir(), "library.db")
	lived(t, untagged, false)
	feed, listed := lived(t, tagged, true)
	steps, err := schema.Steps()
	if err != nil {
		t.Fatal(err)
	}
	for version := 1; version < len(steps); version++ {
		path := tagged
		if version < slices.Index(steps, "0016_bulk.sql")+1 {
			path = untagged
		}
		old := outdated(t, path, version)
		now := open(t, path)
		t.Run(fmt.Sprint("from ", version), func(t *testing.T) {
			db, err := sql.Open("sqlite", old)
			if err != nil {
				t.Fatal(err)
			}
			had := tablesOf(t, db)
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			s := open(t, old)
			sound(t, s)
			alike(t, s, now, had)
			if slices.Contains(had, "feed") {
				sameFeed(t, s, feed, listed(), version)
			}
			if slices.Contains(had, "changed_feed") {
				undoneAlike(t, s, path)
			}
			oneCopy(t, old, version)
		})
	}
}

// kept is what is asked of a library that had a table, and of one that was never old.
var kept = []struct {
	table string
	ask   func(context.Context, *Store) (any, error)
}{
	{"article", func(ctx context.Context, s *Store) (any, error) {
		type all struct {
			articles.Article
			articles.State
		}
		var out []all
		err := s.Each(ctx, func(id articles.ID) error {
			a, state, err := s.Article(ctx, id)
			if err == nil {
				out = append(out, all{*a, state})
			}
			return err
		})
		return out, err
	}},
	{"article", func(ctx context.Context, s *Store) (any, error) { return s.Counts(ctx) }},
	{"rule", func(ctx context.Context, s *Store) (any, error) {
		all, err := s.Rules(ctx)
		return fmt.Sprint(all), err
	}},
	{"saved_query", func(ctx context.Context, s *Store) (any, error) { return s.SavedQueries(ctx) }},
	{"article", func(ctx context.Context, s *Store) (any, error) {
		var out [][]articles.ID
		for _, shelf := range articles.Shelves {
			for _, order := range articles.Orders {
				rows, err := s.Rows(ctx, articles.Listing{Shelf: shelf, Order: order}, articles.Span{N: 100})
				if err != nil {
					return nil, err
				}
				var ids []articles.ID
				for _, row := range rows {
					ids = append(ids, row.ID)
				}
				out = append(out, ids)
			}
		}
		return out, nil
	}},
	{"trait", func(ctx context.Context, s *Store) (any, error) {
		var out []articles.ID
		for i := range 12 {
			id, err := s.Linked(ctx, []string{storetest.Article(i).URL})
			if err != nil && !errors.Is(err, ErrNotFound) {
				return nil, err
			}
			out = append(out, id)
		}
		return out, nil
	}},
	{"setting", func(ctx context.Context, s *Store) (any, error) { return s.Setting(ctx, "theme") }},
	{"original", func(ctx context.Context, s *Store) (any, error) { return s.Original(ctx, storetest.Article(3).ID) }},
	{"image", func(ctx context.Context, s *Store) (any, error) { return s.Images(ctx, storetest.Article(3).ID) }},
	{"folder", func(ctx context.Context, s *Store) (any, error) { return s.Folders(ctx) }},
	{"removed", func(ctx context.Context, s *Store) (any, error) {
		return s.IsKeptOut(ctx, fileArticle("/n/in.md", "").ID, nil)
	}},
	{"opened", func(ctx context.Context, s *Store) (any, error) { return s.KeptPlace(ctx, "elsewhere") }},
	{"change", func(ctx context.Context, s *Store) (any, error) { return s.Changes(ctx) }},
}

// sameFeed sees whether a feed is as it was, and what it lists is known.
func sameFeed(t *testing.T, s *Store, want articles.Feed, listed []articles.Entry, version int) {
	t.Helper()
	all, err := s.Feeds(t.Context())
	if err != nil || len(all) != 1 {
		t.Fatalf("feeds: %+v, %v", all, err)
	}
	f := all[0]
	if version < 10 {
		want.Access = articles.Access{}
	}
	got := articles.Feed{Key: f.Key, URL: f.URL, Title: f.Title, Folders: f.Folders, FullText: f.FullText, Keep: f.Keep, Access: f.Access}
	if !reflect.DeepEqual(got, want) || f.ETag == "" || f.Articles != len(listed)-1 {
		t.Errorf("feed %+v; it was %+v", f, want)
	}
	if news, err := s.Refreshed(t.Context(), f, listed); err != nil || news != (articles.News{}) {
		t.Errorf("what it listed before is news: %+v, %v", news, err)
	}
}

// undoneAlike takes all back that can be, in an older library and in a copy of the one
// at a path.
func undoneAlike(t *testing.T, s *Store, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "library.db")
	write(t, other, data)
	now := open(t, other)
	for {
		was, err := s.Undo(t.Context(), time.Time{})
		want, wrong := now.Undo(t.Context(), time.Time{})
		if err := errors.Join(err, wrong); err != nil || !reflect.DeepEqual(was, want) {
			t.Fatalf("undone: %+v, %v; it was %+v", was, err, want)
		}
		if was.ID == 0 {
			break
		}
	}
	alike(t, s, now, tablesOf(t, s.read))
}

// alike sees whether two libraries say the same of what tables hold.
func alike(t *testing.T, s, now *Store, tables []string) {
	t.Helper()
	for _, of := range kept {
		if !slices.Contains(tables, of.table) {
			continue
		}
		got, err := of.ask(t.Context(), s)
		want, wrong := of.ask(t.Context(), now)
		if err := errors.Join(err, wrong); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %.999s, %v; it was %.999s", of.table, fmt.Sprint(got), err, fmt.Sprint(want))
		}
	}
}

// oneCopy sees whether a library of a version stands beside the one that was upgraded,
// as it was.
func oneCopy(t *testing.T, path string, version int) {
	t.Helper()
	want := backup.Path(path, version)
	if all := backup.All(path); !slices.Equal(all, []string{want}) {
		t.Fatalf("copies %q, want %q", all, want)
	}
	db, err := sql.Open("sqlite", want)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	id, err := schema.Identify(t.Context(), db)
	var articles int
	if err := errors.Join(err, db.QueryRow(`SELECT count(*) FROM article`).Scan(&articles)); err != nil ||
		id.Version != version || id.Application != schema.ApplicationID || articles < 12 {
		t.Errorf("the copy is %+v, with %d articles: %v", id, articles, err)
	}
}

// Without a copy nothing is changed; what is not whole is not left for one.
func TestNoUpgradeWithoutCopy(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "library.db")
	made(t, path)
	if all := backup.All(path); all != nil {
		t.Errorf("a new library has copies %q", all)
	}
	const version = 13
	path = outdated(t, path, version)
	inWay := filepath.Join(backup.Path(path, version)+".part", "in the way")
	if err := os.MkdirAll(inWay, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), path); err == nil || !strings.Contains(err.Error(), "copied before") {
		t.Fatalf("upgraded without a copy: %v", err)
	}
	if err := os.RemoveAll(filepath.Dir(inWay)); err != nil {
		t.Fatal(err)
	}
	for _, was := range []int{3, 12} { // one is kept
		write(t, backup.Path(path, was), nil)
	}
	begun, ended := Upgrade{}, false
	s, err := Open(t.Context(), path, Upgrading(func(u Upgrade) func() {
		begun = u
		return func() { ended = true }
	}))
	if err != nil {
		t.Fatal(err)
	}
	if want := (Upgrade{Library: path, Copy: backup.Path(path, version)}); begun != want || !ended {
		t.Errorf("told %+v, ended %v; want %+v", begun, ended, want)
	}
	if n := len(everything(t, s)); n != 50 {
		t.Errorf("%d articles", n)
	}
	oneCopy(t, path, version)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}
