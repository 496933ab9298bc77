package store

import (
	"errors"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/store/storetest"
)

// whole is an article with something in every field.
func whole() *articles.Article {
	return &articles.Article{
		ID: "abcdefghjk", Aliases: []string{"an-alias"}, Former: []string{"file:/elsewhere.md"}, Slug: "the-measure", Origin: "file:/notes/measure.md",
		Title: "The Measure", Dek: "Seventy-two columns.", Opening: "Text.", FileTime: time.Date(2026, 1, 9, 7, 0, 0, 0, time.UTC), Author: "Ada Quill", AuthorBio: "Writes.", Site: "The Review",
		URL:       "https://review.example/measure",
		Published: time.Date(2026, 2, 8, 23, 30, 0, 0, time.FixedZone("", -5*3600)),
		Updated:   time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC),
		Series:    "Columns", Part: 2, Parts: 3, Bookmark: true, Excerpt: true,
		Notices: []string{"Corrected."}, Tags: []string{"type", "unix"},
		Own:         articles.TagEdit{Add: []string{"unix"}, Take: []string{"rust"}},
		Epigraphs:   []articles.Quote{{Text: "Less.", By: "Anon"}},
		Related:     []articles.Link{{Title: "Pagers", Target: "the-pager"}},
		SourceViews: 42, Markdown: "Text.\n",
		Length: articles.Length{Words: 100, Characters: 20, Slow: 3},
		Links:  []string{"https://example.com/a"},
		Added:  time.Date(2026, 4, 1, 12, 0, 0, 0, time.UTC),
		Images: []articles.Image{{Source: "https://review.example/a.png", Data: []byte("an image")}},
		Original: &articles.Original{
			Name: "notes/measure.md", URL: "https://review.example/m", Charset: "latin1", WholePage: true, Data: "# The Measure\xff\n",
		},
		Rule:  func(*articles.Article) articles.Ruling { return articles.Ruling{Star: true} },
		Ruled: articles.Ruling{Star: true},
		Prior: &articles.State{
			Views: 3, Read: true, Starred: true, Archived: true, Opened: time.Date(2026, 3, 2, 8, 0, 0, 5e6, time.UTC),
			Place: articles.Place{Anchor: articles.Anchor{Chunk: 4, Letters: 2, Words: "as it"}, Progress: 0.25},
		},
	}
}

func TestArticleComesBackWhole(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	want := whole()
	if got := put(t, s, want); got != articles.Added {
		t.Errorf("first put: %v", got)
	}
	got, state, err := s.Article(t.Context(), want.ID)
	if err != nil {
		t.Fatal(err)
	}
	if !got.Published.Equal(want.Published) || got.Published.Format("Jan 2") != "Feb 8" {
		t.Errorf("published %v, want %v: the author's calendar is lost", got.Published, want.Published)
	}
	got.Published = want.Published
	want.Excerpt = false                                   // the rule for putting it in
	want.Images, want.Original, want.Prior = nil, nil, nil // the reader does not load the one, and the other is the state
	want.Rule, want.Ruled = nil, articles.Ruling{}         // they are asked once
	want.Former = nil                                      // where it was is not its source's to say
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if state != *whole().Prior {
		t.Errorf("state of a new article: %+v", state)
	}
	if o, err := s.Original(t.Context(), want.ID); err != nil || *o != *whole().Original {
		t.Errorf("original %+v, %v", o, err)
	}
	// Nothing of an article may be forgotten by the test itself.
	for i, v := 0, reflect.ValueOf(*whole()); i < v.NumField(); i++ {
		if v.Field(i).IsZero() {
			t.Errorf("the test leaves %s empty", v.Type().Field(i).Name)
		}
	}
}

func TestOutcomes(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	put(t, s, whole())
	if err := s.SetStarred(t.Context(), whole().ID, true); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name string
		edit func(*articles.Article)
		want articles.Outcome
	}{
		{"as it was", func(*articles.Article) {}, articles.Unchanged},
		{"added at another time", func(a *articles.Article) { a.Added = time.Now() }, articles.Unchanged},
		{"title", func(a *articles.Article) { a.Title += "!" }, articles.Updated},
		{"text", func(a *articles.Article) { a.Markdown += "More.\n" }, articles.Updated},
		{"bio", func(a *articles.Article) { a.AuthorBio = "" }, articles.Updated},
		{"by-line moved to the dek", func(a *articles.Article) { a.Author, a.Dek = "", a.Dek+a.Author }, articles.Updated},
		{"back as it was", func(*articles.Article) {}, articles.Updated},
		{"and again", func(*articles.Article) {}, articles.Unchanged},
	} {
		a := whole()
		test.edit(a)
		if got := put(t, s, a); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
		got, state, err := s.Article(t.Context(), a.ID)
		if err != nil || got.Title != a.Title || got.Markdown != a.Markdown || !state.Starred {
			t.Errorf("%s: read back %+v %+v, %v", test.name, got, state, err)
		}
	}
}

