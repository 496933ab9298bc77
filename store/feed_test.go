package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/store/schema"
	"lede/store/storetest"
)

// subscribed is a library with one feed and no articles.
func subscribed(t *testing.T) (*Store, articles.Feed) {
	t.Helper()
	s := open(t, filepath.Join(t.TempDir(), "library.db"))
	return s, subscribe(t, s, articles.Feed{URL: "https://a.example/feed", Title: "The A"})
}

func subscribe(t *testing.T, s *Store, f articles.Feed) articles.Feed {
	t.Helper()
	feeds := []articles.Feed{f}
	outcomes, err := s.AddFeeds(t.Context(), feeds)
	if err != nil || outcomes[0] != articles.Added {
		t.Fatalf("add feed: %v, %v", outcomes, err)
	}
	return feeds[0]
}

// lists is an entry as an importer makes it: what it says is its title and text.
func lists(guid, link, title, text string) articles.Entry {
	origin := link
	if origin == "" {
		origin = "feed:https://a.example/feed#" + guid
	}
	e := articles.Entry{GUID: guid, Link: link, Article: &articles.Article{
		ID: articles.NewID(origin), Slug: articles.Slug(title), Origin: origin, URL: link, Title: title, Markdown: text + "\n",
	}}
	e.Seal()
	return e
}

// day dates an entry in February 2026.
func day(n int, e articles.Entry) articles.Entry {
	e.Article.Published = time.Date(2026, 2, n, 8, 0, 0, 0, time.UTC)
	e.Seal()
	return e
}

func refreshed(t *testing.T, s *Store, f articles.Feed, listed ...articles.Entry) articles.News {
	t.Helper()
	f.Succeed(time.Now())
	news, err := s.Refreshed(t.Context(), f, f.Identify(listed))
	if err != nil {
		t.Fatal(err)
	}
	consistent(t, s)
	return news
}

// consistent checks what must hold of a library whatever was done to it: no trait
// without its article, no article without its traits.
func consistent(t *testing.T, s *Store) {
	t.Helper()
	for what, query := range map[string]string{
		"traits without an article":   `SELECT count(*) FROM trait WHERE article NOT IN (SELECT key FROM article)`,
		"articles without an address": `SELECT count(*) FROM article WHERE key NOT IN (SELECT article FROM trait WHERE kind = 1)`,
		"entries of no article":       `SELECT count(*) FROM entry WHERE article NOT IN (SELECT key FROM article)`,
		"entries of no feed":          `SELECT count(*) FROM entry WHERE feed NOT IN (SELECT key FROM feed)`,
		"tallies that are wrong": `SELECT count(*) FROM feed LEFT JOIN feed_tally ON feed_tally.feed = feed.key
			WHERE articles IS NOT (SELECT count(DISTINCT article) FROM entry WHERE entry.feed = feed.key)
			OR unread IS NOT (SELECT count(DISTINCT article.key) FROM entry JOIN article ON article.key = article WHERE entry.feed = feed.key AND stage = 0)`,
		"tallies of folders that are wrong": `SELECT count(*) FROM folder LEFT JOIN folder_tally ON folder = folder.key
			WHERE articles IS NOT (SELECT count(*) FROM source WHERE ` + inFolder + `)
			OR unread IS NOT (SELECT count(*) FROM source JOIN article ON article.key = source.article WHERE stage = 0 AND ` + inFolder + `)`,
		"tallies of no folder":   `SELECT count(*) FROM folder_tally WHERE folder NOT IN (SELECT key FROM folder)`,
		"tallies of no feed":     `SELECT count(*) FROM feed_tally WHERE feed NOT IN (SELECT key FROM feed)`,
		"articles of two owners": `SELECT count(*) FROM (SELECT 1 FROM entry WHERE owner AND article IS NOT NULL GROUP BY article HAVING count(*) > 1)`,
	} {
		var n int
		if err := s.read.QueryRowContext(t.Context(), query).Scan(&n); err != nil || n > 0 {
			t.Errorf("%d %s (%v)", n, what, err)
		}
	}
}

// titlesOf are those of the library, newest first.
func titlesOf(t *testing.T, s *Store) string {
	t.Helper()
	rows, err := s.Rows(t.Context(), articles.Listing{}, articles.Span{N: 1000})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range rows {
		all = append(all, r.Title)
	}
	return strings.Join(all, " ")
}

