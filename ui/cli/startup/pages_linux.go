package startup

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
	go func() {
		ask(here, rest)
		// While it starts, the heap grows once more, and the program waits for that too.
		const looks, between = 60, 1e6 // nanoseconds
		pause := syscall.NsecToTimespec(between)
		for range looks {
			if ask(here+rest, grown) {
				return
			}
			_ = syscall.Nanosleep(&pause, nil)
		}
	}()
}

// ask has the kernel make pages for so many bytes of memory, and reports whether
// all of it is the program's. Nothing changes in the memory.
func ask(at, size uintptr) bool {
	_, _, wrong := syscall.Syscall(syscall.SYS_MADVISE, at, size, populate)
	return wrong == 0
}
