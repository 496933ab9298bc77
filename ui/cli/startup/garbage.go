package startup

import (
	"runtime"
	"syscall"
	_ "unsafe" // for go:linkname
)

// late lets the heap grow to 16 MB before garbage is collected, in percent of
// the 4 MB that Go's own 100 stands for.
const late = 400

//nolint:gochecknoinits // main comes after the collections that are put off
func init() {
	if _, set := syscall.Getenv("GOGC"); set {
		return
	}
	usual := setGCPercent(late)
	// The first collection finds what nothing refers to, and makes the next ones
	// come as usual, if nobody set another pace by then.
	runtime.AddCleanup(new([1 << 10]byte), func(usual int32) {
		if now := setGCPercent(usual); now != late {
			setGCPercent(now)
		}
	}, usual)
}

// setGCPercent is what debug.SetGCPercent calls. The package runtime/debug itself
// would be initialized after the packages that allocate most.
//
//go:linkname setGCPercent runtime/debug.setGCPercent
func setGCPercent(percent int32) int32