func wantTitles(t *testing.T, s *Store, want string) {
	t.Helper()
	if got := titlesOf(t, s); got != want {
		t.Errorf("the library has %q, want %q", got, want)
	}
}

func wantNews(t *testing.T, got articles.News, added, updated, pruned int) {
	t.Helper()
	if want := (articles.News{Added: added, Updated: updated, Pruned: pruned}); got != want {
		t.Errorf("news %+v, want %+v", got, want)
	}
}

func TestAFeedHasOneSubscription(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	add := func(urls ...string) (keys []int64, outcomes []articles.Outcome) {
		t.Helper()
		var feeds []articles.Feed
		for _, url := range urls {
			feeds = append(feeds, articles.Feed{URL: url})
		}
		outcomes, err := s.AddFeeds(t.Context(), feeds)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range feeds {
			keys = append(keys, f.Key)
		}
		return keys, outcomes
	}
	keys, outcomes := add("http://www.a.example/feed", "https://a.example/feed/?utm_source=x", "https://a.example/feed?page=2")
	if keys[0] != keys[1] || keys[0] == keys[2] || !slices.Equal(outcomes, []articles.Outcome{articles.Added, articles.Unchanged, articles.Added}) {
		t.Errorf("keys %v, outcomes %v", keys, outcomes)
	}
	if again, outcomes := add("https://a.example/feed#x"); again[0] != keys[0] || outcomes[0] != articles.Unchanged {
		t.Errorf("again: keys %v, outcomes %v", again, outcomes)
	}
}

func TestRefreshedTwiceChangesNothing(t *testing.T) {
	t.Parallel()
	s, f := subscribed(t)
	all := []articles.Entry{lists("1", "https://a.example/1", "One", "text"), lists("2", "", "Two", "text")}
	wantNews(t, refreshed(t, s, f, all...), 2, 0, 0)
	wantNews(t, refreshed(t, s, f, all...), 0, 0, 0)
	wantTitles(t, s, "One Two") // as the feed has them
}

func TestAnEntryIsFoundAgainByGUIDOrLink(t *testing.T) {
	t.Parallel()
	s, f := subscribed(t)
	refreshed(t, s, f, lists("1", "https://a.example/1", "One", "text"))
	id := lists("1", "https://a.example/1", "", "").Article.ID
	if err := s.SetStarred(t.Context(), id, true); err != nil {
		t.Fatal(err)
	}
	wantNews(t, refreshed(t, s, f, lists("1", "https://a.example/moved", "One", "text")), 0, 1, 0)
	wantNews(t, refreshed(t, s, f, lists("other", "https://a.example/moved", "One", "text")), 0, 0, 0)
	wantNews(t, refreshed(t, s, f, lists("other", "https://a.example/again", "Uno", "more")), 0, 1, 0)
	wantNews(t, refreshed(t, s, f, lists("", "http://www.a.example/again/", "Uno", "more")), 0, 1, 0)
	wantTitles(t, s, "Uno")
	a, state, err := s.Article(t.Context(), id)
	if err != nil || !state.Starred || a.Markdown != "more\n" || a.URL != "http://www.a.example/again/" {
		t.Errorf("the article is %+v, %+v, %v", a, state, err)
	}
	for _, address := range []string{"https://a.example/1", "https://a.example/again"} {
		if found, err := s.Resolve(t.Context(), address); err != nil || found != id {
			t.Errorf("%s leads to %q, %v", address, found, err)
		}
	}
}

func TestGUIDAndLinkThatTellNothing(t *testing.T) {
	t.Parallel()
	s, f := subscribed(t)
	day1 := []articles.Entry{lists("a", "https://a.example/status", "A", "x"), lists("b", "https://a.example/status", "B", "x")}
	wantNews(t, refreshed(t, s, f, day1...), 2, 0, 0)
	wantNews(t, refreshed(t, s, f, day1...), 0, 0, 0)
	wantTitles(t, s, "A B")
}

