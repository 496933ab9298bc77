package export

import (
	"errors"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/articles/importer/record"
	"lede/store"
)

// library opens a new library with articles of these titles.
func library(t *testing.T, titles ...string) (*store.Store, []articles.ID) {
	t.Helper()
	lib, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := lib.Close(); err != nil {
			t.Error(err)
		}
	})
	var ids []articles.ID
	for _, title := range titles {
		at := "https://a.example/" + articles.Slug(title)
		a := &articles.Article{
			ID: articles.NewID(at), Origin: at, URL: at, Title: title, Slug: articles.Slug(title), Markdown: "Words of " + title + ".\n",
			Published: time.Date(2026, 2, 8, 0, 0, 0, 0, time.UTC),
			Original:  &articles.Original{Name: "page.html", Data: "<p>Words of " + title + "."},
			Images:    []articles.Image{{Source: "p.png", Data: []byte("\x89PNG of " + title)}},
		}
		if _, err := lib.Put(t.Context(), a); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, a.ID)
	}
	return lib, ids
}

// those are articles to export, with why some are missed.
func those(ids []articles.ID, missed ...error) iter.Seq2[articles.ID, error] {
	return func(yield func(articles.ID, error) bool) {
		for _, id := range ids {
			if !yield(id, nil) {
				return
			}
		}
		for _, err := range missed {
			if !yield("", err) {
				return
			}
		}
	}
}

// files are what stands in a folder and below, by their paths.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, pattern := range []string{"*", "*/*", "*/.lede"} {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			rel, err := filepath.Rel(dir, name)
			if err != nil {
				t.Fatal(err)
			}
			if data, err := os.ReadFile(name); err == nil {
				out[filepath.ToSlash(rel)] = string(data)
			}
		}
	}
	return out
}

func TestExport(t *testing.T) {
	t.Parallel()
	lib, ids := library(t, "First", "Second", "Third")
	if err := lib.SetStarred(t.Context(), ids[1], true); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "new", "folder")
	all := Options{All: true, Originals: true}
	run := func(ids iter.Seq2[articles.ID, error], o Options) (Result, []error) {
		t.Helper()
		var told []error
		did, err := Articles(t.Context(), lib, dir, ids, o, func(err error) { told = append(told, err) })
		if err != nil {
			t.Fatal(err)
		}
		return did, told
	}
	missed := errors.New("nobody knows it")
	did, told := run(those(ids, missed), all)
	if did != (Result{Written: 3, Failed: 1}) || len(told) != 4 || !errors.Is(told[3], missed) {
		t.Fatalf("%+v, %v", did, told)
	}
	there := files(t, dir)
	names := slices.Sorted(maps.Keys(there))
	if len(names) != 3+3+3+1 || names[0] != "2026-02-08-first.md" || !strings.HasPrefix(names[3], "images/first-") {
		t.Errorf("files: %q", names)
	}
	if id := record.ID([]byte(there["2026-02-08-second.md"])); id != ids[1] || !strings.Contains(there["2026-02-08-second.md"], "starred: true") {
		t.Errorf("the second is\n%s", there["2026-02-08-second.md"])
	}
	if did, _ = run(those(ids), all); did != (Result{Unchanged: 3}) {
		t.Errorf("again: %+v", did)
	}
	// What was changed by hand stays, what changed in the library is written, and
	// what was removed is left.
	if err := os.WriteFile(filepath.Join(dir, names[0]), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := lib.SetRead(t.Context(), ids[1], true); err != nil {
		t.Fatal(err)
	}
	if _, err := lib.Remove(t.Context(), ids[2]); err != nil {
		t.Fatal(err)
	}
	did, told = run(those(ids), all)
	if did != (Result{Written: 2, Left: 1}) || len(told) != 3 || told[2] != nil {
		t.Errorf("after changes: %+v, %v", did, told)
	}
	if mine := files(t, dir)[names[0]]; mine != "mine" {
		t.Errorf("a file of somebody else became %q", mine)
	}
}

// An export ends when nothing can be written, and passes over one article that
// cannot.
func TestExportFails(t *testing.T) {
	t.Parallel()
	lib, ids := library(t, "First", "Second")
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "2026-02-08-first-"+articles.Slug(string(ids[0]))+".md"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "2026-02-08-first.md"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	var told []error
	did, err := Articles(t.Context(), lib, dir, those(ids), Options{}, func(err error) { told = append(told, err) })
	if _, ok := errors.AsType[*ArticleError](told[0]); err != nil || did != (Result{Written: 1, Failed: 1}) || !ok {
		t.Errorf("%+v, %v, %v", did, told, err)
	}
	file := filepath.Join(dir, "2026-02-08-first.md")
	if _, err := Articles(t.Context(), lib, file, those(ids), Options{}, func(error) {}); err == nil || !strings.HasPrefix(err.Error(), "export to "+file+": ") {
		t.Errorf("into a file: %v", err)
	}
}
