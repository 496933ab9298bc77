package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"lede/articles/importer"
	"lede/store"
	"lede/ui/watch"
)

// open opens the library, and puts the welcome articles into a new one.
func (p *program) open(ctx context.Context) (*store.Store, error) {
	path, err := p.libraryPath()
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
	return s.SetSetting(ctx, actedOut, "done")
}

// libraryChanges tells when the library was written to: that goes into its log
// first.
func (p *program) libraryChanges(ctx context.Context) <-chan struct{} {
	path, err := p.libraryPath()
	if err != nil {
		return nil // it was found before
	}
	return watch.File(ctx, path+"-wal", time.Time{})
}

// libraryPath is where the library stands: as the settings say.
func (p *program) libraryPath() (string, error) {
	if path := p.settings().Library; path != "" {
		return path, nil
	}
	return p.usualLibrary()
}

// usualLibrary is the place for a user's data on this system (XDG Base Directory
// Specification, and what stands for it on Windows and macOS).
func (p *program) usualLibrary() (string, error) {
	data := p.getenv("XDG_DATA_HOME")
	if !filepath.IsAbs(data) { // the specification: a relative one is to be ignored
		home, err := os.UserHomeDir()
		if err != nil {
			return "", fmt.Errorf("find the library: %w: set $LEDE_LIBRARY or use --library", err)
		}
		switch runtime.GOOS {
		case "darwin":
			data = filepath.Join(home, "Library", "Application Support")
		case "windows":
			if data = p.getenv("LOCALAPPDATA"); data == "" {
				data = filepath.Join(home, "AppData", "Local")
			}
		default:
			data = filepath.Join(home, ".local", "share")
		}
	}
	return filepath.Join(data, "lede", "library.db"), nil
}
