package importer

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"lede/articles"
)

// File reads the article at path. A folder is refused: see [Walk]. What is no
// regular file, such as a named pipe, is read as a stream.
func File(ctx context.Context, path string) (*articles.Article, error) {
	name := shown(path)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s does not exist", name)
	case err != nil:
		return nil, fmt.Errorf("open %s: %w", name, cause(err))
	case info.IsDir():
		return nil, fmt.Errorf("%s is a folder: add it with lede add", name)
	case info.Size() > MaxSize:
		return nil, tooLarge(fmt.Sprintf("%s: %d MB is", name, info.Size()>>20))
	}
	data, err := readAll(ctx, name, func() (io.ReadCloser, error) { return os.Open(path) })
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return Read("", data)
	}
	return Read(path, data)
}

// Stream reads an article from r, such as the standard input.
func Stream(ctx context.Context, r io.Reader) (*articles.Article, error) {
	data, err := readAll(ctx, "input", func() (io.ReadCloser, error) { return io.NopCloser(r), nil })
	if err != nil {
		return nil, err
	}
	return Read("", data)
}

// readAll reads what open opens up to the limit of one article, and a byte more
// to know that there is more. Both opening and reading a pipe may wait without
// end: when ctx ends first, they are left to themselves.
func readAll(ctx context.Context, name string, open func() (io.ReadCloser, error)) ([]byte, error) {
	var data []byte
	var err error
	read := make(chan struct{})
	go func() {
		defer close(read)
		r, failed := open()
		if failed != nil {
			err = fmt.Errorf("open %s: %w", name, cause(failed))
			return
		}
		defer r.Close() //nolint:errcheck // only read
		data, failed = io.ReadAll(io.LimitReader(contextReader{ctx, r}, MaxSize+1))
		if failed != nil {
			err = fmt.Errorf("read %s: %w", name, cause(failed))
		}
	}()
	select {
	case <-read:
	case <-ctx.Done():
		return nil, fmt.Errorf("read %s: %w", name, ctx.Err())
	}
	switch {
	case err != nil:
		return nil, err
	case len(data) > MaxSize:
		return nil, tooLarge(name + " is")
	}
	return data, nil
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

// cause takes the operation and the path off an error of the file system: the
// message has them already.
func cause(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	return err
}
