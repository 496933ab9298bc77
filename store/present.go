package store

import (
	"errors"
	"io/fs"
	"os"
)

// present fails with [ErrGone] when the library's file is not the one that was
// opened. The system keeps a file that was removed for whoever has it open, so
// SQLite would go on as if nothing had happened, and all that it wrote would
// vanish at the end; where it needs another connection, that would be to the
// file that took the old one's place. Every method asks before it begins: it
// costs a look at the file's inode, about a microsecond.
func (s *Store) present() error {
	if s.file == nil {
		return nil // it is just being opened
	}
	info, err := os.Stat(s.path) //nolint:gosec // the library is where the user says
	if errors.Is(err, fs.ErrNotExist) || err == nil && !os.SameFile(info, s.file) {
		return s.fail(ErrGone, err)
	}
	return nil // whatever else is wrong with the file, SQLite says it
}
