package export

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"lede/articles"
	"lede/articles/importer/disk"
	"lede/articles/importer/opml"
	"lede/articles/importer/record"
	"lede/articles/welcome"
)

// writeFeeds writes the list of the feeds, if there are any, and says how many there are
// and how many of them want what is not written, such as a password.
func (x *Exporter) writeFeeds(ctx context.Context) (n, secret int, err error) {
	feeds, err := x.library.Feeds(ctx)
	if err != nil || len(feeds) == 0 {
		return 0, 0, err
	}
	for i := range feeds {
		feeds[i].TakeUser()
		if !feeds[i].Access.IsZero() {
			secret++
		}
	}
	var list bytes.Buffer
	if err := opml.Of(feeds).Write(&list); err != nil {
		return 0, 0, err
	}
	if err := x.replaceOwn(opml.FileName, signed(list.Bytes()), isSigned); err != nil {
		return 0, 0, err
	}
	return len(feeds), secret, nil
}

// replaceOwn writes a file that is not an article's. One that is there and is not, or no
// more, as lede wrote it stays, and is an [ArticleError].
func (x *Exporter) replaceOwn(name string, data []byte, isOwn func([]byte) bool) error {
	file := filepath.Join(x.dir, name)
	before, err := os.ReadFile(file)
	switch {
	case err == nil && bytes.Equal(before, data):
		return nil
	case err == nil && !isOwn(before):
		return &ArticleError{foreignError(file)}
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return &ArticleError{fmt.Errorf("read %s: %w", file, disk.Cause(err))}
	}
	return x.replace(file, data)
}

// writeLibrary writes what a library has beside articles and feeds, if it has any.
func (x *Exporter) writeLibrary(ctx context.Context) (l record.Library, err error) {
	if l.Queries, err = x.library.SavedQueries(ctx); err != nil {
		return l, err
	}
	if l.Rules, err = x.library.Rules(ctx); err != nil {
		return l, err
	}
	if l.Gone, err = x.library.Gone(ctx); err != nil {
		return l, err
	}
	if l.Stories, err = x.library.Stories(ctx); err != nil {
		return l, err
	}
	if l.Entries, err = x.library.Entries(ctx); err != nil {
		return l, err
	}
	own, err := x.removedOwn(ctx)
	if err != nil {
		return l, err
	}
	l.Gone = append(l.Gone, own...)
	if l.Folds, err = x.library.Folds(ctx); err != nil {
		return l, err
	}
	if _, err := os.Lstat(filepath.Join(x.dir, record.LibraryName)); l.IsEmpty() && errors.Is(err, fs.ErrNotExist) {
		return l, nil
	}
	data, err := l.Bytes()
	if err != nil {
		return l, err
	}
	return l, x.replaceOwn(record.LibraryName, data, record.IsIntactLibrary)
}

// removedOwn are the articles that came with the program and are not in the library any more.
func (x *Exporter) removedOwn(ctx context.Context) (gone []articles.Gone, err error) {
	if had, err := x.library.Seeded(ctx); err != nil || !had {
		return nil, err
	}
	for _, file := range welcome.Files() {
		rows, err := x.library.RowsByID(ctx, []articles.ID{articles.NewID(file.Origin())})
		if err != nil {
			return nil, err
		}
		if len(rows) == 0 {
			gone = append(gone, articles.Gone{Origin: file.Origin()})
		}
	}
	return gone, nil
}

// signed is a list with a sum of it in a comment behind it, by which one is known that
// nobody changed.
func signed(list []byte) []byte {
	sum := sha256.Sum256(list)
	return fmt.Appendf(bytes.Clone(list), "<!-- %s -->\n", hex.EncodeToString(sum[:16]))
}

func isSigned(data []byte) bool {
	at := bytes.LastIndex(data, []byte("<!-- "))
	return at >= 0 && bytes.Equal(signed(data[:at]), data)
}