func TestPutAllReportsEach(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	all := []*articles.Article{storetest.Article(1), {Title: "No origin"}, storetest.Article(2), storetest.Article(1)}
	var got []string
	err := s.PutAll(t.Context(), func(yield func(*articles.Article) bool) {
		for _, a := range all {
			if !yield(a) {
				return
			}
		}
	}, func(_ *articles.Article, outcome articles.Outcome, err error) {
		if err != nil {
			got = append(got, "failed")
			return
		}
		got = append(got, outcome.String())
	})
	if want := []string{"added", "failed", "added", "unchanged"}; err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, %v; want %v", got, err, want)
	}
}

func TestSeedOnce(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "new", "library.db")
	s := open(t, path)
	if is, err := s.Seeded(t.Context()); is || err != nil {
		t.Errorf("a new library says that it has its first articles: %v, %v", is, err)
	}
	first := []*articles.Article{storetest.Article(1), storetest.Article(2)}
	for range 2 {
		if err := s.Seed(t.Context(), first); err != nil {
			t.Fatal(err)
		}
	}
	if c, err := s.Remove(t.Context(), first[0].ID, "unknown"); c.Articles != 1 || err != nil {
		t.Errorf("removed %v, %v", c, err)
	}
	again := open(t, path)
	if is, err := again.Seeded(t.Context()); !is || err != nil {
		t.Errorf("an old library says that it lacks its first articles: %v, %v", is, err)
	}
	if err := again.Seed(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	if c, err := again.Counts(t.Context()); err != nil || c.Rows[articles.All] != 1 {
		t.Errorf("%v articles, %v: a removed one came back", c, err)
	}
}

func TestRemoveLeavesNothing(t *testing.T) {
	t.Parallel()
	s := library(t, 20)
	put(t, s, whole())
	changed := whole()
	changed.Tags = []string{"new"}
	put(t, s, changed)
	for _, row := range everything(t, s) {
		if c, err := s.Remove(t.Context(), row.ID); c.Articles != 1 || err != nil {
			t.Fatal(c, err)
		}
	}
	for _, table := range []string{"article", "body", "trait", "own_tags"} {
		var n int
		if err := s.read.QueryRowContext(t.Context(), "SELECT count(*) FROM "+table).Scan(&n); err != nil || n != 0 {
			t.Errorf("%s: %d rows are left, %v", table, n, err)
		}
	}
}

func TestBeginningIsAnArticleWithLessText(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	a := whole()
	a.Markdown = "Wörter und mehr.\n"
	put(t, s, a)
	got, state, err := s.Beginning(t.Context(), a.ID, 7)
	if err != nil || got.Markdown != "Wörter" || got.Title != a.Title || got.AuthorBio != a.AuthorBio || state != *a.Prior {
		t.Errorf("%+v, %+v, %v", got, state, err)
	}
	if got, _, err := s.Beginning(t.Context(), a.ID, 1000); err != nil || got.Markdown != a.Markdown {
		t.Errorf("%+v, %v", got, err)
	}
	if _, _, err := s.Beginning(t.Context(), "none", 6); !errors.Is(err, ErrNotFound) {
		t.Errorf("an article that is not there: %v", err)
	}
}

// An older lede kept more of an article than its source says: what is added again is as it
// was none the less, and what was edited since is not.
func TestAddedAgainAfterAnOlderLede(t *testing.T) {
	t.Parallel()
	s := library(t, 3)
	a := storetest.Article(1)
	anatomy, err := encodeAnatomy(a)
	if err != nil {
		t.Fatal(err)
	}
	anatomy = strings.TrimSuffix(anatomy, "}") + `,"terms":["semicolon","überall"]}`
	if _, err := s.write.ExecContext(t.Context(), `UPDATE body SET anatomy = ?, hash = ? WHERE key = (SELECT key FROM article WHERE id = ?)`,
		anatomy, hash(a, anatomy), a.ID); err != nil {
		t.Fatal(err)
	}
	if got := put(t, s, a); got != articles.Unchanged {
		t.Errorf("added again: %v", got)
	}
	a.Dek = "Another dek."
	if got := put(t, s, a); got != articles.Updated {
		t.Errorf("edited: %v", got)
	}
	if got := put(t, s, a); got != articles.Unchanged {
		t.Errorf("as edited: %v", got)
	}
}

// TestFileIsFull: what many articles that are added at once leave in the file is theirs: the
// parts of the index become one where those were.
func TestFileIsFull(t *testing.T) {
	t.Parallel()
	s := library(t, manyArticles)
	var free, all float64
	if err := s.read.QueryRowContext(t.Context(), `SELECT freelist_count, page_count FROM pragma_freelist_count, pragma_page_count`).Scan(&free, &all); err != nil {
		t.Fatal(err)
	}
	if free > all/10 {
		t.Errorf("%.0f of %.0f pages are free", free, all)
	}
}
