// Package unzip opens ZIP archives from outside.
package unzip

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
)

// mostDirectory is the most that the directory of an archive may have, in
// bytes: each file takes some 100, and ten times as much in memory.
const mostDirectory = 16 << 20

// errDirectory says that an archive has more files than one looks through.
var errDirectory = errors.New("it has far too many files in it")

// Open reads the directory of an archive of so many bytes. Names in it may lead
// anywhere: nothing must be written under them.
func Open(r io.ReaderAt, size int64) (*zip.Reader, error) {
	gate := &gate{r: r, left: mostDirectory}
	z, err := zip.NewReader(gate, size)
	switch {
	case errors.Is(err, errDirectory):
		return nil, errDirectory
	case err != nil && !errors.Is(err, zip.ErrInsecurePath):
		return nil, fmt.Errorf("its ZIP archive is damaged: %w: download it again", err)
	}
	gate.open = true
	return z, nil
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
