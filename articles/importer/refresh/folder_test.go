package refresh

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lede/articles"
	"lede/articles/importer"
	"lede/articles/importer/fetch"
	"lede/store"
)

// shelf is a library with folders of the disk.
type shelf struct {
	testing.TB
	*Refresher
	lib  *store.Store
	root string
}

func newShelf(t testing.TB) *shelf {
	lib, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lib.Close() })
	client := fetch.New(fetch.Options{})
	t.Cleanup(client.Close)
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	r := New(lib, client, "test")
	return &shelf{TB: t, Refresher: r, lib: lib, root: root}
}

func (s *shelf) write(name, text string) {
	s.Helper()
	path := filepath.Join(s.root, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		s.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		s.Fatal(err)
	}
}

// add puts what is in a folder into the library and remembers it.
func (s *shelf) add(name string) {
	s.Helper()
	path := filepath.Join(s.root, name)
	all := func(yield func(*articles.Article) bool) {
		for item := range (importer.Hint{Reader: "test"}).Walk(s.Context(), []string{path}) {
			for a := range item.Articles() {
				if !yield(a) {
					return
				}
			}
		}
	}
	err := s.lib.PutAll(s.Context(), all, func(_ *articles.Article, _ articles.Outcome, err error) {
		if err != nil {
			s.Error(err)
		}
	})
	if err := errors.Join(err, s.lib.AddFolder(s.Context(), filepath.ToSlash(path))); err != nil {
		s.Fatal(err)
	}
}

func (s *shelf) refresh(ctx context.Context, progress Progress) (articles.Refreshed, error) {
	s.Helper()
	folders, err := s.lib.Folders(s.Context())
	if err != nil {
		s.Fatal(err)
	}
	return s.Due(ctx, nil, folders, progress)
}

func (s *shelf) did(want string) articles.Refreshed {
	s.Helper()
	last, of := 0, 0
	did, err := s.refresh(s.Context(), func(done, total int) { last, of = done, total })
	if err != nil || last != of {
		s.Errorf("ended with %v, at %d of %d", err, last, of)
	}
	if got := did.Summary() + "; " + did.LostFiles(); got != want {
		s.Errorf("%q, want %q: %v", got, want, did.Failures)
	}
	return did
}

// essay is a text that is known by itself.
func essay(name string) string {
	return "# " + name + "\n\n" + strings.Repeat("The "+name+" has words of its own. ", 10) + "\n"
}

func TestAFileThatMovesToAnotherFolder(t *testing.T) {
	t.Parallel()
	s := newShelf(t)
	s.write("a/one.md", essay("one"))
	s.write("a/two.md", essay("two"))
	s.write("a/four.md", essay("four"))
	s.write("b/three.md", essay("three"))
	s.add("a")
	s.add("b")
	s.did("nothing new; ")
	if err := os.Rename(filepath.Join(s.root, "a/one.md"), filepath.Join(s.root, "b/uno.md")); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(s.root, "a/two.md")); err != nil {
		t.Fatal(err)
	}
	did := s.did("1 moved; 1 file is gone: its article stays")
	if len(did.Lost) != 1 || !strings.HasSuffix(did.Lost[0], "a/two.md") {
		t.Errorf("lost: %q", did.Lost)
	}
}

func TestFewFailuresOfFilesAreTold(t *testing.T) {
	t.Parallel()
	s := newShelf(t)
	s.write("a/one.md", essay("one"))
	s.add("a")
	for i := range mostTold + 7 {
		s.write(fmt.Sprintf("a/x\x1b[31m%d.txt", i), "\x89PNG\r\n\x1a\n")
	}
	s.write("a/zzz.md", essay("zzz"))
	did := s.did(fmt.Sprintf("1 new, %d failed; ", mostTold+7))
	for _, f := range did.Failures {
		if strings.ContainsRune(f.String(), '\x1b') || !strings.Contains(f.String(), s.root) {
			t.Errorf("a failure says %q", f)
		}
	}
}

func TestAFolderRefreshEndsAnywhere(t *testing.T) {
	t.Parallel()
	const n = 300
	s := newShelf(t)
	s.write("a/first.md", essay("first"))
	s.add("a")
	for i := range n {
		s.write(fmt.Sprintf("a/%d.md", i), essay(fmt.Sprint(i)))
	}
	for _, at := range []int{0, 1, 150} {
		ctx, cancel := context.WithCancel(t.Context())
		if at == 0 {
			cancel()
		}
		_, err := s.refresh(ctx, func(done, _ int) {
			if done >= at {
				cancel()
			}
		})
		cancel()
		if !errors.Is(err, context.Canceled) {
			t.Errorf("ended at %d with %v", at, err)
		}
	}
	if _, err := s.refresh(t.Context(), func(int, int) {}); err != nil {
		t.Error(err)
	}
	if c, err := s.lib.Counts(t.Context()); err != nil || c.Rows[articles.All] != n+1 {
		t.Errorf("%+v articles, %v", c, err)
	}
	s.did("nothing new; ")
}

// BenchmarkRefreshFolder is a refresh of a folder of 10,000 files, of which none
// has changed.
func BenchmarkRefreshFolder(b *testing.B) {
	if testing.Short() {
		b.Skip("makes 10,000 files")
	}
	s := newShelf(b)
	for i := range 10_000 {
		s.write(fmt.Sprintf("notes/%d/%d.md", i/100, i), essay(fmt.Sprint(i))+strings.Repeat("More of it stands here. ", 120))
	}
	s.add("notes")
	b.ReportAllocs()
	for b.Loop() {
		did, err := s.refresh(b.Context(), func(int, int) {})
		if err != nil || did.Summary() != "nothing new" {
			b.Fatal(did.Summary(), err)
		}
	}
}
