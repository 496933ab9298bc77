// Package watch tells when a file has changed, however the program that changes
// it goes about that: by writing into it, by putting another in its place, or by
// taking it away and bringing it back. It does nothing while nothing changes.
package watch

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"
)

// A burst of changes is taken together: it is told when nothing came for rest, or,
// when it does not end, every patience.
const (
	rest     = 40 * time.Millisecond
	patience = 400 * time.Millisecond
)

// File tells on the channel when the file at path has changed, and at once when it
// is not as it was at a time: that is the time of its last change, and zero for
// nothing to compare with. It ends with ctx. Where a system cannot tell, it never
// does.
func File(ctx context.Context, path string, was time.Time) <-chan struct{} {
	changes := make(chan struct{}, 1)
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return changes
	}
	f := &file{watcher: w, changes: changes}
	for _, p := range [...]string{path, target(path)} {
		if abs, err := filepath.Abs(p); err == nil && !slices.Contains(f.paths, abs) {
			f.paths = append(f.paths, abs)
		}
	}
	f.arm()
	if info, err := os.Stat(path); !was.IsZero() && (err != nil || !info.ModTime().Equal(was)) {
		f.tell()
	}
	go f.run(ctx)
	return changes
}

// target is a path without links; path itself for a file that is not there.
func target(path string) string {
	if at, err := filepath.EvalSymlinks(path); err == nil {
		return at
	}
	return path
}

type file struct {
	watcher *fsnotify.Watcher
	paths   []string // as it is named, and where it is
	armed   bool     // the folders of all of them are watched
	changes chan struct{}
}

// arm watches the folders of the file: what takes its place has another inode. Of a
// folder that is not there, the nearest one above it is watched.
func (f *file) arm() {
	f.armed = true
	for _, path := range f.paths {
		dir := filepath.Dir(path)
		for f.watcher.Add(dir) != nil {
			f.armed = false
			above := filepath.Dir(dir)
			if above == dir {
				break
			}
			dir = above
		}
	}
}

func (f *file) run(ctx context.Context) {
	defer f.watcher.Close() //nolint:errcheck // nothing is written
	pause := time.NewTimer(patience)
	pause.Stop()
	var first time.Time // of a burst
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-f.watcher.Events:
			if !ok {
				return
			}
			if !f.concerns(e) {
				continue
			}
		case _, ok := <-f.watcher.Errors: // some changes were not told
			if !ok {
				return
			}
		case <-pause.C:
			first = time.Time{}
			f.tell()
			continue
		}
		now := time.Now()
		if first.IsZero() {
			first = now
		}
		pause.Reset(min(rest, time.Until(first.Add(patience))))
	}
}

// concerns reports whether an event is about the file.
func (f *file) concerns(e fsnotify.Event) bool {
	for _, path := range f.paths {
		if e.Name == filepath.Dir(path) && (e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename)) {
			f.armed = false
		}
	}
	if !f.armed { // its folder went, or may have come back
		f.arm()
		return f.armed
	}
	return slices.Contains(f.paths, e.Name) && e.Op != fsnotify.Chmod
}

// tell says that the file has changed, unless that is still to be heard.
func (f *file) tell() {
	select {
	case f.changes <- struct{}{}:
	default:
	}
}
