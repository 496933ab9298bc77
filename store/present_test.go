package store

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"lede/articles"
	"lede/store/storetest"
)

// TestLibraryTakenAway: the file of an open library is removed, moved away or
// replaced. Nothing is written into nowhere or into the other file, and each
// method says what is wrong.
func TestLibraryTakenAway(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("there the system keeps an open file where it is")
	}
	for name, take := range map[string]func(path string) error{
		"removed":   os.Remove,
		"directory": func(path string) error { return os.RemoveAll(filepath.Dir(path)) },
		"moved":     func(path string) error { return os.Rename(path, path+".old") },
		"replaced":  func(path string) error { return os.Rename(path+".other", path) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "sub", "library.db")
			made(t, path)
			made(t, path+".other")
			s := open(t, path)
			if err := take(path); err != nil {
				t.Fatal(err)
			}
			before, _ := os.ReadFile(path) // mostly there is none
			for _, err := range useOpen(t, s) {
				says(t, err, ErrGone, path, "start lede again")
			}
			if after, err := os.ReadFile(path); string(after) != string(before) || name != "replaced" && !errors.Is(err, os.ErrNotExist) {
				t.Errorf("there is a file of %d bytes now: %v", len(after), err)
			}
		})
	}
}

// useOpen calls what reads and what writes, and returns all errors.
func useOpen(t *testing.T, s *Store) []error {
	t.Helper()
	ctx, a := t.Context(), storetest.Article(3)
	_, counts := s.Counts(ctx)
	_, rows := s.Rows(ctx, articles.Listing{}, articles.Span{N: 5})
	_, index := s.Index(ctx, articles.Listing{}, articles.Row{})
	_, byID := s.RowsByID(ctx, []articles.ID{a.ID})
	_, _, article := s.Article(ctx, a.ID)
	_, related := s.Related(ctx, a, 3)
	_, resolved := s.Resolve(ctx, "x")
	_, setting := s.Setting(ctx, "x")
	_, viewed := s.View(ctx, a.ID, time.Now())
	_, kept := s.Put(ctx, storetest.Article(99))
	_, removed := s.Remove(ctx, a.ID)
	return []error{
		counts, rows, index, byID, article, related, resolved, setting, viewed, kept, removed,
		s.Names(ctx, func(articles.Name) bool { return true }),
		s.SetRead(ctx, a.ID, true), s.SetSetting(ctx, "x", "y"), s.SavePlace(ctx, a.ID, articles.Place{Progress: 1}),
		s.PutAll(ctx, storetest.Articles(60), func(*articles.Article, articles.Outcome, error) {}),
	}
}

func TestLibraryPutBack(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("there the system keeps an open file where it is")
	}
	s := library(t, 5)
	away := s.path + ".away"
	for _, move := range [][2]string{{s.path, away}, {away, s.path}} {
		if err := os.Rename(move[0], move[1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.SetStarred(t.Context(), storetest.Article(3).ID, true); err != nil {
		t.Error(err)
	}
	sound(t, s)
}
