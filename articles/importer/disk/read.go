// Package disk tells what is on the disk: which files there are, the site or vault
// that a folder belongs to, and what is in a file.
package disk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"
)

// MaxSize is the most that one article may have, in bytes. The Bible in plain
// text has 4 MB.
const MaxSize = 64 << 20

// TooLarge says that something is over the limit of one article.
func TooLarge(what string) error {
	return fmt.Errorf("%s over the limit of %d MB for one article", what, MaxSize>>20)
}

// Written is when a file was written last; zero where that is no time at which anybody
// wrote it: tools that make files without one give them 1970, or 1980, the first that
// an archive can tell.
func Written(info fs.FileInfo) time.Time {
	if t := info.ModTime().UTC(); t.Year() > 1980 {
		return t.Truncate(time.Millisecond)
	}
	return time.Time{}
}

// ReadAll reads what open opens up to the limit of one article, and a byte more
// to know that there is more; size is how long it says that it is. Both opening
// and reading a pipe may wait without end: when ctx ends first, they are left to
// themselves.
func ReadAll(ctx context.Context, name string, size int64, open func() (io.ReadCloser, error)) (string, error) {
	var text strings.Builder // its text is not copied once more
	var err error
	read := make(chan struct{})
	go func() {
		defer close(read)
		r, failed := open()
		if failed != nil {
			err = fmt.Errorf("open %s: %w", name, Cause(failed))
			return
		}
		defer r.Close() //nolint:errcheck // only read
		text.Grow(int(size) + bytes.MinRead)
		if _, failed = io.CopyBuffer(&text, io.LimitReader(contextReader{ctx, r}, MaxSize+1), bufferFor(size)); failed != nil {
			err = fmt.Errorf("read %s: %w", name, Cause(failed))
		}
	}()
	select {
	case <-read:
	case <-ctx.Done():
		return "", fmt.Errorf("read %s: %w", name, ctx.Err())
	}
	switch {
	case err != nil:
		return "", err
	case text.Len() > MaxSize:
		return "", TooLarge(name + " is")
	}
	return text.String(), nil
}

// bufferFor is a buffer for what says that it has so many bytes; 0 when it does not.
// Most files are a tenth of what one has otherwise.
func bufferFor(size int64) []byte {
	const usual = 32 << 10
	if size <= 0 || size > usual {
		return make([]byte, usual)
	}
	return make([]byte, size+1)
}

// contextReader ends at the next read when ctx ends.
type contextReader struct {
	ctx context.Context
	r   io.Reader
}

func (c contextReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}

// ReadInside reads a regular file below a folder of so many bytes at most.
func ReadInside(folder, name string, most int) (string, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return "", err
	}
	defer root.Close() //nolint:errcheck // only read
	// A named pipe would wait without end.
	if info, err := root.Stat(name); err != nil || !info.Mode().IsRegular() || info.Size() > int64(most) {
		return "", errors.Join(err, errors.New("no regular file of a fit size"))
	}
	f, err := root.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close() //nolint:errcheck // only read
	var text strings.Builder
	_, err = io.Copy(&text, io.LimitReader(f, int64(most)))
	return text.String(), err
}

// Cause takes the operation and the path off an error of the file system: the
// message has them already.
func Cause(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	if e, ok := errors.AsType[*os.LinkError](err); ok {
		return e.Err
	}
	return err
}
