package importer

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/articles/importer/foldertest"
	"lede/articles/importer/links"
)

func TestWalk(t *testing.T) {
	root := foldertest.New(t, map[string]string{
		"a.md": "# A\n\nx", "b.txt": "", "c.MARKDOWN": "# C\n\nx", "d.png": "x", "deep/er/e.md": "# E\n\nx",
		".git/f.md": "# F\n\nx", ".hidden.md": "# G\n\nx", "node_modules/h.md": "# H\n\nx",
	})
	named := filepath.Join(foldertest.New(t, map[string]string{"any.name": "# Named\n\n[x](y)"}), "any.name")
	missing := filepath.Join(root, "missing.md")
	var got []string
	for item := range Walk(t.Context(), []string{root, named, missing}) {
		if item.Err != nil {
			got = append(got, strings.ReplaceAll(item.Err.Error(), root+string(filepath.Separator), ""))
			continue
		}
		got = append(got, item.Article.Title)
		if origin, err := links.OriginOf(item.Path); err != nil || item.Article.Origin != origin {
			t.Errorf("origin %s of %s", item.Article.Origin, item.Path)
		}
	}
	want := []string{"A", "b.txt is empty", "C", "E", "Named", "missing.md does not exist"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if n := Count(t.Context(), []string{root, named, missing}); n != len(want) {
		t.Errorf("Count = %d, want %d", n, len(want))
	}
}

func TestWalkLinks(t *testing.T) {
	root := foldertest.New(t, map[string]string{"a.md": "# A\n\nx", "sub/b.md": "# B\n\nx"})
	if err := os.Symlink(root, filepath.Join(root, "sub", "loop")); err != nil {
		t.Skip("this system or user makes no symbolic links:", err)
	}
	outside := foldertest.New(t, map[string]string{"c.md": "# C\n\nx"})
	for link, target := range map[string]string{
		"c.md": filepath.Join(outside, "c.md"), "gone.md": filepath.Join(root, "nowhere"),
	} {
		if err := os.Symlink(target, filepath.Join(root, link)); err != nil {
			t.Fatal(err)
		}
	}
	through := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(root, through); err != nil {
		t.Fatal(err)
	}
	var titles []string
	failed := 0
	for item := range Walk(t.Context(), []string{through}) {
		if item.Err != nil {
			failed++
			continue
		}
		titles = append(titles, item.Article.Title)
	}
	if !reflect.DeepEqual(titles, []string{"A", "C", "B"}) || failed != 1 {
		t.Errorf("got %q and %d failures", titles, failed)
	}
}

// A file is one article, from whatever directory and through whatever link it
// is named.
func TestOneFileIsOneArticle(t *testing.T) {
	root := foldertest.New(t, map[string]string{"notes/2026-01-02-the-trip/index.md": "Text.\n", "notes/2026-01-02-the-trip/plain.txt": "Text\n"})
	link := filepath.Join(root, "link")
	if err := os.Symlink(filepath.Join(root, "notes"), link); err != nil {
		t.Skip("this system or user makes no symbolic links:", err)
	}
	post := filepath.Join(root, "notes", "2026-01-02-the-trip")
	for _, file := range []string{"index.md", "plain.txt"} {
		t.Chdir(root)
		want, err := File(t.Context(), filepath.Join("notes", "2026-01-02-the-trip", file))
		if err != nil {
			t.Fatal(err)
		}
		if want.Published.Format(time.DateOnly) != "2026-01-02" {
			t.Errorf("%s is of %v", file, want.Published)
		}
		if file == "index.md" && (want.Title != "the trip" || want.Slug != "the-trip") {
			t.Errorf("%s has title %q and slug %q", file, want.Title, want.Slug)
		}
		t.Chdir(post)
		for _, path := range []string{file, "./" + file, filepath.Join(link, "2026-01-02-the-trip", file)} {
			if got, err := File(t.Context(), path); err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %v\ngot  %+v\nwant %+v", path, err, got, want)
			}
		}
	}
	origins := map[string]bool{}
	for item := range Walk(t.Context(), []string{link, filepath.Join(link, "2026-01-02-the-trip", "index.md"), post}) {
		if item.Err != nil {
			t.Fatal(item.Err)
		}
		origins[item.Article.Origin] = true
	}
	if len(origins) != 2 {
		t.Errorf("two files have %d origins: %v", len(origins), origins)
	}
}

