package epub

import (
	"archive/zip"
	"errors"
	"io"
	"net/url"
	"path"
	"strings"
	"sync/atomic"

	"lede/articles/importer/unzip"
)

// archive is the ZIP of a book. Nothing of it is ever written to a disk, so
// that a name that leads out of it leads nowhere.
type archive struct {
	files map[string]*zip.File // by name
	fold  map[string]*zip.File // by name in lower case: shops and tools differ in it
	left  atomic.Int64         // bytes that may still be unpacked
}

// open reads the directory of an archive, of whose files so many bytes may be
// unpacked.
func open(r io.ReaderAt, size, most int64) (*archive, error) {
	z, err := unzip.Open(r, size)
	if err != nil {
		return nil, err
	}
	a := &archive{files: make(map[string]*zip.File, len(z.File)), fold: make(map[string]*zip.File, len(z.File))}
	a.left.Store(most)
	for _, f := range z.File {
		name := clean(f.Name)
		if a.files[name] == nil {
			a.files[name] = f
		}
		if low := strings.ToLower(name); a.fold[low] == nil {
			a.fold[low] = f
		}
	}
	return a, nil
}

// clean is a name in an archive without what leads nowhere.
func clean(name string) string {
	return strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, "\\", "/")), "/")
}

// find is the file of a name, which may be spelled in another case, or nil.
func (a *archive) find(name string) *zip.File {
	if f := a.files[name]; f != nil {
		return f
	}
	return a.fold[strings.ToLower(name)]
}

// errTooLarge says that a part of a book is longer than it may be.
var errTooLarge = errors.New("it is over the limit")

// read unpacks a file of at most so many bytes.
func (a *archive) read(name string, most int64) (string, error) {
	f := a.find(name)
	if f == nil {
		return "", errors.New("it is not in the archive")
	}
	if a.left.Load() <= 0 {
		return "", errTooLarge
	}
	r, err := f.Open()
	if err != nil {
		return "", err
	}
	defer r.Close() //nolint:errcheck // only read
	most = min(most, a.left.Load())
	var text strings.Builder
	n, err := io.Copy(&text, io.LimitReader(r, most+1))
	a.left.Add(-n)
	switch {
	case n > most:
		return "", errTooLarge
	case err != nil && n == 0:
		return "", err
	}
	return text.String(), nil // a damaged end leaves what stands before it
}

// resolve is the name that a reference in a file leads to; empty when it leads
// out of the book.
func resolve(from, ref string) string {
	ref, _, _ = strings.Cut(strings.TrimSpace(ref), "#")
	if scheme, _, ok := strings.Cut(ref, ":"); ok && !strings.ContainsAny(scheme, "/?") {
		return ""
	}
	if plain, err := url.PathUnescape(ref); err == nil {
		ref = plain
	}
	switch {
	case ref == "":
		return ""
	case strings.HasPrefix(ref, "/"):
		return clean(ref)
	}
	return clean(path.Join("/", path.Dir(from), strings.ReplaceAll(ref, "\\", "/")))
}
