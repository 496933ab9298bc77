package render

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"runtime"
	"strings"
)

// WriteTo writes the whole article, part by part, a newline after each line.
// The first part leaves at once. As many parts are laid out at a time as there
// are processors, and only few are held in memory.
func (l *Layout) WriteTo(w io.Writer) (int64, error) {
	o := l.options
	o.Cut, o.Lexers = false, nil // nothing can be shifted there, nor coloured later
	l = l.With(o)
	l.unplaced = true
	out := bufio.NewWriterSize(w, 64<<10)
	var n int64
	for i, part := range l.inOrder() {
		k, err := out.Write(part)
		if n += int64(k); err == nil && (i <= 1 || i >= l.parts()-1) {
			err = out.Flush()
		}
		if err != nil {
			return n, fmt.Errorf("write the article: %w", err)
		}
	}
	return n, nil
}

// printed is part i as it is written to a file.
func (l *Layout) printed(i int, out []byte) []byte {
	for _, r := range l.rows(i) {
		if r.width > 0 {
			out = append(out, l.margin...)
			out = append(out, strings.TrimRight(r.text, " ")...)
		}
		out = append(out, '\n')
	}
	return out
}

// ahead is how many parts of each processor may wait for one before them, such
// as for code that is coloured.
const ahead = 8

// inOrder lays out all parts, and yields each with its number. What it yields
// is used again after that.
func (l *Layout) inOrder() iter.Seq2[int, []byte] {
	return func(yield func(int, []byte) bool) {
		done := make(chan struct{})
		defer close(done)
		// Each part comes through a channel of its own, and the queue of those
		// keeps the order. Its room bounds the parts that are held.
		room := ahead * runtime.GOMAXPROCS(0)
		queue, used := make(chan chan []byte, room), make(chan []byte, room)
		go func() {
			defer close(queue)
			for i := range l.parts() {
				part := make(chan []byte, 1)
				select {
				case queue <- part:
					go func() { part <- l.printed(i, unused(used)) }()
				case <-done:
					return
				}
			}
		}()
		i := 0
		for part := range queue {
			text := <-part
			if !yield(i, text) {
				return
			}
			select {
			case used <- text:
			default:
			}
			i++
		}
	}
}

// unused is one of the buffers that are no longer used, emptied.
func unused(used chan []byte) []byte {
	select {
	case b := <-used:
		return b[:0]
	default:
		return nil
	}
}