func TestTagsOfNotes(t *testing.T) {
	t.Parallel()
	const note = "---\ntags: [a]\n---\nText #a #b/c\n"
	vault := foldertest.New(t, map[string]string{".obsidian/app.json": "{}", "deep/er/note.md": note})
	plain := foldertest.New(t, map[string]string{"note.md": note})
	for file, want := range map[string]string{filepath.Join(vault, "deep", "er", "note.md"): "a b/c", filepath.Join(plain, "note.md"): "a"} {
		g, err := File(t.Context(), file)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(g.Tags, " "); got != want {
			t.Errorf("%s has the tags %q, want %q", file, got, want)
		}
	}
}

func TestWalkStops(t *testing.T) {
	files := map[string]string{}
	for i := range 200 {
		files[fmt.Sprintf("%03d.md", i)] = "# T\n\nx"
	}
	root := foldertest.New(t, files)
	n := 0
	for range Walk(t.Context(), []string{root}) {
		if n++; n == 3 {
			break
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n = 0
	for range Walk(ctx, []string{root}) {
		if n++; n == 3 {
			cancel()
		}
	}
	if n != 3 {
		t.Errorf("%d items after the end of the context", n-3)
	}
}

func TestFileRefuses(t *testing.T) {
	dir := t.TempDir()
	if _, err := File(t.Context(), dir); err == nil || !strings.HasSuffix(err.Error(), "is a folder: add it with lede add") {
		t.Errorf("a folder: %v", err)
	}
	huge := filepath.Join(dir, "huge.md")
	if err := os.WriteFile(huge, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(huge, 100<<20); err != nil {
		t.Fatal(err)
	}
	if _, err := File(t.Context(), huge); err == nil || !strings.HasSuffix(err.Error(), "huge.md: 100 MB is over the limit of 64 MB for one article") {
		t.Errorf("a huge file: %v", err)
	}
}

func TestStreamIsNamedByItsContent(t *testing.T) {
	read := func(s string) string {
		a, err := Stream(t.Context(), strings.NewReader(s))
		if err != nil {
			t.Fatal(err)
		}
		return a.Origin
	}
	first, again, other := read("# A\n\nx"), read("# A\n\nx"), read("# A\n\ny")
	if first != again || first == other {
		t.Error("an origin does not follow the content")
	}
	if !strings.HasPrefix(read("x"), "text:") {
		t.Errorf("origin %s", read("x"))
	}
}

func TestWelcome(t *testing.T) {
	all, err := Welcome()
	if err != nil || len(all) == 0 {
		t.Fatal(len(all), err)
	}
	slugs := map[string]bool{}
	for _, a := range all {
		slugs[a.Slug] = true
	}
	for _, a := range all {
		if a.Origin != "welcome:"+a.Slug || a.Title == "" || a.Dek == "" || a.Published.IsZero() {
			t.Errorf("%s: %+v", a.Slug, a)
		}
		for _, r := range a.Related {
			if !slugs[r.Target] {
				t.Errorf("%s lists %+v, which is not there", a.Slug, r)
			}
		}
		for _, link := range a.Links {
			if !articles.IsWeb(link) && !slugs[link] {
				t.Errorf("%s links to %s, which is not there", a.Slug, link)
			}
		}
	}
}

func BenchmarkWalk(b *testing.B) {
	files := map[string]string{}
	text := strings.Repeat("Some words of a paragraph with a [link](other.md) and *emphasis* in it.\n\n", 140)
	for i := range 200 {
		files[fmt.Sprintf("%03d.md", i)] = "---\ntitle: T\ntags: [a, b]\n---\n" + text
	}
	root := foldertest.New(b, files)
	b.SetBytes(int64(len(text) * len(files)))
	for b.Loop() {
		for item := range Walk(b.Context(), []string{root}) {
			if item.Err != nil {
				b.Fatal(item.Err)
			}
		}
	}
}

// BenchmarkWalkKnown walks files of which nothing is new.
func BenchmarkWalkKnown(b *testing.B) {
	files := map[string]string{}
	text := strings.Repeat("Some words of a paragraph with a [link](other.md) and *emphasis* in it.\n\n", 140)
	for i := range 200 {
		files[fmt.Sprintf("%03d.md", i)] = text
	}
	root := foldertest.New(b, files)
	h := Hint{Reader: "this", Known: func(_ articles.ID, o *articles.Original) bool { return o.Reader == "this" && o.Data == text }}
	b.SetBytes(int64(len(text) * len(files)))
	for b.Loop() {
		for item := range h.Walk(b.Context(), []string{root}) {
			if !item.Known || item.Article != nil {
				b.Fatal(item)
			}
		}
	}
}
