package articles

import (
	"path"
	"strings"
)

// Folder is one of the disk that was added: what comes to it, and what is
// edited in it, is taken in when the library is refreshed.
type Folder struct {
	Key              int64  // the store's own number
	Path             string // absolute, with slashes and without links
	Articles, Unread int    // how many the library has of its files, and how many of them are unread
}

// Origins names feeds and folders that articles came from, by their keys.
type Origins struct{ Feeds, Folders []int64 }

// IsEmpty reports whether it names none.
func (o Origins) IsEmpty() bool { return len(o.Feeds)+len(o.Folders) == 0 }

// Label is what a folder is called: by its path.
func (f *Folder) Label() string { return CleanLine(f.Path) }

// Holds reports whether a file or a folder, by its absolute slash path, is the
// folder or stands in it.
func (f *Folder) Holds(name string) bool {
	return path.Clean(name) == f.Path || strings.HasPrefix(path.Clean(name), strings.TrimSuffix(f.Path, "/")+"/")
}

// FindFolder returns the folder of all that a path names: itself, or the part of
// it that stands at the path. Both are absolute, with slashes.
func FindFolder(all []Folder, name string) (Folder, bool) {
	for _, f := range all {
		if f.Holds(name) {
			f.Path = path.Clean(name)
			return f, true
		}
	}
	return Folder{}, false
}
