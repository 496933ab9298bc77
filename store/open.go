package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"lede/store/backup"
	"lede/store/connect"
	"lede/store/fulltext"
	"lede/store/schema"
	"lede/store/search"
)

// Option is one of [Open].
type Option func(*Store)

// Upgrade is what brings a library of an older program up to date.
type Upgrade struct {
	Library string
	Copy    string // of the library as it was
}

// Upgrading says what is called before a library is brought up to date, which may
// take seconds; what that returns is called when it is done, or has failed.
func Upgrading(begin func(Upgrade) (end func())) Option {
	return func(s *Store) { s.begin = begin }
}

// Store is an open library. Its methods may be called from many goroutines,
// and several programs may have the same library open: each sees what the
// others have written.
type Store struct {
	path   string
	file   fs.FileInfo     // of the file that was opened
	read   *sql.DB         // a few connections, which cannot write
	write  *sql.DB         // one connection: SQLite has one writer at a time
	search *search.Session // nil till it is open

	latest int                        // schema step that this program knows
	begin  func(Upgrade) (end func()) // see [Upgrading]

	patience time.Duration

	noting    sync.Mutex // of a change, which several may go on with
	compiling sync.Mutex
	made      *sql.Stmt // see [Store.Made]; nil till it is asked
}

// The pages that SQLite may hold, in KiB per connection: they take twice that, for memory
// is handed out in powers of two and a page has a head. A page of the list touches some 50
// pages of 4 KiB whatever the size of the library.
const (
	readers    = 4 // one of them for searches
	readCache  = 512
	writeCache = 2 << 10
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

// pageSize is that of a new library, in bytes; one that is there keeps its own. Rows with
// a text are one to four KiB long: on pages of 4 KiB a quarter of the place was lost. On
// larger ones a change of a flag writes more, but takes less than two milliseconds.
const pageSize = 16 << 10

// Open opens the library at path. When there is none it makes one, with the
// directories above it. A library that can be read but not written opens all
// the same; what would change it then fails with [ErrReadOnly]. One of an older
// program is brought up to date, after a copy of it was made beside it, see
// [backup.Path]. Once a newer program has done that, what would change it fails
// with [ErrNewer].
//
// It fails with [ErrNotLibrary], [ErrNewer], [ErrDamaged] or [ErrLocked], or
// with the error of the file system.
func Open(ctx context.Context, path string, options ...Option) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open library %s: %w", path, err)
	}
	if err := fulltext.Register(); err != nil {
		return nil, fmt.Errorf("open library %s: %w", path, err)
	}
	s := &Store{path: path, patience: patience, begin: func(Upgrade) func() { return func() {} }}
	for _, set := range options {
		set(s)
	}
	steps, err := schema.Steps()
	if err != nil {
		return nil, err
	}
	s.latest = len(steps)
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
	// The driver sets _journal_mode last: the size of a page is none to choose after it.
	s.write = connect.Pool(path, 1, mode, "_txlock=immediate", connect.Busy(askingLock), connect.Pragma(fmt.Sprintf("page_size(%d)", pageSize)), "_journal_mode=WAL",
		connect.Pragma("synchronous(NORMAL)"), connect.Cache(writeCache), connect.Pragma("journal_size_limit(16777216)"))
	s.read = connect.Pool(path, readers, "mode=rw", connect.Busy(patience), connect.Cache(readCache), connect.Pragma("query_only(1)"))
	err = s.patiently(ctx, func() error {
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
	s.search = search.NewSession(s.read)
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

// attach opens a library that is there. As long as its schema is current this
// needs no connection that writes.
func (s *Store) attach(ctx context.Context) error {
	id, err := schema.Identify(ctx, s.read)
	switch code(err) {
	case codeCannotOpen, codeReadOnly, codeFull:
		id, err = s.attachReadOnly(ctx)
	}
	if err != nil {
		return s.wrap("open library", err)
	}
	stale, err := s.check(id)
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
	s.read = connect.Pool(s.path, readers, mode, connect.Cache(readCache))
	return schema.Identify(ctx, s.read)
}

// check refuses a file that is not a library that this program can use, and
// says whether schema steps are left to do.
func (s *Store) check(id schema.Identity) (stale bool, err error) {
	switch {
	case id.Tables == 0 && id.Application == 0:
		return true, nil
	case id.Application != schema.ApplicationID:
		return false, s.fail(ErrNotLibrary, nil)
	case id.Version > s.latest:
		return false, s.fail(ErrNewer, nil)
	}
	return id.Version < s.latest, nil
}

// upgrade takes the library through the steps that it has not been through, in
// one transaction. Of two programs that start at once, the second finds
// nothing left to do.
func (s *Store) upgrade(ctx context.Context) error {
	end := func() {}
	defer func() { end() }()
	return s.change(ctx, func(tx *sql.Tx) error {
		id, err := schema.Identify(ctx, tx)
		if err != nil {
			return err
		}
		stale, err := s.check(id)
		if err != nil || !stale {
			return err
		}
		if id.Version > 0 {
			end = s.begin(Upgrade{Library: s.path, Copy: backup.Path(s.path, id.Version)})
			err := s.wrap("copy library", backup.Make(ctx, s.read, s.path, id.Version, connect.Passing))
			if err != nil {
				return fmt.Errorf("a library is copied before it is brought up to date: %w", err)
			}
		}
		return schema.Upgrade(ctx, tx, id.Version)
	})
}

// Close ends all connections. The last program to close a library folds the
// log into the file.
func (s *Store) Close() error {
	var err error
	if s.made != nil {
		err = s.made.Close()
	}
	if s.search != nil { // it was opened
		err = cmp.Or(err, s.search.Close())
	}
	return s.wrap("close library", cmp.Or(err, s.read.Close(), s.write.Close()))
}
