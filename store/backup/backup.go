// Package backup copies a library before its tables are changed.
package backup

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"modernc.org/sqlite"
)

// Path is that of the copy of a library as it was at a version of its tables.
func Path(library string, version int) string { return library + ".v" + strconv.Itoa(version) }

// All are the copies that stand beside a library.
func All(library string) []string {
	dir, name := filepath.Split(library)
	entries, err := os.ReadDir(cmp.Or(dir, "."))
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		version, ok := strings.CutPrefix(e.Name(), name+".v")
		if n, err := strconv.Atoi(version); ok && err == nil && version == strconv.Itoa(n) && e.Type().IsRegular() {
			out = append(out, dir+e.Name())
		}
	}
	return out
}

// Make writes what a library holds to a file beside it, see [Path], and removes the
// copies of other versions: one is kept. SQLite itself reads the library, so that the
// log is in. What is written meanwhile is not: whoever calls holds the lock for that.
// A copy that is not finished leaves nothing behind. The address is that of a file for
// SQLite.
func Make(ctx context.Context, db *sql.DB, library string, version int, address func(path string) string) error {
	old := All(library)
	to := Path(library, version)
	part := to + ".part"
	err := blank(library, part)
	if err == nil {
		err = write(ctx, db, address(part))
	}
	if err == nil {
		err = os.Rename(part, to)
	}
	if err != nil {
		_ = os.Remove(part) // what went wrong first is what to tell
		return err
	}
	for _, path := range old {
		if path != to {
			_ = os.Remove(path) // it is one too many, no more
		}
	}
	return nil
}

// blank makes an empty file that only those may read who may read the library.
func blank(library, path string) error {
	info, err := os.Stat(library)
	if err != nil {
		return err
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err // of a program that was killed
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, info.Mode().Perm())
	if err != nil {
		return err
	}
	return f.Close()
}

// write copies all pages through a connection.
func write(ctx context.Context, db *sql.DB, to string) error {
	const pages = 2048 // of 4 KiB: some milliseconds
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	err = conn.Raw(func(driver any) error {
		from, ok := driver.(interface {
			NewBackup(to string) (*sqlite.Backup, error)
		})
		if !ok {
			return fmt.Errorf("%T makes no copies", driver)
		}
		b, err := from.NewBackup(to)
		if err != nil {
			return err
		}
		for more := true; more && err == nil; {
			if more, err = b.Step(pages); err == nil {
				err = ctx.Err()
			}
		}
		return cmp.Or(err, b.Finish())
	})
	return cmp.Or(err, conn.Close())
}
