package importer

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"lede/articles/importer/disk"
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
		return Glance{}, fmt.Errorf("open %s: %w", name, disk.Cause(err))
	case info.IsDir() && saved.IsFolder(os.DirFS(path)):
		return Glance{Bundle: exportOf(source{name: path, hint: h}, saved.ReadAll(ctx, os.DirFS(path)))}, nil
	case info.IsDir() && mail.IsMaildir(path):
		return Glance{Bundle: boxOf(source{name: path, hint: h}, mail.Maildir(ctx, path))}, nil
	case info.IsDir():
		return Glance{}, fmt.Errorf("%s is a folder: add it with lede add", name)
	}
	if info.Mode().IsRegular() {
		if b, err := h.several(ctx, path, info.Size()); b != nil || err != nil {
			b.age(disk.Written(info))
			return Glance{Bundle: b}, err
		}
	}
	if info.Size() > disk.MaxSize {
		return Glance{}, disk.TooLarge(fmt.Sprintf("%s: %d MB is", name, info.Size()>>20))
	}
	h.ctx = ctx
	if info.Mode().IsRegular() {
		h.folder, h.written = filepath.Dir(path), disk.Written(info)
	}
	if info.Mode().IsRegular() && info.Size() >= disk.Bulk {
		data, err := disk.Read(path, info.Size())
		if err != nil {
			return Glance{}, err
		}
		return h.Read(path, data)
	}
	data, err := disk.ReadAll(ctx, name, info.Size(), func() (io.ReadCloser, error) { return os.Open(path) })
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
	data, err := disk.ReadAll(ctx, "input", 0, func() (io.ReadCloser, error) { return io.NopCloser(r), nil })
	if err != nil {
		return Glance{}, err
	}
	h.ctx = ctx
	return h.Read("", data)
}
