package intake

import (
	"context"
	"path/filepath"

	"lede/articles"
)

// RealPath is the absolute slash path of a file or folder, links followed as far
// as it is there.
func RealPath(name string) string {
	abs, err := filepath.Abs(name)
	if err != nil {
		return filepath.ToSlash(name)
	}
	rest := ""
	for at := abs; ; at = filepath.Dir(at) {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.ToSlash(filepath.Join(real, rest))
		}
		if at == filepath.Dir(at) {
			return filepath.ToSlash(abs)
		}
		rest = filepath.Join(filepath.Base(at), rest)
	}
}

// remember has the folders among paths that were added read again from now on.
func (in *Intake) remember(ctx context.Context, c *articles.Change, paths []string) error {
	for _, name := range paths {
		if name != "-" && IsFolder(name) {
			if err := in.lib.AddFolderWithin(ctx, c, RealPath(name)); err != nil {
				return err
			}
		}
	}
	return nil
}
