package cli

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
)

// progress is a bar on the standard error, for work that takes more than a
// second. It draws only where there is a terminal.
type progress struct {
	mu     sync.Mutex
	w      io.Writer // nil: no terminal
	due    time.Time // when to draw next
	total  int       // 0 until it is known
	done   int
	drawn  bool
	counts func() int
}

const (
	progressAfter = time.Second
	progressEvery = 100 * time.Millisecond
)

// newProgress begins a piece of work. How much it is, count finds out while it
// goes on.
func (p *program) newProgress(count func() int) *progress {
	b := &progress{due: time.Now().Add(progressAfter), counts: count}
	if isTerminal(p.Stderr) && p.getenv("TERM") != "dumb" {
		b.w = p.Stderr
	}
	return b
}

// step says that one more thing is done.
func (b *progress) step() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.done++
	if b.w == nil || time.Now().Before(b.due) {
		return
	}
	if !b.drawn {
		go b.count()
	}
	b.drawn = true
	b.due = time.Now().Add(progressEvery)
	b.draw()
}

func (b *progress) count() {
	total := b.counts()
	b.mu.Lock()
	defer b.mu.Unlock()
	b.total = total
}

func (b *progress) draw() {
	const cells = 30
	if b.total < b.done {
		_, _ = fmt.Fprintf(b.w, "\r\x1b[Kadding … %d", b.done) // a bar that cannot be drawn is not missed
		return
	}
	full := cells * b.done / b.total
	_, _ = fmt.Fprintf(b.w, "\r\x1b[Kadding %s%s %d of %d",
		strings.Repeat("▓", full), strings.Repeat("░", cells-full), b.done, b.total)
}

// clear takes the bar off the screen; the next step may draw it again.
func (b *progress) clear() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.drawn {
		_, _ = fmt.Fprint(b.w, "\r\x1b[K")
	}
}
