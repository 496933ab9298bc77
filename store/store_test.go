package store

import (
	"context"
	"iter"
	"path/filepath"
	"testing"

	"lede/articles"
	"lede/store/storetest"
)

// open opens the library at path, and closes it when the test ends.
func open(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// library opens a new library with n made-up articles.
func library(t testing.TB, n int) *Store {
	t.Helper()
	data, err := storetest.File(n, func(path string, all iter.Seq[*articles.Article]) error {
		s, err := Open(context.Background(), path)
		if err != nil {
			return err
		}
		fill(t, s, all)
		return s.Close()
	})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "library.db")
	write(t, path, data)
	return open(t, path)
}

func fill(t testing.TB, s *Store, all iter.Seq[*articles.Article]) {
	t.Helper()
	err := s.PutAll(t.Context(), all, func(a *articles.Article, _ articles.Outcome, err error) {
		if err != nil {
			t.Fatalf("put %s: %v", a.ID, err)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
}

func put(t testing.TB, s *Store, a *articles.Article) articles.Outcome {
	t.Helper()
	outcome, err := s.Put(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	return outcome
}
