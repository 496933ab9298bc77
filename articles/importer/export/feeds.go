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

	"lede/articles/importer/disk"
	"lede/articles/importer/opml"
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
	data := signed(list.Bytes())
	file := filepath.Join(x.dir, opml.FileName)
	before, err := os.ReadFile(file)
	switch {
	case err == nil && bytes.Equal(before, data):
		return len(feeds), secret, nil
	case err == nil && !isSigned(before):
		return 0, 0, &ArticleError{foreignError(file)}
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return 0, 0, &ArticleError{fmt.Errorf("read %s: %w", file, disk.Cause(err))}
	}
	return len(feeds), secret, x.replace(file, data)
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
