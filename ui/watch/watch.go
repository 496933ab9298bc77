// Package watch tells when a file has changed, however the program that changes
// it goes about that: by writing into it, by putting another in its place, or by
// taking it away and bringing it back. It does nothing while nothing changes.
package watch

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
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
	abs, err := filepath.Abs(path)
	if err != nil {
		_ = w.Close()
		return changes
	}
	f := &file{watcher: w, changes: changes, path: abs}
	f.arm()
	if info, err := os.Stat(path); !was.IsZero() && (err != nil || !info.ModTime().Equal(was)) {
		f.tell()
	}
	go f.run(ctx)
	return changes
}

type file struct {
	watcher *fsnotify.Watcher
	path    string
	paths   []string // it, the links on the way to it, and what they lead to
	armed   bool     // the folders of all of them are watched
	changes chan struct{}
}

// arm watches the folders of the file and of the links on the way to it: what takes
// the place of one has another inode. Of a folder that is not there, the nearest one
// above it is watched.
func (f *file) arm() {
	f.armed = true
	f.paths = onTheWay(f.path)
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

// onTheWay is a path and, if links are a part of it, each of them by a path that
// goes through no other, and last the path without links.
func onTheWay(path string) []string {
	const most = 40 // links, as systems have it: more lead in a circle
	paths := []string{path}
	for range most {
		link := firstLink(path)
		if link == "" {
			break
		}
		to, err := os.Readlink(link)
		if err != nil {
			break
		}
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(link), to)
		}
		path = filepath.Join(to, strings.TrimPrefix(path, link))
		paths = append(paths, link, path)
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// firstLink is the shortest part of a path, from its beginning, that is a link; empty
// when none is.
func firstLink(path string) string {
	for at := len(filepath.VolumeName(path)) + 1; at < len(path); at++ {
		if !os.IsPathSeparator(path[at]) {
			continue
		}
		if info, err := os.Lstat(path[:at]); err != nil {
			return ""
		} else if info.Mode()&os.ModeSymlink != 0 {
			return path[:at]
		}
	}
	if info, err := os.Lstat(path); err == nil && info.Mode()&os.ModeSymlink != 0 {
		return path
	}
	return ""
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
	if !slices.Contains(f.paths, e.Name) || e.Op == fsnotify.Chmod {
		return false
	}
	if e.Has(fsnotify.Create) && len(f.paths) > 1 {
		f.arm() // a link may lead elsewhere now
	}
	return true
}

// tell says that the file has changed, unless that is still to be heard.
func (f *file) tell() {
	select {
	case f.changes <- struct{}{}:
	default:
	}
}