func TestWhatTheReaderRemovedStaysAway(t *testing.T) {
	t.Parallel()
	s, f := subscribed(t)
	one, two := lists("1", "https://a.example/1", "One", "text"), lists("2", "https://a.example/2", "Two", "text")
	refreshed(t, s, f, one, two)
	if c, err := s.Remove(t.Context(), one.Article.ID); c.Articles != 1 || err != nil {
		t.Fatal(c, err)
	}
	wantNews(t, refreshed(t, s, f, one, two), 0, 0, 0)
	wantNews(t, refreshed(t, s, f, lists("1", "https://a.example/1", "One", "edited"), two), 0, 0, 0)
	wantNews(t, refreshed(t, s, f, two), 0, 0, 0)
	wantNews(t, refreshed(t, s, f, lists("new", "https://a.example/1", "One", "edited"), two), 0, 0, 0)
	other := subscribe(t, s, articles.Feed{URL: "https://b.example/feed"})
	wantNews(t, refreshed(t, s, other, lists("x", "https://a.example/1", "One", "by another feed")), 0, 0, 0)
	wantTitles(t, s, "Two")
}

func TestTwoFeedsShareAnArticle(t *testing.T) {
	t.Parallel()
	s, f := subscribed(t)
	other := subscribe(t, s, articles.Feed{URL: "https://b.example/feed"})
	refreshed(t, s, f, lists("1", "https://a.example/1", "One", "text"))
	wantNews(t, refreshed(t, s, other, lists("x", "http://a.example/1?utm_source=b", "One, by B", "less")), 0, 0, 0)
	wantTitles(t, s, "One")
	// It is the first feed's to change, until that is gone.
	wantNews(t, refreshed(t, s, other, lists("x", "http://a.example/1?utm_source=b", "One, by B", "edited")), 0, 0, 0)
	wantNews(t, refreshed(t, s, f, lists("1", "https://a.example/1", "One", "edited")), 0, 1, 0)
	if went, stayed, err := s.RemoveFeed(t.Context(), f.Key, false); went != 0 || stayed != 1 || err != nil {
		t.Errorf("remove the first feed: %d went, %d stayed, %v", went, stayed, err)
	}
	consistent(t, s)
	wantNews(t, refreshed(t, s, other, lists("x", "http://a.example/1?utm_source=b", "One, by B", "now")), 0, 1, 0)
	if went, _, err := s.RemoveFeed(t.Context(), other.Key, false); went != 1 || err != nil {
		t.Errorf("remove the second feed: %d went, %v", went, err)
	}
	wantTitles(t, s, "")
}

