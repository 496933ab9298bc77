package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/store/storetest"
)

// readOnly reads a library that it may not write, then tries to.
func readOnly(ctx context.Context, path string, _ []string, out io.Writer) error {
	s, err := Open(ctx, path)
	if err != nil {
		return err
	}
	rows, err := s.Rows(ctx, articles.Listing{}, articles.Span{N: 100})
	if err != nil {
		return err
	}
	related, err := s.Related(ctx, storetest.Article(3), 3)
	if err != nil || len(related) != 3 {
		return fmt.Errorf("%d related: %w", len(related), err)
	}
	fmt.Fprintln(out, len(rows), "rows")
	_, viewed := s.View(ctx, rows[0].ID, time.Now())
	_, kept := s.Put(ctx, storetest.Article(99))
	_, undone := s.Undo(ctx, time.Time{})
	for _, err := range []error{viewed, kept, undone, s.SetRead(ctx, rows[0].ID, true), s.SetSetting(ctx, "a", "b")} {
		if !errors.Is(err, ErrReadOnly) {
			return fmt.Errorf("a write said: %w", err)
		}
		fmt.Fprintln(out, err)
	}
	return s.Close()
}

func TestReadOnly(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("the mode of a directory does not stop writing there")
	}
	for _, test := range []struct {
		name      string
		directory os.FileMode
		file      os.FileMode
	}{
		{"file", 0o755, 0o444},
		{"directory", 0o555, 0o644},
		{"both", 0o555, 0o444},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			dir := publicDir(t)
			path := filepath.Join(dir, "library.db")
			made(t, path)
			for name, mode := range map[string]os.FileMode{path: test.file, dir: test.directory} {
				if err := os.Chmod(name, mode); err != nil {
					t.Fatal(err)
				}
			}
			t.Cleanup(func() {
				if err := os.Chmod(dir, 0o755); err != nil { // so that it can be removed
					t.Error(err)
				}
			})
			cmd := program(t, "read-only", path)
			withoutPrivileges(t, cmd)
			out, err := cmd.CombinedOutput()
			if err != nil || !strings.HasPrefix(string(out), "50 rows\n") || strings.Count(string(out), "read-only: make") != 5 {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

func TestDirectoryThatCannotBeMade(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("the mode of a directory does not stop writing there")
	}
	dir := publicDir(t)
	if err := os.Chmod(dir, 0o555); err != nil { // the point of the test
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(dir, "sub", "library.db"), filepath.Join(dir, "library.db")} {
		cmd := program(t, "first-start", path)
		withoutPrivileges(t, cmd)
		out, err := cmd.CombinedOutput()
		if err == nil || strings.Count(string(out), "\n") != 1 || !strings.Contains(string(out), path) ||
			!strings.Contains(string(out), "choose another place") {
			t.Errorf("%v\n%s", err, out)
		}
	}
}

// publicDir is a temporary directory that another user can reach.
func publicDir(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, d := range []string{dir, filepath.Dir(dir)} {
		if err := os.Chmod(d, 0o755); err != nil { // the point of it
			t.Fatal(err)
		}
	}
	return dir
}
