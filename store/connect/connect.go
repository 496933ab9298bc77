// Package connect opens connections of SQLite to a library.
package connect

import (
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// Pool opens at most n connections to a file when they are needed.
func Pool(path string, n int, options ...string) *sql.DB {
	db, err := sql.Open("sqlite", Address(path, options...))
	if err != nil {
		// sql.Open fails only for a driver that is not registered.
		panic(err)
	}
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	return db
}

// Address is that of a file for SQLite. The options follow the driver's rules for
// file: addresses.
func Address(path string, options ...string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a Windows drive: file:///C:/…
	}
	u := url.URL{Scheme: "file", Path: path, RawQuery: strings.Join(options, "&")}
	return u.String()
}

// Passing is the address of a file that is thrown away when writing it fails.
func Passing(path string) string { return Address(path, Pragma("journal_mode(OFF)")) }

// Pragma is the option that has each connection begin with a PRAGMA.
func Pragma(s string) string { return "_pragma=" + s }

// Busy is how long SQLite itself waits for a lock.
func Busy(d time.Duration) string {
	return Pragma(fmt.Sprintf("busy_timeout(%d)", d.Milliseconds()))
}

// Cache is the memory for pages, in KiB per connection.
func Cache(kib int) string { return Pragma(fmt.Sprintf("cache_size(-%d)", kib)) }
