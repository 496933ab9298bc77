package prefault

import (
	"syscall"
	"unsafe"
)

const (
	populate = 23      // MADV_POPULATE_WRITE of Linux 5.14; to an older one it is an error, and nothing happens
	grown    = 4 << 20 // by how much Go's heap grows at a time
)

// somewhere is in the heap, so that the heap can be found.
var somewhere *[1 << 10]byte

//nolint:gochecknoinits // what is done later comes too late: other packages have touched the memory
func init() {
	somewhere = new([1 << 10]byte)
	here := uintptr(unsafe.Pointer(somewhere)) //nolint:gosec // a number for the kernel, which is never read through
	here &^= uintptr(syscall.Getpagesize() - 1)
	rest := grown - here%grown
	// To populate changes nothing in the memory, and takes it for what is mapped only.
	go func() { _, _, _ = syscall.Syscall(syscall.SYS_MADVISE, here, rest, populate) }()
}
