package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"lede/articles"
	"lede/articles/query"
)

// What can be wrong with a library. The errors of this package wrap these;
// their own texts are one line that says what to do.
var (
	ErrNotFound   = articles.ErrNotFound
	ErrReadOnly   = articles.ErrReadOnly
	ErrLocked     = errors.New("library is locked")
	ErrFull       = errors.New("disk is full")
	ErrDamaged    = errors.New("library is damaged")
	ErrNotLibrary = errors.New("not a library")
	ErrNewer      = errors.New("library is of a newer version")
	ErrGone       = errors.New("library is gone")
	ErrNoOriginal = articles.ErrNoOriginal
)

// Result codes of SQLite (https://www.sqlite.org/rescode.html), without their
// extension in the higher bits.
const (
	codeBusy       = 5
	codeReadOnly   = 8
	codeIO         = 10
	codeCorrupt    = 11
	codeFull       = 13
	codeCannotOpen = 14
	codeNotADB     = 26

	// codeLogIndex is an extended code: the index of the log, which every
	// connection shares, cannot be given its size. The disk has no room for it.
	codeLogIndex = 10 | 19<<8
)

// errTakenOut is [ErrNotFound] of an article that was found before.
var errTakenOut = fmt.Errorf("%w in the library any more: another program took it out", ErrNotFound)

// code is SQLite's primary result code, or 0 when the error is not SQLite's.
func code(err error) int {
	if e, ok := errors.AsType[interface {
		error
		Code() int
	}](err); ok {
		if e.Code() == codeLogIndex {
			return codeFull
		}
		return e.Code() & 0xff
	}
	return 0
}

// libraryError is one of the errors above, about the library at a path.
type libraryError struct {
	path  string
	kind  error
	cause error // what SQLite said, if it did
}

func (s *Store) fail(kind, cause error) error {
	return &libraryError{path: s.path, kind: kind, cause: cause}
}

func (e *libraryError) Error() string {
	text := map[error]string{
		ErrReadOnly:   "library %s is read-only: make the file and its directory writable to keep changes",
		ErrLocked:     "library %s is locked by another program: close that one, or try again",
		ErrFull:       "the disk that holds library %s is full: make room and try again; nothing was lost",
		ErrDamaged:    "library %s is damaged: move it away, or restore a copy",
		ErrNotLibrary: "%s is not a library, or is damaged: name another file, move it away, or restore a copy",
		ErrNewer:      "library %s was made by a newer lede: install the latest version",
		ErrGone:       "library %s was removed or replaced while it was open: put its file back, or start lede again; nothing is kept until then",
	}[e.kind]
	return fmt.Sprintf(text, e.path)
}

func (e *libraryError) Unwrap() []error { return []error{e.kind, e.cause, articles.ErrLibrary} }

// wrap puts SQLite's errors in words that say what to do, and others after
// the verb.
func (s *Store) wrap(verb string, err error) error {
	if err == nil {
		return nil
	}
	if _, ok := errors.AsType[*libraryError](err); ok {
		return err
	}
	if mistake, ok := errors.AsType[*query.Mistake](err); ok {
		return mistake // of what was asked, and not of the library
	}
	if errors.Is(err, ErrNotFound) {
		return errTakenOut
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("%s: %w", verb, err)
	}
	switch code(err) {
	case codeBusy:
		return s.fail(ErrLocked, err)
	case codeReadOnly:
		return s.fail(ErrReadOnly, err)
	case codeFull:
		return s.fail(ErrFull, err)
	case codeCorrupt:
		return s.fail(ErrDamaged, err)
	case codeNotADB:
		return s.fail(ErrNotLibrary, err)
	case codeIO:
		return fmt.Errorf("%s: %s cannot be read or written: see whether its disk works, and whether files may be so large (ulimit -f): %w",
			verb, s.path, err)
	case codeCannotOpen:
		return fmt.Errorf("%s %s: its file cannot be opened: make its directory writable, or choose another place: %w",
			verb, s.path, err)
	case 0:
		return fmt.Errorf("%s: %w", verb, err)
	}
	return fmt.Errorf("%s %s: %w", verb, s.path, err)
}

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

// called is what an error calls articles.
func called(ids []articles.ID) string {
	if len(ids) == 1 {
		return "article " + string(ids[0])
	}
	return "articles"
}
