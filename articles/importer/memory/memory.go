// Package memory keeps small what the program holds while it reads many articles. Go
// gives memory back to the system slowly: garbage of one batch would wait, in pieces, in
// twice the memory that the next one needs.
package memory

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// What Go may hold before it gives back what is free, in bytes: what lives, half as much
// again, and some for what is not on the heap. A limit nearer to what lives would have it
// collect without end.
const (
	least  = 32 << 20
	beside = 8 << 20
)

var tight struct {
	sync.Mutex
	holders int
	usual   int64 // the limit while nobody holds
	waits   bool  // the next collection is waited for
}

// Tighten has free memory given back at once until the function that it returns is
// called. Several may hold it so at a time.
func Tighten() (loosen func()) {
	tight.Lock()
	defer tight.Unlock()
	if tight.holders++; tight.holders == 1 {
		tight.usual = debug.SetMemoryLimit(-1)
		adapt()
	}
	return sync.OnceFunc(func() {
		tight.Lock()
		defer tight.Unlock()
		if tight.holders--; tight.holders == 0 {
			runtime.GC() // for Go holds up to twice what lived when it last collected
			debug.SetMemoryLimit(tight.usual)
		}
	})
}

// adapt sets the limit by what lives, now and after each collection.
func adapt() {
	living := [...]metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(living[:])
	live := int64(living[0].Value.Uint64())
	debug.SetMemoryLimit(min(tight.usual, max(least, live+live/2+beside)))
	if tight.waits {
		return
	}
	tight.waits = true
	// The next collection finds this unused.
	runtime.AddCleanup(new([64]byte), func(struct{}) {
		tight.Lock()
		defer tight.Unlock()
		tight.waits = false
		if tight.holders > 0 {
			adapt()
		}
	}, struct{}{})
}
