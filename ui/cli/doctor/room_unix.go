//go:build linux || darwin || freebsd

package doctor

import "golang.org/x/sys/unix"

// room is how many bytes are free for the reader where a folder is.
func room(dir string) (free int64, ok bool) {
	var s unix.Statfs_t
	if err := unix.Statfs(dir, &s); err != nil {
		return 0, false
	}
	return int64(s.Bavail) * int64(s.Bsize), true //nolint:unconvert // their types differ between systems
}

func writable(path string) bool { return unix.Access(path, unix.W_OK) == nil }
