package run

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"lede/articles"
	"lede/articles/importer"
	"lede/store"
)

// Open opens the library, and puts the welcome articles into a new one.
func (r *Run) Open(ctx context.Context) (*store.Store, error) {
	path, err := r.Settings.Library()
	if err != nil {
		return nil, err
	}
	s, err := store.Open(ctx, path, store.Upgrading(r.tellUpgrade))
	if err != nil {
		return nil, err
	}
	if err := seed(ctx, s); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// tellUpgrade says that the library is brought up to date, once that takes so long that
// one wonders.
func (r *Run) tellUpgrade(u store.Upgrade) (end func()) {
	const soon = 2 * time.Second
	line := fmt.Sprintf("lede: bringing the library up to date; a copy as it was will stay at %s", articles.CleanLine(u.Copy))
	told := time.AfterFunc(soon, func() { _, _ = fmt.Fprintln(r.Stderr, line) }) // a hint, no more
	return func() { told.Stop() }
}

// seed puts the welcome articles into a library that never had them. One that
// cannot be written is read as it is.
func seed(ctx context.Context, s *store.Store) error {
	if done, err := s.Seeded(ctx); done || err != nil {
		return err
	}
	first, err := importer.Welcome()
	if err != nil {
		return err
	}
	if err := s.Seed(ctx, first); err != nil {
		if errors.Is(err, store.ErrReadOnly) {
			return nil
		}
		return err
	}
	return s.SetSetting(ctx, ActedOut, "done")
}

// HasLibrary reports whether there is a library: no command makes one to look into it.
func (r *Run) HasLibrary() bool {
	path, err := r.Settings.Library()
	if err != nil {
		return false
	}
	_, err = os.Stat(path)
	return err == nil
}

// WithLibrary runs f with the library open.
func (r *Run) WithLibrary(ctx context.Context, f func(*store.Store) error) error {
	s, err := r.Open(ctx)
	if err != nil {
		return err
	}
	return errors.Join(f(s), s.Close())
}

// ActedOut is the setting that says whether the articles of a library had acted
// out, when they were imported, what other programs write: "done", or "told" for
// those that were imported by a lede that did so on the screen.
const ActedOut = "cli.acted-out"

// Index indexes what a search cannot find yet: the articles of a library that is older than
// its index. One that cannot be written is searched as it is.
func (r *Run) Index(ctx context.Context, s *store.Store) error {
	total, done := 0, 0
	bar := r.Progress("indexing", func() int { return total })
	bar.Begin()
	defer bar.End()
	for {
		left, err := s.IndexSome(ctx)
		if left == 0 || errors.Is(err, store.ErrReadOnly) {
			return nil
		}
		if err != nil {
			return err
		}
		for total = max(total, left); done < total-left; done++ {
			bar.Step()
		}
	}
}
