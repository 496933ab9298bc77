package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"lede/store/fulltext"
	"lede/store/schema"
)

// Store is an open library. Its methods may be called from many goroutines,
// and several programs may have the same library open: each sees what the
// others have written.
type Store struct {
	path  string
	file  fs.FileInfo // of the file that was opened
	read  *sql.DB     // a few connections, which cannot write
	write *sql.DB     // one connection: SQLite has one writer at a time

	compiling sync.Mutex
	made      *sql.Stmt // see [Store.Made]; nil till it is asked
}

// The memory that SQLite may use for pages, in KiB per connection. A page of
// the list touches some 50 pages of 4 KiB whatever the size of the library.
const (
	readers    = 3
	readCache  = 2 << 10
	writeCache = 8 << 10
)

// patience is how long a lock of another program is waited for.
const patience = 5 * time.Second

// Open opens the library at path. When there is none it makes one, with the
// directories above it. A library that can be
// read but not written opens all the same; what would change it then fails
// with [ErrReadOnly].
//
// It fails with [ErrNotLibrary], [ErrNewer], [ErrDamaged] or [ErrLocked], or
// with the error of the file system.
func Open(ctx context.Context, path string) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open library %s: %w", path, err)
	}
	if err := fulltext.Register(); err != nil {
		return nil, fmt.Errorf("open library %s: %w", path, err)
	}
	s := &Store{path: path}
	missing, err := s.prepare()
	if err != nil {
		return nil, err
	}
	// A connection is made when it is needed, maybe long after: never to a new
	// file.
	mode := "mode=rw"
	if missing {
		mode = "mode=rwc"
	}
	s.write = s.pool(1, mode, "_txlock=immediate", busyTimeout, pragma("journal_mode(WAL)"),
		pragma("synchronous(NORMAL)"), cache(writeCache), pragma("journal_size_limit(16777216)"))
	s.read = s.pool(readers, "mode=rw", busyTimeout, cache(readCache), pragma("query_only(1)"))
	err = patiently(ctx, func() error {
		if missing {
			return s.wrap("make library", s.upgrade(ctx))
		}
		return s.attach(ctx)
	})
	if err == nil {
		s.file, err = os.Stat(s.path)
		err = s.wrap("open library", err)
	}
	if err != nil {
		return nil, cmp.Or(err, s.Close())
	}
	return s, nil
}

// prepare sees to it that a library can stand at the path, and says whether
// it is still to be made.
func (s *Store) prepare() (missing bool, err error) {
	info, err := os.Stat(s.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
			return false, fmt.Errorf("make a directory for library %s: %w: choose another place with $LEDE_LIBRARY or --library", s.path, err)
		}
		return true, nil
	case err != nil:
		return false, fmt.Errorf("open library %s: %w", s.path, err)
	case info.IsDir():
		return false, fmt.Errorf("open library %s: it is a directory: name a file in it", s.path)
	}
	// A library has at least a page. SQLite takes a file of one byte for an
	// empty one and would write over it. The file is not opened to look: to
	// close it would drop the locks that this process holds on it (see
	// https://www.sqlite.org/howtocorrupt.html, section 2.2).
	if 0 < info.Size() && info.Size() < 512 {
		return false, s.fail(ErrNotLibrary, nil)
	}
	return info.Size() == 0, nil
}

// patiently tries again for as long as another program holds the library.
// SQLite's own patience does not cover the moment at which a library gets its
// log or loses it: of two connections that both want that, one is refused at
// once (https://www.sqlite.org/c3ref/busy_handler.html).
func patiently(ctx context.Context, open func() error) error {
	const pause = 10 * time.Millisecond
	for deadline := time.Now().Add(patience); ; {
		err := open()
		if !errors.Is(err, ErrLocked) || time.Now().After(deadline) {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(pause):
		}
	}
}

// attach opens a library that is there. As long as its schema is current this
// needs no connection that writes.
func (s *Store) attach(ctx context.Context) error {
	steps, err := schema.Steps()
	if err != nil {
		return err
	}
	id, err := schema.Identify(ctx, s.read)
	switch code(err) {
	case codeCannotOpen, codeReadOnly, codeFull:
		id, err = s.attachReadOnly(ctx)
	}
	if err != nil {
		return s.wrap("open library", err)
	}
	stale, err := s.check(id, len(steps))
	if err == nil && stale {
		err = s.upgrade(ctx)
	}
	return s.wrap("open library", err)
}

// attachReadOnly reads a library in a directory in which nothing can be
// created. The log's index cannot be shared there, so the file is taken as it
// is; only when no log stands beside it is that the whole library.
func (s *Store) attachReadOnly(ctx context.Context) (schema.Identity, error) {
	if err := s.read.Close(); err != nil {
		return schema.Identity{}, err
	}
	mode := "mode=ro"
	if info, err := os.Stat(s.path + "-wal"); err != nil || info.Size() == 0 {
		mode = "immutable=1"
	}
	s.read = s.pool(readers, mode, cache(readCache))
	return schema.Identify(ctx, s.read)
}

// check refuses a file that is not a library that this program can use, and
// says whether schema steps are left to do.
func (s *Store) check(id schema.Identity, latest int) (stale bool, err error) {
	switch {
	case id.Tables == 0 && id.Application == 0:
		return true, nil
	case id.Application != schema.ApplicationID:
		return false, s.fail(ErrNotLibrary, nil)
	case id.Version > latest:
		return false, s.fail(ErrNewer, nil)
	}
	return id.Version < latest, nil
}

// upgrade takes the library through the steps that it has not been through, in
// one transaction. Of two programs that start at once, the second finds
// nothing left to do.
func (s *Store) upgrade(ctx context.Context) error {
	steps, err := schema.Steps()
	if err != nil {
		return err
	}
	return s.change(ctx, func(tx *sql.Tx) error {
		id, err := schema.Identify(ctx, tx)
		if err != nil {
			return err
		}
		stale, err := s.check(id, len(steps))
		if err != nil || !stale {
			return err
		}
		return schema.Upgrade(ctx, tx, id.Version)
	})
}

// pool opens at most n connections when they are needed. The options follow
// the driver's rules for file: addresses.
func (s *Store) pool(n int, options ...string) *sql.DB {
	path := filepath.ToSlash(s.path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a Windows drive: file:///C:/…
	}
	u := url.URL{Scheme: "file", Path: path, RawQuery: strings.Join(options, "&")}
	db, err := sql.Open("sqlite", u.String())
	if err != nil {
		// sql.Open fails only for a driver that is not registered.
		panic(err)
	}
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	return db
}

func pragma(s string) string { return "_pragma=" + s }

var busyTimeout = pragma(fmt.Sprintf("busy_timeout(%d)", patience.Milliseconds()))

func cache(kib int) string { return pragma(fmt.Sprintf("cache_size(-%d)", kib)) }

// Close ends all connections. The last program to close a library folds the
// log into the file.
func (s *Store) Close() error {
	var err error
	if s.made != nil {
		err = s.made.Close()
	}
	return s.wrap("close library", cmp.Or(err, s.read.Close(), s.write.Close()))
}

// change runs f in a transaction of its own, which holds the library's only
// write lock from its start.
func (s *Store) change(ctx context.Context, f func(*sql.Tx) error) error {
	if err := s.present(); err != nil {
		return err
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := f(tx); err != nil {
		return cmp.Or(err, tx.Rollback()) // what went wrong first is what to tell
	}
	return tx.Commit()
}
