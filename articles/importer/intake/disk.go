package intake

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
	"lede/articles/importer/disk"
	"lede/articles/importer/filetype"
	"lede/articles/importer/links"
)

// LinkedFile reads what a link in an article leads to on the disk. It is false
// when that is no file, and the error is one line when it cannot be read.
func (in *Intake) LinkedFile(ctx context.Context, from *articles.Article, target string) (all []Reading, ok bool, err error) {
	if strings.HasPrefix(from.Origin, "text:") { // what came by the standard input leads from here
		here, err := filepath.Abs("input")
		if err != nil {
			return nil, false, nil //nolint:nilerr // then it leads nowhere
		}
		from = &articles.Article{Origin: links.FileOrigin(here)}
	}
	path, ok := links.LinkedFile(from, target)
	if !ok {
		return nil, false, nil
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, true, refuse(path, NotThere)
	case info.IsDir():
		if path, err = pageOf(path); err != nil {
			return nil, true, err
		}
	case !info.Mode().IsRegular():
		return nil, true, fmt.Errorf("%s is no regular file", articles.CleanLine(path))
	}
	all, err = in.readFile(ctx, path)
	return all, true, err
}

// pageOf is the file that speaks for a folder: its index or README.
func pageOf(folder string) (string, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return "", fmt.Errorf("read %s: %w", articles.CleanLine(folder), disk.Cause(err))
	}
	for _, stem := range [...]string{"index", "_index", "readme"} {
		for _, e := range entries {
			name := strings.ToLower(e.Name())
			if ext := filepath.Ext(name); strings.TrimSuffix(name, ext) == stem &&
				(filetype.IsText(name) || slices.Contains([]string{"", ".html", ".htm"}, ext)) {
				return filepath.Join(folder, e.Name()), nil
			}
		}
	}
	return "", fmt.Errorf("%s is a folder without a README or an index", articles.CleanLine(folder))
}

// readFile reads a file that is there.
func (in *Intake) readFile(ctx context.Context, path string) ([]Reading, error) {
	stamp := LastChange(path)
	if IsImage(path) {
		return []Reading{picture(path)}, nil
	}
	g, err := importer.File(ctx, path)
	if err != nil {
		return nil, err
	}
	all, err := in.Readings(ctx, path, g)
	if err == nil && g.Article != nil {
		all[0].File, all[0].Stamp = path, stamp
	}
	return all, err
}

// IsImage reports whether a file is an image by its name.
func IsImage(path string) bool {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp":
		return true
	}
	return false
}

// picture is an article that shows an image and nothing else.
func picture(path string) Reading {
	name := filepath.Base(path)
	a := &articles.Article{Origin: links.FileOrigin(Absolute(path)), Title: articles.CleanLine(name)}
	a.ID = articles.NewID(a.Origin)
	a.Markdown = "![](" + url.PathEscape(name) + ")\n"
	return Reading{Article: a, File: path}
}

// ReadFile reads a file again that one article came from.
func (in *Intake) ReadFile(ctx context.Context, path string) (Reading, error) {
	all, err := in.readFile(ctx, path)
	switch {
	case err != nil:
		return Reading{}, err
	case len(all) != 1:
		return Reading{}, fmt.Errorf("%s holds several articles now", articles.CleanLine(path))
	}
	return all[0], nil
}

// IsOutdated reports whether a file holds something else now than what the
// library's text of an article was made of.
func (in *Intake) IsOutdated(ctx context.Context, id articles.ID, path string) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return false // what the library has is all there is
	}
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close() //nolint:errcheck // only read
	same, err := in.lib.MadeOf(ctx, id, info.Size(), file)
	return errors.Is(err, articles.ErrNoOriginal) || err == nil && !same
}

// LastChange is when a file has changed last; zero when nothing tells, as of what
// is no regular file.
func LastChange(path string) time.Time {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return time.Time{}
	}
	return info.ModTime()
}
