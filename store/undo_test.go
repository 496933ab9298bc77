package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"lede/articles"
	"lede/store/storetest"
)

// contents is all that a library holds, but for what undoing and the trash are made of and
// the places of texts that are not in it.
func contents(t testing.TB, s *Store) string {
	t.Helper()
	var b strings.Builder
	for _, table := range []string{
		"article", "body", "trait", "tally", "source", "original WHERE key IN (SELECT original FROM source)", "image", "entry", "removed", "folder", "feed", "own_tags", "muted", "feed_tally", "folder_tally",
	} {
		rows, err := s.read.QueryContext(t.Context(), `SELECT * FROM `+table+` ORDER BY 1, 2`)
		if err != nil {
			t.Fatal(err)
		}
		columns, err := rows.Columns()
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for rows.Next() {
			row := make([]any, len(columns))
			for i := range row {
				row[i] = new(any)
			}
			if err := rows.Scan(row...); err != nil {
				t.Fatal(err)
			}
			line := table
			for i, value := range row {
				line += fmt.Sprintf(" %s=%v", columns[i], *value.(*any))
			}
			lines = append(lines, line)
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
		slices.Sort(lines)
		b.WriteString(strings.Join(lines, "\n") + "\n")
	}
	return b.String()
}

// differ is what two contents do not have in common.
func differ(before, after string) string {
	was, is := strings.Split(before, "\n"), strings.Split(after, "\n")
	var b strings.Builder
	for _, line := range was {
		if !slices.Contains(is, line) {
			fmt.Fprintf(&b, "- %.300s\n", line)
		}
	}
	for _, line := range is {
		if !slices.Contains(was, line) {
			fmt.Fprintf(&b, "+ %.300s\n", line)
		}
	}
	return b.String()
}

func undo(t testing.TB, s *Store) articles.Change {
	t.Helper()
	c, err := s.Undo(t.Context(), time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// edition is an edition of the made-up article of number i, with all that comes along.
func edition(i, n int) *articles.Article {
	a := storetest.Article(i)
	a.Title = fmt.Sprintf("%s, edition %d", a.Title, n)
	a.Tags = append(a.Tags, fmt.Sprintf("edition %d", n))
	if n%2 == 0 {
		a.Original = &articles.Original{Name: fmt.Sprintf("/notes/a/%d.html", i), Data: fmt.Sprintf("<p>shared %d", n/4)}
		a.Images = []articles.Image{{Source: "a.png", Data: []byte{byte(n)}}, {Source: fmt.Sprintf("%d.png", n), Data: []byte{1}}}
	}
	return a
}

// TestUndoesAll: whatever a hand does to a library, as many undos take it back, also
// by another program that opens the library later.
func TestUndoesAll(t *testing.T) {
	t.Parallel()
	const known, more = 6, 4 // articles
	s := library(t, known)
	f := subscribe(t, s, articles.Feed{URL: "https://a.example/feed", Title: "The A"})
	listed := lists("1", storetest.Article(0).URL, "x", "x")
	listed.Article.ID = storetest.Article(0).ID
	refreshed(t, s, f, listed, lists("2", "https://a.example/2", "Two", "Text."))
	other := subscribe(t, s, articles.Feed{URL: "https://b.example/feed", Title: "The B"})
	refreshed(t, s, other, lists("2", "https://a.example/2", "Two", "Text."), lists("3", "https://b.example/3", "Three", "Text."))
	alter(t, s, `DELETE FROM change`)
	one, err := s.Feeds(t.Context())
	if err != nil || len(one) != 2 {
		t.Fatal(one, err)
	}
	entry := articles.NewID("https://a.example/2")

	rapid.Check(t, func(r *rapid.T) {
		ids := func() (ids []articles.ID) {
			for _, i := range rapid.SliceOfN(rapid.IntRange(0, known+more), 1, 4).Draw(r, "ids") {
				if i == known+more {
					ids = append(ids, entry)
				} else {
					ids = append(ids, storetest.Article(i).ID)
				}
			}
			return ids
		}
		editions := func() (all []*articles.Article) {
			for range rapid.IntRange(1, 4).Draw(r, "n") {
				a := edition(rapid.IntRange(0, known+more-1).Draw(r, "i"), rapid.IntRange(0, 5).Draw(r, "edition"))
				if rapid.Bool().Draw(r, "prior") {
					a.Prior = &articles.State{Starred: rapid.Bool().Draw(r, "starred"), Views: 1, Place: articles.Place{Progress: .3}}
				}
				if rapid.Bool().Draw(r, "own") {
					a.Own.Add, a.Tags = []string{"own"}, append(a.Tags, "own")
				}
				all = append(all, a)
			}
			return all
		}
		before := contents(t, s)
		for range rapid.IntRange(1, 12).Draw(r, "changes") {
			var c articles.Change
			var err error
			some := rapid.SampledFrom([][]string{nil, {"unix"}, {"Unix"}, {"type", "new"}, {"edition 1"}})
			switch rapid.IntRange(0, 12).Draw(r, "kind") {
			case 12:
				c, err = s.Restore(t.Context(), ids()...)
			case 9:
				c, err = s.Archive(t.Context(), rapid.Bool().Draw(r, "archived"), ids()...)
			case 10:
				c, err = s.Tag(t.Context(), articles.TagEdit{Add: some.Draw(r, "add"), Take: some.Draw(r, "take")}, ids()...)
			case 11:
				names := rapid.SampledFrom([]string{"unix", "UNIX", "type", "new"})
				c, err = s.RenameTag(t.Context(), names.Draw(r, "from"), names.Draw(r, "to"))
			case 0:
				c, err = s.Star(t.Context(), rapid.Bool().Draw(r, "starred"), ids()...)
			case 1:
				c, err = s.Mark(t.Context(), rapid.Bool().Draw(r, "read"), ids()...)
			case 2:
				_, err = s.Remove(t.Context(), ids()...)
			case 3:
				c.Kind = articles.Extracting
				_, err = s.PutWithin(t.Context(), &c, editions()[0])
			case 4:
				c.Kind = articles.Adding
				for i := range 2 { // in two goes, which are one change
					err = s.PutAllWithin(t.Context(), &c, slices.Values(editions()), func(_ *articles.Article, _ articles.Outcome, err error) {
						if err != nil {
							t.Error(err)
						}
					})
					if err == nil {
						err = s.AddFolderWithin(t.Context(), &c, []string{"/notes/a", "/notes"}[i])
					}
				}
				if err == nil {
					e := articles.Listed{Feed: f.URL, GUID: "brought", Article: ids()[0], Owner: true}
					err = s.AddEntries(t.Context(), &c, []articles.Listed{e}, []articles.Gone{{Feed: f.URL, GUID: "gone"}, {Origin: storetest.Article(1).Origin}})
				}
			case 6:
				var feeds []articles.Feed
				for _, i := range rapid.SliceOfN(rapid.IntRange(0, 3), 1, 4).Draw(r, "feeds") {
					url := fmt.Sprintf("https://%c.example/feed", 'a'+i)
					feeds = append(feeds, articles.Feed{URL: url, Folders: [][]string{{fmt.Sprint(rapid.IntRange(0, 2).Draw(r, "folder"))}}})
				}
				_, err = s.AddFeeds(t.Context(), feeds)
			case 7:
				f := one[rapid.IntRange(0, 1).Draw(r, "feed")]
				f.Name, f.Keep = rapid.SampledFrom([]string{"", "Mine"}).Draw(r, "name"), rapid.IntRange(0, 2).Draw(r, "keep")
				f.Muted = rapid.Bool().Draw(r, "muted")
				err = s.SetFeed(t.Context(), f)
			case 8:
				all, listed := s.Folders(t.Context())
				if err = listed; len(all) > 0 {
					err = s.RemoveFolder(t.Context(), all[0].Key)
				}
			case 5:
				first := rapid.IntRange(0, 1).Draw(r, "feed")
				both := []int64{one[first].Key, one[1-first].Key}
				_, err = s.RemoveFeeds(t.Context(), rapid.Bool().Draw(r, "keep"), both[:rapid.IntRange(1, 2).Draw(r, "feeds")]...)
			}
			if err != nil && !strings.Contains(err.Error(), ErrNotFound.Error()) && !errors.Is(err, ErrNoFeed) && !errors.Is(err, articles.ErrNoTag) {
				t.Fatal(err)
			}
			if c.ID == 0 && c.Articles > 0 {
				t.Errorf("change %+v", c)
			}
		}
		all, err := s.Changes(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		changes := len(all)
		other, err := Open(t.Context(), s.path)
		if err != nil {
			t.Fatal(err)
		}
		for range changes {
			if c := undo(t, other); c.ID == 0 || c.Left != 0 || len(c.Restored) != c.Articles {
				t.Errorf("undone %+v", c)
			}
		}
		if err := other.Close(); err != nil {
			t.Fatal(err)
		}
		if c := undo(t, s); c.ID != 0 {
			t.Errorf("%d changes, and one more: %+v", changes, c)
		}
		if after := contents(t, s); after != before {
			t.Fatal(differ(before, after))
		}
	})
	sound(t, s)
	consistent(t, s)
}

// TestUndoLeavesWhatChangedSince: what something else has changed is not put back.
func TestUndoLeavesWhatChangedSince(t *testing.T) {
	t.Parallel()
	s := library(t, 4)
	id := func(i int) articles.ID { return storetest.Article(i).ID }
	for _, test := range []struct {
		change, since func()
		want          string
	}{
		{
			func() { mustChange(t)(s.Star(t.Context(), true, id(0), id(1))) },
			func() { alter(t, s, `UPDATE article SET starred = 0 WHERE id = ?`, id(1)) },
			"undone: 2 starred; 1 of them changed since, and left so",
		},
		{
			func() { mustRemove(t, s, id(2)) },
			func() { put(t, s, edition(2, 1)) },
			"not undone: removed: " + storetest.Article(2).Title + ": it changed since, and is left so",
		},
		{
			func() { mustPut(t, s, articles.Extracting, edition(3, 1)) },
			func() { put(t, s, edition(3, 3)) },
			"not undone: extracted again: " + edition(3, 1).Title + ": it changed since, and is left so",
		},
		{
			func() { mustPut(t, s, articles.Adding, edition(7, 1), edition(8, 1)) },
			func() { put(t, s, edition(7, 3)); alter(t, s, `DELETE FROM article WHERE id = ?`, id(8)) },
			"not undone: 2 added: they changed since, and are left so",
		},
		{
			func() {
				f := subscribe(t, s, articles.Feed{URL: "https://a.example/feed", Title: "The A"})
				refreshed(t, s, f, lists("1", "https://a.example/1", "One", "Text."))
				if _, _, err := s.RemoveFeed(t.Context(), f.Key, false); err != nil {
					t.Fatal(err)
				}
			},
			func() {
				subscribe(t, s, articles.Feed{URL: "https://a.example/feed", Title: "The A"})
				alter(t, s, `DELETE FROM change WHERE kind = ?`, articles.Subscribing) // as if another had done it
			},
			"undone: unsubscribed: The A, with 1 article",
		},
		{func() {}, func() {}, "nothing to undo"},
	} {
		test.change()
		test.since()
		before := contents(t, s)
		c := undo(t, s)
		if got := c.Undone(); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
		if c.Left == c.Articles && contents(t, s) != before {
			t.Errorf("%q changed something", test.want)
		}
	}
}

// TestUndoOfFeeds: what was subscribed to ends as a reader ends it, and what was set is
// as it was, with the articles that went.
func TestUndoOfFeeds(t *testing.T) {
	t.Parallel()
	s := library(t, 1)
	nothing := contents(t, s)
	feeds := []articles.Feed{{URL: "https://a.example/feed", Title: "The A"}, {URL: "https://b.example/feed", Title: "The B"}}
	if _, err := s.AddFeeds(t.Context(), feeds); err != nil {
		t.Fatal(err)
	}
	one, two, three := lists("1", "https://a.example/1", "One", "Text."), lists("2", "https://a.example/2", "Two", "Text."), lists("3", "https://a.example/3", "Three", "Text.")
	listed := []articles.Entry{day(1, one), day(2, two), day(3, three)}
	refreshed(t, s, feeds[0], listed...)
	subscribed := contents(t, s)

	set := feeds[0]
	set.Name, set.Keep = "Mine", 1
	if err := s.SetFeed(t.Context(), set); err != nil {
		t.Fatal(err)
	}
	if err := s.SetFeed(t.Context(), set); err != nil { // which is no change
		t.Fatal(err)
	}
	set.Keep = 0 // forgets which of them went
	if err := s.SetFeed(t.Context(), set); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"undone: feed set: Mine", "undone: feed set: The A, with 2 articles"} {
		if c := undo(t, s); c.Undone() != want {
			t.Errorf("%q, want %q", c.Undone(), want)
		}
	}
	if now := contents(t, s); now != subscribed {
		t.Error(differ(subscribed, now))
	}
	if news := refreshed(t, s, feeds[0], listed...); news.Added+news.Updated > 0 {
		t.Errorf("the feed has %+v", news)
	}

	mustChange(t)(s.Star(t.Context(), true, two.Article.ID))
	alter(t, s, `DELETE FROM change WHERE kind = ?`, articles.Starring)
	if c := undo(t, s); c.Undone() != "undone: subscribed: The A, and 1 more" {
		t.Errorf("%q", c.Undone())
	}
	if all, err := s.Feeds(t.Context()); err != nil || len(all) > 0 {
		t.Errorf("feeds %+v, %v", all, err)
	}
	consistent(t, s)
	if counts, err := s.Counts(t.Context()); err != nil || counts.Rows[articles.All] != 2 || !state(t, s, two.Article.ID).Starred {
		t.Errorf("%v, %v", counts, err)
	}
	mustRemove(t, s, two.Article.ID)
	if now := contents(t, s); now != nothing {
		t.Error(differ(nothing, now))
	}
}

// TestUndoForgetting: a folder that is remembered again keeps out what was taken out of it.
func TestUndoForgetting(t *testing.T) {
	t.Parallel()
	s, dir := library(t, 0), "/notes"
	for _, name := range []string{"/notes/a.md", "/notes/b.md"} {
		put(t, s, fileArticle(name, name))
	}
	if err := s.AddFolder(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	all, err := s.Folders(t.Context())
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	rows, err := s.Rows(t.Context(), articles.Listing{}, articles.Span{N: 1})
	if err != nil || len(rows) != 1 {
		t.Fatal(rows, err)
	}
	mustRemove(t, s, rows[0].ID)
	before := contents(t, s)
	if err := s.RemoveFolder(t.Context(), all[0].Key); err != nil {
		t.Fatal(err)
	}
	if c := undo(t, s); c.Undone() != "undone: folder forgotten: "+dir {
		t.Errorf("%q", c.Undone())
	}
	if now := contents(t, s); now != before {
		t.Error(differ(before, now))
	}
}

// TestUndoKeepsReading: views and places are not undone with what else was done.
func TestUndoKeepsReading(t *testing.T) {
	t.Parallel()
	s := library(t, 1)
	a := edition(0, 1)
	mustPut(t, s, articles.Extracting, a)
	mustChange(t)(s.Mark(t.Context(), true, a.ID))
	was := read(t, s, a)
	for undo(t, s).ID != 0 { // the star, the marks, and the text
	}
	if got := state(t, s, a.ID); got.Read || got.Starred || got.Views != was.Views || got.Place != was.Place {
		t.Errorf("state %+v, was %+v", got, was)
	}
	if now, _, err := s.Article(t.Context(), a.ID); err != nil || now.Title != storetest.Article(0).Title {
		t.Errorf("%v, %v", now.Title, err)
	}
	// What is taken out again with its adding is where it was left.
	added := edition(5, 1)
	mustPut(t, s, articles.Adding, added)
	place := articles.Place{Anchor: articles.Anchor{Chunk: 7}, Progress: 0.01}
	if err := s.SavePlace(t.Context(), added.ID, place); err != nil {
		t.Fatal(err)
	}
	undo(t, s)
	if kept, err := s.KeptPlace(t.Context(), added.ID); err != nil || kept.Place != place {
		t.Errorf("%+v, %v", kept, err)
	}
	// An end that was seen is no change of a hand.
	if err := s.Finish(t.Context(), a.ID); err != nil || !state(t, s, a.ID).Read {
		t.Errorf("finish: %v", err)
	}
	if c := undo(t, s); c.ID != 0 {
		t.Errorf("undone %+v", c)
	}
}

// TestUndoFollowsMoves: an article whose file moves is the one that was changed.
func TestUndoFollowsMoves(t *testing.T) {
	t.Parallel()
	s, dir := library(t, 0), t.TempDir()
	a := file(t, filepath.Join(dir, "a.md"), "A", essay("a", 20))
	a.Original = &articles.Original{Name: "a.md", Data: "# A\n\n" + a.Markdown}
	put(t, s, a)
	mustChange(t)(s.Star(t.Context(), true, a.ID))
	if err := os.Rename(filepath.Join(dir, "a.md"), filepath.Join(dir, "b.md")); err != nil {
		t.Fatal(err)
	}
	before := contents(t, s)
	b := file(t, filepath.Join(dir, "b.md"), "A", essay("a", 20))
	c := articles.Change{Kind: articles.Adding}
	if outcome, err := s.PutWithin(t.Context(), &c, b); err != nil || outcome != articles.Moved {
		t.Fatal(outcome, err)
	}
	undo(t, s)
	if after := contents(t, s); after != before {
		t.Error(differ(before, after))
	}
	put(t, s, b) // by a refresh
	if c := undo(t, s); len(c.Restored) != 1 || c.Restored[0] != b.ID || state(t, s, b.ID).Starred {
		t.Errorf("undone %+v", c)
	}
}

// TestUndoIsBounded: of many changes the last are kept, and of large ones fewer.
func TestUndoIsBounded(t *testing.T) {
	t.Parallel()
	s := library(t, 1)
	id := storetest.Article(0).ID
	for i := range mostChanges + 2*trimEvery {
		mustChange(t)(s.Star(t.Context(), i%2 == 0, id))
	}
	n := 0
	for undo(t, s).ID != 0 {
		n++
	}
	if n != mostChanges {
		t.Errorf("%d changes undone, want %d", n, mostChanges)
	}
	mustPut(t, s, articles.Extracting, edition(0, 2))
	mustPut(t, s, articles.Extracting, edition(0, 3))
	alter(t, s, `UPDATE change SET size = ? WHERE key = 2`, mostKept) // as if it were as large
	mustPut(t, s, articles.Adding, edition(0, 4))
	if c := undo(t, s); c.Kind != articles.Adding || c.Left != 0 {
		t.Errorf("undone %+v", c)
	}
	if c := undo(t, s); c.ID != 0 {
		t.Errorf("undone, though there was no room for it: %+v", c)
	}
	alter(t, s, `DELETE FROM change WHERE discards`) // the trash
	var left int
	if err := s.read.QueryRowContext(t.Context(), `SELECT (SELECT count(*) FROM changed) + (SELECT count(*) FROM kept_article) +
		(SELECT count(*) FROM kept_body) + (SELECT count(*) FROM kept_source) + (SELECT count(*) FROM kept_image)`).Scan(&left); err != nil || left != 0 {
		t.Errorf("%d rows left, %v", left, err)
	}
}

// changeForever changes a library until it is killed, and prints a line for each
// change that is acknowledged.
func changeForever(ctx context.Context, path string, _ []string, out io.Writer) error {
	s, err := Open(ctx, path)
	if err != nil {
		return err
	}
	var all []articles.ID
	for i := range 20 {
		all = append(all, storetest.Article(i).ID)
	}
	for i := 0; ; i++ {
		var err error
		id := storetest.Article(i % 20).ID
		switch i % 6 {
		case 0:
			_, err = s.Star(ctx, i%40 < 20, id, storetest.Article(i%20+1).ID)
		case 1:
			_, err = s.Remove(ctx, id)
		case 2:
			_, err = s.Tag(ctx, articles.TagEdit{Add: []string{fmt.Sprint("many", i)}}, all...)
		case 3:
			_, err = s.Archive(ctx, i%12 < 6, all...)
		default:
			_, err = s.PutWithin(ctx, &articles.Change{Kind: articles.Extracting}, edition(i%20, i))
		}
		if err != nil {
			return err
		}
		fmt.Fprintln(out, i)
	}
}

// TestKilledWhileChanging kills a program at several moments: what it changed can be
// undone by the next one, to the last of it.
func TestKilledWhileChanging(t *testing.T) {
	t.Parallel()
	s := library(t, 20)
	before := contents(t, s)
	for round := range 3 {
		cmd := program(t, "change", s.path)
		cmd.Stderr = os.Stderr
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		acknowledged := 0
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if acknowledged++; acknowledged == 5+9*round {
				if err := cmd.Process.Kill(); err != nil { // SIGKILL, or TerminateProcess
					t.Fatal(err)
				}
			}
		}
		if err := cmd.Wait(); err == nil {
			t.Fatal("the program ended by itself")
		}
		undone := 0
		for c := undo(t, s); c.ID != 0; c = undo(t, s) {
			if undone++; c.Left > 0 {
				t.Errorf("left %+v", c)
			}
		}
		if undone == 0 || undone < acknowledged-acknowledged/4 { // a star may be there already
			t.Errorf("%d changes undone of %d", undone, acknowledged)
		}
		if after := contents(t, s); after != before {
			t.Error(differ(before, after))
		}
		sound(t, s)
	}
}

// TestKeptTables: each has the columns of the table whose rows it keeps.
func TestKeptTables(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	for _, table := range append([]keptTable{{name: "removed"}, {name: "feed"}, {name: "folder"}}, keptTables...) {
		var missing string
		err := s.read.QueryRowContext(t.Context(), `SELECT coalesce(group_concat(name), '') FROM pragma_table_info(?1)
			WHERE name NOT IN (SELECT name FROM pragma_table_info('kept_' || ?1))`, table.name).Scan(&missing)
		if err != nil || missing != "" {
			t.Errorf("kept_%s has no column %s, %v", table.name, missing, err)
		}
	}
}

func TestChangeOfNothing(t *testing.T) {
	t.Parallel()
	s := library(t, 1)
	id := storetest.Article(0).ID
	mustChange(t)(s.Star(t.Context(), false, id)) // it has none
	mustChange(t)(s.Mark(t.Context(), true))
	mustRemove(t, s, "nobody")
	mustPut(t, s, articles.Adding, storetest.Article(0)) // it is there
	if all, err := s.Changes(t.Context()); err != nil || len(all) != 0 {
		t.Errorf("%+v, %v", all, err)
	}
	mustChange(t)(s.Star(t.Context(), true, "nobody", id))
	all, err := s.Changes(t.Context())
	if err != nil || len(all) != 1 || all[0].String() != "starred: "+storetest.Article(0).Title || time.Since(all[0].At) > time.Hour {
		t.Errorf("%+v, %v", all, err)
	}
}

func mustChange(t testing.TB) func(articles.Change, error) {
	return func(_ articles.Change, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
}

func mustRemove(t testing.TB, s *Store, ids ...articles.ID) {
	t.Helper()
	if _, err := s.Remove(t.Context(), ids...); err != nil {
		t.Fatal(err)
	}
}

func mustPut(t testing.TB, s *Store, kind articles.ChangeKind, all ...*articles.Article) {
	t.Helper()
	c := articles.Change{Kind: kind}
	for _, a := range all {
		if _, err := s.PutWithin(t.Context(), &c, a); err != nil {
			t.Fatal(err)
		}
	}
}

// alter changes a library as another program might.
func alter(t testing.TB, s *Store, query string, args ...any) {
	t.Helper()
	if _, err := s.write.ExecContext(t.Context(), query, args...); err != nil {
		t.Fatal(err)
	}
}
