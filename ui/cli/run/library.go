package run

import (
	"context"
	"errors"
	"os"

	"lede/articles/importer"
	"lede/store"
)

// Open opens the library, and puts the welcome articles into a new one.
func (r *Run) Open(ctx context.Context) (*store.Store, error) {
	path, err := r.Settings.Library()
	if err != nil {
		return nil, err
	}
	s, err := store.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	if err := seed(ctx, s); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
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
