package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// The memory that SQLite may use for pages, in KiB per connection. A page of
// the list touches some 50 pages of 4 KiB whatever the size of the library.
const (
	readers    = 3
	readCache  = 2 << 10
	writeCache = 8 << 10
)

// patience is how long a lock of another program is waited for: longer than any
// program needs for one transaction, if that is to bring a large library up to date.
// A lock is asked for anew after some milliseconds, a few dozen of them by SQLite:
// it would make longer and longer pauses, and miss those of a program that writes
// one batch after another.
const (
	patience   = time.Minute
	askingLock = 50 * time.Millisecond
)

// copyAddress is that of a file that is thrown away when writing it fails.
func copyAddress(path string) string { return address(path, pragma("journal_mode(OFF)")) }

// pool opens at most n connections when they are needed.
func (s *Store) pool(n int, options ...string) *sql.DB {
	db, err := sql.Open("sqlite", address(s.path, options...))
	if err != nil {
		// sql.Open fails only for a driver that is not registered.
		panic(err)
	}
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	return db
}

// address is that of a file for SQLite. The options follow the driver's rules for
// file: addresses.
func address(path string, options ...string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a Windows drive: file:///C:/…
	}
	u := url.URL{Scheme: "file", Path: path, RawQuery: strings.Join(options, "&")}
	return u.String()
}

func pragma(s string) string { return "_pragma=" + s }

func busyTimeout(d time.Duration) string {
	return pragma(fmt.Sprintf("busy_timeout(%d)", d.Milliseconds()))
}

func cache(kib int) string { return pragma(fmt.Sprintf("cache_size(-%d)", kib)) }

// patiently tries again for as long as another program holds the library.
// SQLite's own patience does not cover the moment at which a library gets its
// log or loses it: of two connections that both want that, one is refused at
// once (https://www.sqlite.org/c3ref/busy_handler.html).
func (s *Store) patiently(ctx context.Context, try func() error) error {
	const pause = 5 * time.Millisecond
	for deadline := time.Now().Add(s.patience); ; {
		err := try()
		if code(err) != codeBusy || time.Now().After(deadline) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
	}
}

// change runs f in a transaction of its own, which holds the library's only
// write lock from its start: another program that has it is waited for.
func (s *Store) change(ctx context.Context, f func(*sql.Tx) error) error {
	if err := s.present(); err != nil {
		return err
	}
	var tx *sql.Tx
	err := s.patiently(ctx, func() (err error) {
		tx, err = s.write.BeginTx(ctx, nil)
		return err
	})
	if err != nil {
		return err
	}
	err = s.knows(ctx, tx)
	if err == nil {
		err = f(tx)
	}
	if err != nil {
		return cmp.Or(err, tx.Rollback()) // what went wrong first is what to tell
	}
	return tx.Commit()
}

// knows fails with [ErrNewer] when a newer program has brought the library up to date
// while this one had it open: it would write it as it was, and leave out what is kept
// beside since. It may read on.
func (s *Store) knows(ctx context.Context, tx *sql.Tx) error {
	var version int
	err := tx.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version)
	if err == nil && version > s.latest {
		return s.fail(ErrNewer, nil)
	}
	return err
}
