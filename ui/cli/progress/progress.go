// Package progress draws the bar of a piece of work that takes long.
package progress

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/charmbracelet/x/ansi"

	"lede/articles"
)

// Bar is a bar on a terminal, for work that takes more than a second.
type Bar struct {
	mu     sync.Mutex
	verb   string
	w      *os.File // nil: no terminal
	width  func() int
	due    time.Time // when to draw next
	total  int       // 0 until it is known
	done   int
	drawn  bool
	over   bool
	counts func() int
}

const (
	drawnAfter = time.Second
	drawnEvery = 100 * time.Millisecond
)

// New begins a piece of work, which the verb names: "adding". How much it is, count
// finds out while it goes on. The bar is drawn on a terminal of width columns, or
// nowhere for nil.
func New(w *os.File, width func() int, verb string, count func() int) *Bar {
	return &Bar{verb: verb, w: w, width: width, due: time.Now().Add(drawnAfter), counts: count}
}

// Begin has the bar drawn in a second even if nothing is done by then: what
// comes from the web may take long.
func (b *Bar) Begin() {
	if b.w == nil {
		return
	}
	time.AfterFunc(drawnAfter, func() {
		b.count()
		b.mu.Lock()
		defer b.mu.Unlock()
		if !b.over && !b.drawn {
			b.drawn = true
			b.draw()
		}
	})
}

// End takes the bar off the screen for good.
func (b *Bar) End() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.over = true
	b.erase()
}

// Step says that one more thing is done.
func (b *Bar) Step() {
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
	b.due = time.Now().Add(drawnEvery)
	b.draw()
}

func (b *Bar) count() {
	total := b.counts()
	b.mu.Lock()
	defer b.mu.Unlock()
	b.total = total
}

func (b *Bar) draw() {
	// A bar that cannot be drawn is not missed.
	_, _ = fmt.Fprint(b.w, "\r\x1b[K"+line(b.verb, b.done, b.total, b.width()))
}

// line is the bar with its figures, in fewer columns than width: in
// the last one a terminal may go on to the next line. Where the bar does not
// fit, the figures stand alone.
func line(verb string, done, total, width int) string {
	const most, least = 30, 5
	if total < done {
		return ansi.Truncate(verb+" … "+articles.Grouped(done), width-1, "")
	}
	figures := articles.Grouped(done) + " of " + articles.Grouped(total)
	cells := min(most, width-1-len(verb+"  ")-len(figures))
	if cells < least {
		return ansi.Truncate(figures, width-1, "")
	}
	full := cells * done / max(1, total)
	return verb + " " + strings.Repeat("▓", full) + strings.Repeat("░", cells-full) + " " + figures
}

// Clear takes the bar off the screen; the next step may draw it again.
func (b *Bar) Clear() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.erase()
}

func (b *Bar) erase() {
	if b.drawn {
		_, _ = fmt.Fprint(b.w, "\r\x1b[K")
	}
}
