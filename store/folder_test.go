package store

import (
	"reflect"
	"testing"

	"lede/articles"
)

// fileArticle is one that was made of a file.
func fileArticle(path, text string) *articles.Article {
	a := &articles.Article{Origin: "file:" + path, Title: path, Slug: articles.Slug(path), Markdown: text + "\n"}
	a.ID = articles.NewID(a.Origin)
	a.Original = &articles.Original{Name: path, Reader: "test", Data: text}
	return a
}

func paths(t *testing.T, s *Store) map[string]int {
	t.Helper()
	all, err := s.Folders(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]int{}
	for _, f := range all {
		out[f.Path] = f.Articles
	}
	return out
}

func TestFolders(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	for _, path := range []string{"/n/a/one.md", "/n/a/two.md", "/n/a/b/three.md", "/n/a b/four.md", "/n/a0/five.md"} {
		put(t, s, fileArticle(path, path))
	}
	add := func(path string, want map[string]int) {
		t.Helper()
		if err := s.AddFolder(t.Context(), path); err != nil {
			t.Fatal(err)
		}
		if got := paths(t, s); !reflect.DeepEqual(got, want) {
			t.Errorf("after %s: %v, want %v", path, got, want)
		}
	}
	add("/nothing", map[string]int{})
	add("/n/a/b", map[string]int{"/n/a/b": 1})
	add("/n/a", map[string]int{"/n/a": 3})
	add("/n/a", map[string]int{"/n/a": 3})
	add("/n/a/b", map[string]int{"/n/a": 3})
	add("/n/a b", map[string]int{"/n/a": 3, "/n/a b": 1})
	add("/n/a0", map[string]int{"/n/a": 3, "/n/a b": 1, "/n/a0": 1})
	if files, err := s.FilesIn(t.Context(), "/n/a/"); err != nil || len(files) != 3 {
		t.Errorf("files in /n/a: %q, %v", files, err)
	}
	add("/", map[string]int{"/": 5})
	add("/n/a", map[string]int{"/": 5})
}

func TestRemovedStaysAway(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	in, out := fileArticle("/n/in.md", "Inside."), fileArticle("/m/out.md", "Outside.")
	put(t, s, in)
	put(t, s, out)
	if err := s.AddFolder(t.Context(), "/n"); err != nil {
		t.Fatal(err)
	}
	removed := func(a *articles.Article, want bool) {
		t.Helper()
		if got, err := s.IsKeptOut(t.Context(), a.ID, nil); err != nil || got != want {
			t.Errorf("%s is removed: %v, %v", a.Title, got, err)
		}
	}
	take := func() {
		t.Helper()
		if c, err := s.Remove(t.Context(), in.ID, out.ID, "none"); err != nil || c.Articles == 0 {
			t.Fatal(c, err)
		}
	}
	removed(in, false)
	take()
	removed(in, true)
	removed(out, false)
	put(t, s, in) // by hand
	removed(in, false)
	take()
	all, err := s.Folders(t.Context())
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	if err := s.RemoveFolder(t.Context(), all[0].Key); err != nil {
		t.Fatal(err)
	}
	removed(in, false)
	if got := paths(t, s); len(got) != 0 {
		t.Errorf("folders: %v", got)
	}
}

func TestMadeOfABook(t *testing.T) {
	t.Parallel()
	s := library(t, 0)
	a := fileArticle("/n/book.epub", "PK")
	put(t, s, a)
	for what, c := range map[string]struct {
		id   articles.ID
		o    articles.Original
		want bool
	}{
		"itself":     {a.ID, *a.Original, true},
		"any":        {"", *a.Original, true},
		"another":    {"none", *a.Original, false},
		"other text": {"", articles.Original{Name: "/n/book.epub", Reader: "test", Data: "PK2"}, false},
		"elsewhere":  {"", articles.Original{Name: "/m/book.epub", Reader: "test", Data: "PK"}, false},
	} {
		if got, err := s.Made(t.Context(), c.id, &c.o); err != nil || got != c.want {
			t.Errorf("%s: %v, %v", what, got, err)
		}
	}
}
