package store

import (
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lede/articles"
)

// file writes a file and returns the article of it.
func file(t *testing.T, path, title, text string) *articles.Article {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	origin := "file:" + filepath.ToSlash(path)
	return &articles.Article{ID: articles.NewID(origin), Origin: origin, Slug: articles.Slug(title), Title: title, Markdown: text}
}

// essay is n paragraphs that no essay of another seed has.
func essay(seed string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Paragraph %d of %s says what no other one says about its own lamp, %s.\n\n", i, seed, strings.Repeat(seed, i%5+1))
	}
	return b.String()
}

// addAll puts articles in an order and returns what became of them, by title.
func addAll(t *testing.T, s *Store, all ...*articles.Article) map[string]articles.Outcome {
	t.Helper()
	out := make(map[string]articles.Outcome)
	err := s.PutAll(t.Context(), slices.Values(all), func(a *articles.Article, o articles.Outcome, err error) {
		if err != nil {
			t.Error(err)
		}
		out[a.Title] = o
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// read leaves traces of a reader in an article.
func read(t *testing.T, s *Store, a *articles.Article) articles.State {
	t.Helper()
	if _, err := s.View(t.Context(), a.ID, time.UnixMilli(1e12)); err != nil {
		t.Fatal(err)
	}
	place := articles.Place{Anchor: articles.Anchor{Chunk: 3, Words: "lamp"}, Progress: 0.5}
	if err := s.SavePlace(t.Context(), a.ID, place); err != nil {
		t.Fatal(err)
	}
	if err := s.SetStarred(t.Context(), a.ID, true); err != nil {
		t.Fatal(err)
	}
	return state(t, s, a.ID)
}

// TestRenamedFilesKeepTheirState: in whatever order the files of a folder that
// was renamed come, each is the article that it was.
func TestRenamedFilesKeepTheirState(t *testing.T) {
	t.Parallel()
	for _, reverse := range []bool{false, true} {
		s, dir := library(t, 0), t.TempDir()
		var old, moved []*articles.Article
		states := map[string]articles.State{}
		for i := range 7 {
			title := fmt.Sprint("Note ", i)
			a := file(t, filepath.Join(dir, "before", title+".md"), title, essay(title, 4))
			old = append(old, a)
		}
		addAll(t, s, old...)
		states["Note 2"] = read(t, s, old[2])
		if err := os.Rename(filepath.Join(dir, "before"), filepath.Join(dir, "after")); err != nil {
			t.Fatal(err)
		}
		for i := range old {
			title := old[i].Title
			moved = append(moved, file(t, filepath.Join(dir, "after", title+".md"), title, essay(title, 4)))
		}
		moved = append(moved, file(t, filepath.Join(dir, "after", "new.md"), "New", essay("new", 4)))
		if reverse {
			slices.Reverse(moved)
		}
		got := addAll(t, s, moved...)
		for title, outcome := range got {
			if want := map[bool]articles.Outcome{true: articles.Added, false: articles.Moved}[title == "New"]; outcome != want {
				t.Errorf("%s was %v", title, outcome)
			}
		}
		for _, a := range moved {
			if want := states[a.Title]; state(t, s, a.ID) != want {
				t.Errorf("%s has the state %+v, want %+v", a.Title, state(t, s, a.ID), want)
			}
		}
		if counts, err := s.Counts(t.Context()); err != nil || counts.Rows[articles.All] != 8 || counts.Rows[articles.Starred] != 1 {
			t.Errorf("there are %v, %v", counts, err)
		}
		if again := addAll(t, s, moved...); slices.Contains(slices.Collect(values(again)), articles.Updated) {
			t.Errorf("the second time: %v", again)
		}
		// What links to it by its old names still finds it.
		for _, name := range []string{old[2].Origin, string(old[2].ID)} {
			id, err := s.Linked(t.Context(), []string{name})
			if err != nil || id != articles.NewID("file:"+filepath.ToSlash(filepath.Join(dir, "after", "Note 2.md"))) {
				t.Errorf("%s leads to %q, %v", name, id, err)
			}
		}
	}
}

func values(m map[string]articles.Outcome) iter.Seq[articles.Outcome] {
	return func(yield func(articles.Outcome) bool) {
		for _, o := range m {
			if !yield(o) {
				return
			}
		}
	}
}

func TestWhatIsNoRenaming(t *testing.T) {
	t.Parallel()
	long := essay("long", 8)
	almost := strings.Replace(long, "Paragraph 3", "The third paragraph", 1)
	half := essay("half", 4) + essay("long", 4)
	for name, test := range map[string]struct {
		stays       bool // the old file
		text        string
		path, title string // of the new file
		newText     string
		want        articles.Outcome
	}{
		"renamed":                            {false, long, "b.md", "B", long, articles.Moved},
		"copied":                             {true, long, "b.md", "B", long, articles.Added},
		"renamed and edited":                 {false, long, "b.md", "Long", almost, articles.Moved},
		"renamed, retitled and edited a bit": {false, essay("x", 20), "b.md", "B", strings.Replace(essay("x", 20), "Paragraph 3", "The third", 1), articles.Moved},
		"moved to another folder and edited": {false, long, "deep/a.md", "B", almost, articles.Moved},
		"half of it":                         {false, long, "b.md", "Long", half, articles.Added},
		"another text":                       {false, long, "b.md", "Long", essay("other", 8), articles.Added},
		"short, of one title":                {false, "To do.\n", "b.md", "Long", "To do.\n", articles.Moved},
		"short, of one name":                 {false, "To do.\n", "deep/a.md", "B", "To do.\n", articles.Moved},
		"short, of another":                  {false, "To do.\n", "b.md", "B", "To do.\n", articles.Added},
		"empty":                              {false, "\n", "deep/a.md", "Long", "\n", articles.Added},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, dir := library(t, 0), t.TempDir()
			old := file(t, filepath.Join(dir, "a.md"), "Long", test.text)
			addAll(t, s, old)
			before := read(t, s, old)
			if !test.stays {
				if err := os.Remove(filepath.Join(dir, "a.md")); err != nil {
					t.Fatal(err)
				}
			}
			a := file(t, filepath.Join(dir, filepath.FromSlash(test.path)), test.title, test.newText)
			outcome, err := s.Put(t.Context(), a)
			if err != nil || outcome != test.want {
				t.Fatalf("%v, %v", outcome, err)
			}
			if outcome == articles.Moved && state(t, s, a.ID) != before {
				t.Errorf("the state is %+v, was %+v", state(t, s, a.ID), before)
			}
			if outcome == articles.Added && (state(t, s, a.ID) != articles.State{} || state(t, s, old.ID) != before) {
				t.Errorf("the states are %+v and %+v", state(t, s, a.ID), state(t, s, old.ID))
			}
		})
	}
}

// TestMovedTwice: of two files with the text of one that is gone, one is it; and
// a new file under the old name is a new article.
func TestMovedTwice(t *testing.T) {
	t.Parallel()
	s, dir := library(t, 0), t.TempDir()
	old := file(t, filepath.Join(dir, "a.md"), "A", essay("a", 4))
	addAll(t, s, old)
	if err := os.Remove(filepath.Join(dir, "a.md")); err != nil {
		t.Fatal(err)
	}
	b, c := file(t, filepath.Join(dir, "b.md"), "B", essay("a", 4)), file(t, filepath.Join(dir, "c.md"), "C", essay("a", 4))
	if got := addAll(t, s, b, c); got["B"] != articles.Moved || got["C"] != articles.Added {
		t.Errorf("%v", got)
	}
	anew := file(t, filepath.Join(dir, "a.md"), "Anew", essay("anew", 4))
	if got := addAll(t, s, anew); got["Anew"] != articles.Added {
		t.Errorf("%v", got)
	}
	if id, err := s.Resolve(t.Context(), filepath.Join(dir, "a.md")); err != nil || id != anew.ID {
		t.Errorf("the old path leads to %q, %v", id, err)
	}
	if id, err := s.Linked(t.Context(), []string{anew.Origin}); err != nil || id != anew.ID {
		t.Errorf("a link to the old path leads to %q, %v", id, err)
	}
	if err := os.Rename(filepath.Join(dir, "b.md"), filepath.Join(dir, "d.md")); err != nil {
		t.Fatal(err)
	}
	d := file(t, filepath.Join(dir, "d.md"), "D", essay("a", 4))
	if got := addAll(t, s, d); got["D"] != articles.Moved {
		t.Errorf("%v", got)
	}
	if a, _, err := s.Article(t.Context(), d.ID); err != nil || len(a.Former) != 4 {
		t.Errorf("%v, %v", a, err)
	}
	if c, err := s.Remove(t.Context(), d.ID); err != nil || c.Articles != 1 {
		t.Fatal(c, err)
	}
	if id, err := s.Linked(t.Context(), []string{b.Origin}); err != nil || id != "" {
		t.Errorf("a name of what was removed leads to %q, %v", id, err)
	}
}

// BenchmarkRenamed adds a folder of 10,000 files that was renamed.
func BenchmarkRenamed(b *testing.B) {
	const files = 10_000
	after := b.TempDir()
	for i := range files {
		if err := os.WriteFile(fmt.Sprintf("%s/%d.md", after, i), nil, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	all := func(dir string) iter.Seq[*articles.Article] {
		return func(yield func(*articles.Article) bool) {
			for i := range files {
				origin := fmt.Sprintf("file:%s/%d.md", dir, i)
				if !yield(&articles.Article{ID: articles.NewID(origin), Origin: origin, Title: fmt.Sprint(i), Markdown: essay(fmt.Sprint(i), 30)}) {
					return
				}
			}
		}
	}
	for b.Loop() {
		s := open(b, filepath.Join(b.TempDir(), "library.db"))
		fill(b, s, all("/nowhere"))
		err := s.PutAll(b.Context(), all(after), func(_ *articles.Article, o articles.Outcome, err error) {
			if err != nil || o != articles.Moved {
				b.Fatal(o, err)
			}
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}
