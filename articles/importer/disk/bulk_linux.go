package disk

import "golang.org/x/sys/unix"

// inLargePages asks the system for large pages under memory that is to be filled:
// to touch ten megabytes page by page takes longer than to read them. A system
// that has none gives small ones.
func inLargePages(data []byte) {
	const page = 4 << 10
	_ = unix.Madvise(data[:len(data)/page*page], unix.MADV_HUGEPAGE)
}
