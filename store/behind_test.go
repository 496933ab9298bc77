package store

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/articles/query"
	"lede/store/schema"
	"lede/store/storetest"
)

// story is a story as a site has it: the text of the made-up article of a number, which
// begins in the words of the site.
func story(of int, site string) *articles.Article {
	a := storetest.Article(of)
	a.Title, a.Site = fmt.Sprintf("%s: %d", site, of), site
	a.Origin = fmt.Sprintf("https://%s.example/%d", strings.ToLower(site), of)
	a.URL, a.ID = a.Origin, articles.NewID(a.Origin)
	a.Slug, a.Tags = articles.Slug(a.Title), nil
	a.Length.Words = 500
	a.Markdown = "From " + site + ".\n\n" + a.Markdown
	a.Links, a.Related, a.Published = nil, nil, time.Date(2026, 1, 1+of, 0, 0, 0, 0, time.UTC)
	return a
}

// shown are the titles of a shelf by title, with what stands behind each.
func shown(t testing.TB, s *Store, shelf articles.Shelf) (all []string) {
	t.Helper()
	rows, err := s.Rows(t.Context(), articles.Listing{Shelf: shelf, Order: articles.ByTitle}, articles.Span{N: 1000})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		title := r.Title
		if b := r.Behind; b.Copies > 0 {
			title += " + " + strings.Join(b.Sources, " + ")
		}
		if b := r.Behind; b.Folded > 0 {
			title += fmt.Sprintf(" with %d", b.Folded)
		}
		all = append(all, title)
	}
	counts, err := s.Counts(t.Context())
	if err != nil || counts.Rows[shelf] != len(all) {
		t.Errorf("%s counts %d, and has %q, %v", shelf, counts.Rows[shelf], all, err)
	}
	return all
}

func same(t testing.TB, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %q, not %q", what, got, want)
	}
}

func TestCopiesStandBehind(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	for _, site := range []string{"Alpha", "Beta", "Gamma"} {
		put(t, s, story(1, site))
	}
	put(t, s, story(2, "Alpha"))
	same(t, "all", shown(t, s, articles.All), "Alpha: 1 + Beta + Gamma", "Alpha: 2")
	same(t, "unread", shown(t, s, articles.Unread), "Alpha: 1 + Beta + Gamma", "Alpha: 2")

	for query, want := range map[string][]string{
		"":                                       {"Alpha: 1", "Alpha: 2"},
		"is:behind":                              {"Beta: 1", "Gamma: 1"},
		"site:beta":                              {"Beta: 1"},
		"is:unread":                              {"Alpha: 1", "Alpha: 2"},
		"from or title:1":                        {"Alpha: 1", "Alpha: 2"},
		"beta":                                   {"Beta: 1"},
		"copies:" + string(story(1, "Alpha").ID): {"Beta: 1", "Gamma: 1"},
		"copies:" + string(story(1, "Gamma").ID): {"Alpha: 1", "Beta: 1"},
		"copies:" + string(story(2, "Alpha").ID): nil,
	} {
		got, _ := found(t, s, query)
		same(t, query, got, want...)
	}
	all, err := s.Behind(t.Context(), true, []articles.ID{story(1, "Alpha").ID, story(2, "Alpha").ID})
	if want := []articles.ID{story(1, "Alpha").ID, story(1, "Beta").ID, story(1, "Gamma").ID, story(2, "Alpha").ID}; err != nil || !slices.Equal(all, want) {
		t.Errorf("behind are %v, %v", all, err)
	}
	if _, err := s.Star(t.Context(), true, story(1, "Gamma").ID); err != nil {
		t.Fatal(err)
	}
	same(t, "starred", shown(t, s, articles.Starred), "Gamma: 1")

	// What is begun is begun, however many copies of it nobody opened.
	if err := s.SavePlace(t.Context(), story(1, "Alpha").ID, articles.Place{Progress: .4}); err != nil {
		t.Fatal(err)
	}
	same(t, "unread", shown(t, s, articles.Unread), "Alpha: 2")
	for query, want := range map[string][]string{
		"is:unread":           {"Alpha: 2"},
		"is:unread beta":      nil,
		"is:reading":          {"Alpha: 1"},
		"is:reading beta":     {"Beta: 1"},
		"is:unread is:behind": {"Beta: 1", "Gamma: 1"},
	} {
		got, _ := found(t, s, query)
		same(t, query, got, want...)
	}
}

