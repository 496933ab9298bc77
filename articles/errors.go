package articles

import "errors"

// What can be wrong with a library, for those that know one by an interface. The
// texts that a person reads are the library's own, which wrap these.
var (
	// ErrNotFound says that a library has no such article, or has it no more.
	ErrNotFound = errors.New("no such article")
	// ErrNoOriginal says that a library does not keep what an article was made of.
	ErrNoOriginal = errors.New("no original is kept of it")
	// ErrNoTag says that no article of a library has such a tag.
	ErrNoTag = errors.New("no article has that tag")
	// ErrReadOnly says that a library can be read and not be written.
	ErrReadOnly = errors.New("library is read-only")
	// ErrLibrary says that something is wrong with a library as a whole, and not
	// with the article or the feed that it was asked to keep: the next would fail in
	// the same way.
	ErrLibrary = errors.New("library cannot be used")
)
