package disk

import (
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"sync"
)

// A Vault finds the files of a folder of notes by their names alone, wherever they
// lie in it: notes embed one another so.
type Vault struct {
	once  sync.Once
	files map[string]string // slash paths, by names in small letters
}

// mostFound is how many files of a vault are known by their names.
const mostFound = 50_000

// Find is the file of a name below the root of a vault, which is looked through
// once. A note may be named without its ending.
func (v *Vault) Find(root, name string) (file string, ok bool) {
	v.once.Do(func() {
		v.files = make(map[string]string)
		_ = filepath.WalkDir(filepath.FromSlash(root), func(at string, e fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return fs.SkipDir // what can be read is known
			case strings.HasPrefix(e.Name(), ".") && e.IsDir() && at != filepath.FromSlash(root):
				return fs.SkipDir
			case len(v.files) >= mostFound:
				return errors.New("enough")
			case e.Type().IsRegular():
				v.add(filepath.ToSlash(at))
			}
			return nil
		})
	})
	file, ok = v.files[strings.ToLower(name)]
	return file, ok
}

// add notes a file; of two with a name the one that is less deep counts.
func (v *Vault) add(file string) {
	name := strings.ToLower(path.Base(file))
	for _, name := range []string{name, strings.TrimSuffix(name, ".md")} {
		if known, ok := v.files[name]; !ok || strings.Count(known, "/") > strings.Count(file, "/") {
			v.files[name] = file
		}
	}
}

// Vault is the vault with a root; without files that are remembered, a new one.
func (d *Files) Vault(root string) *Vault {
	if d == nil {
		return &Vault{}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.vaults[root] == nil {
		d.vaults[root] = &Vault{}
	}
	return d.vaults[root]
}