// What another library had as copies are copies here too, also where they are not found to
// be: which are depends on who came first.
func TestCopiesOfAnotherLibrary(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	put(t, s, story(4, "Old"))
	c := articles.Change{Kind: articles.Adding}
	for _, a := range []*articles.Article{story(1, "Alpha"), story(1, "Beta"), story(2, "Gamma"), story(3, "Delta")} {
		if _, err := s.PutWithin(t.Context(), &c, a); err != nil {
			t.Fatal(err)
		}
	}
	err := s.AddFolds(t.Context(), &c, []articles.Fold{
		{Front: story(2, "Gamma").ID, Behind: []articles.ID{story(1, "Beta").ID, "gone"}}, // Alpha is in front of it
		{Front: story(3, "Delta").ID, Behind: []articles.ID{story(4, "Old").ID}},          // was here before
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "all", shown(t, s, articles.All), "Delta: 3", "Gamma: 2 + Alpha + Beta", "Old: 4")
	if _, err := s.Undo(t.Context(), time.Time{}); err != nil {
		t.Fatal(err)
	}
	same(t, "after the undo", shown(t, s, articles.All), "Old: 4")
}

func TestNoCopies(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	put(t, s, story(1, "Alpha"))
	again := story(1, "Alpha")
	again.Title, again.Origin = "Alpha again", again.Origin+"/again"
	again.URL, again.ID = again.Origin, articles.NewID(again.Origin)
	put(t, s, again)
	for i, site := range []string{"Alpha", "Beta"} {
		part := story(3, site)
		part.Series, part.Part = "A book", i+1
		put(t, s, part)
		short := story(4, site)
		short.Markdown = strings.Repeat("This page is gone. ", 10)
		put(t, s, short)
		file := story(5, "")
		file.Title, file.URL, file.Origin = fmt.Sprint("File ", i), "", fmt.Sprintf("file:/%s/5.md", site)
		file.ID = articles.NewID(file.Origin)
		put(t, s, file)
	}
	same(t, "all", shown(t, s, articles.All), "Alpha again", "Alpha: 1", "Alpha: 3", "Alpha: 4", "Beta: 3", "Beta: 4", "File 0", "File 1")
}

func TestCopyOfWhatWasRead(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	put(t, s, story(1, "Alpha"))
	if err := s.SetRead(t.Context(), story(1, "Alpha").ID, true); err != nil {
		t.Fatal(err)
	}
	put(t, s, story(1, "Beta"))
	got, _ := found(t, s, "is:unread")
	same(t, "unread", got)
	same(t, "all", shown(t, s, articles.All), "Alpha: 1 + Beta")

	put(t, s, story(2, "Alpha"))
	put(t, s, story(2, "Beta"))
	if err := s.Finish(t.Context(), story(2, "Beta").ID); err != nil {
		t.Fatal(err)
	}
	same(t, "unread after a copy", shown(t, s, articles.Unread))
}

// TestCopiesOfBefore has copies that came in before copies were looked for.
func TestCopiesOfBefore(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	for _, site := range []string{"Alpha", "Beta", "Gamma"} {
		put(t, s, story(1, site))
	}
	alter(t, s, `UPDATE article SET behind = NULL, aside = 0`)
	alter(t, s, `DELETE FROM band`)
	alter(t, s, `INSERT INTO uncompared SELECT key FROM article`)
	if err := s.Tidy(t.Context()); err != nil {
		t.Fatal(err)
	}
	same(t, "all", shown(t, s, articles.All), "Alpha: 1 + Beta + Gamma")
}

func TestNextTakesThePlace(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	for _, site := range []string{"Alpha", "Beta", "Gamma"} {
		put(t, s, story(1, site))
	}
	if _, err := s.Remove(t.Context(), story(1, "Alpha").ID); err != nil {
		t.Fatal(err)
	}
	same(t, "without the first", shown(t, s, articles.All), "Beta: 1 + Gamma")
	put(t, s, story(1, "Delta"))
	same(t, "with another", shown(t, s, articles.All), "Beta: 1 + Gamma + Delta")
	undo(t, s)
	same(t, "undone", shown(t, s, articles.All), "Alpha: 1 + Beta + Gamma + Delta")

	everyone, err := s.Behind(t.Context(), true, []articles.ID{story(1, "Alpha").ID})
	if err == nil {
		_, err = s.Remove(t.Context(), everyone...)
	}
	if err != nil {
		t.Fatal(err)
	}
	same(t, "without all", shown(t, s, articles.All))
	undo(t, s)
	same(t, "all again", shown(t, s, articles.All), "Alpha: 1 + Beta + Gamma + Delta")
}

func TestNoCopyAnyMore(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	for _, site := range []string{"Alpha", "Beta", "Gamma"} {
		put(t, s, story(1, site))
	}
	other := story(1, "Beta")
	other.Markdown = story(7, "Beta").Markdown
	put(t, s, other)
	same(t, "a copy with another text", shown(t, s, articles.All), "Alpha: 1 + Gamma", "Beta: 1")
	put(t, s, story(1, "Beta"))
	same(t, "with its own", shown(t, s, articles.All), "Alpha: 1 + Beta + Gamma")
	first := story(1, "Alpha")
	first.Markdown = story(8, "Alpha").Markdown
	put(t, s, first)
	if got := shown(t, s, articles.All); len(got) != 3 || got[0] != "Alpha: 1" {
		t.Errorf("the first with another text: %q", got)
	}
}

func TestFold(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	add := func(all ...*articles.Article) {
		t.Helper()
		c := articles.Change{Kind: articles.Adding}
		for _, a := range all {
			_, err := s.PutWithin(t.Context(), &c, a)
			must(t, err)
		}
	}
	add(story(0, "Alpha")) // by a go of its own, at the same time
	var all []*articles.Article
	for i := range 5 {
		all = append(all, story(i+1, "Alpha"))
	}
	ours := story(7, "Alpha")
	ours.Origin = "welcome:ours" // came with the program
	add(append(all, ours)...)
	put(t, s, story(5, "Beta")) // a copy of the newest, which came later
	fold := func(i int) articles.Change {
		t.Helper()
		c, err := s.Fold(t.Context(), story(i, "Alpha").ID)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	before := shown(t, s, articles.All)
	if c := fold(0); c.ID != 0 {
		t.Errorf("nothing came with it: %v", c)
	}
	if c := fold(2); c.Articles != 4 || c.String() != "4 folded" {
		t.Errorf("folded: %v", &c)
	}
	folded := []string{"Alpha: 0", "Alpha: 5 + Beta with 4", "Alpha: 7"}
	same(t, "folded", shown(t, s, articles.All), folded...)
	got, _ := found(t, s, "site:alpha")
	same(t, "of the site", got, "Alpha: 0", "Alpha: 5", "Alpha: 7")
	got, _ = found(t, s, "from or title:1")
	same(t, "with a word", got, "Alpha: 0", "Alpha: 1", "Alpha: 2", "Alpha: 3", "Alpha: 4", "Alpha: 5", "Alpha: 7")
	if c := undo(t, s); c.Left != 0 || len(c.Restored) != 4 {
		t.Errorf("undone: %+v", c)
	}
	same(t, "undone", shown(t, s, articles.All), before...)
	fold(5)
	if c := fold(5); c.Articles != 4 || c.Kind != articles.Unfolding {
		t.Errorf("unfolded: %v", &c)
	}
	same(t, "unfolded", shown(t, s, articles.All), before...)
	undo(t, s)
	same(t, "unfolding undone", shown(t, s, articles.All), folded...)
	if _, err := s.Remove(t.Context(), story(5, "Alpha").ID, story(5, "Beta").ID); err != nil {
		t.Fatal(err)
	}
	same(t, "without the newest", shown(t, s, articles.All), "Alpha: 0", "Alpha: 4 with 3", "Alpha: 7")
}

// heap adds some stories in one go.
func heap(t testing.TB, s *Store, n int) {
	t.Helper()
	fill(t, s, func(yield func(*articles.Article) bool) {
		for i := range n {
			if !yield(story(i, "Alpha")) {
				return
			}
		}
	})
}

// What a feed had on one check is one go: what it has on the next is another, and so is what
// another feed has, in the same second.
func TestFoldOfAFeed(t *testing.T) {
	t.Parallel()
	s, f := subscribed(t)
	other := subscribe(t, s, articles.Feed{URL: "https://b.example/feed"})
	entry := func(n string) articles.Entry { return lists(n, "https://a.example/"+n, "Entry "+n, "Text "+n) }
	refreshed(t, s, f, entry("1"), entry("2"), entry("3"))
	refreshed(t, s, other, entry("4"), entry("5"))
	refreshed(t, s, f, entry("6"), entry("7"), entry("1"), entry("2"), entry("3"))
	for _, r := range rowsOf(t, s, articles.Listing{}) {
		if r.Title == "Entry 7" || r.Title == "Entry 2" {
			_, err := s.Fold(t.Context(), r.ID)
			must(t, err)
		}
	}
	var got []string
	for _, r := range rowsOf(t, s, articles.Listing{Order: articles.ByTitle}) {
		got = append(got, fmt.Sprint(r.Title, " with ", r.Behind.Folded))
	}
	same(t, "all", got, "Entry 1 with 2", "Entry 4 with 0", "Entry 5 with 0", "Entry 6 with 1")
}

// Of what came before the library kept by which go, what was added within seconds did.
func TestFoldOfBefore(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	for i := range 5 {
		a := story(i, "Alpha")
		a.Added = time.Date(2020, 1, 1, 0, 0, i, 0, time.UTC)
		if i == 0 {
			a.Added = a.Added.Add(-time.Hour)
		}
		put(t, s, a)
	}
	alter(t, s, `UPDATE article SET came = NULL WHERE title <> 'Alpha: 4'`)
	_, err := s.Fold(t.Context(), story(1, "Alpha").ID)
	must(t, err)
	same(t, "all", shown(t, s, articles.All), "Alpha: 0", "Alpha: 3 with 2", "Alpha: 4")
}

// What was folded before folds were counted is counted, and can be unfolded and folded again.
func TestFoldOfAnOlderLibrary(t *testing.T) {
	t.Parallel()
	now := library(t, 0)
	heap(t, now, 5)
	ctx, id := t.Context(), story(4, "Alpha").ID
	mustChange(t)(now.Fold(ctx, id))
	must(t, now.SetRead(ctx, story(1, "Alpha").ID, true))
	want, err := now.Counts(ctx)
	if must(t, err); want.Of(articles.Unread) != 4 || want.Rows[articles.Unread] != 1 {
		t.Fatalf("counts are %+v", want)
	}
	path := now.path
	must(t, now.Close())
	steps, err := schema.Steps()
	must(t, err)
	s := open(t, outdated(t, path, slices.Index(steps, "0028_go.sql")))
	if got, err := s.Counts(ctx); err != nil || got != want {
		t.Errorf("counts are %+v, not %+v, %v", got, want, err)
	}
	same(t, "all", shown(t, s, articles.All), "Alpha: 4 with 4")
	for _, want := range []string{"4 unfolded", "4 folded"} {
		if c, err := s.Fold(ctx, id); err != nil || c.String() != want {
			t.Errorf("%v, %v, not %s", &c, err, want)
		}
	}
	if r, err := s.Checkup(ctx, false); err != nil || len(r.Wrong) > 0 {
		t.Errorf("%q, %v", r.Wrong, err)
	}
}

// What is read or begun of a heap leaves nothing behind it that is not.
func TestFoldLosesNothingUnread(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	heap(t, s, 6)
	ctx, id := t.Context(), func(i int) articles.ID { return story(i, "Alpha").ID }
	counted := func(what string, rows, unread int) {
		t.Helper()
		counts, err := s.Counts(ctx)
		if err != nil || counts.Rows[articles.Unread] != rows || counts.Of(articles.Unread) != unread {
			t.Errorf("%s: %d rows of %d unread, not %d of %d, %v", what, counts.Rows[articles.Unread], counts.Of(articles.Unread), rows, unread, err)
		}
		q, err := query.Parse("is:unread")
		must(t, err)
		q.Unfolded = true
		if n, err := s.Count(ctx, q); err != nil || n != unread {
			t.Errorf("%s: a query finds %d unread, not %d, %v", what, n, unread, err)
		}
	}
	_, err := s.Fold(ctx, id(0))
	must(t, err)
	counted("folded", 1, 6)
	rows, err := s.Next(ctx, query.Query{}, 60)
	if err != nil || len(rows) != 6 {
		t.Errorf("%d are next, %v", len(rows), err)
	}
	must(t, s.Finish(ctx, id(5)))
	same(t, "all, without the one that is read", shown(t, s, articles.All), "Alpha: 4 with 4", "Alpha: 5")
	same(t, "unread, without the one that is read", shown(t, s, articles.Unread), "Alpha: 4 with 4")
	must(t, s.SavePlace(ctx, id(2), articles.Place{Progress: .3}))
	same(t, "begun", shown(t, s, articles.InProgress), "Alpha: 2")
	must(t, s.SavePlace(ctx, id(4), articles.Place{Progress: .3}))
	same(t, "unread, without the two that are begun", shown(t, s, articles.Unread), "Alpha: 3 with 2")
	counted("begun", 1, 3)
	must(t, s.SetRead(ctx, id(3), true))
	same(t, "unread, without the one that is marked", shown(t, s, articles.Unread), "Alpha: 1 with 1")
	undo(t, s)
	same(t, "marking undone", shown(t, s, articles.Unread), "Alpha: 3 with 2")
	_, err = s.Archive(ctx, true, id(3))
	must(t, err)
	same(t, "unread, without the one that is archived", shown(t, s, articles.Unread), "Alpha: 1 with 1")
	undo(t, s)
	undo(t, s)
	same(t, "folding undone", shown(t, s, articles.Unread), "Alpha: 0", "Alpha: 1", "Alpha: 3")
	counted("folding undone", 3, 3)
}

// What is begun keeps its row, and what is read does not stand before what is unread.
func TestFoldHidesNothingBegun(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	heap(t, s, 4)
	must(t, s.SetRead(t.Context(), story(3, "Alpha").ID, true))
	must(t, s.SavePlace(t.Context(), story(1, "Alpha").ID, articles.Place{Progress: .5}))
	if c, err := s.Fold(t.Context(), story(0, "Alpha").ID); err != nil || c.Articles != 2 {
		t.Fatalf("%v, %v", &c, err)
	}
	same(t, "all", shown(t, s, articles.All), "Alpha: 1", "Alpha: 2 with 2")
	same(t, "unread", shown(t, s, articles.Unread), "Alpha: 2 with 2")
	same(t, "begun", shown(t, s, articles.InProgress), "Alpha: 1")
}

// TestAlwaysReached does all that moves articles behind others, in any order: each is in
// front, or behind one that is there and is in front of its kind, and the counts are right.
func TestAlwaysReached(t *testing.T) {
	t.Parallel()
	ctx, s := t.Context(), library(t, 0)
	went := articles.Change{Kind: articles.Adding} // all comes in by one go, until that is undone
	r := rand.New(rand.NewPCG(3, 4))               // the same in every run
	one := func() *articles.Article { return story(r.IntN(4), []string{"Alpha", "Beta", "Gamma"}[r.IntN(3)]) }
	var did []string
	for range 600 {
		a, err := one(), error(nil)
		what := r.IntN(12)
		did = append(did, fmt.Sprint(what, " ", a.Title))
		switch what {
		case 0:
			_, err = s.Remove(ctx, a.ID, one().ID)
		case 1:
			_, _ = s.Fold(ctx, a.ID) // it need not be there
		case 2:
			_, _ = s.Restore(ctx, a.ID)
		case 3, 4:
			_, err = s.Undo(ctx, time.Time{})
		case 5:
			_, _ = s.Mark(ctx, r.IntN(2) == 0, a.ID, one().ID)
		case 6:
			_, _ = s.Archive(ctx, r.IntN(2) == 0, a.ID)
		case 7:
			_ = s.Finish(ctx, a.ID)
		case 8:
			_ = s.SavePlace(ctx, a.ID, articles.Place{Progress: r.Float64()})
		default:
			a.Markdown = story(r.IntN(4), a.Site).Markdown
			_, err = s.PutWithin(ctx, &went, a)
		}
		if err != nil {
			t.Fatal(err)
		}
		var lost int
		err = s.read.QueryRow(`SELECT count(*) FROM article LEFT JOIN article front ON front.key = article.behind
			WHERE (article.behind IS NULL) <> (article.aside = 0) OR article.aside = 1 AND front.aside IS NOT 0 AND front.aside IS NOT 2
			OR article.aside = 2 AND (front.aside IS NOT 0 OR article.stage = 1
				OR article.stage = 0 AND front.stage <> 0 OR article.archived = 0 AND front.archived = 1)`).Scan(&lost)
		if err != nil || lost > 0 {
			t.Fatalf("%d are out of reach, %v, after %q", lost, err, did)
		}
	}
	if r, err := s.Checkup(ctx, false); err != nil || len(r.Wrong) > 0 {
		t.Errorf("%q, %v", r.Wrong, err)
	}
}
