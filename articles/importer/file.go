package importer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"lede/articles/importer/filename"
	"lede/articles/importer/mail"
	"lede/articles/importer/saved"
)

// File reads the article or the articles at path, to show them. A folder is refused: see [Walk]. What is no
// regular file, such as a named pipe, is read as a stream.
func File(ctx context.Context, path string) (Glance, error) { return Hint{}.File(ctx, path) }

// File is [File] with what is known of the file.
func (h Hint) File(ctx context.Context, path string) (Glance, error) {
	name := filename.Shown(path)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Glance{}, fmt.Errorf("%s does not exist", name)
	case err != nil:
		return Glance{}, fmt.Errorf("open %s: %w", name, Cause(err))
	case info.IsDir() && saved.IsFolder(os.DirFS(path)):
		return Glance{Bundle: exportOf(source{name: path, hint: h}, saved.ReadAll(ctx, os.DirFS(path)))}, nil
	case info.IsDir() && mail.IsMaildir(path):
		return Glance{Bundle: boxOf(source{name: path, hint: h}, mail.Maildir(ctx, path))}, nil
	case info.IsDir():
		return Glance{}, fmt.Errorf("%s is a folder: add it with lede add", name)
	}
	if info.Mode().IsRegular() {
		if b, err := h.several(ctx, path, info.Size()); b != nil || err != nil {
			return Glance{Bundle: b}, err
		}
	}
	if info.Size() > MaxSize {
		return Glance{}, tooLarge(fmt.Sprintf("%s: %d MB is", name, info.Size()>>20))
	}
	h.ctx = ctx
	if info.Mode().IsRegular() {
		h.folder = filepath.Dir(path)
	}
	if info.Mode().IsRegular() && info.Size() >= bulk {
		data, err := readBulk(path, info.Size())
		if err != nil {
			return Glance{}, err
		}
		return h.Read(path, data)
	}
	data, err := readAll(ctx, name, info.Size(), func() (io.ReadCloser, error) { return os.Open(path) })
	if err != nil {
		return Glance{}, err
	}
	if !info.Mode().IsRegular() {
		return h.Read("", data)
	}
	return h.Read(path, data)
}

// Stream reads an article or several from r, such as the standard input, to
// show them.
func Stream(ctx context.Context, r io.Reader) (Glance, error) { return Hint{}.Stream(ctx, r) }

// Stream is [Stream] with what is known of the stream.
func (h Hint) Stream(ctx context.Context, r io.Reader) (Glance, error) {
	data, err := readAll(ctx, "input", 0, func() (io.ReadCloser, error) { return io.NopCloser(r), nil })
	if err != nil {
		return Glance{}, err
	}
	h.ctx = ctx
	return h.Read("", data)
}

// readAll reads what open opens up to the limit of one article, and a byte more
// to know that there is more; size is how long it says that it is. Both opening and reading a pipe may wait without
// end: when ctx ends first, they are left to themselves.
func readAll(ctx context.Context, name string, size int64, open func() (io.ReadCloser, error)) (string, error) {
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
		return "", tooLarge(name + " is")
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
