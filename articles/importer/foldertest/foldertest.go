// Package foldertest makes folders of files for the tests of what reads them.
package foldertest

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

// New is a new folder with these files, by their slash paths. It is gone when the
// test ends.
func New(t testing.TB, files map[string]string) string {
	t.Helper()
	all := make(fstest.MapFS)
	for name, text := range files {
		all[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o600}
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, all); err != nil {
		t.Fatal(err)
	}
	return dir
}

// Abs is an absolute path on every system.
func Abs(t testing.TB, path string) string {
	t.Helper()
	abs, err := filepath.Abs(filepath.FromSlash(path))
	if err != nil {
		t.Fatal(err)
	}
	return abs
}
