package cli

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"lede/articles"
	"lede/articles/importer"
	"lede/store"
	"lede/ui"
	"lede/ui/watch"
)

// files are the files of the disk, for the screens: see [ui.Files].
type files struct {
	*program
	lib *store.Store
}

// Linked implements [ui.Files].
func (f files) Linked(ctx context.Context, from *articles.Article, target string) (all []ui.Reading, ok bool, err error) {
	if strings.HasPrefix(from.Origin, "text:") { // what came by the standard input leads from here
		here, err := filepath.Abs("input")
		if err != nil {
			return nil, false, nil //nolint:nilerr // then it leads nowhere
		}
		from = &articles.Article{Origin: importer.FileOrigin(here)}
	}
	path, ok := importer.LinkedFile(from, target)
	if !ok {
		return nil, false, nil
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, true, fmt.Errorf("%s does not exist", articles.CleanLine(path))
	case info.IsDir():
		if path, err = pageOf(path); err != nil {
			return nil, true, err
		}
	case !info.Mode().IsRegular():
		return nil, true, fmt.Errorf("%s is no regular file", articles.CleanLine(path))
	}
	all, err = f.readings(ctx, path)
	return all, true, err
}

// pageOf is the file that speaks for a folder: its index or README.
func pageOf(folder string) (string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return "", fmt.Errorf("read %s: %w", articles.CleanLine(folder), pathCause(err))
	}
	for _, stem := range [...]string{"index", "_index", "readme"} {
		for _, e := range entries {
			name := strings.ToLower(e.Name())
			if ext := filepath.Ext(name); strings.TrimSuffix(name, ext) == stem &&
				(importer.IsText(name) || slices.Contains([]string{"", ".html", ".htm"}, ext)) {
				return filepath.Join(folder, e.Name()), nil
			}
		}
	}
	return "", fmt.Errorf("%s is a folder without a README or an index", articles.CleanLine(folder))
}

// readings reads a file that is there.
func (f files) readings(ctx context.Context, path string) ([]ui.Reading, error) {
	stamp := lastChange(path)
	if isImage(path) {
		return []ui.Reading{picture(path)}, nil
	}
	g, err := importer.File(ctx, path)
	if err != nil {
		return nil, err
	}
	all, err := glanced(ctx, f.lib, path, g)
	if err == nil && g.Article != nil {
		all[0].File, all[0].Stamp = path, stamp
	}
	return all, err
}

// isImage reports whether a file is an image by its name.
func isImage(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp":
		return true
	}
	return false
}

// picture is an article that shows an image and nothing else.
func picture(path string) ui.Reading {
	name := filepath.Base(path)
	a := &articles.Article{Origin: importer.FileOrigin(absolute(path)), Title: articles.CleanLine(name)}
	a.ID = articles.NewID(a.Origin)
	a.Markdown = "![](" + url.PathEscape(name) + ")\n"
	return ui.Reading{Article: a, File: path}
}

// Read implements [ui.Files].
func (f files) Read(ctx context.Context, path string) (ui.Reading, error) {
	all, err := f.readings(ctx, path)
	switch {
	case err != nil:
		return ui.Reading{}, err
	case len(all) != 1:
		return ui.Reading{}, fmt.Errorf("%s holds several articles now", articles.CleanLine(path))
	}
	return all[0], nil
}

// Watch implements [ui.Files].
func (f files) Watch(ctx context.Context, path string, was time.Time) <-chan struct{} {
	return watch.File(ctx, path, was)
}

// IsOutdated implements [ui.Files].
func (f files) IsOutdated(ctx context.Context, id articles.ID, path string) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return false // what the library has is all there is
	}
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close() //nolint:errcheck // only read
	same, err := f.lib.MadeOf(ctx, id, info.Size(), file)
	return errors.Is(err, store.ErrNoOriginal) || err == nil && !same
}

// lastChange is when a file has changed last; zero when nothing tells, as of what
// is no regular file.
func lastChange(path string) time.Time {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return time.Time{}
	}
	return info.ModTime()
}

var errNoEditor = errors.New("no editor: set $VISUAL or $EDITOR to one")
