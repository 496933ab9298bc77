package disk

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"

	"lede/articles/importer/dialect"
)

// Files tell which files there are. With dirs it remembers the folders that it
// was asked about, for a walk through many files with many links between them;
// without, it looks at single files.
type Files struct {
	mu    sync.Mutex
	dirs  map[string]map[string]fs.FileMode // entries by folder, with their types
	names int                               // in dirs; of a large folder there are none
	roots map[string]Root
	// vaults are those that were looked through, by their roots.
	vaults map[string]*Vault
}

// Root is the root of the site, vault or repository that a folder is in, and the
// programs that its texts are written for.
type Root struct {
	Path     string
	Programs dialect.Programs
}

// mostNames is how many entries are remembered, some 10 MB, and large how many
// a folder has of which none are.
const (
	mostNames = 100_000
	large     = mostNames / 4
)

// NewFiles are files that are remembered.
func NewFiles() *Files {
	d := &Files{vaults: make(map[string]*Vault)}
	d.forget()
	return d
}

func (d *Files) forget() {
	d.dirs, d.roots, d.names = make(map[string]map[string]fs.FileMode), make(map[string]Root), 0
}

// mode is the type of the file at a slash path, links not followed.
func (d *Files) mode(name string) (mode fs.FileMode, ok bool) {
	if d == nil {
		return lookAtFile(name)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	dir, base := path.Split(name)
	entries, known := d.dirs[dir]
	if !known {
		entries = entriesOf(dir, large)
		d.makeRoom(len(entries) + 1)
		d.dirs[dir] = entries
	}
	if entries == nil {
		return lookAtFile(name)
	}
	mode, ok = entries[base]
	return mode, ok
}

// makeRoom sees to it that so many names can be remembered.
func (d *Files) makeRoom(n int) {
	if d.names += n; d.names > mostNames {
		d.forget()
		d.names = n
	}
}

func lookAtFile(name string) (mode fs.FileMode, ok bool) {
	info, err := os.Lstat(filepath.FromSlash(name))
	if err != nil {
		return 0, false
	}
	return info.Mode().Type(), true
}

// entriesOf are the entries of a folder with their types; nil when there are more
// than most, and none of what cannot be read.
func entriesOf(dir string, most int) map[string]fs.FileMode {
	entries := make(map[string]fs.FileMode)
	f, err := os.Open(filepath.FromSlash(dir))
	if err != nil {
		return entries
	}
	defer f.Close()                //nolint:errcheck // only read
	list, _ := f.ReadDir(most + 1) // what could be read is told
	if len(list) > most {
		return nil
	}
	for _, e := range list {
		entries[e.Name()] = e.Type()
	}
	return entries
}

// File is the path of the regular file at a slash path, as an origin has it:
// links are followed.
func (d *Files) File(name string) (real string, ok bool) {
	mode, ok := d.mode(name)
	switch {
	case !ok, mode.IsRegular():
		return name, ok
	case mode&fs.ModeSymlink == 0:
		return "", false
	}
	native, err := filepath.EvalSymlinks(filepath.FromSlash(name))
	if err != nil {
		return "", false
	}
	info, err := os.Stat(native)
	return filepath.ToSlash(native), err == nil && info.Mode().IsRegular()
}

// highest is how many folders above a file are looked at for the root of its
// site or vault.
const highest = 8

// RootOf is the nearest folder at or above dir that is a root; it is empty when
// there is none near.
func (d *Files) RootOf(dir string) Root {
	if d != nil {
		d.mu.Lock()
		known, ok := d.roots[dir]
		d.mu.Unlock()
		if ok {
			return known
		}
	}
	found := lookForRoot(dir)
	if d != nil {
		d.mu.Lock()
		d.makeRoom(1)
		d.roots[dir] = found
		d.mu.Unlock()
	}
	return found
}

func lookForRoot(dir string) Root {
	for range highest {
		has := func(name string) bool {
			_, ok := lookAtFile(path.Join(dir, name))
			return ok
		}
		programs := dialect.OfFolder(has)
		if programs != 0 || has(".git") {
			return Root{dir, programs}
		}
		above := path.Dir(dir)
		if above == dir {
			break
		}
		dir = above
	}
	return Root{}
}
