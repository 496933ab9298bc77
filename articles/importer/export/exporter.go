package export

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"lede/articles"
	"lede/articles/importer/disk"
	"lede/articles/importer/record"
)

// Exporter writes articles of a library into a folder. It holds one article at
// a time, and the names of the files that an export before has left.
type Exporter struct {
	library   Library
	dir       string
	originals bool
	names     map[articles.ID]string // of records in the folder that were not met yet
}

// passing names the files that are written beside and then renamed. Those of a
// program that was killed are left; see [Exporter.look].
const passing, passingEnd = ".lede-", ".part"

// Into returns what exports a library into a folder, which it makes. With
// originals, it writes what the articles were made of, too.
func Into(ctx context.Context, s Library, dir string, originals bool) (*Exporter, error) {
	x := &Exporter{library: s, dir: dir, originals: originals, names: map[articles.ID]string{}}
	// What somebody reads is their own: nobody else may look.
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("export to %s: %w", dir, disk.Cause(err))
	}
	if err := x.look(ctx); err != nil {
		return nil, fmt.Errorf("export to %s: %w", dir, disk.Cause(err))
	}
	return x, nil
}

// look finds the records that are in the folder: an article keeps the name of
// its file, whatever its title becomes.
func (x *Exporter) look(ctx context.Context) error {
	entries, err := os.ReadDir(x.dir)
	if err != nil {
		return err
	}
	head := make([]byte, 64<<10)
	for _, entry := range entries {
		name := entry.Name()
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case strings.HasPrefix(name, passing) && strings.HasSuffix(name, passingEnd):
			if isAbandoned(entry) {
				_ = os.Remove(filepath.Join(x.dir, name)) // the next export tries again
			}
		case entry.Type().IsRegular() && strings.HasSuffix(name, recordEnd):
			n, err := readHead(filepath.Join(x.dir, name), head)
			if err != nil {
				continue // it is nothing to write over, either
			}
			if id := record.ID(head[:n]); id != "" {
				x.names[id] = name
			}
		}
	}
	return nil
}

// isAbandoned reports whether a file that is written beside belongs to a program
// that is no more. Its name has the number of the process; where that cannot be
// asked, or was given to another one, it is as old as no file in writing is.
func isAbandoned(entry fs.DirEntry) bool {
	name, _, _ := strings.Cut(strings.TrimPrefix(entry.Name(), passing), "-")
	if pid, err := strconv.Atoi(name); err == nil && isGone(pid) {
		return true
	}
	const longest = time.Hour
	info, err := entry.Info()
	return err == nil && time.Since(info.ModTime()) > longest
}

const recordEnd = ".md"

func readHead(file string, head []byte) (int, error) {
	f, err := os.Open(file)
	if err != nil {
		return 0, err
	}
	defer f.Close() //nolint:errcheck // only read
	n, err := io.ReadFull(f, head)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return n, err
}

// Left is how many files an export before has left of articles that were not
// written this time.
func (x *Exporter) Left() int { return len(x.names) }

// Write writes one article, and reports whether anything was new. An
// [ArticleError] is about this article alone; [articles.ErrNotFound] says that it
// was removed by now.
func (x *Exporter) Write(ctx context.Context, id articles.ID) (changed bool, err error) {
	r, err := x.record(ctx, id)
	if errors.Is(err, articles.ErrNotFound) {
		return false, err
	}
	if err != nil {
		return false, x.about(ctx, id, err)
	}
	name := x.name(r.Article)
	delete(x.names, id)
	if err := x.writeBeside(&r); err != nil {
		return false, err
	}
	data, err := r.Bytes()
	if err != nil {
		return false, &ArticleError{fmt.Errorf("export %s: %w", r.Title, err)}
	}
	file := filepath.Join(x.dir, name)
	before, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return false, &ArticleError{fmt.Errorf("read %s: %w", file, disk.Cause(err))}
	case bytes.Equal(before, data):
		return false, nil
	case !record.IsIntact(before, id):
		return false, &ArticleError{foreignError(file)}
	}
	return true, x.replace(file, data)
}

// foreignError says that a file is not as lede wrote it.
func foreignError(file string) error {
	return fmt.Errorf("%s was changed, or is not lede's, and stays as it is: move it away, or lede add it first", file)
}

// about is an error of the library, that may be about one article.
func (x *Exporter) about(ctx context.Context, id articles.ID, err error) error {
	if errors.Is(err, articles.ErrLibrary) || ctx.Err() != nil {
		return err
	}
	return &ArticleError{fmt.Errorf("export %s: %w", id, err)}
}

func (x *Exporter) record(ctx context.Context, id articles.ID) (record.Record, error) {
	a, state, err := x.library.Article(ctx, id)
	if err != nil {
		return record.Record{}, err
	}
	if a.Images, err = x.library.Images(ctx, id); err != nil {
		return record.Record{}, err
	}
	if x.originals {
		if a.Original, err = x.library.Original(ctx, id); errors.Is(err, articles.ErrNoOriginal) {
			a.Original, err = nil, nil
		}
	}
	return record.Record{Article: a, State: state}, err
}

// name is that of the file of an article: the one that it has, or else its date
// and its name, and its ID where that is taken.
func (x *Exporter) name(a *articles.Article) string {
	if name := x.names[a.ID]; name != "" {
		return name
	}
	date := a.Published
	if date.IsZero() {
		date = a.Added
	}
	stem := date.Format(time.DateOnly) + "-" + slugFor(a)
	if _, err := os.Lstat(filepath.Join(x.dir, stem+recordEnd)); errors.Is(err, fs.ErrNotExist) {
		return stem + recordEnd
	}
	return stem + "-" + articles.Slug(string(a.ID)) + recordEnd
}

// slugFor is the name of an article, in letters that every file system takes:
// no more than letters, digits and hyphens.
func slugFor(a *articles.Article) string {
	return cmp.Or(articles.Slug(a.Slug), articles.Slug(a.Title), "untitled")
}

// replace puts data at a path at once: whoever looks, also after the program
// was killed, sees what was there before or all of it.
func (x *Exporter) replace(file string, data []byte) error {
	f, err := os.CreateTemp(x.dir, fmt.Sprintf("%s%d-*%s", passing, os.Getpid(), passingEnd))
	if err != nil {
		return fmt.Errorf("write %s: %w", file, disk.Cause(err))
	}
	_, err = f.Write(data)
	err = cmp.Or(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), file)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // what went wrong first is what to tell
		return fmt.Errorf("write %s: %w", file, disk.Cause(err))
	}
	return nil
}
