package fetch

import (
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func silent() *log.Logger { return log.New(io.Discard, "", 0) }

func TestRequestsAtATime(t *testing.T) {
	t.Parallel()
	var now, most atomic.Int32
	s := serve(t, map[string]http.HandlerFunc{"/": func(http.ResponseWriter, *http.Request) {
		n := now.Add(1)
		for old := most.Load(); n > old && !most.CompareAndSwap(old, n); old = most.Load() {
		}
		time.Sleep(300 * time.Millisecond)
		now.Add(-1)
	}})
	// Sixteen at two a time take longer than one may, and none waits in vain.
	c := client(t, Options{Timeout: 2 * time.Second})
	var wait sync.WaitGroup
	for range 16 {
		wait.Go(func() {
			if _, err := c.Get(t.Context(), Request{URL: s.URL}); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	if got := most.Load(); got != PerHost {
		t.Errorf("a host had %d requests at a time, want %d", got, PerHost)
	}
	if len(c.turns.hosts) != 0 || len(c.turns.all) != 0 {
		t.Errorf("%d hosts and %d turns are held by nobody", len(c.turns.hosts), len(c.turns.all))
	}
}

func TestWaitingEnds(t *testing.T) {
	t.Parallel()
	turns := newTurns(1, 1)
	done, err := turns.take(t.Context(), "a")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	for _, host := range []string{"a", "b"} {
		if _, err := turns.take(ctx, host); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("who waits for %s gets %v", host, err)
		}
	}
	done()
	if len(turns.hosts) != 0 {
		t.Errorf("%d hosts are held by nobody", len(turns.hosts))
	}
}
