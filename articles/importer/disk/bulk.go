package disk

import (
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"unsafe"

	"lede/articles/importer/filename"
)

// Bulk is how long a file is, in bytes, that is read in several parts at a
// time: half the cost of reading it is memory that is touched for the first
// time, and somebody waits.
const Bulk = 1 << 20

// Read reads a regular file of so many bytes in parts, or what is left of it when
// it became shorter. The file may have more than one article may.
func Read(path string, size int64) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("open %s: %w", filename.Shown(path), Cause(err))
	}
	defer f.Close() //nolint:errcheck // only read
	const parts = 4
	data := make([]byte, size)
	inLargePages(data)
	var wait sync.WaitGroup
	var got [parts]int
	var failed [parts]error
	for i := range parts {
		wait.Go(func() {
			from, to := size*int64(i)/parts, size*int64(i+1)/parts
			got[i], failed[i] = f.ReadAt(data[from:to], from)
		})
	}
	wait.Wait()
	for i, err := range failed {
		switch {
		case errors.Is(err, io.EOF):
			return text(data[:size*int64(i)/parts+int64(got[i])]), nil
		case err != nil:
			return "", fmt.Errorf("read %s: %w", filename.Shown(path), Cause(err))
		}
	}
	return text(data), nil
}

// text is data, which nobody writes to any more, without a copy of it.
func text(data []byte) string {
	return unsafe.String(unsafe.SliceData(data), len(data)) //nolint:gosec // as strings.Builder does
}
