package render

import (
	"bufio"
	"fmt"
	"io"
	"runtime"
)

// WriteTo writes the whole article, part by part, a newline after each line.
// The first part leaves at once. As many parts are laid out at a time as there
// are processors, and no more are held in memory.
func (l *Layout) WriteTo(w io.Writer) (int64, error) {
	if l.options.Cut { // nothing can be shifted there
		o := l.options
		o.Cut = false
		l = l.With(o)
	}
	out := bufio.NewWriterSize(w, 64<<10)
	var n int64
	for i, lines := range l.inOrder() {
		for _, line := range lines {
			k, err := out.WriteString(line.Text + "\n")
			n += int64(k)
			if err != nil {
				return n, fmt.Errorf("write the article: %w", err)
			}
		}
		if i > 1 && i < l.parts()-1 {
			continue
		}
		if err := out.Flush(); err != nil {
			return n, fmt.Errorf("write the article: %w", err)
		}
	}
	return n, nil
}

// inOrder lays out all parts, and yields each with its number.
func (l *Layout) inOrder() func(yield func(int, []Line) bool) {
	return func(yield func(int, []Line) bool) {
		done := make(chan struct{})
		defer close(done)
		// Each part comes through a channel of its own, and the queue of those
		// keeps the order. Its room bounds the workers.
		queue := make(chan chan []Line, runtime.GOMAXPROCS(0))
		go func() {
			defer close(queue)
			for i := range l.parts() {
				part := make(chan []Line, 1)
				select {
				case queue <- part:
					go func() { part <- l.lay(i) }()
				case <-done:
					return
				}
			}
		}()
		i := 0
		for part := range queue {
			if !yield(i, <-part) {
				return
			}
			i++
		}
	}
}
