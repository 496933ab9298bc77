package importer

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"

	"lede/articles"
	"lede/articles/importer/disk"
	"lede/articles/importer/epub"
	"lede/articles/importer/filename"
	"lede/articles/importer/filetype"
	"lede/articles/importer/links"
	"lede/articles/importer/mail"
	"lede/articles/importer/saved"
	"lede/articles/importer/unzip"
)

// isArchive reports whether a file begins as a ZIP archive does.
func isArchive(start string) bool { return strings.HasPrefix(start, archiveMark) }

const archiveMark = "PK\x03\x04"

// several reads the regular file at path when it holds several articles and need
// not be read as a whole for that: of a book its text counts, which may have any
// number of pictures beside it, and an export is read as it comes. There is
// nothing when it is neither.
func (h Hint) several(ctx context.Context, path string, size int64) (*Bundle, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", filename.Shown(path), disk.Cause(err))
	}
	defer f.Close() //nolint:errcheck // only read
	most := int64(saved.Head)
	if filetype.IsMarkdown(path) {
		most = int64(len(archiveMark)) // an export it is not
	}
	head := make([]byte, min(most, max(size, 1)))
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, nil // who reads it all has the error
	}
	start, s := string(head[:n]), source{name: path, hint: h}
	if isArchive(start) {
		return archiveOf(ctx, s, f, size)
	}
	if filetype.IsMarkdown(path) {
		return nil, nil
	}
	if isBox(path, start) {
		return boxOf(s, func(yield func(*articles.Article, error) bool) {
			f, err := os.Open(path)
			if err != nil {
				yield(nil, disk.Cause(err))
				return
			}
			defer f.Close() //nolint:errcheck // only read
			mail.Box(ctx, f)(yield)
		}), nil
	}
	if format := saved.Sniff(start); format != saved.None {
		return exportOf(s, opened(path, func(f *os.File) iter.Seq[saved.Item] { return saved.Read(ctx, format, f) })), nil
	}
	return nil, nil
}

// archiveOf reads a ZIP archive of so many bytes; nil when it holds no articles.
func archiveOf(ctx context.Context, s source, r io.ReaderAt, size int64) (*Bundle, error) {
	if epub.Has(r, size) {
		return bookOf(ctx, s, r, size)
	}
	z, err := unzip.Open(r, size)
	if err != nil || !saved.Has(z) {
		return nil, nil //nolint:nilerr // it is called by its name as what is no text
	}
	items := saved.ReadAll(ctx, z)
	if _, ok := r.(*os.File); ok { // that is closed before it is read
		items = opened(s.name, func(f *os.File) iter.Seq[saved.Item] {
			return func(yield func(saved.Item) bool) {
				z, err := unzip.Open(f, size)
				if err != nil {
					yield(saved.Item{Err: err})
					return
				}
				saved.ReadAll(ctx, z)(yield)
			}
		})
	}
	return exportOf(s, items), nil
}

// opened is what is read of the file at path, when somebody asks for it.
func opened(path string, items func(*os.File) iter.Seq[saved.Item]) iter.Seq[saved.Item] {
	return func(yield func(saved.Item) bool) {
		f, err := os.Open(path)
		if err != nil {
			yield(saved.Item{Err: disk.Cause(err)})
			return
		}
		defer f.Close() //nolint:errcheck // only read
		items(f)(yield)
	}
}

// exportOf is the export of another service.
func exportOf(s source, items iter.Seq[saved.Item]) *Bundle {
	return comingOf(ExportBundle, s, func(yield func(*articles.Article, error) bool) {
		for i := range items {
			if !yield(i.Article, i.Err) {
				return
			}
		}
	})
}

// boxOf is a box of messages.
func boxOf(s source, messages iter.Seq2[*articles.Article, error]) *Bundle {
	return comingOf(MailBundle, s, func(yield func(*articles.Article, error) bool) {
		for a, err := range messages {
			if err == nil {
				s.headed(a)
			}
			if !yield(a, err) {
				return
			}
		}
	})
}

// comingOf is a bundle of articles that are read as they are asked for.
func comingOf(kind BundleKind, s source, all iter.Seq2[*articles.Article, error]) *Bundle {
	return &Bundle{Kind: kind, Title: nonEmpty(filename.Title(s.name), untitled), rest: func(yield func(Entry, error) bool) {
		for a, err := range all {
			if err != nil {
				err = fmt.Errorf("read %s: %w", filename.Shown(s.name), err)
			} else {
				finish(a, s)
			}
			if !yield(Entry{Article: a}, err) {
				return
			}
		}
	}}
}

func bookOf(ctx context.Context, s source, r io.ReaderAt, size int64) (*Bundle, error) {
	b, err := epub.Read(ctx, r, size)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", filename.Shown(s.name), err)
	}
	out := &Bundle{
		Kind: BookBundle, Title: b.Title, Description: b.Description, Language: b.Language, Author: b.Author,
		Published: b.Published, Site: b.Publisher,
	}
	for _, err := range b.Failed {
		out.Failed = append(out.Failed, fmt.Errorf("read %s: %w", filename.Shown(s.name), err))
	}
	for _, c := range b.Chapters {
		out.Items = append(out.Items, Entry{Article: c.Article, GUID: c.Origin, Named: c.Named})
	}
	out.finish(s)
	return out, nil
}

// originalOf is the file of a book as the original of its chapters; nil when it is
// over the limit of one article, or gone by now.
func originalOf(path, reader string) (*articles.Original, error) {
	info, err := os.Stat(path)
	if err != nil || info.Size() > disk.MaxSize {
		return nil, nil //nolint:nilerr // that it is gone is no matter here
	}
	data, err := disk.Read(path, info.Size())
	if err != nil {
		return nil, err
	}
	origin, err := links.OriginOf(path)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", filename.Shown(path), err)
	}
	return &articles.Original{Name: strings.TrimPrefix(origin, "file:"), Reader: reader, Data: data}, nil
}

// keepOriginal gives the chapters of a book the file that they were made of,
// one for all.
func (b *Bundle) keepOriginal(path, reader string) error {
	o, err := originalOf(path, reader)
	if o == nil {
		return err
	}
	for i := range b.Items {
		b.Items[i].Article.Original = o
	}
	return nil
}

// isKnownBook reports whether a file is a book of which a refresh finds nothing
// new. What is wrong with it comes out when it is read.
func (i *Item) isKnownBook(h Hint) bool {
	if !h.Refresh || h.Known == nil || !filetype.IsBook(i.Path) {
		return false
	}
	o, err := originalOf(i.Path, h.Reader)
	return err == nil && o != nil && h.Known("", o)
}
