package epub

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"
	"sync/atomic"
)

// archive is the ZIP of a book. Nothing of it is ever written to a disk, so
// that a name that leads out of it leads nowhere.
type archive struct {
	files map[string]*zip.File // by name
	fold  map[string]*zip.File // by name in lower case: shops and tools differ in it
	left  atomic.Int64         // bytes that may still be unpacked
}

// mostDirectory is the most that the directory of an archive may have, in
// bytes: each file takes some 100, and ten times as much in memory.
const mostDirectory = 16 << 20

// errDirectory says that an archive has more files than any book.
var errDirectory = errors.New("it has far more files in it than any book")

// open reads the directory of an archive.
func open(r io.ReaderAt, size, most int64) (*archive, error) {
	gate := &gate{r: r, left: mostDirectory}
	z, err := zip.NewReader(gate, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		if errors.Is(err, errDirectory) {
			return nil, errDirectory
		}
		return nil, fmt.Errorf("its ZIP archive is damaged: %w: download it again", err)
	}
	gate.open = true
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

// gate bounds what is read until it is opened.
type gate struct {
	r    io.ReaderAt
	left int
	open bool
}

// ReadAt implements [io.ReaderAt].
func (g *gate) ReadAt(p []byte, at int64) (int, error) {
	if !g.open {
		if g.left -= len(p); g.left < 0 {
			return 0, errDirectory
		}
	}
	return g.r.ReadAt(p, at)
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
