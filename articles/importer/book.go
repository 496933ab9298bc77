package importer

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"lede/articles/importer/epub"
)

// isArchive reports whether a file begins as a ZIP archive does.
func isArchive(start string) bool { return strings.HasPrefix(start, "PK\x03\x04") }

// archiveFile reads the regular file at path when it is a ZIP archive that holds
// articles, such as a book; only what it needs of it, for a book may have any
// number of pictures. There is nothing when it is none.
func (h Hint) archiveFile(ctx context.Context, path string, size int64) (*Bundle, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", shown(path), cause(err))
	}
	defer f.Close() //nolint:errcheck // only read
	start := make([]byte, 4)
	if _, err := io.ReadFull(f, start); err != nil || !isArchive(string(start)) {
		return nil, nil //nolint:nilerr // who reads it all has the error
	}
	return archiveOf(ctx, source{name: path, hint: h}, f, size)
}

// archiveOf reads a ZIP archive of so many bytes; nil when it holds no articles.
func archiveOf(ctx context.Context, s source, r io.ReaderAt, size int64) (*Bundle, error) {
	if !epub.Has(r, size) {
		return nil, nil
	}
	b, err := epub.Read(ctx, r, size)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", shown(s.name), err)
	}
	out := &Bundle{
		Kind: BookBundle, Title: b.Title, Description: b.Description, Language: b.Language, Author: b.Author,
		Published: b.Published, Site: b.Publisher,
	}
	for _, err := range b.Failed {
		out.Failed = append(out.Failed, fmt.Errorf("read %s: %w", shown(s.name), err))
	}
	for _, c := range b.Chapters {
		out.Items = append(out.Items, Entry{Article: c.Article, GUID: c.Origin, Named: c.Named})
	}
	out.finish(s)
	return out, nil
}
