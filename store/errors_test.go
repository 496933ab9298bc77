package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lede/articles"
	"lede/store/storetest"
)

// says checks what the reader is told: one line, which names the library and
// says what to do.
func says(t *testing.T, err error, kind error, path, advice string) {
	t.Helper()
	switch {
	case err == nil:
		t.Errorf("no error, want one with %q", advice)
	case kind != nil && !errors.Is(err, kind):
		t.Errorf("error %v is not %v", err, kind)
	case strings.Contains(err.Error(), "\n"), !strings.Contains(err.Error(), path), !strings.Contains(err.Error(), advice):
		t.Errorf("error %q, want one line with %q and %q", err, path, advice)
	}
}

func TestOpenRefuses(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		make   func(t *testing.T, path string) (open string)
		kind   error
		advice string
	}{
		{"directory in its place", func(t *testing.T, path string) string {
			return filepath.Dir(path)
		}, nil, "name a file in it"},
		{"file where a directory should be", func(t *testing.T, path string) string {
			write(t, path, []byte("x"))
			return filepath.Join(path, "sub", "library.db")
		}, nil, "directory"},
		{"text file", func(t *testing.T, path string) string {
			write(t, path, bytes.Repeat([]byte("# Notes\n"), 1000))
			return path
		}, ErrNotLibrary, "name another file"},
		{"short text file", func(t *testing.T, path string) string {
			write(t, path, []byte("x"))
			return path
		}, ErrNotLibrary, "name another file"},
		{"another program's database", func(t *testing.T, path string) string {
			run(t, path, "CREATE TABLE bookmarks (url TEXT)")
			return path
		}, ErrNotLibrary, "name another file"},
		{"newer schema", func(t *testing.T, path string) string {
			made(t, path)
			run(t, path, "PRAGMA user_version = 1000")
			return path
		}, ErrNewer, "latest version"},
		{"scribbled header", func(t *testing.T, path string) string {
			made(t, path)
			scribble(t, path, 0, 100)
			return path
		}, ErrNotLibrary, "damaged"},
		{"scribbled schema", func(t *testing.T, path string) string {
			made(t, path)
			scribble(t, path, 100, 3996)
			return path
		}, ErrDamaged, "restore a copy"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			path := test.make(t, filepath.Join(t.TempDir(), "library.db"))
			before, _ := os.ReadFile(path) // some are no files
			s, err := Open(t.Context(), path)
			if err == nil {
				err = s.Close()
				t.Fatalf("opened; close: %v", err)
			}
			says(t, err, test.kind, path, test.advice)
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) { // as above
				t.Error("what was refused was changed")
			}
		})
	}
}

