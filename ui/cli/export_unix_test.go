//go:build unix

package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"lede/articles"
)

// An article that is removed while an export runs is passed over: nothing failed.
// A pipe in the place of the first file holds the export up.
func TestRemovedWhileExporting(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	library, out := filepath.Join(dir, "library.db"), filepath.Join(dir, "out")
	s := openStore(t, library)
	if err := s.Seed(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	var ids []articles.ID
	for _, title := range []string{"First", "Second", "Third"} {
		a := &articles.Article{ID: articles.NewID(title), Origin: title, Title: title, Slug: articles.Slug(title), Markdown: "Words.\n"}
		if _, err := s.Put(t.Context(), a); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, a.ID)
	}
	output(t, lede(t, library, "export", out))
	files, err := filepath.Glob(filepath.Join(out, "*-first.md"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	first, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(out); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(out, 0o700); err != nil {
		t.Fatal(err)
	}
	// The name is taken, so that the file is called by the ID, too.
	if err := os.WriteFile(files[0], nil, 0o600); err != nil {
		t.Fatal(err)
	}
	pipe := files[0][:len(files[0])-len(".md")] + "-" + articles.Slug(string(ids[0])) + ".md"
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("this file system makes no named pipes:", err)
	}
	cmd := lede(t, library, "export", out)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	w, err := os.OpenFile(pipe, os.O_WRONLY, 0) // waits for the export to open it
	if err != nil {
		t.Fatal(err)
	}
	if c, err := s.Remove(t.Context(), ids[1]); c.Articles != 1 || err != nil {
		t.Fatal(c, err)
	}
	if _, err := w.Write(first); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil || said.String() != "1 written, 1 unchanged\n" {
		t.Errorf("%v: %s", err, said.String())
	}
}