func TestTheReadersOwnArticleIsNotTheFeeds(t *testing.T) {
	t.Parallel()
	s, f := subscribed(t)
	e := day(1, lists("1", "https://a.example/1", "Summary", "text"))
	own := *e.Article
	own.Title = "Own"
	put(t, s, &own)
	f.Keep = 1
	if err := s.SetFeed(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	refreshed(t, s, f, day(3, lists("3", "https://a.example/3", "Three", "x")), day(2, lists("2", "https://a.example/2", "Two", "x")), e)
	wantTitles(t, s, "Three Own")
	if went, stayed, err := s.RemoveFeed(t.Context(), f.Key, false); went != 1 || stayed != 1 || err != nil {
		t.Errorf("remove the feed: %d went, %d stayed, %v", went, stayed, err)
	}
	wantTitles(t, s, "Own")
}

func TestAFeedFillsABookmark(t *testing.T) {
	t.Parallel()
	s, f := subscribed(t)
	e := lists("1", "https://a.example/1", "One", "the text")
	bookmark := *e.Article
	bookmark.Title, bookmark.Markdown, bookmark.Bookmark = "A bookmark", "https://a.example/1", true
	put(t, s, &bookmark)
	wantNews(t, refreshed(t, s, f, e), 0, 1, 0)
	wantNews(t, refreshed(t, s, f, e), 0, 0, 0)
	if a, _, err := s.Article(t.Context(), bookmark.ID); err != nil || a.Markdown != "the text\n" || a.Bookmark {
		t.Errorf("%+v, %v", a, err)
	}
	if _, stayed, err := s.RemoveFeed(t.Context(), f.Key, false); stayed != 1 || err != nil {
		t.Errorf("%d stayed, %v", stayed, err)
	}
}

func TestAnArticleThatTheReaderAddsLaterIsTheReaders(t *testing.T) {
	t.Parallel()
	s, f := subscribed(t)
	e := day(1, lists("1", "https://a.example/1", "One", "text"))
	refreshed(t, s, f, e)
	if err := s.Own(t.Context(), e.Article.ID); err != nil {
		t.Fatal(err)
	}
	f.Keep = 1
	if err := s.SetFeed(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	refreshed(t, s, f, day(2, lists("2", "https://a.example/2", "Two", "x")), day(1, lists("1", "https://a.example/1", "One, edited", "text")))
	wantTitles(t, s, "Two One")
}

// TestRetentionKeepsTheArchive: what the reader archived of a feed stays, however much
// comes after it.
func TestRetentionKeepsTheArchive(t *testing.T) {
	t.Parallel()
	s, f := subscribed(t)
	one, two, three := day(1, lists("1", "https://a.example/1", "One", "x")), day(2, lists("2", "https://a.example/2", "Two", "x")), day(3, lists("3", "https://a.example/3", "Three", "x"))
	refreshed(t, s, f, two, one)
	mustChange(t)(s.Archive(t.Context(), true, one.Article.ID))
	f.Keep = 1
	if err := s.SetFeed(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	wantNews(t, refreshed(t, s, f, three, two), 1, 0, 1)
	wantTitles(t, s, "Three")
	if !state(t, s, one.Article.ID).Archived {
		t.Error("it is not in the archive")
	}
}

func TestRetention(t *testing.T) {
	t.Parallel()
	s, f := subscribed(t)
	var all []articles.Entry
	for n := 9; n >= 1; n-- {
		all = append(all, day(n, lists(fmt.Sprint(n), fmt.Sprintf("https://a.example/%d", n), fmt.Sprint(n), "text")))
	}
	refreshed(t, s, f, all[4:]...)
	wantTitles(t, s, "5 4 3 2 1")
	starred, begun := all[8].Article.ID, all[7].Article.ID
	if err := errors.Join(s.SetStarred(t.Context(), starred, true),
		s.SavePlace(t.Context(), begun, articles.Place{Progress: 0.5})); err != nil {
		t.Fatal(err)
	}
	f.Keep = 3
	if err := s.SetFeed(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	wantTitles(t, s, "5 4 3 2 1")
	wantNews(t, refreshed(t, s, f, all[3:]...), 1, 0, 1)
	wantTitles(t, s, "6 5 4 2 1")
	for range 3 { // what went is still listed, and does not come back
		wantNews(t, refreshed(t, s, f, all[3:]...), 0, 0, 0)
	}
	wantNews(t, refreshed(t, s, f, all...), 3, 0, 3)
	wantTitles(t, s, "9 8 7 2 1")
	wantNews(t, refreshed(t, s, f, all[:2]...), 0, 0, 0)
	wantNews(t, refreshed(t, s, f, all...), 0, 0, 0) // the feed lists the old ones again
	wantTitles(t, s, "9 8 7 2 1")

	f.Keep = 0 // all may come back
	if err := s.SetFeed(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	wantNews(t, refreshed(t, s, f, all...), 4, 0, 0)
	wantTitles(t, s, "9 8 7 6 5 4 3 2 1")
	if went, stayed, err := s.RemoveFeed(t.Context(), f.Key, false); went != 7 || stayed != 2 || err != nil {
		t.Errorf("remove the feed: %d went, %d stayed, %v", went, stayed, err)
	}
	wantTitles(t, s, "2 1")
	consistent(t, s)
}

func TestANewFeedKeepsTheNewest(t *testing.T) {
	t.Parallel()
	s, _ := subscribed(t)
	f := subscribe(t, s, articles.Feed{URL: "https://b.example/feed", Keep: 2})
	wantNews(t, refreshed(t, s, f,
		day(1, lists("1", "", "One", "x")), day(3, lists("3", "", "Three", "x")), day(2, lists("2", "", "Two", "x"))), 2, 0, 0)
	wantTitles(t, s, "Three Two")
}

func TestRemoveFeedKeepsItsArticles(t *testing.T) {
	t.Parallel()
	s, f := subscribed(t)
	refreshed(t, s, f, lists("1", "", "One", "x"))
	if went, stayed, err := s.RemoveFeed(t.Context(), f.Key, true); went != 0 || stayed != 1 || err != nil {
		t.Errorf("%d went, %d stayed, %v", went, stayed, err)
	}
	wantTitles(t, s, "One")
	consistent(t, s)
	if _, _, err := s.RemoveFeed(t.Context(), f.Key, true); !errors.Is(err, ErrNoFeed) {
		t.Errorf("removed twice: %v", err)
	}
	if _, err := s.Refreshed(t.Context(), f, nil); !errors.Is(err, ErrNoFeed) {
		t.Errorf("refreshed after: %v", err)
	}
}

func TestFullText(t *testing.T) {
	t.Parallel()
	s, f := subscribed(t)
	e := lists("1", "https://a.example/1", "One", "summary")
	wanted := func(want bool) {
		t.Helper()
		got, err := s.Wanted(t.Context(), f, []articles.Entry{e})
		if err != nil || got[0] != want {
			t.Errorf("wanted: %v, %v", got, err)
		}
	}
	text := func(want string) {
		t.Helper()
		a, _, err := s.Article(t.Context(), lists("1", "https://a.example/1", "", "").Article.ID)
		if err != nil || a.Markdown != want {
			t.Errorf("the text is %q, want %q (%v)", a.Markdown, want, err)
		}
	}
	with := func(p articles.Page, text string) articles.Entry {
		a := *e.Article
		a.Markdown = text
		return articles.Entry{GUID: e.GUID, Link: e.Link, Article: &a, Sum: e.Sum, Page: p}
	}
	wanted(true)
	wantNews(t, refreshed(t, s, f, with(articles.PageFailed, e.Article.Markdown)), 1, 0, 0)
	text("summary\n")
	wanted(true)
	wantNews(t, refreshed(t, s, f, with(articles.PageRead, "whole")), 0, 1, 0)
	text("whole")
	wanted(false)
	wantNews(t, refreshed(t, s, f, e), 0, 0, 0)
	text("whole")
	e = lists("1", "https://a.example/1", "One", "summary, edited")
	wanted(true)
	wantNews(t, refreshed(t, s, f, with(articles.PageFailed, e.Article.Markdown)), 0, 0, 0)
	text("whole")
	wanted(true)
	wantNews(t, refreshed(t, s, f, with(articles.PageRead, "whole, edited")), 0, 1, 0)
	text("whole, edited")
	e = lists("1", "https://a.example/1", "One", "summary alone")
	wantNews(t, refreshed(t, s, f, e), 0, 1, 0)
	text("summary alone\n")
	for range 3 {
		wanted(true)
		refreshed(t, s, f, with(articles.PageFailed, e.Article.Markdown))
	}
	wanted(false)
}

func TestFeedsAreKept(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "library.db")
	s := open(t, path)
	feeds := []articles.Feed{
		{URL: "https://a.example/feed", Title: "A", Folders: [][]string{{"Tech", "Go/Rust"}}},
		{URL: "https://b.example/feed", Title: "B"},
	}
	if _, err := s.AddFeeds(t.Context(), feeds); err != nil {
		t.Fatal(err)
	}
	again := []articles.Feed{{URL: "https://a.example/feed", Title: "Another", Folders: [][]string{{"Friends"}}}, {URL: "https://b.example/feed"}}
	outcomes, err := s.AddFeeds(t.Context(), again)
	if want := []articles.Outcome{articles.Updated, articles.Unchanged}; err != nil || !slices.Equal(outcomes, want) {
		t.Errorf("added again: %v, %v", outcomes, err)
	}
	f := feeds[0]
	f.Fail(time.Now().Truncate(time.Millisecond), "answered 500", time.Hour)
	f.ETag, f.LastModified, f.URL = `"x"`, "Mon", "https://a.example/moved"
	if _, err := s.Refreshed(t.Context(), f, nil); err != nil {
		t.Fatal(err)
	}
	got, err := s.Feeds(t.Context())
	if err != nil || len(got) != 2 {
		t.Fatal(got, err)
	}
	a := got[0]
	if a.Title != "A" || a.URL != "https://a.example/moved" || a.ETag != `"x"` || a.LastModified != "Mon" || a.Failures != 1 ||
		a.Error != "answered 500" || !a.Due.Equal(f.Due) || !a.Held.Equal(f.Held) || !slices.Equal(a.Tags(), []string{"Tech", "Go/Rust", "Friends"}) {
		t.Errorf("kept as %+v", a)
	}
	a.URL = "https://b.example/feed" // which another feed has
	if _, err := s.Refreshed(t.Context(), a, nil); err != nil {
		t.Error(err)
	}
	a.Name, a.Keep, a.FullText = "Mine", 5, true
	if err := s.SetFeed(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	got, _ = s.Feeds(t.Context())
	if a = got[0]; a.Label() != "Mine" || a.Keep != 5 || !a.FullText || a.ETag != "" || a.URL != "https://a.example/moved" || !a.Due.Equal(f.Due) {
		t.Errorf("kept as %+v", a)
	}
	a.Access.User = "ann" // asked as her, it may answer
	if err := s.SetFeed(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	got, _ = s.Feeds(t.Context())
	if a = got[0]; a.Access.User != "ann" || !a.Due.Before(f.Checked.Add(time.Second)) {
		t.Errorf("who is asked in another way waits until %v", a.Due)
	}
}

func TestARefreshThatEndsLeavesNothing(t *testing.T) {
	t.Parallel()
	s, f := subscribed(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Refreshed(ctx, f, []articles.Entry{lists("1", "", "One", "x")}); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
	bad := lists("2", "", "Two", "x")
	bad.Article.ID = ""
	if _, err := s.Refreshed(t.Context(), f, []articles.Entry{bad, lists("1", "", "One", "x")}); err == nil {
		t.Error("an article without an ID is kept")
	}
	wantTitles(t, s, "")
	consistent(t, s)
}

func TestArticlesInheritTags(t *testing.T) {
	t.Parallel()
	s, _ := subscribed(t)
	f := subscribe(t, s, articles.Feed{URL: "https://b.example/feed", Folders: [][]string{{"Tech"}, {"Go"}}})
	e := lists("1", "", "One", "x")
	e.Article.Tags = []string{"go"}
	refreshed(t, s, f, e)
	if a, _, err := s.Article(t.Context(), e.Article.ID); err != nil || !slices.Equal(a.Tags, []string{"go", "Tech"}) {
		t.Errorf("tags %v, %v", a.Tags, err)
	}
}

// TestCountsOfFeeds: how many articles a feed has and how many of them are unread is
// told whatever was done to them.
func TestCountsOfFeeds(t *testing.T) {
	t.Parallel()
	s, a := subscribed(t)
	b := subscribe(t, s, articles.Feed{URL: "https://b.example/feed", Title: "The B"})
	want := func(what, counts string) {
		t.Helper()
		all, err := s.Feeds(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range all {
			got = append(got, fmt.Sprintf("%d/%d", f.Unread, f.Articles))
		}
		if got := strings.Join(got, " "); got != counts {
			t.Errorf("%s: %s, want %s", what, got, counts)
		}
		consistent(t, s)
	}
	want("new", "0/0 0/0")
	one, two := day(1, lists("1", "https://a.example/1", "One", "text")), day(2, lists("2", "https://a.example/2", "Two", "text"))
	refreshed(t, s, a, one, two)
	refreshed(t, s, b, two, day(3, lists("3", "https://b.example/3", "Three", "text")))
	want("listed", "2/2 2/2")
	id := func(e articles.Entry) articles.ID { return e.Article.ID }
	mustChange(t)(s.Mark(t.Context(), true, id(two)))
	want("read", "1/2 1/2")
	if err := s.SavePlace(t.Context(), id(one), articles.Place{Progress: 0.5}); err != nil {
		t.Fatal(err)
	}
	want("begun", "0/2 1/2")
	undo(t, s)
	want("unread again", "1/2 2/2")
	mustRemove(t, s, id(two))
	want("removed", "0/1 1/1")
	undo(t, s)
	want("back", "1/2 2/2")
	if _, _, err := s.RemoveFeed(t.Context(), a.Key, false); err != nil {
		t.Fatal(err)
	}
	want("unsubscribed", "2/2")
	undo(t, s)
	want("subscribed again", "1/2 2/2")

	all, err := s.From(t.Context(), articles.Origins{Feeds: []int64{a.Key, b.Key}})
	if rows, _ := s.RowsByID(t.Context(), all); err != nil || !slices.Equal(titles(rows), []string{"Three", "Two", "One"}) {
		t.Errorf("of both feeds: %v, %v", titles(rows), err)
	}
	if none, err := s.From(t.Context(), articles.Origins{Feeds: []int64{99}}); err != nil || len(none) > 0 {
		t.Errorf("of no feed: %v, %v", none, err)
	}
}

// TestCountsOfAnOldLibrary opens a library that was made before feeds were counted.
func TestCountsOfAnOldLibrary(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "library.db")
	steps, err := schema.Steps()
	if err != nil {
		t.Fatal(err)
	}
	before := slices.Index(steps, "0020_tallies.sql")
	for _, step := range steps[:before] {
		text, err := schema.SQL(step)
		if err != nil {
			t.Fatal(err)
		}
		run(t, path, text)
	}
	run(t, path, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", schema.ApplicationID, before))
	for i := range 4 {
		run(t, path, fmt.Sprintf(`INSERT INTO article
			(key, id, published, zone, added, minutes, words, source_views, title, sort_title, author, site, tags, dek, read)
			VALUES (%[1]d, '%[1]d', 1, 0, 1, 1, 1, 0, '%[1]d', '%[1]d', '', '', '', '', %[2]d)`, i+1, i%2))
	}
	run(t, path, `INSERT INTO feed (key, url, title, name, site, folders, full_text, keep) VALUES
		(1, 'https://a.example', 'A', '', '', '[]', 0, 0), (2, 'https://b.example', 'B', '', '', '[]', 0, 0), (3, 'https://c.example', 'C', '', '', '[]', 0, 0)`)
	run(t, path, `INSERT INTO entry (feed, guid, link, article, owner, sum, page) VALUES
		(1, 'a', '', 1, 1, '', 0), (1, 'b', '', 1, 0, '', 0), (1, 'c', '', 2, 1, '', 0), (2, 'd', '', 2, 0, '', 0), (2, 'e', '', NULL, 0, '', 0)`)
	run(t, path, `INSERT INTO original VALUES (1, x'00', 1, x'00')`)
	run(t, path, `INSERT INTO source (article, original, name, url, charset, whole) VALUES
		(1, 1, '/notes/1.md', '', '', 1), (3, 1, '/notes/deep/3.md', '', '', 1), (4, 1, '/notes2/4.md', '', '', 1)`)
	run(t, path, `INSERT INTO folder (key, path) VALUES (1, '/notes'), (2, '/none')`)
	s := open(t, path)
	folders, err := s.Folders(t.Context())
	if err != nil || len(folders) != 2 || folders[1].Articles != 2 || folders[1].Unread != 2 || folders[0].Articles != 0 {
		t.Errorf("folders %+v, %v", folders, err)
	}
	all, err := s.Feeds(t.Context())
	if err != nil || len(all) != 3 || all[0].Articles != 2 || all[0].Unread != 1 || all[1].Articles != 1 || all[1].Unread != 0 || all[2].Articles != 0 {
		t.Errorf("feeds %+v, %v", all, err)
	}
}

// TestCountsOfFolders: as of feeds.
func TestCountsOfFolders(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	mustPut(t, s, articles.Adding, edition(1, 0), edition(2, 0), edition(3, 0))
	if err := s.AddFolder(t.Context(), "/notes/a"); err != nil {
		t.Fatal(err)
	}
	want := func(what string, unread, all int) {
		t.Helper()
		folders, err := s.Folders(t.Context())
		if err != nil || len(folders) != 1 || folders[0].Unread != unread || folders[0].Articles != all {
			t.Errorf("%s: %+v, want %d of %d unread (%v)", what, folders, unread, all, err)
		}
		consistent(t, s)
	}
	want("added", 3, 3)
	id := storetest.Article(2).ID
	mustChange(t)(s.Mark(t.Context(), true, id))
	want("read", 2, 3)
	mustRemove(t, s, id, storetest.Article(3).ID)
	want("removed", 1, 1)
	undo(t, s)
	want("back", 2, 3)
	moved := edition(1, 2)
	moved.Original.Name = "/elsewhere/1.html"
	put(t, s, moved)
	want("elsewhere", 1, 2)
	folders, _ := s.Folders(t.Context())
	all, err := s.From(t.Context(), articles.Origins{Folders: []int64{folders[0].Key}})
	if err != nil || len(all) != 2 || !slices.Contains(all, id) {
		t.Errorf("from the folder: %v, %v", all, err)
	}
}

// TestMuted: that a feed is muted is kept, and undone.
func TestMuted(t *testing.T) {
	t.Parallel()
	s, f := subscribed(t)
	f.Muted = true
	if err := s.SetFeed(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	all, err := s.Feeds(t.Context())
	if err != nil || !all[0].Muted || all[0].IsDue(time.Now()) {
		t.Errorf("muted: %+v, %v", all, err)
	}
	refreshed(t, s, f, lists("1", "https://a.example/1", "One", "text")) // as one that was on its way
	undo(t, s)
	if all, err = s.Feeds(t.Context()); err != nil || all[0].Muted || all[0].Articles != 1 {
		t.Errorf("undone: %+v, %v", all, err)
	}
}
