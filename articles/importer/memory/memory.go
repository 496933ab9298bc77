// Package memory keeps small what the program holds while it reads many articles. Go
// gives memory back to the system slowly: garbage of one batch would wait, in pieces, in
// twice the memory that the next one needs.
package memory

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// What Go may hold before it gives back what is free, in bytes: what lives, half as much
// again, and some for what is not on the heap. A limit nearer to what lives would have it
// collect without end.
const (
	least  = 26 << 20
	beside = 8 << 20
)

var holds atomic.Int32

// Tighten has free memory given back at once until the function that it returns is
// called. Several may be in force.
func Tighten() (loosen func()) {
	if holds.Add(1) == 1 {
		adapt(struct{}{})
	}
	return func() {
		if holds.Add(-1) == 0 {
			debug.SetMemoryLimit(math.MaxInt64)
		}
	}
}

// adapt sets the limit by what lives, now and after each collection.
func adapt(struct{}) {
	if holds.Load() == 0 {
		return
	}
	living := [...]metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(living[:])
	live := int64(living[0].Value.Uint64())
	debug.SetMemoryLimit(max(least, live+live/2+beside))
	runtime.AddCleanup(new([64]byte), adapt, struct{}{}) // the next collection finds it unused
}