func write(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// run runs SQL as another program would.
func run(t *testing.T, path, query string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.ExecContext(t.Context(), query)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}

// made leaves a library with a few articles behind, closed.
func made(t *testing.T, path string) {
	t.Helper()
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	fill(t, s, storetest.Articles(50))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func scribble(t *testing.T, path string, from, n int64) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.WriteAt(bytes.Repeat([]byte{0xa5}, int(n)), from)
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
}

// TestDamagedPages scribbles over each part of a library in turn. Whatever is
// called then either works or says that the library is damaged.
func TestDamagedPages(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	whole := filepath.Join(dir, "whole.db")
	made(t, whole)
	data, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	const page = pageSize
	told := 0
	for at := int64(page); at < int64(len(data)); at += page {
		path := filepath.Join(dir, fmt.Sprintf("%d.db", at/page))
		write(t, path, data)
		scribble(t, path, at, page)
		for _, err := range useAll(t.Context(), path) {
			if err != nil && !errors.Is(err, ErrNotFound) {
				says(t, err, ErrDamaged, path, "restore a copy")
				told++
			}
		}
	}
	if told == 0 {
		t.Error("no damage was noticed")
	}
}

// useAll does what a reader does with a library, and returns all errors.
func useAll(ctx context.Context, path string) []error {
	s, err := Open(ctx, path)
	if err != nil {
		return []error{err}
	}
	var all []error
	note := func(err error) { all = append(all, err) }
	for _, order := range articles.Orders {
		_, err := s.Rows(ctx, articles.Listing{Shelf: articles.Unread, Order: order}, articles.Span{N: 100})
		note(err)
	}
	_, err = s.Counts(ctx)
	note(err)
	for i := range 3 {
		a := storetest.Article(i)
		_, _, err := s.Article(ctx, a.ID)
		note(err)
		_, err = s.Related(ctx, a, 5)
		note(err)
		_, err = s.Resolve(ctx, a.URL)
		note(err)
		_, err = s.View(ctx, a.ID, time.Now())
		note(err)
		a.Title += "!"
		_, err = s.Put(ctx, a)
		note(err)
	}
	note(s.Names(ctx, func(articles.Name) bool { return true }))
	note(s.Close())
	return all
}

func TestFullDiskLosesNothing(t *testing.T) {
	t.Parallel()
	s := library(t, 100)
	before := everything(t, s)
	if _, err := s.write.ExecContext(t.Context(), "PRAGMA max_page_count = 1"); err != nil {
		t.Fatal(err) // 1 stands for the present size
	}
	var kept, failed int
	err := s.PutAll(t.Context(), func(yield func(*articles.Article) bool) {
		for i := 100; i < 400 && yield(storetest.Article(i)); i++ {
		}
	}, func(a *articles.Article, _ articles.Outcome, err error) {
		if err != nil {
			failed++
			says(t, err, ErrFull, s.path, "make room")
			return
		}
		kept++
		if _, _, err := s.Article(t.Context(), a.ID); err != nil {
			t.Errorf("acknowledged, but: %v", err)
		}
	})
	if err != nil || failed == 0 {
		t.Errorf("%d failed, %v: the disk was not full", failed, err)
	}
	if got := everything(t, s); len(got) != len(before)+kept {
		t.Errorf("%d articles, want %d", len(got), len(before)+kept)
	}
	if _, err := s.write.ExecContext(t.Context(), "PRAGMA max_page_count = 1000000"); err != nil {
		t.Fatal(err)
	}
	if got := put(t, s, storetest.Article(399)); got != articles.Added {
		t.Errorf("with room again: %v", got)
	}
}

func TestLockedBeyondPatience(t *testing.T) {
	t.Parallel()
	s := library(t, 1)
	other := open(t, s.path)
	tx, err := other.write.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	s.patience = 0
	says(t, s.SetRead(t.Context(), storetest.Article(0).ID, true), ErrLocked, s.path, "try again")
	err = s.PutAll(t.Context(), storetest.Articles(1000), func(_ *articles.Article, _ articles.Outcome, err error) {
		says(t, err, ErrLocked, s.path, "try again")
	})
	says(t, err, ErrLocked, s.path, "try again")
	everything(t, s) // reading goes on
	// Who waits and is told to stop says so.
	s.patience = patience
	stopped, stop := context.WithCancel(t.Context())
	time.AfterFunc(askingLock, stop)
	if err := s.SetRead(stopped, storetest.Article(0).ID, true); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if err := s.SetRead(t.Context(), storetest.Article(0).ID, true); err != nil {
		t.Error(err)
	}
}

func TestCancelled(t *testing.T) {
	t.Parallel()
	s := library(t, 1)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Rows(ctx, articles.Listing{}, articles.Span{N: 1}); !errors.Is(err, context.Canceled) {
		t.Errorf("rows: %v", err)
	}
	called := false
	err := s.PutAll(ctx, storetest.Articles(3), func(_ *articles.Article, _ articles.Outcome, err error) {
		called = true
		if !errors.Is(err, context.Canceled) || strings.Contains(err.Error(), "\n") {
			t.Errorf("put: %v", err)
		}
	})
	if !errors.Is(err, context.Canceled) || !called {
		t.Errorf("put all: %v, reported %v", err, called)
	}
}

// TestAwkwardPaths: characters that mean something in a file: address.
func TestAwkwardPaths(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"a b.db", "100%.db", "a#b.db", "a&b=c.db", "été.db"} {
		path := filepath.Join(t.TempDir(), name)
		made(t, path)
		if info, err := os.Stat(path); err != nil || info.Size() == 0 {
			t.Errorf("%q: %v", name, err)
		}
	}
}
