package folder

import (
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"lede/articles/importer/disk"
	"lede/articles/importer/filename"
	"lede/articles/importer/mail"
	"lede/articles/importer/saved"
)

// A File is one that may be an article, or why a folder cannot be read: a line that
// names its path.
type File struct {
	Path  string
	Found bool // in a folder, not named
	Err   error
}

// Files are the files at paths, unread: those that are named, and of folders those
// in them and below that may be articles. A folder that is an export of another
// service or a box of messages is one. Passed is called with the name of each file in
// a folder that somebody may look for among the articles; it may be nil.
func Files(paths []string, passed func(name string)) iter.Seq[File] {
	return func(yield func(File) bool) {
		for _, path := range paths {
			// A folder that is named through a link is meant to be read.
			root, err := filepath.EvalSymlinks(path)
			if info, statErr := os.Stat(path); err != nil || statErr != nil || !info.IsDir() {
				if !yield(File{Path: path}) {
					return
				}
				continue
			}
			if saved.IsFolder(os.DirFS(root)) || mail.IsMaildir(root) {
				if !yield(File{Path: root}) {
					return
				}
				continue
			}
			if !findIn(root, yield, passed) {
				return
			}
		}
	}
}

// findIn yields the files under a folder that may be articles; false when it
// was stopped.
func findIn(root string, yield func(File) bool, passed func(name string)) bool {
	goOn := true
	var open []*folder // the folder that is walked, and those above it
	//nolint:errcheck // what goes wrong is yielded; WalkDir itself returns SkipAll alone
	filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		var in *folder
		for len(open) > 0 && open[len(open)-1].path != filepath.Dir(path) {
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			in = open[len(open)-1]
		}
		switch {
		case err != nil:
			goOn = yield(File{Path: path, Err: fmt.Errorf("open %s: %w", filename.Shown(path), disk.Cause(err))})
			if goOn && entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
		case entry.IsDir():
			if in != nil && !in.enters(entry.Name()) || path != root && hasOriginals(path) {
				return fs.SkipDir
			}
			if path != root && mail.IsMaildir(path) {
				if goOn = yield(File{Path: path, Found: true}); goOn {
					return fs.SkipDir
				}
				return fs.SkipAll
			}
			open = append(open, lookAt(path, in))
		case in != nil && in.takes(entry.Name()) && isFile(path, entry):
			goOn = yield(File{Path: path, Found: true})
		case in != nil && passed != nil && in.misses(entry.Name()):
			passed(entry.Name())
		}
		if !goOn {
			return fs.SkipAll
		}
		return nil
	})
	return goOn
}

// Originals is the folder of an export that holds the originals of its
// records, and OriginalsMark the file in it that says so: they are read with the
// records and are no articles of their own.
const (
	Originals     = "originals"
	OriginalsMark = ".lede"
)

func hasOriginals(folder string) bool {
	if filepath.Base(folder) != Originals {
		return false
	}
	_, err := os.Lstat(filepath.Join(folder, OriginalsMark))
	return err == nil
}
