// Package store keeps the library in SQLite.
package store
