package export

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"lede/articles"
	"lede/articles/importer/disk"
	"lede/articles/importer/folder"
	"lede/articles/importer/record"
)

// imageFolder is the folder of the images that are kept with articles.
const imageFolder = "images"

// writeBeside writes what an article was made of and its images, and notes
// where they stand.
func (x *Exporter) writeBeside(r *record.Record) (err error) {
	if o := r.Article.Original; o != nil {
		name := slugFor(r.Article)
		if base := path.Base(o.Name); path.Ext(base) != base {
			name = cmp.Or(articles.Slug(strings.TrimSuffix(base, path.Ext(base))), name)
		}
		if err := x.markOriginals(); err != nil {
			return err
		}
		if r.Original, err = x.writeOnce(folder.Originals, name, extensionOf(o), []byte(o.Data)); err != nil {
			return err
		}
	}
	for _, image := range r.Article.Images {
		file, err := x.writeOnce(imageFolder, slugFor(r.Article), imageExtension(image.Data), image.Data)
		if err != nil {
			return err
		}
		r.Images = append(r.Images, file)
	}
	return nil
}

// writeOnce writes data into a folder in the one of the export, and returns its
// path there, with slashes. The name holds a sum of the bytes, so that what
// several articles have stands there once.
func (x *Exporter) writeOnce(folder, name, extension string, data []byte) (string, error) {
	const digits = 8
	sum := sha256.Sum256(data)
	name += "-" + hex.EncodeToString(sum[:digits]) + extension
	file := filepath.Join(x.dir, folder, name)
	before, err := os.ReadFile(file)
	switch {
	case err == nil && bytes.Equal(before, data):
		return folder + "/" + name, nil
	case err == nil:
		return "", &ArticleError{foreignError(file)}
	case !errors.Is(err, fs.ErrNotExist):
		return "", &ArticleError{fmt.Errorf("read %s: %w", file, disk.Cause(err))}
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return "", fmt.Errorf("write %s: %w", file, disk.Cause(err))
	}
	return folder + "/" + name, x.replace(file, data)
}

// markOriginals makes the folder of the originals.
func (x *Exporter) markOriginals() error {
	dir := filepath.Join(x.dir, folder.Originals)
	mark := filepath.Join(dir, folder.OriginalsMark)
	if _, err := os.Lstat(mark); err == nil {
		return nil
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("export to %s: %w", dir, disk.Cause(err))
	}
	return x.replace(mark, []byte("What the articles of the folder above were made of. lede add reads it with them.\n"))
}

// extensionOf is the extension for the file of an original: its own, or what it
// looks like.
func extensionOf(o *articles.Original) string {
	const most = 8
	ext := strings.TrimPrefix(path.Ext(o.Name), ".")
	plain := strings.Trim(strings.ToLower(ext), "abcdefghijklmnopqrstuvwxyz0123456789") == ""
	switch {
	case ext != "" && len(ext) <= most && plain && !strings.ContainsRune(o.Name, ':'):
		return "." + strings.ToLower(ext)
	case strings.HasPrefix(strings.TrimSpace(o.Data[:min(len(o.Data), 200)]), "<"):
		return ".html"
	}
	return ".txt"
}

// imageExtension is the extension for the file of an image.
func imageExtension(data []byte) string {
	for start, extension := range map[string]string{"\x89PNG": ".png", "\xff\xd8": ".jpeg", "GIF8": ".gif", "RIFF": ".webp"} {
		if bytes.HasPrefix(data, []byte(start)) {
			return extension
		}
	}
	return ".image"
}
