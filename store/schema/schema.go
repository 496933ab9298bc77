// Package schema has the steps that make the tables of a library, and that bring those
// of an older lede up to date.
package schema

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
//go:embed *.sql
var files embed.FS

// ApplicationID marks an SQLite file as a library of ours: "lede" in ASCII.
const ApplicationID = 0x6c656465

// Steps are the names of the steps in their order.
func Steps() ([]string, error) { return fs.Glob(files, "*.sql") }

// SQL is what a step does.
func SQL(step string) (string, error) {
	text, err := files.ReadFile(step)
	return string(text), err
}

// Identity is what the header of a library says about it.
type Identity struct {
	Application int
	Version     int
	Tables      int // 0 for a file that is still empty
}

type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// Identify reads the header of a library.
func Identify(ctx context.Context, db querier) (Identity, error) {
	var id Identity
	err := db.QueryRowContext(ctx, `SELECT
		(SELECT application_id FROM pragma_application_id),
		(SELECT user_version FROM pragma_user_version),
		(SELECT count(*) FROM sqlite_schema)`).Scan(&id.Application, &id.Version, &id.Tables)
	return id, err
}

// Upgrade takes a library through the steps from a version on, and marks it as one.
func Upgrade(ctx context.Context, tx *sql.Tx, version int) error {
	steps, err := Steps()
	if err != nil {
		return err
	}
	for _, step := range steps[version:] {
		text, err := SQL(step)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, text); err != nil {
			return fmt.Errorf("schema/%s: %w", step, err)
		}
		if err := inGo(ctx, tx, step); err != nil {
			return fmt.Errorf("schema/%s: %w", step, err)
		}
	}
	_, err = tx.ExecContext(ctx, fmt.Sprintf(
		"PRAGMA application_id = %d; PRAGMA user_version = %d", ApplicationID, len(steps)))
	return err
}

// inGo does what a step needs that SQL cannot do.
func inGo(ctx context.Context, tx *sql.Tx, step string) error {
	if step == "0012_same_page.sql" {
		return Respell(ctx, tx)
	}
	return nil
}
