package saved

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"path"
	"strings"

	"lede/articles"
)

// Has reports whether a folder, or an archive, holds an export: files that
// [Read] knows, right in it or one folder below.
func Has(fsys fs.FS) bool {
	for range files(fsys) {
		return true
	}
	return false
}

// IsFolder reports whether a folder of the disk is an export as a whole, the
// files of which belong together: Omnivore's.
func IsFolder(fsys fs.FS) bool {
	all, err := fs.Glob(fsys, "metadata_*.json")
	if err != nil || len(all) == 0 {
		return false
	}
	_, err = fs.Stat(fsys, "content")
	return err == nil
}

// mostFiles is how many files are looked at for exports.
const mostFiles = 1000

// files are the files of a folder that [Read] knows, with their formats.
func files(fsys fs.FS) iter.Seq2[string, Format] {
	return func(yield func(string, Format) bool) {
		looked := 0
		_ = fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error { // what cannot be read is none
			if err != nil {
				return nil //nolint:nilerr // it is none
			}
			if entry.IsDir() {
				if strings.Count(name, "/") > 0 || path.Base(name) == "content" || path.Base(name) == "highlights" {
					return fs.SkipDir
				}
				return nil
			}
			switch strings.ToLower(path.Ext(name)) {
			case ".csv", ".json", ".html", ".htm":
			default:
				return nil
			}
			if looked++; looked > mostFiles {
				return fs.SkipAll
			}
			if f := Sniff(head(fsys, name)); f != None && !yield(name, f) {
				return fs.SkipAll
			}
			return nil
		})
	}
}

func head(fsys fs.FS, name string) string {
	f, err := fsys.Open(name)
	if err != nil {
		return ""
	}
	defer f.Close() //nolint:errcheck // only read
	start := make([]byte, Head)
	n, _ := io.ReadFull(f, start) // a file may be shorter
	return string(start[:n])
}

// ReadAll reads all the exports of a folder or an archive, as they come.
func ReadAll(ctx context.Context, fsys fs.FS) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for name, format := range files(fsys) {
			f, err := fsys.Open(name)
			if err != nil {
				continue
			}
			t := &teller{ctx: ctx, yield: func(i Item) bool {
				if i.Err != nil {
					i.Err = fmt.Errorf("%s: %w", articles.CleanLine(name), i.Err)
				}
				return yield(i)
			}}
			err = t.read(format, f, fromFiles(fsys, path.Dir(name)))
			_ = f.Close() // only read
			if t.end(err); t.stopped {
				return
			}
		}
	}
}

// mostFile is the most that the text of one page may have, in bytes.
const mostFile = 20 << 20

func readFile(fsys fs.FS, name string) (string, bool) {
	f, err := fsys.Open(name)
	if err != nil {
		return "", false
	}
	defer f.Close() //nolint:errcheck // only read
	data, err := io.ReadAll(io.LimitReader(f, mostFile+1))
	return string(data), err == nil && len(data) <= mostFile
}
