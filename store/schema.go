package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
)

// The schema is a row of steps, one file each, that are only ever added to.
// The number of steps that a library has been through is its user_version.
//
//go:embed schema/*.sql
var schemaFiles embed.FS

// applicationID marks an SQLite file as a library of ours: "lede" in ASCII.
const applicationID = 0x6c656465

// steps returns the schema's files in their order.
func steps() ([]string, error) {
	return fs.Glob(schemaFiles, "schema/*.sql")
}

// identity is what the header of a library says about it.
type identity struct {
	application int
	version     int
	tables      int // 0 for a file that is still empty
}

type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func identify(ctx context.Context, db querier) (identity, error) {
	var id identity
	err := db.QueryRowContext(ctx, `SELECT
		(SELECT application_id FROM pragma_application_id),
		(SELECT user_version FROM pragma_user_version),
		(SELECT count(*) FROM sqlite_schema)`).Scan(&id.application, &id.version, &id.tables)
	return id, err
}

// check refuses a file that is not a library that this program can use, and
// says whether schema steps are left to do.
func (s *Store) check(id identity, latest int) (stale bool, err error) {
	switch {
	case id.tables == 0 && id.application == 0:
		return true, nil
	case id.application != applicationID:
		return false, s.fail(ErrNotLibrary, nil)
	case id.version > latest:
		return false, s.fail(ErrNewer, nil)
	}
	return id.version < latest, nil
}

// upgrade takes the library through the steps that it has not been through, in
// one transaction. Of two programs that start at once, the second finds
// nothing left to do.
func (s *Store) upgrade(ctx context.Context) error {
	files, err := steps()
	if err != nil {
		return err
	}
	return s.change(ctx, func(tx *sql.Tx) error {
		id, err := identify(ctx, tx)
		if err != nil {
			return err
		}
		stale, err := s.check(id, len(files))
		if err != nil || !stale {
			return err
		}
		for _, file := range files[id.version:] {
			text, err := schemaFiles.ReadFile(file)
			if err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, string(text)); err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
			if err := inGo(ctx, tx, file); err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
		}
		_, err = tx.ExecContext(ctx, fmt.Sprintf(
			"PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(files)))
		return err
	})
}

// inGo does what a step needs that SQL cannot do.
func inGo(ctx context.Context, tx *sql.Tx, file string) error {
	if file == "schema/0012_same_page.sql" {
		return respell(ctx, tx)
	}
	return nil
}
