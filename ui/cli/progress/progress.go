package cli

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// progress is a bar on the standard error, for work that takes more than a
// second. It draws only where there is a terminal.
type progress struct {
	mu     sync.Mutex
	verb   string
	w      *os.File  // nil: no terminal
	due    time.Time // when to draw next
	total  int       // 0 until it is known
	done   int
	drawn  bool
	over   bool
	counts func() int
}

const (
	progressAfter = time.Second
	progressEvery = 100 * time.Millisecond
)

// newProgress begins a piece of work, which the verb names: "adding". How much it
// is, count finds out while it goes on.
func (p *program) newProgress(verb string, count func() int) *progress {
	b := &progress{verb: verb, due: time.Now().Add(progressAfter), counts: count}
	if isTerminal(p.Stderr) && p.getenv("TERM") != "dumb" {
		b.w = p.Stderr
	}
	return b
}

// begin has the bar drawn in a second even if nothing is done by then: what
// comes from the web may take long.
func (b *progress) begin() {
	if b.w == nil {
		return
	}
	time.AfterFunc(progressAfter, func() {
		b.count()
		b.mu.Lock()
		defer b.mu.Unlock()
		if !b.over && !b.drawn {
			b.drawn = true
			b.draw()
		}
	})
}

// end takes the bar off the screen for good.
func (b *progress) end() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.over = true
	b.erase()
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
	// A bar that cannot be drawn is not missed.
	_, _ = fmt.Fprint(b.w, "\r\x1b[K"+progressLine(b.verb, b.done, b.total, terminalWidth(b.w)))
}

// progressLine is the bar with its figures, in fewer columns than width: in
// the last one a terminal may go on to the next line. Where the bar does not
// fit, the figures stand alone.
func progressLine(verb string, done, total, width int) string {
	const most, least = 30, 5
	if total < done {
		return ansi.Truncate(fmt.Sprintf("%s … %d", verb, done), width-1, "")
	}
	figures := fmt.Sprintf("%d of %d", done, total)
	cells := min(most, width-1-len(verb+"  ")-len(figures))
	if cells < least {
		return ansi.Truncate(figures, width-1, "")
	}
	full := cells * done / max(1, total)
	return verb + " " + strings.Repeat("▓", full) + strings.Repeat("░", cells-full) + " " + figures
}

// clear takes the bar off the screen; the next step may draw it again.
func (b *progress) clear() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.erase()
}

func (b *progress) erase() {
	if b.drawn {
		_, _ = fmt.Fprint(b.w, "\r\x1b[K")
	}
}
