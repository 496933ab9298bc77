package store

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"lede/articles"
	"lede/store/storetest"
)

// tagsOf are the tags of an article, in one line.
func tagsOf(t testing.TB, s *Store, id articles.ID) string {
	t.Helper()
	a, _, err := s.Article(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(a.Tags, " ")
}

// tagged puts an article with an ID whose source says these tags.
func tagged(t testing.TB, s *Store, id articles.ID, tags ...string) {
	t.Helper()
	put(t, s, &articles.Article{ID: id, Origin: "test:" + string(id), Title: string(id), Tags: tags, Markdown: "Text.\n"})
}

func edit(t testing.TB, s *Store, add, take string, ids ...articles.ID) articles.Change {
	t.Helper()
	c, err := s.Tag(t.Context(), articles.TagEdit{Add: strings.Fields(add), Take: strings.Fields(take)}, ids...)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestOwnTagsStay: what the reader did with the tags of an article stays when its
// source is read again, whatever that says by then.
func TestOwnTagsStay(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	tagged(t, s, "a", "unix", "Pagers")
	for _, step := range []struct{ add, take, source, want string }{
		{"go", "pagers", "unix Pagers", "unix go"},
		{"", "", "unix Pagers news", "unix news go"}, // read again
		{"", "", "go Pagers", "go"},
		{"", "", "Pagers", "go"},
		{"Pagers", "", "Pagers", "Pagers go"},
		{"", "go", "Pagers unix", "Pagers unix"},
		{"UNIX GO", "", "Pagers unix", "Pagers unix GO"}, // which it has
	} {
		if step.add+step.take != "" {
			edit(t, s, step.add, step.take, "a")
		}
		tagged(t, s, "a", strings.Fields(step.source)...)
		if got := tagsOf(t, s, "a"); got != step.want {
			t.Errorf("%+v: tags %q", step, got)
		}
		consistent(t, s)
	}
}

// TestTagsAreFoundAsSpelledFirst: one tag in many spellings is one, and what is put on is
// spelled as the library does.
func TestTagsAreFoundAsSpelledFirst(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	tagged(t, s, "a", "World", "café")
	tagged(t, s, "b", "world")
	tagged(t, s, "c")
	c := edit(t, s, "WORLD cafe new", "", "c", "b", "none")
	if got := c.String(); got != "2 tagged #World #café #new" {
		t.Errorf("said %q", got)
	}
	if got := tagsOf(t, s, "c"); got != "World café new" {
		t.Errorf("tags %q", got)
	}
	want := []articles.TagCount{{Tag: "café", Articles: 3}, {Tag: "World", Articles: 3}, {Tag: "new", Articles: 2}}
	if all, err := s.Tags(t.Context()); err != nil || !slices.Equal(all, want) {
		t.Errorf("tags %v, %v", all, err)
	}
	if _, err := s.Tag(t.Context(), articles.TagEdit{Add: []string{"x"}}, "none"); !errors.Is(err, ErrNotFound) {
		t.Errorf("tagged nothing: %v", err)
	}
	if c := edit(t, s, "world", "rust", "a", "b", "c"); c.ID != 0 || c.String() != "" {
		t.Errorf("a change that changes nothing: %+v", c)
	}
}

// TestRenamedTag: a tag gets another name, or becomes one with another, or is spelled
// in another way; and its sources do not bring the old one back.
func TestRenamedTag(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ from, to, a, b, said string }{
		{"WORLD", "planet", "go planet", "planet", "#World renamed to #planet: 2 articles"},
		{"world", "Go", "go", "go", "#World renamed to #go: 2 articles"},
		{"world", "world", "go world", "world", "#World renamed to #world: a"},
		{"go", "rust", "World rust", "world", "#go renamed to #rust: a"},
	} {
		s := library(t, 0)
		tagged(t, s, "a", "World", "go")
		tagged(t, s, "b", "world")
		before := contents(t, s)
		c, err := s.RenameTag(t.Context(), test.from, test.to)
		if err != nil || c.String() != test.said {
			t.Errorf("said %q, %v", c.String(), err)
		}
		tagged(t, s, "a", "World", "go")
		if a, b := tagsOf(t, s, "a"), tagsOf(t, s, "b"); a != test.a || b != test.b {
			t.Errorf("%s to %s: %q, %q", test.from, test.to, a, b)
		}
		consistent(t, s)
		undo(t, s)
		if after := contents(t, s); after != before {
			t.Error(differ(before, after))
		}
	}
	if _, err := library(t, 1).RenameTag(t.Context(), "none", "some"); !errors.Is(err, articles.ErrNoTag) {
		t.Errorf("renamed what there is not: %v", err)
	}
}

// TestUndoOfTagsKeepsTheSource: to undo what was done with the tags leaves what the
// source says by then.
func TestUndoOfTagsKeepsTheSource(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	tagged(t, s, "a", "unix")
	edit(t, s, "go", "", "a")
	c := edit(t, s, "rust", "unix", "a")
	if got := c.String(); got != "tagged #rust, untagged #unix: a" {
		t.Errorf("said %q", got)
	}
	tagged(t, s, "a", "unix", "news")
	for _, want := range []string{"unix news go", "unix news"} {
		if c := undo(t, s); c.Left != 0 || tagsOf(t, s, "a") != want {
			t.Errorf("undone %+v: %q", c, tagsOf(t, s, "a"))
		}
	}
	var n int
	if err := s.read.QueryRowContext(t.Context(), `SELECT (SELECT count(*) FROM own_tags) + (SELECT count(*) FROM kept_own_tags)`).Scan(&n); err != nil || n != 0 {
		t.Errorf("%d rows left, %v", n, err)
	}
}

// TestOwnTagsComeAlong: what a record of another library brings is taken, and its source
// is known to be the same.
func TestOwnTagsComeAlong(t *testing.T) {
	t.Parallel()
	s, other := library(t, 1), library(t, 0)
	id := storetest.Article(0).ID
	tagged(t, s, id, "unix", "pagers")
	edit(t, s, "go", "unix", id)
	a, _, err := s.Article(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	put(t, other, a)
	if got := tagsOf(t, other, id); got != "pagers go" {
		t.Errorf("tags %q", got)
	}
	tagged(t, other, id, "unix", "news")
	if got := tagsOf(t, other, id); got != "news go" {
		t.Errorf("tags %q", got)
	}
}
