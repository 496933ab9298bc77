package memory

import (
	"runtime"
	"runtime/debug"
	"testing"
)

func TestTighten(t *testing.T) {
	usual := debug.SetMemoryLimit(-1)
	first, second := Tighten(), Tighten()
	small := debug.SetMemoryLimit(-1)
	if small >= usual {
		t.Fatalf("the limit is %d still", small)
	}
	lives := make([]byte, 100<<20)
	for debug.SetMemoryLimit(-1) <= int64(len(lives)) { // cleanups run beside
		runtime.GC()
	}
	runtime.KeepAlive(lives)
	first()
	first() // is one holder
	if debug.SetMemoryLimit(-1) == usual {
		t.Fatal("one holder is left, and the limit is as usual")
	}
	second()
	if now := debug.SetMemoryLimit(-1); now != usual {
		t.Fatalf("the limit is %d, was %d", now, usual)
	}
	runtime.GC()
	if again := Tighten(); debug.SetMemoryLimit(-1) >= usual {
		t.Fatal("it does not come again")
	} else {
		again()
	}
}
