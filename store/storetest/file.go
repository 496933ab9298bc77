package storetest

import (
	"errors"
	"iter"
	"os"
	"path/filepath"
	"sync"

	"lede/articles"
)

var files sync.Map // from int to func() ([]byte, error)

// File is the file of a library with n made-up articles, which fill makes at a path
// when a test first wants one of so many: filling it takes many times longer than a
// copy of it. A program has one fill.
func File(n int, fill func(path string, all iter.Seq[*articles.Article]) error) ([]byte, error) {
	made, _ := files.LoadOrStore(n, sync.OnceValues(func() (data []byte, err error) {
		dir, err := os.MkdirTemp("", "")
		if err != nil {
			return nil, err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
		path := filepath.Join(dir, "library.db")
		if err := fill(path, Articles(n)); err != nil {
			return nil, err
		}
		return os.ReadFile(path)
	}))
	return made.(func() ([]byte, error))()
}
